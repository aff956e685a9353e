//! The shape of a place in an answer, the same wherever it appears.

use serde_json::Value;
use yuren_tests::Server;

use crate::{ROLE_KINDS, number, region_codes, roles};

/// Asserts that a value is a provenance object whose source is among the answer's sources.
fn check_provenance(provenance: &Value, sources: &Value, at: &str) {
    let source = provenance["source"].as_str().unwrap_or_else(|| panic!("{at}: no source in {provenance}"));
    let known = sources.get(source).unwrap_or_else(|| panic!("{at}: {source} is not in the answer's sources"));
    assert_eq!(provenance["synthetic"], known["synthetic"], "{at}: {provenance}");
    for member in ["checked_on", "checked_by"] {
        assert!(provenance.get(member).is_some(), "{at}: {member} is left out of {provenance}");
    }
}

/// Asserts that every member of the contract is there, and that what is derived agrees with what it is derived from.
fn check(feature: &Value, sources: &Value) {
    let id = feature["id"].as_str().expect("an id");
    let properties = &feature["properties"];
    assert_eq!(feature["type"], "Feature", "{id}");
    assert_eq!(feature["geometry"]["type"], "Point", "{id}");
    for member in ["name", "name_en", "aliases", "address", "status", "region", "regions", "synthetic", "entrances"] {
        assert!(properties.get(member).is_some(), "{id}: {member} is left out");
    }
    assert_eq!(region_codes(feature).first(), Some(&"321000"), "{id}: regions begin with the city");
    assert_eq!(region_codes(feature).last().copied(), properties["region"].as_str(), "{id}: regions end with its own");
    let position = &properties["position"];
    assert!(["surveyed", "osm", "approximate", "synthetic"].iter().any(|p| position["precision"] == *p), "{position}");
    assert!(number(&position["radius_m"]) >= 0.0, "{id}");
    check_provenance(position, sources, id);
    check_provenance(&properties["name_source"], sources, id);
    let is_synthetic = position["synthetic"] == true || properties["name_source"]["synthetic"] == true;
    assert_eq!(properties["synthetic"], is_synthetic, "{id}: synthetic is that of its position or its name");
    for datum in ["wgs84", "gcj02", "bd09"] {
        assert_eq!(properties["map_points"][datum].as_array().map(Vec::len), Some(2), "{id}: map_points.{datum}");
    }
    assert!(!roles(feature).is_empty(), "{id} has no role");
    for role in roles(feature) {
        let at = format!("{id}, role {}", role["id"]);
        assert!(ROLE_KINDS.iter().any(|kind| role["kind"] == *kind), "{at}: {}", role["kind"]);
        assert!(["free", "paid", "unknown"].iter().any(|fee| role["fee"] == *fee), "{at}: {}", role["fee"]);
        assert_ne!(role["status"], "withdrawn", "{at} is withdrawn and shown");
        assert!(role["matched"].is_boolean() && role.get("name").is_some(), "{at}");
        check_provenance(&role["claim"], sources, &at);
        assert!(role["synthetic"].is_boolean(), "{at}");
        for fact in ["hours", "audience", "booking", "capacity", "visit_minutes", "wheelchair", "contact"] {
            let fact = role.get(fact).unwrap_or_else(|| panic!("{at}: {fact} is left out"));
            if !fact.is_null() {
                assert!(!fact["value"].is_null(), "{at}: {fact}");
                check_provenance(&fact["source"], sources, &at);
            }
        }
        match role.get("fee_source") {
            Some(Value::Null) => assert_eq!(role["fee"], "unknown", "{at}: a fee that nobody stated"),
            Some(source) => check_provenance(source, sources, &at),
            None => panic!("{at}: fee_source is left out"),
        }
    }
}

#[test]
fn places_have_one_shape_in_every_list() {
    let server = Server::shared();
    for path in [
        "/api/v1/places/nearest?lon=119.43&lat=32.4&k=100",
        "/api/v1/places?region=321084&limit=200",
        "/api/v1/places?near=119.43,32.4&radius_m=3000",
        "/api/v1/places?bbox=119.4,32.3,119.5,32.5",
    ] {
        let answer = server.get(path);
        let json = answer.json();
        assert!(!answer.features().is_empty(), "{path} finds something");
        assert_eq!(json["numberReturned"], answer.features().len(), "{path}");
        for feature in answer.features() {
            check(&feature, &json["sources"]);
        }
    }
}

#[test]
fn a_single_place_has_the_same_shape_and_its_own_sources() {
    let server = Server::shared();
    let id = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=1").ids().remove(0);
    let json = server.get(&format!("/api/v1/places/{id}")).json();
    check(&json, &json["sources"]);
}

#[test]
fn places_found_by_name_have_the_same_shape_and_say_which_name_matched() {
    let server = Server::shared();
    let json = server.get("/api/v1/search?q=sxh").json();
    let places: Vec<&Value> = json["features"].as_array().into_iter().flatten().collect();
    let places: Vec<_> = places.into_iter().filter(|feature| feature["properties"]["result"] == "place").collect();
    assert!(!places.is_empty());
    for place in places {
        check(place, &json["sources"]);
        assert!(place["properties"]["matched_name"].is_string() && place["properties"]["matched_field"].is_string());
    }
}

#[test]
fn every_answer_says_its_datum_its_date_its_revision_and_its_sources() {
    let server = Server::shared();
    let id = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=1").ids().remove(0);
    for path in [
        "/api/v1/places/nearest?lon=119.43&lat=32.4".to_owned(),
        "/api/v1/places?region=321084&limit=3".to_owned(),
        "/api/v1/search?q=sxh".to_owned(),
        format!("/api/v1/places/{id}"),
    ] {
        let json = server.get(&path).json();
        assert_eq!(json["datum"], "wgs84", "{path}");
        assert_eq!(json["data_date"], "2025-02-14", "{path}");
        assert_eq!(json["revision"], 1, "{path}");
        for source in json["sources"].as_object().expect("sources").values() {
            for member in ["title", "title_en", "licence", "attribution", "url", "synthetic"] {
                assert!(source.get(member).is_some(), "{path}: {member} is left out of {source}");
            }
        }
    }
}
