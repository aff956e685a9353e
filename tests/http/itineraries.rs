//! `POST /api/v1/itineraries`: a day of field study.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value, json};
use yuren_tests::{Answer, Server, run_with};

use crate::planning::{check_refused, post, post_as};

const ITINERARIES: &str = "/api/v1/itineraries";
/// A Thursday in term.
const THURSDAY: &str = "2026-12-03";

/// Sixty pupils of the fifth grade by coach from the old town, on the canal, back by four.
fn canal_day() -> Value {
    json!({
        "school": { "name": "测试小学", "lon": 119.44, "lat": 32.39 }, "date": THURSDAY, "leave_from": "08:30", "back_by": "16:00",
        "pupils": 60, "adults": 6, "grade": 5, "themes": ["canal"],
    })
}

fn with(fields: &Value) -> Value {
    let mut question = canal_day();
    for (field, value) in fields.as_object().expect("fields") {
        question[field] = value.clone();
    }
    question
}

fn ask(fields: &Value) -> Value {
    post(ITINERARIES, &with(fields)).json()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

fn whole(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no whole number"))
}

/// Minutes after midnight.
fn minutes(clock: &Value) -> u64 {
    let (hours, minutes) = text(clock).split_once(':').expect("HH:MM");
    hours.parse::<u64>().expect("hours") * 60 + minutes.parse::<u64>().expect("minutes")
}

/// The ids of the places that the first group visits, in order.
fn visited(answer: &Value) -> Vec<String> {
    visited_by(&answer["plan"]["groups"][0])
}

fn visited_by(group: &Value) -> Vec<String> {
    let visits = list(&group["stops"]).iter().filter(|stop| stop["what"] == "visit");
    visits.map(|stop| text(&stop["place"]).to_owned()).collect()
}

/// A stop of some group, as it counts towards how many are inside.
struct Inside {
    place: String,
    start: u64,
    end: u64,
    people: u64,
    fits: Option<u64>,
}

/// Holds a plan against what the rest of the interface says: it adds up, everybody is let in, nobody is late.
fn check_plan(answer: &Value) {
    let date = text(&answer["date"]);
    let mut inside: Vec<Inside> = Vec::new();
    let groups = list(&answer["plan"]["groups"]);
    assert!(!groups.is_empty(), "{answer}");
    for group in groups {
        let mut time = minutes(&group["leave"]);
        let mut on_the_way = 0;
        assert!(time >= minutes(&answer["leave_from"]), "{group}");
        for stop in list(&group["stops"]) {
            let leg = whole(&stop["leg"]["minutes"]);
            on_the_way += leg;
            assert_eq!(minutes(&stop["arrive"]), time + leg, "{stop}");
            let (start, end) = (minutes(&stop["start"]), minutes(&stop["end"]));
            assert_eq!(minutes(&stop["arrive"]) + whole(&stop["wait_minutes"]), start, "{stop}");
            assert!(start < end, "{stop}");
            time = end;
            if stop["what"] == "visit" {
                let people = whole(&group["people"]);
                inside.push(check_visit(date, stop, people, start, end));
            }
        }
        let home = whole(&group["home"]["minutes"]);
        assert_eq!(minutes(&group["back"]), time + home, "{group}");
        assert_eq!(whole(&group["travel_minutes"]), on_the_way + home, "{group}");
        assert!(minutes(&group["back"]) <= minutes(&answer["back_by"]), "{group}");
        assert_eq!(minutes(&group["back"]) + whole(&group["slack_minutes"]), minutes(&answer["back_by"]), "{group}");
        let mut places = visited_by(group);
        places.sort();
        places.dedup();
        assert_eq!(places.len(), visited_by(group).len(), "no place twice: {group}");
    }
    for visit in &inside {
        let at_once = inside
            .iter()
            .filter(|other| other.place == visit.place && other.start <= visit.start && visit.start < other.end);
        let people: u64 = at_once.map(|other| other.people).sum();
        assert!(visit.fits.is_none_or(|fits| people <= fits), "{} people are at {}", people, visit.place);
    }
}

/// Holds a visit against the place's own answer and its day.
fn check_visit(date: &str, stop: &Value, people: u64, start: u64, end: u64) -> Inside {
    let id = text(&stop["place"]);
    let server = Server::shared();
    let days = server.get(&format!("/api/v1/places/{id}/days?from={date}&days=1")).json();
    let day = list(&days["roles"]).iter().find(|role| role["role"] == stop["role"]).expect("the role's days");
    let spans = list(&day["days"][0]["spans"]);
    let lets_in = |span: &Value| {
        let last = if span["last_entry"].is_null() { &span["to"] } else { &span["last_entry"] };
        span["certain"] == true
            && minutes(&span["from"]) <= start
            && start < minutes(last)
            && end <= minutes(&span["to"])
    };
    assert!(spans.iter().any(lets_in), "{id} lets nobody in from {start} to {end}: {spans:?}");
    // The interface that families ask says the same.
    let at = format!("{date}T{:02}:{:02}", start / 60, start % 60);
    let place = server.get(&format!("/api/v1/places/{id}?open_at={at}")).json();
    let roles = list(&place["properties"]["roles"]);
    let role = roles.iter().find(|role| role["id"] == stop["role"]).expect("the role");
    let state = text(&role["open"]["state"]);
    assert!(["open", "booking_only"].contains(&state), "{id} at {at}: {role}");
    let booking = &role["booking"]["value"];
    assert!(booking["group_max"].as_u64().is_none_or(|most| people <= most), "{id}: {role}");
    assert!(booking["group_min"].as_u64().is_none_or(|least| people >= least), "{id}: {role}");
    Inside { place: id.to_owned(), start, end, people, fits: role["capacity"]["value"].as_u64() }
}

#[test]
fn sixty_pupils_have_a_day_on_the_canal_that_holds_against_the_map_and_are_back_by_four() {
    let answer = ask(&json!({}));
    assert_eq!((&answer["outcome"], &answer["checked"]), (&json!("plan"), &json!(true)), "{answer}");
    check_plan(&answer);
    let group = &answer["plan"]["groups"][0];
    assert_eq!((&group["people"], &group["pupils"], &group["adults"]), (&json!(66), &json!(60), &json!(6)));
    assert!(visited(&answer).len() >= 3, "{group}");
    let lunch: Vec<_> = list(&group["stops"]).iter().filter(|stop| stop["what"] == "lunch").collect();
    assert_eq!(lunch.len(), 1, "{group}");
    assert!(minutes(&lunch[0]["start"]) >= 11 * 60 && minutes(&lunch[0]["end"]) <= 13 * 60, "{group}");
    let is_canal = |stop: &&Value| list(&stop["fit"]).contains(&json!("theme:canal"));
    assert!(list(&group["stops"]).iter().any(|stop| is_canal(&stop)), "{group}");
    assert_eq!(answer["travel_kind"], "estimate");
    assert_eq!(answer["synthetic"], true, "the sample city is made up for the most part");
    let assumed: Vec<_> = list(&answer["assumed"]).iter().map(|assumed| text(&assumed["what"])).collect();
    for what in ["lunch", "max_leg_minutes", "coach_boarding_minutes"] {
        assert!(assumed.contains(&what), "{what} is not in {assumed:?}");
    }
    assert!(!assumed.contains(&"adults") && !assumed.contains(&"back_by"), "{assumed:?}");
    let metrics = Server::shared().get("/metrics").text();
    assert!(metrics.contains("yuren_field_study_plans_refused_total 0\n"), "{metrics}");
}

#[test]
fn every_place_that_is_left_out_has_a_reason_and_none_is_both_in_and_out() {
    let answer = ask(&json!({}));
    let out = list(&answer["left_out"]);
    assert_eq!(out.len(), 60);
    assert!(whole(&answer["left_out_more"]) > 100);
    let scores: Vec<_> = out.iter().map(|out| whole(&out["score"])).collect();
    assert!(scores.is_sorted_by(|one, other| one >= other), "{scores:?}");
    let visited = visited(&answer);
    for out in out {
        assert!(!visited.contains(&text(&out["place"]).to_owned()), "{out}");
        assert_ne!(out["reason"], "would_fit", "what would fit is worth something: {out}");
    }
}

#[test]
fn what_is_left_out_as_closed_is_closed_and_as_unknown_is_unknown() {
    let answer = ask(&json!({ "themes": [] }));
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for out in list(&answer["left_out"]) {
        let reason = text(&out["reason"]);
        if !["closed_today", "hours_unknown"].contains(&reason) {
            continue;
        }
        *seen.entry(reason).or_default() += 1;
        let path = format!("/api/v1/places/{}/days?from={THURSDAY}&days=1", text(&out["place"]));
        let days = Server::shared().get(&path).json();
        let roles = list(&days["roles"]).iter();
        let roles = roles.filter(|role| ["heritage", "venue", "practice_centre"].contains(&text(&role["kind"])));
        let states: Vec<_> = roles.map(|role| text(&role["days"][0]["state"])).collect();
        assert!(states.iter().all(|state| *state != "open"), "{out}: {states:?}");
        let state = if reason == "closed_today" { "closed" } else { "unknown" };
        assert!(states.contains(&state), "{out}: {states:?}");
    }
    assert!(!seen.is_empty());
}

#[test]
fn groups_rotate_and_each_goes_with_its_adults() {
    let answer = ask(&json!({ "groups": 3, "pupils": 100, "adults": 11 }));
    assert_eq!(answer["outcome"], "plan", "{answer}");
    check_plan(&answer);
    let groups = list(&answer["plan"]["groups"]);
    let of = |field: &str| groups.iter().map(|group| whole(&group[field])).collect::<Vec<_>>();
    assert_eq!((of("pupils"), of("adults"), of("people")), (vec![34, 33, 33], vec![4, 4, 3], vec![38, 37, 36]));
}

#[test]
fn school_is_out_when_the_calendar_says_and_that_is_said_to_be_assumed() {
    let mut question = canal_day();
    question.as_object_mut().expect("an object").remove("back_by");
    let answer = post(ITINERARIES, &question).json();
    let dismissal = list(&answer["day"]["dismissal"]).iter().find(|dismissal| dismissal["stage"] == "primary");
    assert_eq!(answer["back_by"], dismissal.expect("school is held")["time"]);
    let assumed = list(&answer["assumed"]).iter().find(|assumed| assumed["what"] == "back_by").expect("it is told");
    assert_eq!((&assumed["why"], &assumed["value"]), (&json!("school_out"), &answer["back_by"]));
}

#[test]
fn what_must_be_visited_is_and_what_must_not_is_not_and_in_order() {
    let free = visited(&ask(&json!({})));
    let (first, second) = (&free[0], &free[1]);
    let answer =
        ask(&json!({ "must": [second, first], "before": [[second, first]], "not": [free[2]], "stay": { first: 50 } }));
    assert_eq!(answer["outcome"], "plan", "{answer}");
    check_plan(&answer);
    let now = visited(&answer);
    let at = |id: &String| now.iter().position(|known| known == id).unwrap_or_else(|| panic!("{id} is not in {now:?}"));
    assert!(at(second) < at(first) && !now.contains(&free[2]), "{now:?}");
    let stops = list(&answer["plan"]["groups"][0]["stops"]);
    let stop = stops.iter().find(|stop| stop["what"] == "visit" && stop["place"] == **first).expect("a stop");
    assert_eq!(minutes(&stop["end"]) - minutes(&stop["start"]), 50);
}

#[test]
fn five_thousand_pupils_have_no_day_and_are_told_why_and_what_would_help() {
    let answer = ask(&json!({ "pupils": 5000, "adults": 500 }));
    assert_eq!(
        (&answer["outcome"], &answer["plan"], &answer["checked"]),
        (&json!("none"), &Value::Null, &json!(false))
    );
    let out = list(&answer["left_out"]);
    let fewer = out.iter().find(|out| out["reason"] == "admits_fewer").unwrap_or_else(|| panic!("{answer}"));
    assert_eq!(fewer["numbers"]["people"], 5500);
    assert!(whole(&fewer["numbers"]["most"]) < 5500, "{fewer}");
    let change = &answer["changes"][0];
    assert_eq!(change["change"], "several_days", "not even twelve groups are small enough: {answer}");
    let part = ask(&json!({ "pupils": change["pupils"], "adults": change["adults"], "groups": change["groups"] }));
    assert_eq!(part["outcome"], "plan", "{change}");
    check_plan(&part);
    assert!(whole(&change["pupils"]) * whole(&change["days"]) >= 5000, "{change}");
}

#[test]
fn three_hundred_places_that_must_all_be_visited_have_no_day_and_are_no_failure() {
    let mut ids = Server::shared().get("/api/v1/places?region=321000&role=heritage,venue&limit=301").ids();
    let (too_many, last) = (json!({ "order": [&ids[..30]], "must": &ids[1..301] }), ids.pop());
    let answer = ask(&json!({ "must": ids }));
    assert_eq!((last.is_some(), &answer["outcome"]), (true, &json!("none")), "{answer}");
    assert!(list(&answer["left_out"]).iter().all(|out| out["must"] == true), "{answer}");
    check_refused(ITINERARIES, &with(&too_many), "invalid_parameter", "/order");
}

#[test]
fn a_change_that_is_said_to_help_does() {
    // Who has lunch from eleven on for 118 minutes is six minutes away at the least, and not back by one.
    let short = json!({ "leave_from": "10:30", "back_by": "13:00", "lunch": { "from": "11:00", "to": "13:00", "minutes": 118 } });
    let answer = ask(&short);
    assert_eq!(answer["outcome"], "none", "{answer}");
    let changes = list(&answer["changes"]);
    assert!(!changes.is_empty(), "{answer}");
    for change in changes {
        let mut asked = short.clone();
        match text(&change["change"]) {
            "leave_earlier" => asked["leave_from"] = change["leave_from"].clone(),
            "come_back_later" => asked["back_by"] = change["back_by"].clone(),
            "without_lunch" => asked["lunch"] = Value::Null,
            other => panic!("{other} was not expected: {answer}"),
        }
        let changed = ask(&asked);
        assert_eq!(changed["outcome"], "plan", "{change}");
        check_plan(&changed);
    }
}

#[test]
fn a_place_that_must_be_visited_and_is_closed_that_day_leaves_no_day() {
    let out = ask(&json!({ "themes": [] }));
    let closed =
        list(&out["left_out"]).iter().find(|out| out["reason"] == "closed_today").expect("something is closed");
    let answer = ask(&json!({ "must": [closed["place"]] }));
    assert_eq!(answer["outcome"], "none");
    let first = &answer["left_out"][0];
    assert_eq!(
        (&first["place"], &first["must"], &first["reason"]),
        (&closed["place"], &json!(true), &json!("closed_today"))
    );
    let changes = list(&answer["changes"]);
    let drop = changes.iter().find(|change| change["change"] == "drop_must").unwrap_or_else(|| panic!("{answer}"));
    assert_eq!(drop["places"][0]["place"], closed["place"]);
}

#[test]
fn unknown_hours_are_left_out_or_asked_about_and_said_to_be_assumed() {
    let few = json!({ "themes": [], "pupils": 20, "adults": 2 });
    let unknown = ask(&few);
    let unknown = list(&unknown["left_out"])
        .iter()
        .find(|out| out["reason"] == "hours_unknown")
        .expect("something unknown")
        .clone();
    let mut must = few;
    must["must"] = json!([unknown["place"]]);
    must["unknown_hours"] = json!("ask_first");
    let answer = ask(&must);
    assert_eq!(answer["outcome"], "plan", "{answer}");
    let stops = list(&answer["plan"]["groups"][0]["stops"]);
    let stop = stops.iter().find(|stop| stop["what"] == "visit" && stop["place"] == unknown["place"]).expect("a stop");
    assert_eq!((&stop["hours_known"], &stop["hours"]), (&json!(false), &json!([["09:00", "16:30"]])));
    assert!(list(&stop["notes"]).contains(&json!("hours_assumed")), "{stop}");
}

#[test]
fn where_nobody_knows_the_hours_of_what_must_be_visited_asking_there_is_proposed_and_helps() {
    let few = json!({ "themes": [], "pupils": 20, "adults": 2 });
    let free = ask(&few);
    let unknown = list(&free["left_out"]).iter().find(|out| out["reason"] == "hours_unknown").expect("one unknown");
    let mut must = few;
    must["must"] = json!([unknown["place"]]);
    let answer = ask(&must);
    assert_eq!(answer["outcome"], "none", "{answer}");
    let first = &answer["changes"][0];
    assert_eq!((&first["change"], &first["places"][0]["place"]), (&json!("ask_first"), &unknown["place"]), "{first}");
    must["unknown_hours"] = json!("ask_first");
    assert_eq!(ask(&must)["outcome"], "plan");
}

#[test]
fn when_it_rains_only_places_with_a_roof_are_visited_and_there_is_no_other_day_for_rain() {
    let answer = ask(&json!({ "rain": true, "alternatives": ["rain", "split"] }));
    assert_eq!((&answer["outcome"], &answer["rain"]), (&json!("plan"), &json!(true)), "{answer}");
    check_plan(&answer);
    let alternatives: Vec<_> = list(&answer["alternatives"]).iter().map(|one| text(&one["alternative"])).collect();
    assert_eq!(alternatives, ["split"]);
    let dry = ask(&json!({ "alternatives": ["rain"] }));
    assert_eq!(dry["rain"], false);
    // Of two searches by the clock one may have come further; what has no roof is in neither.
    let roofless: Vec<_> = list(&answer["left_out"]).iter().filter(|out| out["reason"] == "no_roof").collect();
    for plan in [&answer["plan"], &dry["alternatives"][0]["plan"]] {
        let under_roofs = visited_by(&plan["groups"][0]);
        assert!(
            !under_roofs.is_empty()
                && !roofless.iter().any(|out| under_roofs.contains(&text(&out["place"]).to_owned())),
            "{plan}"
        );
    }
    // Whoever asks for a place in the open gets it, and is told.
    let open = list(&answer["left_out"]).iter().find(|out| out["reason"] == "no_roof").expect("one in the open");
    let wet = ask(&json!({ "rain": true, "must": [open["place"]] }));
    let stops = list(&wet["plan"]["groups"][0]["stops"]);
    let stop = stops.iter().find(|stop| stop["place"] == open["place"]).unwrap_or_else(|| panic!("{wet}"));
    assert!(list(&stop["notes"]).contains(&json!("no_roof")), "{stop}");
}

#[test]
fn a_sequence_that_is_right_is_timed_without_a_fault_and_one_that_is_wrong_tells_every_fault() {
    let free = ask(&json!({}));
    let sequence = visited(&free);
    let arranged = ask(&json!({ "order": [sequence] }));
    assert_eq!((&arranged["outcome"], &arranged["faults"]), (&json!("arranged"), &json!([])), "{arranged}");
    assert_eq!(visited(&arranged), sequence);
    assert_eq!(arranged["checked"], true);
    check_plan(&arranged);
    let left_out: Vec<_> = list(&arranged["left_out"]).iter().map(|out| text(&out["place"])).collect();
    assert!(!left_out.is_empty() && sequence.iter().all(|id| !left_out.contains(&id.as_str())), "{left_out:?}");
    // What was taken out still fits, where it is worth enough to be listed.
    let reasons = (0..sequence.len()).filter_map(|taken| {
        let rest: Vec<_> = sequence.iter().filter(|id| **id != sequence[taken]).collect();
        let shorter = ask(&json!({ "order": [rest] }));
        let out = list(&shorter["left_out"]).iter().find(|out| out["place"] == sequence[taken].as_str());
        out.map(|out| text(&out["reason"]).to_owned())
    });
    let reasons: Vec<_> = reasons.collect();
    assert!(!reasons.is_empty() && reasons.iter().all(|reason| reason == "would_fit"), "{reasons:?}");
    let closed =
        list(&free["left_out"]).iter().find(|out| out["reason"] == "closed_today").expect("something is closed");
    let wrong =
        ask(&json!({ "order": [[sequence[0], closed["place"]]], "back_by": "09:10", "stay": { &sequence[0]: 300 } }));
    assert_eq!((&wrong["outcome"], &wrong["checked"]), (&json!("arranged"), &json!(false)));
    assert_eq!(wrong["left_out"], json!([]), "beside faults there is no saying what would fit");
    let faults = list(&wrong["faults"]);
    let of = |kind: &str| {
        faults.iter().find(|fault| fault["fault"] == kind).unwrap_or_else(|| panic!("no {kind} in {faults:?}"))
    };
    assert_eq!(of("closed_today")["place"], closed["place"]);
    let late = &of("back_late")["numbers"];
    let back = minutes(&wrong["plan"]["groups"][0]["back"]);
    assert_eq!((minutes(&late["back"]), whole(&late["late_minutes"])), (back, back - (9 * 60 + 10)));
}

#[test]
fn a_plan_asked_again_by_its_sequence_is_the_same_plan() {
    for (lon, lat) in [(119.44, 32.39), (119.338_517, 32.485_517), (119.43, 32.80), (119.74, 32.52)] {
        let school = json!({ "name": "测试小学", "lon": lon, "lat": lat });
        let planned = ask(&json!({ "school": school }));
        let group = &planned["plan"]["groups"][0];
        let word = |stop: &Value| {
            let place = text(&stop["place"]);
            if stop["what"] == "lunch" { format!("lunch:{place}") } else { place.to_owned() }
        };
        let order: Vec<String> = list(&group["stops"]).iter().map(word).collect();
        let again = ask(&json!({ "school": school, "order": [order] }));
        assert_eq!(again["faults"], json!([]), "from {lon},{lat}");
        let places = |group: &Value| list(&group["stops"]).iter().map(word).collect::<Vec<_>>();
        assert_eq!(places(&again["plan"]["groups"][0]), order, "from {lon},{lat}");
        assert!(minutes(&again["plan"]["groups"][0]["back"]) <= minutes(&group["back"]), "from {lon},{lat}");
    }
}

#[test]
fn better_than_a_given_sequence_keeps_its_places_and_the_order_of_what_is_pinned() {
    let mut sequence = visited(&ask(&json!({})));
    sequence.truncate(3);
    sequence.reverse();
    let answer = ask(&json!({ "order": [sequence], "improve": true, "pinned": sequence }));
    assert_eq!(answer["outcome"], "plan", "{answer}");
    check_plan(&answer);
    let now = visited(&answer);
    let kept: Vec<_> = now.iter().filter(|id| sequence.contains(id)).cloned().collect();
    assert_eq!(kept, sequence);
}

#[test]
fn a_day_that_is_under_way_goes_on_from_where_they_are() {
    let free = visited(&ask(&json!({})));
    let now = json!({ "at": "11:20", "place": free[0], "done": [free[0]] });
    let answer = ask(&json!({ "from_now": now }));
    assert_eq!(answer["outcome"], "plan", "{answer}");
    let group = &answer["plan"]["groups"][0];
    assert!(minutes(&group["leave"]) >= 11 * 60 + 20, "{group}");
    assert!(!visited(&answer).contains(&free[0]), "{group}");
    assert!(minutes(&group["back"]) <= 16 * 60, "{group}");
    let late = ask(&json!({ "from_now": { "at": "15:30", "place": free[0], "done": [free[0]] }, "lunch": null }));
    assert_eq!(late["outcome"], "plan", "who has no time left goes home: {late}");
}

#[test]
fn alternatives_are_told_beside_the_plan() {
    let answer = ask(&json!({ "alternatives": ["rain", "no_coach", "split"] }));
    let alternatives = list(&answer["alternatives"]);
    let kinds: Vec<_> = alternatives.iter().map(|one| text(&one["alternative"])).collect();
    assert_eq!(kinds, ["rain", "no_coach", "split"]);
    let of = |kind: usize| &alternatives[kind]["plan"];
    assert_eq!(list(&of(2)["groups"]).len(), 2);
    let walked = &of(1)["groups"][0];
    assert!((1..=6000).contains(&whole(&walked["walk_m"])), "{walked}");
    for stop in list(&of(0)["groups"][0]["stops"]) {
        assert!(stop["kind"] == "practice_centre" || !text(&stop["name"]).contains("公园"), "{stop}");
    }
}

#[test]
fn who_walks_walks_no_farther_than_asked() {
    let answer = ask(&json!({ "mode": "walk", "max_walk_m": 5000, "themes": [] }));
    assert_eq!(answer["outcome"], "plan", "{answer}");
    check_plan(&answer);
    let group = &answer["plan"]["groups"][0];
    let legs = list(&group["stops"]).iter().map(|stop| &stop["leg"]).chain([&group["home"]]);
    let metres: u64 = legs.map(|leg| whole(&leg["distance_m"])).sum();
    assert_eq!(whole(&group["walk_m"]), metres);
    assert!(metres <= 5000, "{group}");
}

#[test]
fn a_bad_question_is_refused_by_name_value_and_what_is_allowed() {
    let refused =
        |fields: Value, code: &str, parameter: &str| check_refused(ITINERARIES, &with(&fields), code, parameter);
    let invalid = |fields: Value, parameter: &str| refused(fields, "invalid_parameter", parameter);
    let some = visited(&ask(&json!({})));
    invalid(json!({ "school": { "lon": 116.4, "lat": 39.9 } }), "/school");
    invalid(json!({ "school": { "place": "p-nowhere" } }), "/school/place");
    refused(json!({ "school": { "name": "x" } }), "missing_parameter", "/school");
    refused(json!({ "school": { "place": some[0], "lon": 119.4, "lat": 32.4 } }), "conflicting_parameters", "/school");
    invalid(json!({ "date": "2026-02-30" }), "/date");
    invalid(json!({ "pupils": 0 }), "/pupils");
    invalid(json!({ "pupils": 5001 }), "/pupils");
    refused(json!({ "pupils": -1 }), "invalid_content", "pupils");
    invalid(json!({ "adults": 0 }), "/adults");
    invalid(json!({ "grade": 13 }), "/grade");
    invalid(json!({ "groups": 13, "adults": 20 }), "/groups");
    invalid(json!({ "groups": 7 }), "/adults");
    invalid(json!({ "pupils": 2, "groups": 3 }), "/groups");
    invalid(json!({ "leave_from": "8:30" }), "/leave_from");
    invalid(json!({ "back_by": "08:30" }), "/back_by");
    invalid(json!({ "must": ["p-nowhere"] }), "/must/0");
    invalid(json!({ "must": vec![&some[0]; 301] }), "/must");
    invalid(json!({ "must": [some[0]], "not": [some[0]] }), "/must/0");
    invalid(json!({ "before": [[some[0], some[0]]] }), "/before/0");
    invalid(json!({ "before": vec![[&some[0], &some[1]]; 101] }), "/before");
    invalid(json!({ "before": [[some[0], some[1]], [some[1], some[0]]] }), "/before/1");
    let around = json!([[some[0], some[1]], [some[0], some[1]], [some[1], some[2]], [some[2], some[0]]]);
    invalid(json!({ "before": around }), "/before/3");
    invalid(json!({ "stay": { &some[0]: 0 } }), &format!("/stay/{}", some[0]));
    invalid(json!({ "stay": { &some[0]: 481 } }), &format!("/stay/{}", some[0]));
    invalid(json!({ "lunch": { "minutes": 0 } }), "/lunch/minutes");
    invalid(json!({ "lunch": { "from": "12:00", "to": "12:30" } }), "/lunch/to");
    invalid(json!({ "max_leg_minutes": 0 }), "/max_leg_minutes");
    invalid(json!({ "max_walk_m": 0 }), "/max_walk_m");
    invalid(json!({ "max_without_toilet_minutes": 0 }), "/max_without_toilet_minutes");
    invalid(json!({ "words": "字".repeat(61) }), "/words");
    invalid(json!({ "roles": [] }), "/roles");
    refused(json!({ "roles": ["palace"] }), "invalid_content", "roles[0]");
    refused(json!({ "themes": ["dragons"] }), "invalid_content", "themes[0]");
    refused(json!({ "region": "110000" }), "unknown_region", "/region");
    invalid(json!({ "seconds": 11 }), "/seconds");
    invalid(json!({ "kind": "network" }), "/kind");
    refused(json!({ "improve": true }), "conflicting_parameters", "/improve");
    invalid(json!({ "order": [[some[0], some[0]]] }), "/order/0/1");
    invalid(json!({ "order": [[some[0]], [some[1]]], "groups": 3 }), "/order");
    invalid(json!({ "order": [["p-nowhere"]] }), "/order/0/0");
    invalid(json!({ "from_now": { "at": "16:00", "place": some[0] } }), "/from_now/at");
    invalid(json!({ "from_now": { "at": "11:00", "place": some[0], "group": 1 } }), "/from_now/group");
    refused(json!({ "fun": true }), "invalid_content", "fun");
    let late = post(ITINERARIES, &with(&json!({ "date": "2027-03-04" }))).problem(400);
    assert!(text(&late["allowed"]).contains("2026-12-31"), "the last day that the calendars tell of: {late}");
    let headers = [("Content-Type", "application/json")];
    let long = format!("{{\"words\":\"{}\"}}", "x".repeat(300_000));
    let answer = Server::shared().send("POST", ITINERARIES, &headers, long.into_bytes());
    assert_eq!(answer.problem(413)["code"], "content_too_large");
}

/// The lines of an answer as they came.
fn lines(answer: &Answer) -> Vec<Value> {
    assert_eq!((answer.status, answer.media_type()), (200, "application/x-ndjson"), "{answer}");
    answer.text().lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

#[test]
fn better_plans_come_line_by_line_and_the_last_line_is_the_whole_answer() {
    let mut lines = lines(&post(&format!("{ITINERARIES}?format=ndjson"), &canal_day()));
    lines.retain(|line| line["searching"].is_null());
    let (done, better) = lines.split_last().expect("lines");
    assert!(!better.is_empty());
    let scores: Vec<_> = better.iter().map(|line| whole(&line["better"]["score"])).collect();
    assert!(scores.is_sorted(), "{scores:?}");
    let answer = &done["done"];
    assert!(whole(&answer["plan"]["score"]) >= scores[scores.len() - 1]);
    check_plan(answer);
}

#[test]
fn whoever_leaves_stops_the_search() {
    let server = Server::start(None, &[]);
    let mut question = canal_day();
    question["seconds"] = json!(10);
    let body = question.to_string();
    let head = format!(
        "POST {ITINERARIES}?format=ndjson HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    // As many as are worked on at once.
    for _ in 0..4 {
        let mut stream = TcpStream::connect(server.host()).expect("a connection");
        stream.write_all(format!("{head}{body}").as_bytes()).expect("a question");
        let mut read = Vec::new();
        let mut piece = [0; 4096];
        while !String::from_utf8_lossy(&read).contains("\"better\"") {
            let count = stream.read(&mut piece).expect("an answer");
            assert!(count > 0, "{}", String::from_utf8_lossy(&read));
            read.extend_from_slice(&piece[..count]);
        }
    }
    // Nobody listens to them any more: one more has its turn.
    let headers = [("Content-Type", "application/json")];
    let answer = server.send("POST", ITINERARIES, &headers, canal_day().to_string().into_bytes());
    assert_eq!(answer.status, 200, "{answer}");
}

#[test]
fn a_day_comes_compressed_to_whoever_takes_it_so() {
    // A sequence has no search in it, so that it is timed the same every time.
    let question = with(&json!({ "order": [visited(&ask(&json!({})))] })).to_string().into_bytes();
    let ask = |encoding: &str| {
        let headers = [("Content-Type", "application/json"), ("Accept-Encoding", encoding)];
        Server::shared().send("POST", ITINERARIES, &headers, question.clone())
    };
    let plain = ask("identity");
    assert_eq!((plain.status, plain.header("content-encoding")), (200, None));
    for encoding in ["gzip", "br"] {
        let packed = ask(encoding);
        assert_eq!((packed.status, packed.header("content-encoding")), (200, Some(encoding)));
        assert!(packed.list("vary").contains(&"accept-encoding".to_owned()), "{packed}");
        assert!(packed.body.len() < plain.body.len() / 2, "{} of {} bytes", packed.body.len(), plain.body.len());
        assert_eq!(packed.json(), plain.json());
    }
}

#[test]
fn a_calendar_has_an_event_a_stop_in_the_citys_zone() {
    let answer = post_as(ITINERARIES, &canal_day(), "text/calendar");
    assert_eq!((answer.status, answer.media_type()), (200, "text/calendar"), "{answer}");
    let calendar = answer.text().replace("\r\n ", "");
    let events = calendar.matches("BEGIN:VEVENT").count();
    assert!(events >= 4 && calendar.matches("END:VEVENT").count() == events, "{calendar}");
    assert_eq!(calendar.matches("\r\nDTSTART;TZID=Asia/Shanghai:20261203T").count(), events, "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VTIMEZONE").count(), 1);
    assert_eq!(calendar.matches("SUMMARY:午餐").count(), 1, "{calendar}");
}

#[test]
fn a_calendar_and_routes_in_english_say_nothing_in_chinese_but_names_that_have_no_english() {
    // In a given order, so that each answer is of the same day.
    let question = with(&json!({ "order": [visited(&ask(&json!({})))] }));
    let day = post(ITINERARIES, &question).json();
    let calendar = post(&format!("{ITINERARIES}?format=ics&lang=en"), &question).text();
    let calendar = calendar.replace("\r\n ", "").replace("\\,", ",");
    let lunches = list(&day["plan"]["groups"][0]["stops"]).iter().filter(|stop| stop["what"] == "lunch").count();
    assert_eq!(calendar.matches("SUMMARY:Lunch · ").count(), lunches, "{calendar}");
    let routes = post(&format!("{ITINERARIES}?format=gpx&lang=en"), &question).text();
    assert!(routes.contains("<name>Group 1</name>") && routes.contains("<desc>Leave "), "{routes}");
    let names = of_places(&day);
    let english = |text: &str| names.iter().filter(|(_, en)| en.is_some_and(|en| text.contains(en))).count();
    assert!(english(&calendar) > 0 && english(&routes) > 0, "no English name of {names:?} in {calendar} {routes}");
    for (name, _) in names.iter().filter(|(_, en)| en.is_some()) {
        assert!(!calendar.contains(name) && !routes.contains(name), "{name} is not said in English");
    }
    let words = ["研学", "组", "午餐", "路上", "到达", "电话", "示例", "任务", "返回", "出发"];
    let nameless = names.iter().fold(calendar + &routes, |text, (name, _)| text.replace(name, ""));
    assert!(words.iter().all(|word| !nameless.contains(word)), "{nameless}");
}

/// The names of the places of a day, with their English ones.
fn of_places(day: &Value) -> Vec<(&str, Option<&str>)> {
    let groups = list(&day["plan"]["groups"]).iter();
    let stops = groups.flat_map(|group| list(&group["stops"])).chain([&day["school"]]);
    stops.map(|stop| (stop["name"].as_str().expect("a name"), stop["name_en"].as_str())).collect()
}

#[test]
fn a_navigator_gets_a_route_a_group_and_a_map_gets_stops_and_legs() {
    let two = with(&json!({ "groups": 2 }));
    let gpx = post(&format!("{ITINERARIES}?format=gpx"), &two);
    assert_eq!((gpx.status, gpx.media_type()), (200, "application/gpx+xml"), "{gpx}");
    let gpx = gpx.text();
    assert_eq!((gpx.matches("<rte>").count(), gpx.matches("</rte>").count()), (2, 2), "{gpx}");
    assert_eq!(gpx.matches("<rtept ").count(), gpx.matches("</rtept>").count());
    let map = post_as(ITINERARIES, &two, "application/geo+json");
    let features = map.features();
    let of =
        |kind: &str| features.iter().filter(|feature| feature["properties"]["feature"] == kind).collect::<Vec<_>>();
    let groups = map.json()["answer"]["plan"]["groups"].clone();
    let stops: usize = list(&groups).iter().map(|group| list(&group["stops"]).len()).sum();
    assert_eq!((of("school").len(), of("stop").len(), of("leg").len()), (1, stops, stops + 2));
    assert!(
        of("leg").iter().all(|leg| leg["geometry"]["type"] == "LineString" && leg["properties"]["straight"] == true)
    );
}

#[test]
fn a_day_that_is_over_can_be_read_and_says_that_it_is_over() {
    for (date, is_past) in [("2026-11-24", true), ("2026-11-25", false), (THURSDAY, false)] {
        let answer = ask(&json!({ "date": date }));
        assert_eq!((&answer["past"], &answer["outcome"]), (&json!(is_past), &json!("plan")), "{date}: {answer}");
    }
    let ended = run_with(&["plan", "-"], &with(&json!({ "date": "2026-11-24" })).to_string());
    assert!(ended.stdout.contains("这一天已经过去"), "{}", ended.stdout);
}

#[test]
fn a_day_is_planned_at_a_terminal_too() {
    let ended = run_with(&["plan", "-"], &canal_day().to_string());
    assert!(ended.status.success(), "{}", ended.stderr);
    for words in ["第 1 组（66 人）", "午餐：", "返校（路上", "含示例数据"] {
        assert!(ended.stdout.contains(words), "{words} is not in {}", ended.stdout);
    }
    let english = run_with(&["plan", "-", "--lang", "en"], &canal_day().to_string());
    for words in ["Group 1 (66 people)", "Lunch: ", "min on the way)", "Left out:", "example data"] {
        assert!(english.stdout.contains(words), "{words} is not in {}", english.stdout);
    }
    let calendar = run_with(&["plan", "-", "--lang", "en", "--format", "ics"], &canal_day().to_string());
    assert!(calendar.stdout.contains("Field study day"), "{}", calendar.stdout);
    let json = run_with(&["plan", "-", "--format", "json"], &canal_day().to_string());
    check_plan(&serde_json::from_str(&json.stdout).expect("JSON"));
    let refused = run_with(&["plan", "-"], &with(&json!({ "pupils": 0 })).to_string());
    assert!(!refused.status.success() && refused.stderr.contains("/pupils"), "{}", refused.stderr);
}
