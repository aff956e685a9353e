//! Corrupt packs: `serve` refuses them whole, and `check` says file, feature, field and mend.

use serde_json::{Value, json};
use yuren_tests::{PackCopy, Server, run};

use crate::roles;

const PLACES: &str = "places/321002.geojson";

/// Spoils the first place of a district, and asserts that `check` names file, feature and field with a mend, that `serve`
/// prints the same finding, and that it does not serve.
fn check(field: &str, change: impl FnOnce(&mut Value)) {
    let pack = PackCopy::new();
    let id = pack.spoil(PLACES, change);
    check_refused(&pack, PLACES, Some(&id), Some(field));
}

fn check_refused(pack: &PackCopy, file: &str, feature: Option<&str>, field: Option<&str>) {
    let checked = run(&["check", pack.argument(), "--json"]);
    assert_eq!(checked.status.code(), Some(1), "{}", checked.stdout);
    let findings: Value =
        serde_json::from_str(&checked.stdout).unwrap_or_else(|error| panic!("{error}: {}", checked.stdout));
    let findings = findings.as_array().or_else(|| findings["findings"].as_array()).expect("findings");
    let is_it = |finding: &&Value| {
        finding["severity"] == "error"
            && finding["file"] == file
            && feature.is_none_or(|feature| finding["feature"] == feature)
            && field.is_none_or(|field| finding["field"].as_str().is_some_and(|found| found.contains(field)))
    };
    let finding = findings.iter().find(is_it).unwrap_or_else(|| panic!("{file} {feature:?} {field:?}: {findings:?}"));
    for member in ["problem", "mend"] {
        assert!(finding[member].as_str().is_some_and(|text| text.len() > 5), "{finding}");
    }

    let printed = run(&["check", pack.argument()]);
    assert_eq!(printed.status.code(), Some(1));
    let served = run(&["serve", "--city", pack.argument(), "--listen", "127.0.0.1:0"]);
    assert!(!served.status.success(), "half a city was served");
    assert!(!served.stdout.contains("http://"), "{}", served.stdout);
    for said in [printed.stdout + &printed.stderr, served.stdout + &served.stderr] {
        for part in [file, feature.unwrap_or_default(), finding["mend"].as_str().unwrap_or_default()] {
            assert!(said.contains(part), "{part} is not in: {said}");
        }
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn the_sample_city_has_no_error() {
    let checked = run(&["check", "data/yangzhou"]);
    assert!(checked.status.success(), "{}{}", checked.stdout, checked.stderr);
}

#[test]
fn a_latitude_beyond_the_pole_is_refused() {
    check("geometry", |place| place["geometry"]["coordinates"] = json!([119.4, 91.0]));
}

#[test]
fn a_place_without_a_point_is_refused() {
    check("geometry", |place| place["geometry"] = Value::Null);
}

#[test]
fn a_role_kind_that_is_none_is_refused() {
    check("roles[0].kind", |place| place["properties"]["roles"][0]["kind"] = json!("library"));
}

#[test]
fn a_fee_that_is_none_is_refused() {
    check("roles[0].fee", |place| {
        place["properties"]["roles"][0]["fee"] = json!({ "value": "gratis", "source": "synthetic" });
    });
}

#[test]
fn a_source_that_nobody_described_is_refused() {
    check("position.source", |place| place["properties"]["position"]["source"] = json!("hearsay"));
}

#[test]
fn a_field_that_is_misspelt_is_refused() {
    check("adress", |place| place["properties"]["adress"] = json!("文昌中路"));
}

#[test]
fn a_place_without_a_role_is_refused() {
    check("roles", |place| place["properties"]["roles"] = json!([]));
}

#[test]
fn a_place_of_a_region_that_there_is_not_is_refused() {
    check("region", |place| place["properties"]["region"] = json!("321002999"));
}

#[test]
fn an_id_used_twice_is_refused() {
    let pack = PackCopy::new();
    let mut collection: Value = serde_json::from_str(&pack.read(PLACES)).expect("GeoJSON");
    let id = collection["features"][0]["id"].clone();
    collection["features"][1]["id"] = id.clone();
    pack.write(PLACES, &collection.to_string());
    check_refused(&pack, PLACES, id.as_str(), None);
}

#[test]
fn a_file_cut_off_is_refused() {
    let pack = PackCopy::new();
    let text = pack.read(PLACES);
    let middle = (text.len() / 2..text.len()).find(|&at| text.is_char_boundary(at)).expect("a boundary");
    pack.write(PLACES, &text[..middle]);
    check_refused(&pack, PLACES, None, None);
}

#[test]
fn a_file_that_is_not_there_is_refused() {
    for file in ["city.toml", "sources.toml", "boundaries.geojson"] {
        let pack = PackCopy::new();
        std::fs::remove_file(pack.folder().join(file)).expect("a file to remove");
        check_refused(&pack, file, None, None);
    }
}

#[test]
fn a_city_file_with_a_field_too_many_is_refused() {
    let pack = PackCopy::new();
    let text = pack.read("city.toml");
    pack.write("city.toml", &format!("mayor = \"nobody\"\n{text}"));
    check_refused(&pack, "city.toml", None, None);
}

#[test]
fn a_place_that_was_withdrawn_is_found_by_its_id_only() {
    let pack = PackCopy::new();
    let id = pack.spoil(PLACES, |place| place["properties"]["status"] = json!("withdrawn"));
    let server = Server::start(Some(pack.folder()), &[]);
    let place = server.get(&format!("/api/v1/places/{id}")).json();
    assert_eq!(place["properties"]["status"], "withdrawn");
    let (lon, lat) = crate::point(&place);
    for path in [
        format!("/api/v1/places/nearest?lon={lon}&lat={lat}&k=3"),
        format!("/api/v1/places?near={lon},{lat}&radius_m=50"),
        "/api/v1/places?region=321002&limit=1000".to_owned(),
        format!("/api/v1/search?q={}", yuren_tests::encoded(place["properties"]["name"].as_str().expect("a name"))),
    ] {
        assert!(!server.get(&path).ids().contains(&id), "{path}");
    }
}

#[test]
fn a_role_that_was_withdrawn_is_not_shown_and_not_found() {
    let pack = PackCopy::new();
    let mut kind = Value::Null;
    let id = pack.spoil(PLACES, |place| {
        let mut spare = place["properties"]["roles"][0].clone();
        kind = spare["kind"].clone();
        spare["id"] = json!("r-spare");
        spare["kind"] = json!(if kind == "venue" { "heritage" } else { "venue" });
        place["properties"]["roles"][0]["status"] = json!("withdrawn");
        place["properties"]["roles"].as_array_mut().expect("roles").push(spare);
    });
    let server = Server::start(Some(pack.folder()), &[]);
    let place = server.get(&format!("/api/v1/places/{id}")).json();
    assert!(roles(&place).iter().all(|role| role["kind"] != kind), "{place}");
    let (lon, lat) = crate::point(&place);
    let kind = kind.as_str().expect("a kind");
    let found = server.get(&format!("/api/v1/places/nearest?lon={lon}&lat={lat}&k=3&role={kind}"));
    assert!(!found.ids().contains(&id), "{found}");
}
