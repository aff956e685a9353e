//! A city made up for tests.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use yuren_catalog::calendar::Calendar;
use yuren_catalog::{
    Article, City, CityPack, Fee, Layers, Place, Position, Precision, Provenance, Region, RegionTree, Role, RoleKind,
    Source, SourceKey, Sourced, Status, Travel, WaterBody,
};
use yuren_geodesy::{LonLat, TileCoord, Wgs84};

pub(crate) const BBOX: [f64; 4] = [119.0, 32.2, 119.9, 33.5];

/// Two districts, `321002` in the west and `321012` in the east, and two towns.
pub(crate) fn city(places: Vec<Place>, water: Vec<WaterBody>) -> CityPack {
    CityPack {
        city: City {
            name: "扬州市".into(),
            name_en: "Yangzhou".into(),
            adcode: "321000".parse().unwrap(),
            bbox: BBOX,
            time_zone: "Asia/Shanghai".into(),
            data_date: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
            calendar: None,
            travel: Travel::default(),
            map_approval: None,
            sample: true,
            article: Article {
                publisher: "报".into(),
                author: "局".into(),
                published_on: NaiveDate::from_ymd_opt(2025, 2, 14).unwrap(),
            },
            declared: Vec::new(),
            facts: Vec::new(),
        },
        sources: sources(),
        regions: RegionTree::new(vec![
            region("321000", "扬州市", None, &[]),
            region("321002", "广陵区", None, &[square([119.0, 32.2], [119.45, 33.5])]),
            region("321012", "江都区", Some([119.7, 32.6]), &[square([119.45, 32.2], [119.9, 33.5])]),
            region("321002001", "东关街道", Some([119.44, 32.4]), &[]),
            region("321002001001", "东关社区", Some([119.441, 32.401]), &[]),
            region("321012001", "仙女镇", Some([119.55, 32.43]), &[]),
        ]),
        places,
        study_routes: Vec::new(),
        layers: Layers { water },
        calendar: Calendar::default(),
    }
}

pub(crate) fn square([west, south]: [f64; 2], [east, north]: [f64; 2]) -> Vec<Vec<[f64; 2]>> {
    vec![vec![[west, south], [east, south], [east, north], [west, north], [west, south]]]
}

fn sources() -> BTreeMap<SourceKey, Source> {
    let source = |title: &str, attribution: &str, url: Option<&str>, synthetic| Source {
        title: title.into(),
        title_en: title.into(),
        licence: "ODbL-1.0".into(),
        attribution: attribution.into(),
        url: url.map(Into::into),
        synthetic,
    };
    BTreeMap::from([
        (
            "osm".into(),
            source("OSM", "© OpenStreetMap contributors", Some("https://www.openstreetmap.org/copyright"), false),
        ),
        ("list".into(), source("List", "", None, false)),
        ("synthetic".into(), source("Examples", "", None, true)),
    ])
}

pub(crate) fn provenance(source: &SourceKey) -> Provenance {
    Provenance { source: source.clone(), checked_on: None, checked_by: None }
}

fn region(code: &str, name: &str, at: Option<[f64; 2]>, polygons: &[Vec<Vec<[f64; 2]>>]) -> Region {
    Region {
        code: code.parse().unwrap(),
        name: name.into(),
        name_en: (code == "321002").then(|| "Guangling District".into()),
        position: at.map(|at| position(at, &"osm".into())),
        polygons: polygons.to_vec(),
        sources: vec!["osm".into()],
    }
}

fn position(at: [f64; 2], source: &SourceKey) -> Position {
    Position {
        point: LonLat::<Wgs84>::new(at[0], at[1]).unwrap(),
        precision: Precision::Osm,
        radius_m: 10.0,
        provenance: provenance(source),
    }
}

/// A place of the first town, of source `source`, with a role of each kind and fee given.
pub(crate) fn place(number: usize, at: [f64; 2], roles: &[(RoleKind, Fee)], source: &SourceKey) -> Place {
    let role = |(index, &(kind, fee)): (usize, &(RoleKind, Fee))| {
        let mut role = Role::new(format!("r-{number}-{index}").parse().unwrap(), kind, provenance(source));
        role.fee = Some(Sourced { value: fee, provenance: provenance(source) });
        role
    };
    Place {
        id: format!("p-{number}").parse().unwrap(),
        name: format!("地方{number}"),
        name_provenance: provenance(source),
        name_en: None,
        aliases: Vec::new(),
        address: None,
        position: position(at, source),
        entrances: Vec::new(),
        region: "321002001".parse().unwrap(),
        status: Status::Active,
        source_keys: BTreeMap::new(),
        roles: roles.iter().enumerate().map(role).collect(),
        activities: Vec::new(),
        courses: Vec::new(),
    }
}

/// The tile at zoom `z` around a point.
pub(crate) fn tile_at(at: [f64; 2], z: u8) -> TileCoord {
    TileCoord::containing(LonLat::new(at[0], at[1]).unwrap(), z)
}

/// Every tile of the zoom that meets the city's box and the tiles around them.
pub(crate) fn covering(z: u8) -> Vec<TileCoord> {
    let [north_west, south_east] = [tile_at([BBOX[0], BBOX[3]], z), tile_at([BBOX[2], BBOX[1]], z)];
    let last = (1u32 << z) - 1;
    let columns = north_west.x().saturating_sub(1)..=(south_east.x() + 1).min(last);
    columns
        .flat_map(|x| {
            let rows = north_west.y().saturating_sub(1)..=(south_east.y() + 1).min(last);
            rows.map(move |y| TileCoord::new(z, x, y).unwrap())
        })
        .collect()
}
