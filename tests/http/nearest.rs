//! `GET /api/v1/places/nearest`. That it is exact is the oracle's to say (`tests/oracle`).

use yuren_tests::Server;

use crate::{GE_GARDEN, number, point, region_codes, roles};

#[test]
fn the_nearest_come_first_and_say_that_they_measure_a_straight_line() {
    let features = Server::shared().get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=50").features();
    assert_eq!(features.len(), 50);
    let key = |feature: &serde_json::Value| {
        let millimetres = (number(&feature["properties"]["distance_m"]) * 1000.0).round() as i64;
        (millimetres, feature["id"].as_str().expect("an id").to_owned())
    };
    assert!(features.is_sorted_by_key(key), "by distance in millimetres, then id");
    assert!(features.iter().all(|feature| feature["properties"]["distance_kind"] == "straight"));
}

#[test]
fn ten_come_where_k_is_not_said_and_k_where_it_is() {
    let server = Server::shared();
    for (k, expected) in [("", 10), ("&k=1", 1), ("&k=7", 7), ("&k=100", 100)] {
        let features = server.get(&format!("/api/v1/places/nearest?lon=119.43&lat=32.4{k}")).features();
        assert_eq!(features.len(), expected, "{k}");
    }
}

#[test]
fn a_smaller_k_is_the_beginning_of_a_larger() {
    let server = Server::shared();
    let hundred = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=100").ids();
    let twelve = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=12").ids();
    assert_eq!(twelve, hundred[..12]);
}

#[test]
fn the_garden_ge_is_in_guangling() {
    let (lon, lat) = GE_GARDEN;
    let server = Server::shared();
    let answer = server.get(&format!("/api/v1/places/nearest?lon={lon}&lat={lat}&role=heritage&k=1"));
    let garden = answer.features().remove(0);
    assert_eq!(garden["properties"]["name"], "个园");
    assert!(number(&garden["properties"]["distance_m"]) < 200.0, "{}", garden["properties"]["distance_m"]);
    assert!(region_codes(&garden).contains(&"321002"), "{:?}", region_codes(&garden));
}

#[test]
fn a_role_filter_brings_only_bearers_of_that_role_and_shows_it_first() {
    let features = Server::shared().get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=100&role=lead_parent_school");
    for feature in features.features() {
        let roles = roles(&feature);
        assert_eq!(roles[0]["kind"], "lead_parent_school", "{feature}");
        for role in roles {
            assert_eq!(role["matched"], role["kind"] == "lead_parent_school", "{feature}");
        }
        assert!(roles.is_sorted_by_key(|role| role["matched"] == false), "matching roles come first: {feature}");
    }
}

#[test]
fn without_a_filter_every_role_matches() {
    for feature in Server::shared().get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=100").features() {
        assert!(roles(&feature).iter().all(|role| role["matched"] == true), "{feature}");
    }
}

#[test]
fn several_roles_are_any_of_them_and_a_role_said_twice_is_said_once() {
    let server = Server::shared();
    let both = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=100&role=venue,heritage");
    assert!(both.features().iter().all(|f| roles(f)[0]["kind"] == "venue" || roles(f)[0]["kind"] == "heritage"));
    let twice = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=100&role=heritage,venue,heritage");
    assert_eq!(both.ids(), twice.ids());
}

#[test]
fn role_and_fee_must_hold_on_one_role() {
    let server = Server::shared();
    // 瘦西湖's kind of place: heritage that is paid. Where such a place bears a free role too, it must not be found as
    // free heritage.
    let everything = "/api/v1/places?region=321000&limit=1000";
    let mut mixed = 0;
    let mut page = server.get(everything);
    loop {
        for feature in page.features() {
            let is = |kind: &str, fee: &str| roles(&feature).iter().any(|r| r["kind"] == kind && r["fee"] == fee);
            let free_otherwise = roles(&feature).iter().any(|r| r["kind"] != "heritage" && r["fee"] == "free");
            if is("heritage", "paid") && !is("heritage", "free") && free_otherwise {
                mixed += 1;
                let (lon, lat) = point(&feature);
                let near = format!("/api/v1/places/nearest?lon={lon}&lat={lat}&k=5&role=heritage&fee=free");
                let found = server.get(&near).ids();
                assert!(!found.iter().any(|id| feature["id"] == id.as_str()), "{feature}");
            }
        }
        let json = page.json();
        let Some(next) = json["next"].as_str() else { break };
        page = server.get(next.trim_start_matches(server.base()));
    }
    let free_heritage = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=100&role=heritage&fee=free");
    for feature in free_heritage.features() {
        for role in roles(&feature).iter().filter(|role| role["matched"] == true) {
            assert_eq!((&role["kind"], &role["fee"]), (&"heritage".into(), &"free".into()), "{feature}");
        }
    }
    println!("{mixed} places of the sample city bear paid heritage beside a free role");
}

