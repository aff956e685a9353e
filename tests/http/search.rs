//! `GET /api/v1/search`. The table of queries with their expected top three is the index crate's.

use serde_json::Value;
use yuren_tests::{Answer, Server, encoded};

use crate::number;

fn search(server: &Server, q: &str) -> Answer {
    server.get(&format!("/api/v1/search?q={}", encoded(q)))
}

fn names(answer: &Answer) -> Vec<String> {
    let name = |feature: &Value| feature["properties"]["name"].as_str().expect("a name").to_owned();
    answer.features().iter().map(name).collect()
}

#[test]
fn the_lake_is_found_by_characters_pinyin_and_initials() {
    let server = Server::shared();
    for q in ["瘦西湖", "shouxihu", "ShouXiHu", "shou xi hu", "sxh", "SXH", " 瘦西湖 "] {
        let found = names(&search(&server, q));
        assert!(found.iter().take(3).any(|name| name.starts_with("瘦西湖")), "{q}: {found:?}");
    }
}

#[test]
fn districts_are_found_with_a_code_to_filter_by() {
    let server = Server::shared();
    let answer = search(&server, "广陵区");
    let features = answer.features();
    let district = features.iter().find(|feature| feature["id"] == "321002").unwrap_or_else(|| panic!("{answer}"));
    let properties = &district["properties"];
    assert_eq!((&properties["result"], &properties["level"]), (&"region".into(), &"district".into()));
    assert_eq!((&properties["name"], &properties["code"]), (&"广陵区".into(), &"321002".into()));
    assert!(district["geometry"].is_null() || district["geometry"]["type"] == "Point");
    for member in ["regions", "precision", "synthetic"] {
        assert!(properties.get(member).is_some(), "{member} is left out of {district}");
    }
}

#[test]
fn roles_are_found_by_their_own_names() {
    let server = Server::shared();
    let answer = search(&server, "润心工作站");
    assert!(!answer.features().is_empty(), "{answer}");
    let counselling = |feature: &Value| {
        let roles = feature["properties"]["roles"].as_array();
        roles.is_some_and(|roles| roles.iter().any(|role| role["kind"] == "counselling"))
    };
    assert!(answer.features().iter().any(counselling), "{answer}");
}

#[test]
fn no_more_come_than_the_limit() {
    let server = Server::shared();
    assert_eq!(search(&server, "学校").features().len(), 10, "ten where no limit is said");
    for limit in [1, 3, 50] {
        let answer = server.get(&format!("/api/v1/search?q={}&limit={limit}", encoded("学校")));
        assert_eq!(answer.features().len(), limit);
    }
}

#[test]
fn a_point_brings_distances_and_a_note_where_it_lies_outside() {
    let server = Server::shared();
    let near = server.get(&format!("/api/v1/search?q={}&lon=119.43&lat=32.4&limit=20", encoded("公园")));
    let places: Vec<_> = near.features().into_iter().filter(|f| f["properties"]["result"] == "place").collect();
    assert!(!places.is_empty());
    assert!(places.iter().all(|place| number(&place["properties"]["distance_m"]) >= 0.0));
    assert_eq!(near.json()["notes"], serde_json::json!([]));
    let far = server.get("/api/v1/search?q=sxh&lon=0&lat=0");
    assert_eq!(far.json()["notes"][0]["code"], "outside_city");
}

#[test]
fn a_name_that_nobody_bears_finds_nothing_and_is_no_error() {
    let answer = search(&Server::shared(), "zzzzqqqq");
    assert_eq!(answer.json()["features"], serde_json::json!([]));
}

#[test]
fn odd_text_is_searched_for_and_breaks_nothing() {
    let server = Server::shared();
    for q in ["%", "'; drop table places; --", "<script>", "🏯", "\u{202e}abc", "a\u{300}", "(", "[", "\\", "*"] {
        assert_eq!(search(&server, q).status, 200, "{q:?}");
    }
    assert_eq!(search(&server, &"湖".repeat(64)).status, 200, "64 characters are allowed, however many bytes");
}
