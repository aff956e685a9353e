//! The city as of one revision, ready to be served; an edit makes the next edition.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use yuren_catalog::{Place, PlaceId, Revision, Source, SourceKey};
use yuren_geodesy::{LonLat, TileCoord, Wgs84};
use yuren_index::Snapshot;
use yuren_tiles::{MAX_ZOOM, Tiles};

/// With so many tiles remembered as touched, all count as touched: one large import is no list of tiles.
const MOST_TOUCHED: usize = 100_000;

/// What one commit did, as an edition is made of it.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    /// The commit's number.
    pub revision: Revision,
    /// The places that it changed, as they are now.
    pub places: Vec<Place>,
    /// The sources that came with it.
    pub sources: BTreeMap<SourceKey, Source>,
}

/// A city as of one revision. Immutable: whoever holds one sees one city to the end of their question.
pub(crate) struct Edition {
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) tiles: Arc<Tiles>,
    /// Which commit last touched a place.
    revisions: HashMap<PlaceId, Revision>,
    /// Which commit last touched a tile of places; those not listed were last touched by `untouched`.
    touched: HashMap<TileCoord, Revision>,
    untouched: Revision,
}

impl Edition {
    /// The edition of a snapshot; `revisions` of its places, where they are known to be younger than the first.
    pub(crate) fn new(snapshot: Arc<Snapshot>, revisions: HashMap<PlaceId, Revision>) -> Self {
        Self {
            tiles: Arc::new(Tiles::new(Arc::clone(&snapshot))),
            revisions,
            touched: HashMap::new(),
            untouched: snapshot.revision(),
            snapshot,
        }
    }

    /// The edition after an edit.
    pub(crate) fn next(&self, edit: Edit) -> Self {
        let Edit { revision, places, sources } = edit;
        let mut revisions = self.revisions.clone();
        let mut touched = self.touched.clone();
        for place in &places {
            let before = self.snapshot.place(&place.id).map(|place| place.position.point);
            for tile in before.into_iter().chain([place.position.point]).flat_map(tiles_around) {
                touched.insert(tile, revision);
            }
            revisions.insert(place.id.clone(), revision);
        }
        let snapshot = Arc::new(self.snapshot.edited(places, sources, revision));
        let tiles = Arc::new(self.tiles.edited(Arc::clone(&snapshot)));
        let (touched, untouched) =
            if touched.len() > MOST_TOUCHED { (HashMap::new(), revision) } else { (touched, self.untouched) };
        Self { snapshot, tiles, revisions, touched, untouched }
    }

    /// Which commit last touched the place; the first where nothing else is known.
    pub(crate) fn revision_of(&self, id: &PlaceId) -> Revision {
        self.revisions.get(id).copied().unwrap_or(1)
    }

    /// Which commit last touched the tile of places: a kept copy of that revision still holds.
    pub(crate) fn tile_revision(&self, tile: TileCoord) -> Revision {
        self.touched.get(&tile).copied().unwrap_or(self.untouched)
    }
}

/// The tile of each zoom in which a place at this point stands.
fn tiles_around(point: LonLat<Wgs84>) -> impl Iterator<Item = TileCoord> {
    (0..=MAX_ZOOM).map(move |zoom| TileCoord::containing(point, zoom))
}
