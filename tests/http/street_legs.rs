//! The legs of a day of field study where the city has streets: their lines along them.

use serde_json::{Value, json};
use yuren_tests::Answer;

use crate::streets_town::Town;

const ITINERARIES: &str = "/api/v1/itineraries";

/// From the south street's west end on foot to the yard and the north place, in that order, and back.
fn walk() -> Value {
    json!({
        "school": { "name": "测试小学", "lon": 119.45, "lat": 32.4 }, "date": "2026-12-03", "leave_from": "08:30", "back_by": "17:00",
        "pupils": 30, "adults": 3, "mode": "walk", "max_leg_minutes": 120, "max_walk_m": 20000, "lunch": null,
        "order": [["p-yard", "p-north"]], "seconds": 1,
    })
}

fn post(path: &str, body: &Value) -> Answer {
    let headers = [("Content-Type", "application/json")];
    Town::shared().server.send("POST", path, &headers, body.to_string().into_bytes())
}

/// Every leg of the first group's day, the one home last.
fn legs(plan: &Value) -> Vec<Value> {
    let group = &plan["groups"][0];
    let stops = group["stops"].as_array().expect("stops");
    stops.iter().map(|stop| stop["leg"].clone()).chain([group["home"].clone()]).collect()
}

/// Worked out on paper: a yard is entered by its door at the south street's end; a street bends only at its corners.
fn on_paper() -> [Value; 3] {
    let (school, door, yard, north) = ([119.45, 32.4], [119.48, 32.3999], [119.48, 32.41], [119.475, 32.41]);
    let (south_east, north_west) = ([119.48, 32.4], [119.45, 32.41]);
    [
        json!([school, south_east, door, yard]),
        json!([yard, door, south_east, school, north_west, north]),
        json!([north, north_west, school]),
    ]
}

#[test]
fn a_leg_by_streets_has_their_line_from_place_to_place_by_its_door() {
    let answer = post(ITINERARIES, &walk()).json();
    assert_eq!((&answer["travel_kind"], &answer["faults"]), (&json!("network"), &json!([])), "{answer}");
    let lines: Vec<Value> = legs(&answer["plan"]).iter().map(|leg| leg["line"].clone()).collect();
    assert_eq!(lines, on_paper());
    let mut improved = walk();
    improved["improve"] = json!(true);
    improved["pinned"] = json!(["p-yard", "p-north"]);
    let events = post(&format!("{ITINERARIES}?format=ndjson"), &improved).text();
    let mut events = events.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON"));
    let better = events.find_map(|event| event.get("better").cloned()).expect("a better plan");
    assert_eq!(legs(&better)[0]["line"], on_paper()[0], "a plan that is told on the way has its lines too");
}

#[test]
fn a_leg_that_is_an_estimate_or_has_no_way_or_stays_where_it_is_has_no_line() {
    let mut estimated = walk();
    estimated["kind"] = json!("estimate");
    let answer = post(ITINERARIES, &estimated).json();
    assert!(legs(&answer["plan"]).iter().all(|leg| leg["line"].is_null() && leg["kind"] == "estimate"), "{answer}");
    let mut cut_off = walk();
    cut_off["order"] = json!([["p-yard", "lunch:p-yard", "p-far"]]);
    cut_off["lunch"] = json!({});
    let answer = post(ITINERARIES, &cut_off).json();
    let legs = legs(&answer["plan"]);
    let told: Vec<_> = legs.iter().map(|leg| (leg["minutes"].as_u64().is_some(), leg["line"].is_array())).collect();
    // To the yard; lunch there; to the place that is far from every street; and home from it.
    assert_eq!(told, [(true, true), (true, false), (false, false), (false, false)], "{answer}");
}

#[test]
fn a_map_gets_the_lines_of_the_legs_and_a_navigator_a_track() {
    let map = post(&format!("{ITINERARIES}?format=geojson"), &walk());
    let features = map.features();
    let legs: Vec<_> = features.iter().filter(|feature| feature["properties"]["feature"] == "leg").collect();
    let lines: Vec<Value> = legs.iter().map(|leg| leg["geometry"]["coordinates"].clone()).collect();
    assert_eq!(lines, on_paper());
    assert!(legs.iter().all(|leg| leg["properties"]["straight"] == false && leg["properties"].get("line").is_none()));
    let gpx = post(&format!("{ITINERARIES}?format=gpx"), &walk()).text();
    let counted = ["<rte>", "<trk>", "<trkseg>", "<trkpt "].map(|tag| gpx.matches(tag).count());
    assert_eq!(counted, [1, 1, 3, 4 + 6 + 3], "{gpx}");
    assert!(gpx.find("<trk>") > gpx.find("</rte>"), "GPX has routes before tracks: {gpx}");
    let mut estimated = walk();
    estimated["kind"] = json!("estimate");
    let gpx = post(&format!("{ITINERARIES}?format=gpx"), &estimated).text();
    assert!(gpx.contains("<rte>") && !gpx.contains("<trk>"), "{gpx}");
}
