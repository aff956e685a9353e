//! `GET /api/v1/places/{id}`.

use serde_json::Value;
use yuren_tests::{Answer, Server};

use crate::{number, point};

/// The garden 个园 by its id.
fn garden(server: &Server, query: &str, headers: &[(&str, &str)]) -> Answer {
    let id = server.get("/api/v1/places/nearest?lon=119.4382&lat=32.4012&role=heritage&k=1").ids().remove(0);
    server.request("GET", &format!("/api/v1/places/{id}{query}"), headers)
}

#[test]
fn a_place_is_found_by_its_id() {
    let answer = garden(&Server::shared(), "", &[]);
    assert_eq!(answer.media_type(), "application/geo+json");
    assert_eq!(answer.json()["properties"]["name"], "个园");
    assert!(answer.json()["properties"].get("distance_m").is_none(), "a place by itself is no distance away");
}

#[test]
fn a_place_is_shown_in_the_datum_asked_for() {
    let server = Server::shared();
    let plain = garden(&server, "", &[]).json();
    for datum in ["wgs84", "gcj02", "bd09"] {
        let json = garden(&server, &format!("?datum={datum}"), &[]).json();
        let expected = &plain["properties"]["map_points"][datum];
        let (lon, lat) = point(&json);
        assert!((lon - number(&expected[0])).abs() < 1e-6 && (lat - number(&expected[1])).abs() < 1e-6, "{datum}");
        assert_eq!(json["datum"], datum);
    }
    let shifted = &plain["properties"]["map_points"]["gcj02"];
    assert!((number(&shifted[0]) - point(&plain).0 - 0.0055).abs() < 0.002, "GCJ-02 lies about 500 m east here");
}

#[test]
fn a_place_asked_about_from_a_point_says_how_far_it_is_as_nearest_does() {
    let server = Server::shared();
    let nearest = server.get("/api/v1/places/nearest?lon=119.9&lat=33.1&role=heritage&region=321002&k=1").json();
    let found = &nearest["features"][0];
    let id = found["id"].as_str().unwrap();
    let answer = server.get(&format!("/api/v1/places/{id}?lon=119.9&lat=33.1"));
    for member in ["distance_m", "distance_kind"] {
        assert_eq!(answer.json()["properties"][member], found["properties"][member], "{member}");
    }
    assert!(
        answer.header("cache-control").unwrap_or_default().contains("private"),
        "the address holds a point: {answer}"
    );
    let half = server.request("GET", &format!("/api/v1/places/{id}?lon=119.9"), &[]);
    assert_eq!(half.problem(400)["parameter"], "lat", "{half}");
}

#[test]
fn a_place_speaks_schema_org_to_those_who_prefer_it() {
    let server = Server::shared();
    for accept in
        ["application/ld+json", "application/geo+json;q=0.5, application/ld+json", "application/ld+json, */*;q=0.1"]
    {
        let answer = garden(&server, "", &[("Accept", accept)]);
        assert_eq!(answer.media_type(), "application/ld+json", "{accept}: {answer}");
        let json = answer.json();
        let context = json["@context"].as_str().unwrap_or_default().trim_end_matches('/');
        assert_eq!(context, "https://schema.org", "{answer}");
        assert!(json["@type"].is_string() || json["@type"].is_array(), "{answer}");
        assert_eq!(json["name"], "个园");
        let (lon, lat) = (number(&json["geo"]["longitude"]), number(&json["geo"]["latitude"]));
        assert!((lon - 119.438).abs() < 0.002 && (lat - 32.401).abs() < 0.002, "schema.org is WGS-84: {lon},{lat}");
    }
}

#[test]
fn a_place_stays_geojson_for_everyone_else() {
    let server = Server::shared();
    for accept in ["*/*", "application/*", "application/json", "application/geo+json", "text/html,*/*;q=0.8"] {
        let answer = garden(&server, "", &[("Accept", accept)]);
        assert_eq!(answer.media_type(), "application/geo+json", "{accept}: {answer}");
    }
}

#[test]
fn what_a_place_speaks_depends_on_accept_and_caches_are_told() {
    let server = Server::shared();
    let plain = garden(&server, "", &[]);
    let linked = garden(&server, "", &[("Accept", "application/ld+json")]);
    for answer in [&plain, &linked] {
        let vary = answer.list("vary");
        assert!(vary.contains(&"accept".to_owned()) && vary.contains(&"accept-encoding".to_owned()), "{vary:?}");
    }
    assert_ne!(plain.header("etag"), linked.header("etag"));
}

#[test]
fn a_place_that_is_none_is_not_found() {
    let server = Server::shared();
    for id in ["p-000000000000", "nowhere", "%E7%98%A6%E8%A5%BF%E6%B9%96", "P-UPPER", &"x".repeat(65)] {
        let problem: Value = server.get(&format!("/api/v1/places/{id}")).problem(404);
        assert_eq!(problem["parameter"], "id", "{id}");
    }
}
