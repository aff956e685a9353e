//! Study routes of a city.

use std::collections::BTreeMap;

use yuren_catalog::{CityPack, StudyRoute};
use yuren_index::Snapshot;

use crate::support::{code, pack, place};

fn route(id: &str, title: &str) -> StudyRoute {
    let said = serde_json::json!({ "id": id, "title": title, "theme": "canal", "provenance": { "source": "list" },
        "stops": [{ "place": "p-1" }, { "place": "p-2" }] });
    serde_json::from_value(said).expect("a route")
}

/// A city with two routes, put in out of their order.
fn snapshot() -> Snapshot {
    let places = ["p-1", "p-2"].map(|id| place(id, "馆", 119.4, 32.4, &code("321002"), &"list".into()));
    let study_routes = vec![route("s-2", "乙"), route("s-1", "甲")];
    Snapshot::new(CityPack { study_routes, ..pack(places.into(), Vec::new()) }, 1)
}

fn told(snapshot: &Snapshot) -> Vec<(&str, &str)> {
    snapshot.study_routes().map(|route| (route.id.as_str(), route.title.as_str())).collect()
}

#[test]
fn routes_stand_by_id_and_each_is_found_by_its_own() {
    let snapshot = snapshot();
    assert_eq!(told(&snapshot), [("s-1", "甲"), ("s-2", "乙")]);
    let found = |id: &str| snapshot.study_route(&id.parse().expect("an id")).map(|route| route.title.as_str());
    assert_eq!((found("s-2"), found("s-3")), (Some("乙"), None));
}

#[test]
fn an_edit_of_places_keeps_the_routes_and_one_of_routes_changes_those_it_names() {
    let before = snapshot();
    let moved = place("p-1", "馆", 119.5, 32.5, &code("321002"), &"list".into());
    let after = before.edited(vec![moved], BTreeMap::new(), 2);
    assert_eq!(told(&after), told(&before));
    let after = after.with_study_routes(vec![route("s-2", "乙二"), route("s-3", "丙")]);
    assert_eq!(told(&after), [("s-1", "甲"), ("s-2", "乙二"), ("s-3", "丙")]);
    assert_eq!(told(&before), [("s-1", "甲"), ("s-2", "乙")]);
}

#[test]
fn a_city_that_is_restocked_has_the_routes_that_it_is_given_and_no_others() {
    let anew = snapshot().restocked(Vec::new(), BTreeMap::new(), 3);
    assert_eq!(told(&anew), []);
    assert_eq!(told(&anew.with_study_routes(vec![route("s-9", "新")])), [("s-9", "新")]);
}