#[test]
fn an_unknown_fee_is_neither_free_nor_paid() {
    let server = Server::shared();
    let unknown = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=100&fee=unknown").features();
    assert!(!unknown.is_empty(), "the sample city has unknown fees");
    for feature in unknown {
        assert_eq!(roles(&feature)[0]["fee"], "unknown");
    }
}

#[test]
fn a_region_holds_the_regions_inside_it() {
    let server = Server::shared();
    for region in ["321000", "321023", "321084"] {
        let path = format!("/api/v1/places/nearest?lon=119.43&lat=32.4&k=30&region={region}");
        let features = server.get(&path).features();
        assert_eq!(features.len(), 30, "{region}");
        assert!(features.iter().all(|feature| region_codes(feature).contains(&region)), "{region}");
    }
    // A town's own code, taken from a place that lies in it.
    let place = server.get("/api/v1/places/nearest?lon=119.43&lat=32.8&k=1&role=parent_school").features().remove(0);
    let town = region_codes(&place).into_iter().find(|code| code.len() == 9).expect("a town").to_owned();
    let inside = server.get(&format!("/api/v1/places/nearest?lon=119.43&lat=32.8&k=100&region={town}")).features();
    assert!(inside.iter().all(|feature| region_codes(feature).contains(&town.as_str())), "{town}");
}

#[test]
fn nothing_lies_beyond_max_m() {
    let server = Server::shared();
    let features = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=100&max_m=800").features();
    assert!(!features.is_empty() && features.len() < 100);
    assert!(features.iter().all(|feature| number(&feature["properties"]["distance_m"]) <= 800.0));
    let far = server.get("/api/v1/places/nearest?lon=100&lat=10&max_m=1000");
    assert_eq!(far.json()["features"], serde_json::json!([]));
}

#[test]
fn a_point_outside_the_city_is_answered_with_a_note() {
    let server = Server::shared();
    let inside = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4").json();
    assert_eq!(inside["notes"], serde_json::json!([]));
    for (lon, lat) in [(121.47, 31.23), (-73.98, 40.75), (180.0, 0.0), (-180.0, -90.0), (0.0, 90.0)] {
        let answer = server.get(&format!("/api/v1/places/nearest?lon={lon}&lat={lat}"));
        let json = answer.json();
        assert_eq!(json["notes"][0]["code"], "outside_city", "{answer}");
        assert!(json["notes"][0]["message"].is_string() && json["notes"][0]["message_zh"].is_string(), "{answer}");
        assert_eq!(answer.features().len(), 10, "{answer}");
    }
}

#[test]
fn the_point_is_not_repeated_in_the_answer() {
    let text = Server::shared().get("/api/v1/places/nearest?lon=119.4312345&lat=32.4056789&k=3").text();
    assert!(!text.contains("119.4312345") && !text.contains("32.4056789"), "{text}");
}

#[test]
fn a_datum_holds_for_what_comes_in_and_for_what_goes_out() {
    let server = Server::shared();
    let plain = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=1").features().remove(0);
    for datum in ["gcj02", "bd09"] {
        let shifted = &plain["properties"]["map_points"][datum];
        let (lon, lat) = (number(&shifted[0]), number(&shifted[1]));
        let path = format!("/api/v1/places/nearest?lon={lon}&lat={lat}&k=1&datum={datum}");
        let answer = server.get(&path);
        let there = answer.features().remove(0);
        assert_eq!(answer.json()["datum"], datum);
        assert_eq!(there["id"], plain["id"], "{datum}");
        assert!(number(&there["properties"]["distance_m"]) < 0.05, "{datum}: the way there and back loses under 5 cm");
        let (out_lon, out_lat) = point(&there);
        assert!((out_lon - lon).abs() < 1e-6 && (out_lat - lat).abs() < 1e-6, "{datum}: {out_lon},{out_lat}");
        assert!((out_lon - point(&plain).0).abs() > 0.003, "{datum} is some 500 m off WGS-84");
        assert_eq!(there["properties"]["map_points"], plain["properties"]["map_points"], "{datum}");
    }
}
