//! The city as of one revision, ready to be served; an edit makes the next edition.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use yuren_catalog::Revision;
use yuren_geodesy::{LonLat, TileCoord, Wgs84};
use yuren_index::Snapshot;
use yuren_store::{Contents, Following, Revised};
use yuren_tiles::{MAX_ZOOM, Tiles};

use crate::stored_city::StoredCity;

/// With so many tiles remembered as touched, all count as touched: one large import is no list of tiles.
const MOST_TOUCHED: usize = 100_000;

/// A city as of one revision. Immutable: whoever holds one sees one city to the end of their question.
pub(crate) struct Edition {
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) tiles: Arc<Tiles>,
    /// Which commit last touched a tile of places; those not listed were last touched by `untouched`.
    touched: HashMap<TileCoord, Revision>,
    untouched: Revision,
    /// How often all was read anew: a database that lost commits gives their numbers again.
    generation: u32,
}

impl Edition {
    /// The first edition of a city.
    pub(crate) fn new(snapshot: Arc<Snapshot>) -> Self {
        let tiles = Arc::new(Tiles::new(Arc::clone(&snapshot)));
        let untouched = snapshot.revision();
        Self { snapshot, tiles, touched: HashMap::new(), untouched, generation: 0 }
    }

    /// The edition after some commits: the places and study routes that they changed, as they are now, and the sources that they added.
    pub(crate) fn next(&self, following: Following) -> Self {
        let Following { head, places: changed, study_routes, sources, .. } = following;
        let revision = head.revision;
        let mut touched = self.touched.clone();
        for Revised { place, revision } in &changed {
            let before = self.snapshot.place(&place.id).map(|place| place.position.point);
            for tile in before.into_iter().chain([place.position.point]).flat_map(tiles_around) {
                touched.insert(tile, *revision);
            }
        }
        let places = changed.into_iter().map(|revised| revised.place).collect();
        let study_routes = study_routes.into_iter().map(|revised| revised.route).collect();
        let snapshot = Arc::new(self.snapshot.edited(places, sources, revision).with_study_routes(study_routes));
        let tiles = Arc::new(self.tiles.edited(Arc::clone(&snapshot)));
        let (touched, untouched) =
            if touched.len() > MOST_TOUCHED { (HashMap::new(), revision) } else { (touched, self.untouched) };
        Self { snapshot, tiles, touched, untouched, generation: self.generation }
    }

    /// The same city with all that a store holds, whatever was served before.
    pub(crate) fn anew(&self, contents: Contents) -> Self {
        let snapshot = Arc::new(StoredCity::again(&self.snapshot, contents).snapshot);
        let tiles = Arc::new(self.tiles.edited(Arc::clone(&snapshot)));
        let untouched = snapshot.revision();
        Self { snapshot, tiles, touched: HashMap::new(), untouched, generation: self.generation + 1 }
    }

    /// What has become of the tile of places: a kept copy of the same state still holds.
    pub(crate) fn tile_state(&self, tile: TileCoord) -> TileState {
        TileState { generation: self.generation, revision: self.touched.get(&tile).copied().unwrap_or(self.untouched) }
    }
}

/// The state of a tile: which commit last touched it, of which reading of the store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TileState {
    generation: u32,
    revision: Revision,
}

impl fmt::Display for TileState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.generation, self.revision)
    }
}

/// The tile of each zoom in which a place at this point stands.
fn tiles_around(point: LonLat<Wgs84>) -> impl Iterator<Item = TileCoord> {
    (0..=MAX_ZOOM).map(move |zoom| TileCoord::containing(point, zoom))
}
