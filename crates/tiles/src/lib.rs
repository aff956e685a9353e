//! A snapshot as a map: vector tiles, their `TileJSON`, and a style to draw them with.
//!
//! [`Tiles::new`] projects what a snapshot holds once; every tile is then made on its own, from the filtered
//! index, so that a tile of any filter is right by itself and holds at most [`MAX_TILE_BYTES`].
//!
//! Tiles are Mapbox Vector Tiles 2.1 of extent 4096 in the usual Web Mercator pyramid (x east, y south). What each layer
//! holds stands in one table, `schema.rs`; `TileJSON` publishes it.
#![forbid(unsafe_code)]

mod boundaries;
mod clip;
mod credit;
mod frame;
mod mvt;
mod names;
mod places;
mod schema;
mod shape;
mod simplify;
mod style;
mod tile_json;
mod view;
mod water;

use std::sync::Arc;

use serde_json::Value;
use yuren_geodesy::TileCoord;
use yuren_index::{Filter, Snapshot};

pub use names::{Lang, Theme, TileLayer, UnknownName};

use boundaries::Boundaries;
use frame::Frame;
use places::Places;
use view::View;
use water::Water;

/// No tile is larger, before compression.
pub const MAX_TILE_BYTES: usize = 50_000;

/// The deepest zoom with tiles of its own; a map shows deeper zooms by enlarging these.
pub const MAX_ZOOM: u8 = 16;

/// The tiles of one snapshot. Cheap to make beside the snapshot itself; to be made anew with each.
#[derive(Debug)]
pub struct Tiles {
    snapshot: Arc<Snapshot>,
    places: Places,
    boundaries: Arc<Boundaries>,
    water: Arc<Water>,
    view: View,
}

impl Tiles {
    /// Prepares what all tiles of the snapshot share: projected places and polygons, where labels stand, what the map shows first.
    pub fn new(snapshot: Arc<Snapshot>) -> Self {
        let boundaries = Arc::new(Boundaries::new(snapshot.regions()));
        let water = Arc::new(Water::new(snapshot.layers()));
        Self::over(snapshot, boundaries, water)
    }

    /// The tiles of the snapshot after an edit of this one's: what lies under the places is shared with these.
    #[must_use]
    pub fn edited(&self, snapshot: Arc<Snapshot>) -> Self {
        Self::over(snapshot, Arc::clone(&self.boundaries), Arc::clone(&self.water))
    }

    fn over(snapshot: Arc<Snapshot>, boundaries: Arc<Boundaries>, water: Arc<Water>) -> Self {
        let places = Places::new(Arc::clone(&snapshot));
        let view = View::new(&snapshot);
        Self { snapshot, places, boundaries, water, view }
    }

    /// One tile as uncompressed MVT 2.1, at most [`MAX_TILE_BYTES`]; empty where there is nothing to draw.
    ///
    /// The filter applies to places; boundaries and water are the same under any. Equal snapshots give equal bytes.
    pub fn tile(&self, layer: TileLayer, tile: TileCoord, filter: &Filter) -> Vec<u8> {
        let frame = Frame::new(tile);
        match layer {
            TileLayer::Places => self.places.encode(&frame, filter),
            TileLayer::Boundaries => self.boundaries.encode(&frame),
            TileLayer::Water => self.water.encode(&frame),
        }
    }

    /// The layer's `TileJSON` 3.0.0. `api_base` is the address of the interface without a slash at its end
    /// (`https://host/api/v1`); `query` is what the tiles' addresses carry after `?`, percent-encoded, or nothing.
    pub fn tile_json(&self, layer: TileLayer, api_base: &str, query: &str) -> Value {
        tile_json::tile_json(&self.snapshot, &self.view, layer, api_base, query)
    }

    /// A `MapLibre` style (specification version 8) over these tiles. It names no glyphs and no sprite: text is drawn
    /// from the page's fonts, and the page answers for the images `role-<kind>`.
    pub fn style(&self, theme: Theme, lang: Lang, api_base: &str) -> Value {
        style::style(&self.snapshot, &self.view, theme, lang, api_base)
    }
}
