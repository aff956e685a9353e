//! Yuren Map over HTTP: the query and tile interface, its description, and the page that it is handed.
//!
//! A request passes, from the outside in: [`observe`] counts it, [`headers`] secures its answer, [`representation`] tags
//! and encodes the answer's body, [`bounds`] refuses what is too large to look at. Then [`params`] reads its query by what
//! the route declares, the route in [`routes`] asks the snapshot, and [`answer`] shapes what it found. Whatever is refused
//! on the way is a [`problem`].
#![forbid(unsafe_code)]

mod accept;
mod answer;
mod aside;
mod assets;
mod body_cache;
mod bounds;
mod clock;
mod coming;
mod confirming;
mod content;
mod docs;
mod editing;
mod edition;
mod encoding;
mod entity_tag;
mod events;
mod field_study;
mod headers;
mod import_options;
mod importing;
mod journey;
pub mod links;
mod listing;
mod live;
mod metrics;
mod nearest_by_streets;
mod observe;
mod offering;
mod openapi;
mod pack_difference;
mod pack_update;
mod params;
pub mod people;
mod planning;
mod problem;
mod reporters;
mod representation;
mod routes;
mod site;
mod standing;
mod state;
mod stored_city;
#[cfg(test)]
mod tests;
mod upload;
mod window;

pub use assets::{Asset, Assets, NoAssets};
pub use clock::{now, put_clock, today};
pub use field_study::DayFormat;
pub use pack_update::{PackUpdate, take_in};
pub use planning::Desk;
pub use site::{BindError, Bound, Site};
// What a site is made of, so that whoever starts one needs no crate below this.
pub use stored_city::StoredCity;
pub use yuren_catalog as catalog;
pub use yuren_geodesy as geodesy;
pub use yuren_ingest as ingest;
pub use yuren_network as network;
pub use yuren_store as store;
pub use yuren_tiles::Lang;

/// The interface's OpenAPI description as JSON text, ending in a line feed.
pub fn openapi_json() -> Result<String, serde_json::Error> {
    openapi::json()
}
