//! `GET /api/v1/city`: the ledger of what is declared and what is on the map.

use serde_json::{Value, json};
use yuren_tests::Server;

use crate::{ROLE_KINDS, number};

/// What the programme's article declares, and whether it says "more than".
const DECLARED: [(&str, u64, bool); 10] = [
    ("venue", 200, true),
    ("parent_school", 1296, false),
    ("waiting_station", 26, false),
    ("school", 366, false),
    ("lead_parent_school", 100, false),
    ("heritage", 200, true),
    ("demo_community", 104, false),
    ("demo_station", 50, false),
    ("counselling", 5, false),
    ("practice_centre", 1, false),
];

fn city() -> Value {
    Server::shared().get("/api/v1/city").json()
}

#[test]
fn every_role_kind_is_at_its_declared_count_and_a_floor_is_exceeded() {
    let city = city();
    let roles = city["roles"].as_array().expect("roles");
    let kinds: Vec<_> = roles.iter().map(|role| role["kind"].as_str().unwrap_or_default()).collect();
    assert_eq!(kinds, ROLE_KINDS, "in the order in which lists and legends show them");
    for (role, (kind, declared, is_floor)) in roles.iter().zip(DECLARED) {
        assert_eq!(role["declared"], declared, "{kind}");
        assert_eq!(role["bound"], if is_floor { "floor" } else { "exact" }, "{kind}");
        assert_eq!(role["located"], declared + u64::from(is_floor), "{kind}");
        assert!(role["name"].is_string() && role["name_en"].is_string(), "{kind}");
    }
}

#[test]
fn the_ledger_counts_what_the_lists_hold() {
    let server = Server::shared();
    let city = city();
    for role in city["roles"].as_array().expect("roles") {
        let kind = role["kind"].as_str().expect("a kind");
        let list = server.get(&format!("/api/v1/places?region=321000&role={kind}&limit=1")).json();
        assert_eq!(list["numberMatched"], role["located"], "{kind}: each bearer bears one");
        let districts = city["regions"].as_array().into_iter().flatten();
        let sum: f64 = districts.map(|district| district["located"].get(kind).map_or(0.0, number)).sum();
        assert_eq!(json!(sum), json!(number(&role["located"])), "{kind}: the districts add up to the city");
        assert!(number(&role["synthetic"]) + number(&role["verified"]) <= number(&role["located"]), "{kind}");
    }
    assert_eq!(server.get("/api/v1/places?region=321000&limit=1").json()["numberMatched"], city["places"]);
}

#[test]
fn nothing_is_called_verified_that_nobody_checked() {
    for role in city()["roles"].as_array().expect("roles") {
        assert_eq!(role["verified"], 0, "{role}");
    }
}

#[test]
fn the_city_says_what_it_is_and_that_its_map_has_no_approval_number() {
    let city = city();
    assert_eq!(
        (&city["name"], &city["name_en"], &city["adcode"]),
        (&"扬州市".into(), &"Yangzhou".into(), &"321000".into())
    );
    assert_eq!((&city["time_zone"], &city["data_date"]), (&"Asia/Shanghai".into(), &"2025-02-14".into()));
    assert_eq!(city["sample"], true);
    assert_eq!(city["bbox"].as_array().map(Vec::len), Some(4));
    assert!(city["map_approval"]["number"].is_null());
    assert!(city["map_approval"]["notice"].as_str().is_some_and(|notice| notice.contains("审图号")));
    assert!(city["map_approval"]["notice_en"].is_string());
    assert_eq!(city["article"]["publisher"], "江苏教育新闻网");
    assert_eq!(city["revision"], 1);
}

#[test]
fn declared_facts_that_are_no_places_are_told_with_their_bounds() {
    let facts = city()["facts"].clone();
    let told: Vec<_> = facts.as_array().into_iter().flatten().map(|f| (&f["count"], &f["bound"])).collect();
    let (exact, floor) = (Value::from("exact"), Value::from("floor"));
    assert_eq!(told, [(&54.into(), &exact), (&139.into(), &exact), (&1000.into(), &floor)]);
}

#[test]
fn every_district_is_there_and_so_is_the_statistical_one() {
    let city = city();
    let codes: Vec<_> = city["regions"].as_array().into_iter().flatten().filter_map(|r| r["code"].as_str()).collect();
    assert_eq!(codes, ["321002", "321003", "321012", "321023", "321071", "321081", "321084"]);
}

#[test]
fn every_source_comes_with_its_licence() {
    for (key, source) in city()["sources"].as_object().expect("sources") {
        assert!(source["licence"].as_str().is_some_and(|licence| !licence.is_empty()), "{key}");
        assert!(source["title"].is_string() && source["title_en"].is_string(), "{key}");
    }
}
