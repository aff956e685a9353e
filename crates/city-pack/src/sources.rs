//! The tables under `sources/` and the two hand-written files of the pack, as rows. What they mean is said in
//! `data/yangzhou/sources/README.md`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use yuren_catalog::{City, Source, SourceKey};

use super::offers::{ActivityRow, CourseRow};

/// The outer ring of a polygon, then its holes, in WGS-84 `[lon, lat]` degrees.
pub(super) type Rings = Vec<Vec<[f64; 2]>>;

/// Everything the pack is made from.
#[derive(Clone)]
pub(super) struct Sources {
    pub(super) city: City,
    /// `sources.toml`.
    pub(super) credits: BTreeMap<SourceKey, Source>,
    pub(super) districts: Vec<DistrictRow>,
    pub(super) towns: Vec<TownRow>,
    pub(super) units: Vec<UnitRow>,
    pub(super) centres: Vec<CentreRow>,
    pub(super) osm: Vec<OsmRow>,
    pub(super) verdicts: Vec<VerdictRow>,
    pub(super) slots: Vec<SlotRow>,
    pub(super) water: Vec<WaterRow>,
    pub(super) activities: Vec<ActivityRow>,
    pub(super) courses: Vec<CourseRow>,
}

/// A row of `towns.csv`.
#[derive(Clone, Deserialize)]
pub(super) struct TownRow {
    pub(super) town_code: String,
    pub(super) town_name: String,
    pub(super) lon_wgs84: Option<f64>,
    pub(super) lat_wgs84: Option<f64>,
    pub(super) note: String,
}

/// A row of `village_units.csv`.
#[derive(Clone, Deserialize)]
pub(super) struct UnitRow {
    pub(super) village_code: String,
    pub(super) village_name: String,
    pub(super) kind: String,
    pub(super) town_code: String,
}

/// A row of `village_centres.csv`.
#[derive(Clone, Deserialize)]
pub(super) struct CentreRow {
    pub(super) admin_level: u8,
    pub(super) village_code: String,
    pub(super) lon: f64,
    pub(super) lat: f64,
    pub(super) rough_radius_m: f64,
    pub(super) osm_local_id: String,
    pub(super) town_code: String,
    #[serde(rename = "match")]
    pub(super) matched: String,
}

/// A row of `osm_points.csv`.
#[derive(Clone, Deserialize)]
pub(super) struct OsmRow {
    pub(super) osm_local_id: String,
    pub(super) name: String,
    pub(super) name_en: String,
    pub(super) lon: f64,
    pub(super) lat: f64,
    pub(super) opening_hours: String,
    pub(super) fee: String,
    pub(super) website: String,
}

impl OsmRow {
    /// `node/2429845786`, or `name/荷花池公园` for the areas whose id the extract does not carry.
    pub(super) fn key(&self) -> String {
        if self.osm_local_id.is_empty() { format!("name/{}", self.name) } else { format!("node/{}", self.osm_local_id) }
    }
}

/// What an OSM row is to this map.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Verdict {
    /// A place with the roles named.
    Place,
    /// The same thing as the row named in `into`.
    Same,
    /// A gate of the place named in `into`.
    Entrance,
    /// The centre of the region whose code is in `into`.
    Region,
    /// Nothing of this map's.
    None,
}

/// A row of `osm_verdicts.csv`.
#[derive(Clone, Deserialize)]
pub(super) struct VerdictRow {
    pub(super) osm_key: String,
    pub(super) verdict: Verdict,
    pub(super) roles: String,
    pub(super) into: String,
    pub(super) place_name: String,
    pub(super) aliases: String,
    pub(super) radius_m: Option<f64>,
}

/// A row of `synthetic_slots.csv`.
#[derive(Clone, Deserialize)]
pub(super) struct SlotRow {
    pub(super) kind: String,
    pub(super) district_code: String,
    pub(super) number: String,
    #[serde(rename = "type")]
    pub(super) type_name: String,
    pub(super) town_code: String,
    pub(super) further_roles: String,
}

/// A feature of `districts.geojson`.
#[derive(Clone)]
pub(super) struct DistrictRow {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) rings: Rings,
}

/// A feature of `water_overview.geojson`; the name is both languages' in one, `高邮湖 Gaoyou Lake`.
#[derive(Clone)]
pub(super) struct WaterRow {
    pub(super) name: Option<String>,
    pub(super) rings: Rings,
}

impl Sources {
    /// Reads the folder of a city. The error names the file.
    pub(super) fn read(city: &Path) -> Result<Self, String> {
        let tables = city.join("sources");
        Ok(Self {
            city: toml_file(&city.join("city.toml"))?,
            credits: toml_file(&city.join("sources.toml"))?,
            districts: features(&tables.join("districts.geojson"))?
                .map(|(DistrictProperties { adcode, name }, rings)| DistrictRow { code: adcode, name, rings })
                .collect(),
            towns: table(&tables.join("towns.csv"))?,
            units: table(&tables.join("village_units.csv"))?,
            centres: table(&tables.join("village_centres.csv"))?,
            osm: table(&tables.join("osm_points.csv"))?,
            verdicts: table(&tables.join("osm_verdicts.csv"))?,
            slots: table(&tables.join("synthetic_slots.csv"))?,
            activities: table(&tables.join("synthetic_activities.csv"))?,
            courses: table(&tables.join("synthetic_courses.csv"))?,
            water: features(&tables.join("water_overview.geojson"))?
                .map(|(WaterProperties { name }, rings)| WaterRow { name, rings })
                .collect(),
        })
    }
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn toml_file<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    toml::from_str(&text(path)?).map_err(|e| format!("{}: {e}", path.display()))
}

fn table<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    csv::Reader::from_reader(text(path)?.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|e| format!("{}: {e}", path.display()))
}

#[derive(Deserialize)]
struct DistrictProperties {
    adcode: String,
    name: String,
}

#[derive(Deserialize)]
struct WaterProperties {
    name: Option<String>,
}

#[derive(Deserialize)]
struct Collection<P> {
    features: Vec<Feature<P>>,
}

#[derive(Deserialize)]
struct Feature<P> {
    properties: P,
    geometry: Polygon,
}

/// Both files hold single polygons only; another geometry is an error, not a loss.
#[derive(Deserialize)]
#[serde(tag = "type")]
enum Polygon {
    Polygon { coordinates: Rings },
}

fn features<P: DeserializeOwned>(path: &Path) -> Result<impl Iterator<Item = (P, Rings)>, String> {
    let collection: Collection<P> =
        serde_json::from_str(&text(path)?).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(collection.features.into_iter().map(|feature| {
        let Polygon::Polygon { coordinates } = feature.geometry;
        (feature.properties, coordinates)
    }))
}
