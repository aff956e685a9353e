//! `POST /api/v1/siting`: lines of JSON, an event each.
#![expect(clippy::float_cmp, reason = "weights are whole and minutes have one decimal: the very number is told")]

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};
use yuren_tests::{Answer, Server};

use crate::number;
use crate::planning::{check_refused, post, three_points};

const SITING: &str = "/api/v1/siting";

fn question(fields: &Value) -> Value {
    let mut question = three_points();
    question["scenario"]["add"] = json!([]);
    question["candidates"] = json!("demand");
    // Proofs are waited for, however busy the machine.
    question["seconds"] = json!(120);
    for (field, value) in fields.as_object().expect("fields") {
        question[field] = value.clone();
    }
    question
}

/// The events of an answer.
fn events(answer: &Answer) -> Vec<Value> {
    assert_eq!((answer.status, answer.media_type()), (200, "application/x-ndjson"), "{answer}");
    answer.text().lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// The last event of an answer to a good question.
fn done(fields: &Value) -> Value {
    let mut events = events(&post(SITING, &question(fields)));
    assert_eq!(events[0]["stage"], "times");
    assert!(events.iter().any(|event| event["stage"] == "fast"), "{events:?}");
    let done = events.pop().expect("events");
    assert_eq!((&done["stage"], &done["proof"]), (&json!("done"), &json!("optimal")), "{done}");
    done
}

fn chosen(done: &Value) -> Vec<&str> {
    let chosen = done["chosen"].as_array().expect("a list");
    chosen.iter().map(|site| site["id"].as_str().expect("an id")).collect()
}

#[test]
fn one_site_goes_where_it_serves_most() {
    let done = done(&json!({ "model": "max_cover", "sites": 1, "max_minutes": 31 }));
    assert_eq!(number(&done["objective"]), 6.0, "b reaches a in 10 and c in 30 minutes");
    assert_eq!((chosen(&done), number(&done["objective_before"])), (vec!["b"], 0.0));
    assert_eq!(number(&done["chosen"][0]["gain_weight"]), 6.0);
    assert_eq!(done["words_zh"], "已证明最优");
}

#[test]
fn two_sites_serve_all_and_no_fewer_do() {
    let done = done(&json!({ "model": "set_cover" }));
    assert_eq!(number(&done["objective"]), 2.0);
    assert!(chosen(&done).contains(&"c"));
}

#[test]
fn the_median_lies_by_the_heaviest_and_the_centre_in_between() {
    // At c: 1 × 39.92 + 2 × 29.94 = 99.8 minutes times weight; at b 9.98 + 3 × 29.94 = 99.8: told apart only by the curve of the
    // Earth; at a 2 × 9.98 + 3 × 39.92 = 139.7.
    let median = done(&json!({ "model": "p_median", "sites": 1 }));
    assert!((number(&median["objective"]) - 99.8).abs() < 0.05, "{median}");
    let centre = done(&json!({ "model": "p_center", "sites": 1 }));
    assert_eq!(chosen(&centre), ["b"]);
    assert!((number(&centre["objective"]) - 29.94).abs() < 0.01, "{centre}");
}

#[test]
fn a_site_with_room_for_two_serves_two() {
    let one = done(&json!({ "model": "capacitated_max_cover", "sites": 1, "capacity": 2, "max_minutes": 60 }));
    assert_eq!(number(&one["objective"]), 2.0);
    assert_eq!(number(&one["chosen"][0]["gain_weight"]), 2.0, "though all six are within the threshold of it");
    let two = done(&json!({ "model": "capacitated_max_cover", "sites": 2, "capacity": 2, "max_minutes": 60 }));
    let gains: Vec<f64> = (0..2).map(|i| number(&two["chosen"][i]["gain_weight"])).collect();
    assert_eq!((number(&two["objective"]), gains), (4.0, vec![2.0, 2.0]), "{two}");
}

#[test]
fn the_city_gets_two_venues_proven_the_best() {
    let question = json!({ "needs": [["venue"]], "max_minutes": 15, "model": "max_cover", "sites": 2, "seconds": 120 });
    let events = events(&post(SITING, &question));
    let of = |stage: &str| events.iter().find(|event| event["stage"] == stage).unwrap_or_else(|| panic!("no {stage}"));
    let (fast, done) = (of("fast"), of("done"));
    assert!(number(&done["objective"]) >= number(&fast["objective"]));
    assert_eq!((&done["proof"], chosen(done).len()), (&json!("optimal"), 2), "{done}");
    let gained: f64 = done["chosen"].as_array().expect("a list").iter().map(|site| number(&site["gain_weight"])).sum();
    assert_eq!(number(&done["objective_before"]) + gained, number(&done["objective"]));
    // Accepted into the scenario, they serve what was promised.
    let add = done["chosen"].as_array().expect("a list").iter().enumerate().map(
        |(i, site)| json!({ "id": format!("new-{i}"), "lon": site["lon"], "lat": site["lat"], "roles": ["venue"] }),
    );
    let add = add.collect::<Vec<_>>();
    let accepted = json!({ "needs": [["venue"]], "max_minutes": 15, "scenario": { "add": add } });
    let answer = post("/api/v1/coverage", &accepted).json();
    assert_eq!(number(&answer["summary"]["served_weight"]), number(&done["objective"]));
}

#[test]
fn what_cannot_be_placed_is_refused() {
    let refused =
        |fields: Value, code: &str, parameter: &str| check_refused(SITING, &question(&fields), code, parameter);
    refused(json!({ "model": "max_cover", "sites": 4 }), "invalid_parameter", "/sites");
    refused(json!({ "model": "max_cover", "sites": 0 }), "invalid_parameter", "/sites");
    refused(json!({ "model": "max_cover" }), "missing_parameter", "/sites");
    refused(json!({ "model": "best", "sites": 1 }), "invalid_content", "model");
    refused(json!({ "sites": 1 }), "invalid_content", ".");
    refused(json!({ "model": "max_cover", "sites": 1, "seconds": 0 }), "invalid_parameter", "/seconds");
    refused(json!({ "model": "max_cover", "sites": 1, "candidates": "palaces" }), "invalid_parameter", "/candidates");
    refused(json!({ "model": "max_cover", "sites": 1, "max_minutes": 0 }), "invalid_parameter", "/max_minutes");
    refused(json!({ "model": "capacitated_max_cover", "sites": 1 }), "missing_parameter", "/capacity");
    let points: Vec<_> = (0..5_001).map(|i| json!({ "id": i.to_string(), "lon": 119.4, "lat": 32.4 })).collect();
    let many = json!({ "model": "max_cover", "sites": 1, "candidates": { "points": points } });
    refused(many, "invalid_parameter", "/candidates/points");
    let twice = json!([{ "id": "x", "lon": 119.4, "lat": 32.4 }, { "id": "x", "lon": 119.5, "lat": 32.4 }]);
    let twice = json!({ "model": "max_cover", "sites": 1, "candidates": { "points": twice } });
    refused(twice, "invalid_parameter", "/candidates/points/1/id");
}

#[test]
fn whoever_leaves_stops_the_search() {
    let server = Server::start(None, &[]);
    // A search that would go on for two minutes: the centre of a city is hard to prove.
    let body = json!({ "needs": [["venue"]], "max_minutes": 15, "model": "p_median", "sites": 40, "seconds": 120 })
        .to_string();
    let head = format!(
        "POST {SITING} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    // As many as are worked on at once.
    for _ in 0..2 {
        let mut stream = TcpStream::connect(server.host()).expect("a connection");
        stream.write_all(format!("{head}{body}").as_bytes()).expect("a question");
        let mut read = Vec::new();
        let mut piece = [0; 4096];
        while !String::from_utf8_lossy(&read).contains("\"fast\"") {
            let count = stream.read(&mut piece).expect("an answer");
            assert!(count > 0, "{}", String::from_utf8_lossy(&read));
            read.extend_from_slice(&piece[..count]);
        }
    }
    // Nobody listens to them any more: one more has its turn at once, and not in two minutes.
    let headers = [("Content-Type", "application/json")];
    let third = json!({ "needs": [["venue"]], "max_minutes": 15, "model": "max_cover", "sites": 1, "seconds": 1 });
    let answer = server.send("POST", SITING, &headers, third.to_string().into_bytes());
    assert_eq!(answer.status, 200, "{answer}");
}
