//! What goes by streets where a city has them: doors, lists, one place, a search.

use serde_json::{Value, json};
use yuren_tests::{Answer, encoded};

use crate::number;
use crate::streets_town::{Town, YOU};

/// What is told of the way to each place, by id.
fn ways(answer: &Answer) -> Vec<(String, Value, Value)> {
    let way = |place: &Value| {
        let properties = &place["properties"];
        (
            place["id"].as_str().expect("an id").to_owned(),
            properties["travel_minutes"].clone(),
            properties["travel_kind"].clone(),
        )
    };
    let mut ways: Vec<_> = answer.features().iter().map(way).collect();
    ways.sort_by(|a, b| a.0.cmp(&b.0));
    ways
}

fn from_you(path: &str) -> String {
    format!("{path}lon={}&lat={}", YOU.0, YOU.1)
}

fn near_you(rest: &str) -> String {
    format!("/api/v1/places?near={},{}&radius_m=6000&role=venue{rest}", YOU.0, YOU.1)
}

fn post(path: &str, body: &Value) -> Answer {
    let headers = [("Content-Type", "application/json")];
    Town::shared().server.send("POST", path, &headers, body.to_string().into_bytes())
}

/// One who lives where one asks from, five minutes at most.
fn question() -> Value {
    json!({
        "demand": { "name": "you", "points": [{ "id": "you", "lon": YOU.0, "lat": YOU.1, "weight": 1 }] },
        "mode": "walk", "max_minutes": 5,
    })
}

/// Worked out on paper: a kilometre along a parallel is 13.3 minutes, and the ways are 0.001° (94 m), 0.029° (2,729 m) and, to the
/// north, 0.029° + the link (1,109 m) + 0.025° = 6,191 m.
fn on_paper() -> Vec<(String, Value, Value)> {
    let way = |id: &str, minutes: Value| (id.to_owned(), minutes, json!("network"));
    vec![way("p-far", Value::Null), way("p-north", json!(83)), way("p-west", json!(37)), way("p-yard", json!(2))]
}

#[test]
fn a_place_is_entered_by_its_first_door_that_a_street_is_near() {
    let town = Town::shared();
    let nearest = town.server.get(&from_you("/api/v1/places/nearest?role=venue&mode=walk&k=4&"));
    assert_eq!(ways(&nearest), on_paper());

    let mut asked = question();
    asked["needs"] = json!([["venue"]]);
    let covered = post("/api/v1/coverage", &asked).json();
    assert_eq!(covered["method"]["kind"], "network");
    let minutes = number(&covered["points"]["minutes"][0]);
    assert!(minutes < 2.0, "the yard by its door: {covered}");

    let mut asked = question();
    (asked["needs"], asked["candidates"]) = (json!([["counselling"]]), json!("schools"));
    (asked["model"], asked["sites"]) = (json!("max_cover"), json!(1));
    let placed = post("/api/v1/siting", &asked).text();
    let done: Value = serde_json::from_str(placed.lines().last().expect("events")).expect("a line of JSON");
    assert_eq!((&done["stage"], &done["chosen"][0]["id"]), (&json!("done"), &json!("p-yard")), "{placed}");
    assert!(number(&done["objective"]) > 0.0, "{placed}");
}

#[test]
fn a_list_one_place_and_a_search_tell_the_way_as_nearest_does() {
    let town = Town::shared();
    assert_eq!(ways(&town.server.get(&near_you("&mode=walk"))), on_paper());
    let search = format!("/api/v1/search?q={}&mode=walk&", encoded("示例院"));
    assert_eq!(ways(&town.server.get(&from_you(&search))), on_paper());
    for (id, minutes, kind) in on_paper() {
        let place = town.server.get(&from_you(&format!("/api/v1/places/{id}?mode=walk&"))).json();
        let told = &place["properties"];
        assert_eq!((&told["travel_minutes"], &told["travel_kind"]), (&minutes, &kind), "{id}");
    }
}

