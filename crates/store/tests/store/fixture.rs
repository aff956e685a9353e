//! A small city of three places, and changes of it.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use yuren_catalog::calendar::Calendar;
use yuren_catalog::{
    ChangeSet, City, CityPack, Expected, Layers, Place, PlaceChange, PlaceId, RegionTree, Revision, Source,
};
use yuren_store::{Author, Store, StoreError};

/// `seconds` after the moment at which the tests' world begins.
pub(crate) fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_767_225_600, 0).unwrap() + TimeDelta::seconds(seconds)
}

pub(crate) fn id(text: &str) -> PlaceId {
    text.parse().unwrap()
}

/// A library with one role, with every kind of text in it that databases are known to trip over.
pub(crate) fn place(id: &str, name: &str) -> Place {
    let feature = serde_json::json!({
        "type": "Feature",
        "id": id,
        "geometry": {"type": "Point", "coordinates": [119.4382, 32.401_234_5]},
        "properties": {
            "name": name,
            "name_source": {"source": "bureau", "checked_on": "2025-11-30", "checked_by": "扬州市教育局"},
            "address": "文昌中路 1 号 “甲'乙\\丙\"丁” 🏛",
            "position": {"precision": "surveyed", "radius_m": 30.0, "source": "bureau"},
            "region": "321002402",
            "roles": [{
                "id": format!("r-{id}"),
                "kind": "venue",
                "claim": {"source": "bureau"},
                "hours": {"value": "Tu-Su 09:00-17:00", "source": "bureau"},
                "fee": {"value": "free", "source": "bureau"},
            }],
        },
    });
    Place::from_feature_json(&feature.to_string()).unwrap()
}

pub(crate) fn source(title: &str) -> Source {
    Source {
        title: title.to_owned(),
        title_en: "A source".to_owned(),
        licence: "CC0-1.0".to_owned(),
        attribution: String::new(),
        url: None,
        synthetic: false,
    }
}

/// A city of these places.
pub(crate) fn pack_of(places: Vec<Place>) -> CityPack {
    let city: City = serde_json::from_value(serde_json::json!({
        "name": "扬州市",
        "name_en": "Yangzhou",
        "adcode": "321000",
        "bbox": [119.0, 32.0, 120.0, 33.5],
        "time_zone": "Asia/Shanghai",
        "data_date": "2026-01-01",
        "article": {"publisher": "江苏教育新闻网", "author": "扬州市教育局", "published_on": "2025-02-14"},
        "declared": [],
    }))
    .unwrap();
    let sources = BTreeMap::from([("bureau".into(), source("教育局"))]);
    CityPack {
        city,
        sources,
        regions: RegionTree::default(),
        places,
        study_routes: Vec::new(),
        layers: Layers::default(),
        calendar: Calendar::default(),
    }
}

/// The small city: `p-a`, `p-b` and `p-c`.
pub(crate) fn pack() -> CityPack {
    pack_of(vec![place("p-a", "甲馆"), place("p-b", "乙馆"), place("p-c", "丙馆")])
}

pub(crate) fn change(place: Place, expected: Expected) -> PlaceChange {
    PlaceChange { place, expected }
}

/// A set of these changes and nothing else.
pub(crate) fn set(changes: Vec<PlaceChange>) -> ChangeSet {
    ChangeSet { changes, why: "because".to_owned(), ..ChangeSet::default() }
}

pub(crate) fn editor() -> Author {
    Author::Account("li.na".parse().unwrap())
}

/// Gives one place another name.
pub(crate) async fn rename(
    store: &dyn Store,
    id: &str,
    name: &str,
    expected: Expected,
) -> Result<Revision, StoreError> {
    store.commit(&set(vec![change(place(id, name), expected)]), &editor(), at(60)).await
}
