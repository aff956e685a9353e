//! A city pack: a folder of files that is a whole city.
//!
//! | file | what |
//! | --- | --- |
//! | `city.toml` | [`City`] |
//! | `sources.toml` | a table for each [`Source`], under its key |
//! | `boundaries.geojson` | districts: a polygon, several, or none |
//! | `towns.geojson`, `villages.geojson` | regions with a point, or none |
//! | `water.geojson` | lakes and rivers: polygons |
//! | `places/<district>.geojson` | the places of a district, each with its roles |
//! | `study-routes.toml` | a table [`StudyRoute`] (`[[route]]`) for each, or no such file |
//! | `school-year-<year>.toml` | the school year that begins in that year, or none |
//!
//! `README.md`, licence texts (`LICENCE*`, `LICENSE*`) and what lies under `sources/` are no part of the pack and are let
//! be. Reading is [`CityPack::read`]: first the shape of every feature, then the rules, a file each in `rules`.

mod coordinate;
mod draft;
mod explain;
mod finding;
mod joining;
mod place_text;
mod provenances;
mod read;
mod report;
mod rules;
mod shape;
mod write;

use std::collections::BTreeMap;

pub use finding::{Finding, Severity};
pub use joining::Setting;

use crate::calendar::Calendar;
use crate::{City, Layers, Place, RegionCode, RegionTree, Source, SourceKey, StudyRoute};

const CITY: &str = "city.toml";
const SOURCES: &str = "sources.toml";
const BOUNDARIES: &str = "boundaries.geojson";
const TOWNS: &str = "towns.geojson";
const VILLAGES: &str = "villages.geojson";
const WATER: &str = "water.geojson";
const STUDY_ROUTES: &str = "study-routes.toml";

/// The file that holds the places of this region, by the district around it: `places/321002.geojson`.
fn place_file(region: &RegionCode) -> String {
    format!("places/{}.geojson", &region.as_str()[..6])
}

/// The file that holds the school year that begins in this year: `school-year-2026.toml`.
fn school_year_file(year: i32) -> String {
    format!("school-year-{year}.toml")
}

/// The year in `school-year-2026.toml`.
fn school_year_of(path: &str) -> Option<i32> {
    let year = path.strip_prefix("school-year-")?.strip_suffix(".toml")?;
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| year.parse().ok()).flatten()
}

/// A file of a pack: its path inside the pack with `/`, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFile {
    /// Such as `places/321002.geojson`.
    pub path: String,
    /// Its content, unchecked.
    pub bytes: Vec<u8>,
}

/// A whole city, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct CityPack {
    /// `city.toml`.
    pub city: City,
    /// `sources.toml`.
    pub sources: BTreeMap<SourceKey, Source>,
    /// The city itself, and `boundaries.geojson`, `towns.geojson` and `villages.geojson`.
    pub regions: RegionTree,
    /// `places/*.geojson`, by id.
    pub places: Vec<Place>,
    /// `study-routes.toml`, by id.
    pub study_routes: Vec<StudyRoute>,
    /// `water.geojson`.
    pub layers: Layers,
    /// `school-year-*.toml`, and the public calendar that `city.toml` names. That one lies outside the folder, for it is many
    /// cities': a pack as read has none, and whoever serves it puts it in.
    pub calendar: Calendar,
}

/// What reading a pack came to.
#[derive(Clone, Debug)]
pub struct PackReading {
    /// The city; `None` if any finding is an error, so that nobody serves half a city.
    pub pack: Option<CityPack>,
    /// Everything found wrong, in file order.
    pub findings: Vec<Finding>,
}