#[test]
fn who_does_not_say_how_they_travel_is_told_no_time() {
    let town = Town::shared();
    let search = format!("/api/v1/search?q={}&", encoded("示例院"));
    for address in [near_you(""), from_you(&search), from_you("/api/v1/places/nearest?k=4&")] {
        let ways = ways(&town.server.get(&address));
        assert_eq!(ways.len(), 4);
        assert!(ways.iter().all(|(_, minutes, kind)| minutes.is_null() && kind.is_null()), "{address}: {ways:?}");
    }
    let search = format!("/api/v1/search?q={}&mode=walk", encoded("示例院"));
    assert_eq!(town.server.get(&search).problem(400)["code"], "missing_parameter");
}

#[test]
fn a_limit_of_minutes_in_a_list_is_one_of_minutes_by_streets() {
    let town = Town::shared();
    // As the crow flies the north is 21 minutes away.
    let within = |minutes: u32| town.server.get(&near_you(&format!("&mode=walk&max_minutes={minutes}")));
    assert_eq!(
        (within(40).ids(), within(40).json()["numberMatched"].clone()),
        (vec!["p-yard".into(), "p-west".into()], json!(2))
    );
    assert_eq!(within(82).ids(), ["p-yard", "p-west"]);
    assert_eq!(within(83).ids(), ["p-yard", "p-north", "p-west"]);
}

#[test]
fn pages_of_a_list_by_streets_lose_and_repeat_no_place() {
    let town = Town::shared();
    let (mut address, mut seen) = (near_you("&mode=walk&max_minutes=90&limit=1"), Vec::new());
    loop {
        let page = town.server.get(&address);
        seen.extend(ways(&page));
        let page = page.json();
        assert_eq!(page["numberMatched"], 3);
        match page["next"].as_str() {
            Some(next) => address = next.trim_start_matches(town.server.base()).to_owned(),
            None => break,
        }
    }
    seen.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(seen, on_paper()[1..]);
}

#[test]
fn of_more_than_ten_thousand_places_the_time_is_estimated_and_said_to_be() {
    // Three of the town's are within 2.8 km, and what lies beyond 3 km is left out before: nobody walks so far in 40 minutes.
    let town = Town::crowded(9_997);
    let within = |radius_m: u32| {
        let near = near_you("&mode=walk&max_minutes=40&limit=3").replace("6000", &radius_m.to_string());
        let answer = town.server.get(&near);
        let kinds: Vec<Value> = ways(&answer).into_iter().map(|(_, _, kind)| kind).collect();
        (answer.json()["numberMatched"].clone(), kinds)
    };
    assert_eq!(within(2_800), (json!(2), vec![json!("network"); 2]), "10,000 places, of which two are in time");
    // One more: of the 10,001 all are within the time as the crow flies but that one and the west.
    assert_eq!(within(6_000), (json!(9_999), vec![json!("estimate"); 3]));
}

#[test]
fn one_is_let_in_by_when_one_arrives_by_streets() {
    let town = Town::shared();
    // Doors close at five. Who leaves at four is in the west at 16:37, and in the north at 17:23.
    let let_in = town.server.get(&near_you("&mode=walk&open_at=2026-10-10T16:00"));
    assert_eq!(let_in.ids(), ["p-yard", "p-west"]);
    let early = town.server.get(&near_you("&mode=walk&open_at=2026-10-10T15:30"));
    assert_eq!(early.ids(), ["p-yard", "p-north", "p-west"]);
    let open = |id: &str| {
        let place =
            town.server.get(&from_you(&format!("/api/v1/places/{id}?mode=walk&open_at=2026-10-10T16:00&"))).json();
        place["properties"]["roles"][0]["open"]["state"].clone()
    };
    assert_eq!((open("p-north"), open("p-west")), (json!("closed"), json!("open")));
}
