//! Where the towns are, and which ground is whose.

use std::collections::BTreeMap;

use yuren_catalog::{Position, Precision};
use yuren_geodesy::{LonLat, Wgs84, geodesic_m};

use super::draw::Draw;
use super::ground::{Ground, scatter_in_disc};
use super::provenance;
use super::sources::{CentreRow, OsmRow, Sources, TownRow, Verdict};

/// How far from a subdistrict's point its generated places may stand, in metres.
const SUBDISTRICT_REACH_M: f64 = 2_500.0;
/// The same for a town in the country.
const TOWN_REACH_M: f64 = 6_000.0;
/// A town's own node stands in its seat; the office is within this of it, in metres.
const NODE_RADIUS_M: f64 = 1_000.0;
/// The same for GeoNames, whose points are coarser.
const GEONAMES_RADIUS_M: f64 = 2_000.0;

/// A town with a point.
pub(super) struct Town {
    /// Where it is.
    pub(super) position: Position,
    /// The district whose polygon holds the point: for the towns of 321071, which has none, the real one around them.
    district: String,
    /// Generated places stand within this of the point, in metres.
    scatter_m: f64,
    /// All of the town is within this of the point, in metres, as far as its boundary is known.
    reach_m: f64,
}

/// Where a place of a town or district was put.
pub(super) struct Scattered {
    pub(super) point: LonLat<Wgs84>,
    /// The true spot, anywhere in the same area, would be within this many metres.
    pub(super) radius_m: f64,
}

/// The towns that have a point, by code.
pub(super) struct Towns<'a> {
    pub(super) ground: &'a Ground,
    towns: BTreeMap<&'a str, Town>,
}

impl<'a> Towns<'a> {
    /// The best point of each town: its OSM place node, else its GeoNames point, else the middle of its OSM area.
    pub(super) fn of(sources: &'a Sources, ground: &'a Ground) -> Result<Self, String> {
        let nodes = region_nodes(sources);
        let areas: BTreeMap<_, _> = sources
            .centres
            .iter()
            .filter(|row| row.admin_level == 8 && !row.town_code.is_empty())
            .map(|row| (row.town_code.as_str(), row))
            .collect();
        let mut towns = BTreeMap::new();
        for row in &sources.towns {
            let code = row.town_code.as_str();
            let area = areas.get(code).copied();
            let Some(position) = best_point(nodes.get(code).copied(), row, area)? else { continue };
            let district = ground
                .district_at(position.point)
                .ok_or_else(|| format!("towns.csv, {code}: its point is in no district's polygon"))?
                .to_owned();
            let scatter_m = if row.town_name.ends_with("街道") { SUBDISTRICT_REACH_M } else { TOWN_REACH_M };
            let area_reach_m = match area {
                Some(area) => geodesic_m(position.point, point(area.lon, area.lat)?) + area.rough_radius_m,
                None => 0.0,
            };
            towns.insert(code, Town { position, district, scatter_m, reach_m: scatter_m.max(area_reach_m) });
        }
        Ok(Self { ground, towns })
    }

    pub(super) fn get(&self, code: &str) -> Option<&Town> {
        self.towns.get(code)
    }

    /// A point on land in the town: nearer to its point than to that of any other town in the same polygon. For a town
    /// without a point (or none named): on land in the district.
    pub(super) fn scatter(
        &self,
        town_code: &str,
        district_code: &str,
        towards_centre: bool,
        draw: &mut Draw,
    ) -> Result<Scattered, String> {
        let Some(town) = self.get(town_code) else {
            let point = self.ground.scatter_in_district(district_code, draw).ok_or_else(|| {
                format!("{district_code} has neither a polygon nor a point for its town {town_code:?}")
            })?;
            let radius_m = self.ground.farthest_corner_m(district_code, point).unwrap_or_default();
            return Ok(Scattered { point, radius_m: hundreds(radius_m) });
        };
        let accept = |point| self.is_ground_of(town_code, point);
        let point = scatter_in_disc(town.position.point, town.scatter_m, towards_centre, draw, accept)
            .ok_or_else(|| format!("town {town_code} has no land around its point"))?;
        Ok(Scattered { point, radius_m: hundreds(geodesic_m(point, town.position.point) + town.reach_m) })
    }

    /// Whether the point is on land in the town's district and no town's point there is nearer than this town's.
    pub(super) fn is_ground_of(&self, town_code: &str, point: LonLat<Wgs84>) -> bool {
        self.get(town_code).is_some_and(|town| {
            let own_m = geodesic_m(point, town.position.point);
            let mut others = self.towns.values().filter(|other| other.district == town.district);
            self.ground.is_land_of(&town.district, point)
                && others.all(|other| geodesic_m(point, other.position.point) >= own_m)
        })
    }
}

/// The OSM nodes judged to be centres of regions, by the region's code.
pub(super) fn region_nodes(sources: &Sources) -> BTreeMap<&str, &OsmRow> {
    let rows: BTreeMap<_, _> = sources.osm.iter().map(|row| (row.key(), row)).collect();
    sources
        .verdicts
        .iter()
        .filter(|verdict| verdict.verdict == Verdict::Region)
        .filter_map(|verdict| Some((verdict.into.as_str(), *rows.get(&verdict.osm_key)?)))
        .collect()
}

fn best_point(node: Option<&OsmRow>, town: &TownRow, area: Option<&CentreRow>) -> Result<Option<Position>, String> {
    // 安宜镇's GeoNames point is its county's, 5 km off.
    let geonames = town.lon_wgs84.zip(town.lat_wgs84).filter(|_| !town.note.contains("仅供占位"));
    let (lon, lat, precision, radius_m, source) = match (node, geonames, area) {
        (Some(node), ..) => (node.lon, node.lat, Precision::Osm, NODE_RADIUS_M, "osm"),
        (None, Some((lon, lat)), _) => (lon, lat, Precision::Approximate, GEONAMES_RADIUS_M, "geonames"),
        (None, None, Some(area)) => (area.lon, area.lat, Precision::Osm, area.rough_radius_m, "osm"),
        (None, None, None) => return Ok(None),
    };
    Ok(Some(Position { point: point(lon, lat)?, precision, radius_m, provenance: provenance(source) }))
}

pub(super) fn point(lon: f64, lat: f64) -> Result<LonLat<Wgs84>, String> {
    LonLat::new(lon, lat).map_err(|e| e.to_string())
}

/// Rounded up to whole hundreds: the bound is no better than that.
fn hundreds(metres: f64) -> f64 {
    (metres / 100.0).ceil() * 100.0
}
