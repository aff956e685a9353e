//! The region tree and the water, and where the village units are.

use std::collections::BTreeMap;

use yuren_catalog::{City, Layers, Position, Precision, Region, RegionCode, RegionTree, WaterBody};

use super::draw::Draw;
use super::sources::{CentreRow, OsmRow, Sources, UnitRow};
use super::towns::{Towns, point, region_nodes};
use super::{code, provenance};

/// A village's own node stands in it; its office is within this of it, in metres.
const NODE_RADIUS_M: f64 = 1_000.0;

/// The statistical district that has no polygon: it lies inside 邗江区 and 仪征市.
const STATISTICAL_DISTRICT: (&str, &str) = ("321071", "扬州经济技术开发区");

/// Names in English: read as Hanyu Pinyin has them (ISO 7098), the kind of region translated.
const NAMES_EN: [(&str, &str); 7] = [
    ("321002", "Guangling District"),
    ("321003", "Hanjiang District"),
    ("321012", "Jiangdu District"),
    ("321023", "Baoying County"),
    ("321071", "Yangzhou Economic and Technological Development Zone"),
    ("321081", "Yizheng City"),
    ("321084", "Gaoyou City"),
];

/// A unit that may hold a role, and where it is.
pub(super) struct PlacedUnit<'a> {
    pub(super) row: &'a UnitRow,
    pub(super) position: Position,
    /// Its key in OpenStreetMap, where its position is from there.
    pub(super) osm_key: Option<String>,
}

/// Whether the unit is a village or community, and no virtual unit of a farm.
fn holds_roles(row: &UnitRow) -> bool {
    matches!(row.kind.as_str(), "村委会" | "居委会/社区")
}

/// The village and community units with their positions: the centre that OSM knows, else a generated one.
pub(super) fn placed_units<'a>(sources: &'a Sources, towns: &Towns<'_>) -> Result<Vec<PlacedUnit<'a>>, String> {
    let centres: BTreeMap<_, _> = sources
        .centres
        .iter()
        .filter(|row| row.admin_level == 10 && !row.village_code.is_empty() && is_trusted(row))
        .map(|row| (row.village_code.as_str(), row))
        .collect();
    let nodes = region_nodes(sources);
    sources
        .units
        .iter()
        .filter(|row| holds_roles(row))
        .map(|row| {
            let code = row.village_code.as_str();
            let (position, osm_key) = unit_position(row, centres.get(code).copied(), nodes.get(code).copied(), towns)?;
            Ok(PlacedUnit { row, position, osm_key })
        })
        .collect()
}

/// Whether the match of name to code stands: `rejected_far` and `duplicate_polygon` rows say that theirs does not.
fn is_trusted(row: &CentreRow) -> bool {
    !row.matched.starts_with("rejected") && !row.matched.starts_with("duplicate")
}

fn unit_position(
    row: &UnitRow,
    centre: Option<&CentreRow>,
    node: Option<&OsmRow>,
    towns: &Towns<'_>,
) -> Result<(Position, Option<String>), String> {
    let from_osm = |lon, lat, radius_m| {
        Ok::<_, String>(Position {
            point: point(lon, lat)?,
            precision: Precision::Osm,
            radius_m,
            provenance: provenance("osm"),
        })
    };
    if let Some(centre) = centre {
        let key = format!("relation/{}", centre.osm_local_id);
        return Ok((from_osm(centre.lon, centre.lat, centre.rough_radius_m)?, Some(key)));
    }
    if let Some(node) = node {
        return Ok((from_osm(node.lon, node.lat, NODE_RADIUS_M)?, Some(node.key())));
    }
    let mut draw = Draw::of(&["position", &format!("stats:{}", row.village_code)]);
    let scattered = towns.scatter(&row.town_code, &row.village_code[..6], false, &mut draw)?;
    let position = Position {
        point: scattered.point,
        precision: Precision::Synthetic,
        radius_m: scattered.radius_m,
        provenance: provenance("synthetic"),
    };
    Ok((position, None))
}

/// City, districts, towns and villages. Farms' virtual units and towns of unknown place have no position.
pub(super) fn tree(sources: &Sources, towns: &Towns<'_>, units: &[PlacedUnit<'_>]) -> Result<RegionTree, String> {
    let city = region(&sources.city.adcode, &sources.city.name);
    let mut regions = vec![Region { sources: Vec::new(), name_en: Some(sources.city.name_en.clone()), ..city }];
    for row in &sources.districts {
        let position = towns.ground.middle(&row.code).map(|(point, radius_m)| Position {
            point,
            precision: Precision::Approximate,
            radius_m: (radius_m / 100.0).ceil() * 100.0,
            provenance: provenance("tianditu"),
        });
        regions.push(Region {
            position,
            polygons: vec![row.rings.clone()],
            sources: vec!["stats".into(), "tianditu".into()],
            ..region(&code(&row.code)?, &row.name)
        });
    }
    regions.push(region(&code(STATISTICAL_DISTRICT.0)?, STATISTICAL_DISTRICT.1));
    for row in &sources.towns {
        let position = towns.get(&row.town_code).map(|town| town.position.clone());
        regions.push(Region { position, ..region(&code(&row.town_code)?, &row.town_name) });
    }
    let positions: BTreeMap<_, _> = units.iter().map(|unit| (&unit.row.village_code, &unit.position)).collect();
    for row in &sources.units {
        let position = positions.get(&row.village_code).map(|&position| position.clone());
        regions.push(Region { position, ..region(&code(&row.village_code)?, &row.village_name) });
    }
    Ok(RegionTree::new(regions))
}

fn region(code: &RegionCode, name: &str) -> Region {
    Region {
        code: code.clone(),
        name: name.to_owned(),
        name_en: NAMES_EN.iter().find(|(of, _)| *of == code.as_str()).map(|(_, name_en)| (*name_en).to_owned()),
        position: None,
        polygons: Vec::new(),
        sources: vec!["stats".into()],
    }
}

/// The waters that touch the city's box.
pub(super) fn layers(sources: &Sources) -> Layers {
    let water = sources.water.iter().filter(|row| touches(&row.rings, &sources.city)).map(|row| {
        let (name, name_en) = match row.name.as_deref().and_then(|both| both.split_once(' ')) {
            Some((zh, en)) => (Some(zh.to_owned()), Some(en.to_owned())),
            None => (row.name.clone(), None),
        };
        WaterBody { name, name_en, rings: row.rings.clone(), source: "osm".into() }
    });
    Layers { water: water.collect() }
}

/// Whether the boxes of the rings and of the city overlap.
fn touches(rings: &[Vec<[f64; 2]>], city: &City) -> bool {
    let [west, south, east, north] = city.bbox;
    let corners = || rings.iter().flatten();
    corners().any(|p| p[0] >= west)
        && corners().any(|p| p[0] <= east)
        && corners().any(|p| p[1] >= south)
        && corners().any(|p| p[1] <= north)
}
