//! An edit makes the next edition, and touches no more than it must.

use std::collections::BTreeMap;
use std::sync::Arc;

use yuren_catalog::Place;
use yuren_geodesy::{LonLat, TileCoord};
use yuren_index::{Filter, Snapshot};
use yuren_store::{Contents, Following, Head, Revised};
use yuren_tiles::TileLayer;

use super::{place, tiny_city};
use crate::edition::Edition;

fn first() -> Edition {
    Edition::new(Arc::new(Snapshot::new(tiny_city(), 1)))
}

/// The commit that leaves a place like this, under revision 2.
fn following(place: Place) -> Following {
    Following {
        head: Head { lineage: "one".to_owned(), revision: 2 },
        places: vec![Revised { place, revision: 2 }],
        study_routes: Vec::new(),
        sources: BTreeMap::new(),
        more: false,
    }
}

#[test]
fn an_edited_place_is_found_where_it_went_and_an_older_edition_keeps_it_where_it_was() {
    let before = first();
    let mut moved = place(3);
    let (from, to) = (moved.position.point, LonLat::new(119.9, 32.9).unwrap());
    moved.position.point = to;
    let after = before.next(following(moved.clone()));
    let nearest = |edition: &Edition, at| {
        let hit = edition.snapshot.nearest(at, 1, None, &Filter::default()).hits[0];
        edition.snapshot.places()[hit.place as usize].id.clone()
    };
    assert_eq!((nearest(&after, to), nearest(&before, from)), (moved.id.clone(), moved.id.clone()));
    assert_ne!(nearest(&after, from), moved.id);
    assert_eq!((before.snapshot.revision(), after.snapshot.revision()), (1, 2));
}

#[test]
fn only_tiles_where_the_place_was_or_is_are_touched_and_every_other_keeps_its_bytes() {
    let before = first();
    let mut moved = place(3);
    let (from, to) = (moved.position.point, LonLat::new(119.9, 32.9).unwrap());
    moved.position.point = to;
    let after = before.next(following(moved));
    let bytes = |edition: &Edition, tile| edition.tiles.tile(TileLayer::Places, tile, &Filter::default());
    for zoom in [4, 9, 12, 16] {
        let touched = [from, to].map(|point| TileCoord::containing(point, zoom));
        for i in 0..12 {
            for point in [place(i).position.point, to, LonLat::new(-60.0, 10.0).unwrap()] {
                let tile = TileCoord::containing(point, zoom);
                if touched.contains(&tile) {
                    assert_ne!(after.tile_state(tile), before.tile_state(tile), "{tile:?}");
                } else {
                    assert_eq!(after.tile_state(tile), before.tile_state(tile), "{tile:?}");
                    assert_eq!(bytes(&after, tile), bytes(&before, tile), "{tile:?}");
                }
            }
        }
        assert_ne!(bytes(&after, touched[1]), bytes(&before, touched[1]), "the place is drawn where it went");
    }
}

#[test]
fn a_store_read_anew_makes_every_tile_another_even_under_the_same_revision() {
    let before = first();
    let places = vec![Revised { place: place(3), revision: 1 }];
    let head = Head { lineage: "another".to_owned(), revision: 1 };
    let after = before.anew(Contents { head, places, study_routes: Vec::new(), sources: BTreeMap::new() });
    assert_eq!(after.snapshot.places().len(), 1);
    let tile = TileCoord::containing(place(0).position.point, 12);
    assert_ne!(after.tile_state(tile), before.tile_state(tile));
}
