//! Cities made by hand for tests.

use std::collections::BTreeMap;

use yuren_catalog::calendar::Calendar;
use yuren_catalog::{
    Article, City, CityPack, Fee, Layers, Place, Position, Precision, Provenance, Region, RegionCode, RegionTree, Role,
    RoleKind, SourceKey, Sourced, Status, Travel,
};
use yuren_geodesy::LonLat;

/// A city of these places and regions.
pub(crate) fn pack(places: Vec<Place>, regions: Vec<Region>) -> CityPack {
    let day = chrono::NaiveDate::from_ymd_opt(2025, 2, 14).expect("a day");
    let city = City {
        name: "扬州市".to_owned(),
        name_en: "Yangzhou".to_owned(),
        adcode: code("321000"),
        bbox: [119.0, 32.0, 120.0, 33.5],
        time_zone: "Asia/Shanghai".to_owned(),
        data_date: day,
        calendar: None,
        travel: Travel::default(),
        map_approval: None,
        sample: true,
        article: Article { publisher: "publisher".to_owned(), author: "author".to_owned(), published_on: day },
        declared: Vec::new(),
        facts: Vec::new(),
    };
    CityPack {
        city,
        sources: BTreeMap::new(),
        regions: RegionTree::new(regions),
        places,
        study_routes: Vec::new(),
        layers: Layers::default(),
        calendar: Calendar::default(),
    }
}

/// An active place without roles.
pub(crate) fn place(id: &str, name: &str, lon: f64, lat: f64, region: &RegionCode, source: &SourceKey) -> Place {
    let provenance = Provenance { source: source.clone(), checked_on: None, checked_by: None };
    Place {
        id: id.parse().expect("an id"),
        name: name.to_owned(),
        name_provenance: provenance.clone(),
        name_en: None,
        aliases: Vec::new(),
        address: None,
        position: Position {
            point: LonLat::new(lon, lat).expect("a point"),
            precision: Precision::Synthetic,
            radius_m: 0.0,
            provenance,
        },
        entrances: Vec::new(),
        region: region.clone(),
        status: Status::Active,
        source_keys: BTreeMap::new(),
        roles: Vec::new(),
        activities: Vec::new(),
        courses: Vec::new(),
    }
}

/// An active role; no fee = nobody said.
pub(crate) fn role(id: &str, kind: RoleKind, fee: Option<Fee>, source: &SourceKey) -> Role {
    let provenance = Provenance { source: source.clone(), checked_on: None, checked_by: None };
    let mut role = Role::new(id.parse().expect("an id"), kind, provenance.clone());
    role.fee = fee.map(|value| Sourced { value, provenance });
    role
}

/// A region code.
pub(crate) fn code(digits: &str) -> RegionCode {
    digits.parse().expect("a region code")
}
