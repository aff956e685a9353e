//! `POST /api/v1/itineraries` by a study route.

use serde_json::{Value, json};
use yuren_tests::{Editor, Server, run_with};

use crate::planning::{check_refused, post};
use crate::study_routes::{FERRY, GRAIN, MUSEUM, PAGODA, editable, put, set_status};

const ITINERARIES: &str = "/api/v1/itineraries";
/// A Thursday in term.
const THURSDAY: &str = "2026-12-17";

/// Forty pupils by coach from the old town, by this route, back by half past four.
fn day_by(route: &str) -> Value {
    json!({
        "school": { "name": "测试小学", "lon": 119.44, "lat": 32.39 }, "date": THURSDAY, "leave_from": "08:00",
        "back_by": "16:30", "pupils": 40, "adults": 4, "study_route": route,
    })
}

fn with(fields: &Value) -> Value {
    let mut question = day_by(GRAIN);
    for (field, value) in fields.as_object().expect("fields") {
        question[field] = value.clone();
    }
    question
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("{value} is no list"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

/// The visits of a group that are stops of the route: place and minutes, in the order in which they are visited.
fn by_route(group: &Value, stops: &[&str]) -> Vec<(String, u64)> {
    let minutes = |clock: &Value| {
        let (hours, minutes) = text(clock).split_once(':').expect("HH:MM");
        hours.parse::<u64>().expect("hours") * 60 + minutes.parse::<u64>().expect("minutes")
    };
    let visits = list(&group["stops"]).iter().filter(|stop| stop["what"] == "visit");
    visits
        .filter(|stop| stops.contains(&text(&stop["place"])))
        .map(|stop| (text(&stop["place"]).to_owned(), minutes(&stop["end"]) - minutes(&stop["start"])))
        .collect()
}

fn grain(minutes: [u64; 3]) -> Vec<(String, u64)> {
    [FERRY, PAGODA, MUSEUM].into_iter().map(str::to_owned).zip(minutes).collect()
}

#[test]
fn every_group_visits_the_stops_in_the_route_s_order_for_its_minutes() {
    let answer = post(ITINERARIES, &with(&json!({ "groups": 2 }))).json();
    assert_eq!((&answer["outcome"], &answer["checked"]), (&json!("plan"), &json!(true)), "{answer}");
    let groups = list(&answer["plan"]["groups"]);
    assert_eq!(groups.len(), 2);
    for group in groups {
        assert_eq!(by_route(group, &[FERRY, PAGODA, MUSEUM]), grain([40, 40, 90]), "{group}");
    }
    let told = &answer["study_route"];
    assert_eq!((&told["id"], &told["title"]), (&GRAIN.into(), &"示例线路：沿运河看漕运".into()));
    let library = Server::shared().get(&format!("/api/v1/study-routes/{GRAIN}")).json();
    for stop in list(&library["properties"]["stops"]) {
        assert_eq!(told["tasks"][text(&stop["place"])], stop["task"]);
    }
    // The theme of the route is one of the day's: that is what its stops are worth.
    let stops = list(&groups[0]["stops"]).iter();
    let fits: Vec<_> = stops.flat_map(|stop| list(&stop["fit"])).collect();
    assert!(fits.contains(&&json!("theme:canal")), "{fits:?}");
}

#[test]
fn nothing_else_is_visited_unless_the_question_says_so() {
    let visits = |question: &Value| {
        let answer = post(ITINERARIES, question).json();
        assert_eq!(answer["outcome"], "plan", "{answer}");
        let stops = list(&answer["plan"]["groups"][0]["stops"]).clone();
        stops.into_iter().filter(|stop| stop["what"] == "visit").collect::<Vec<_>>()
    };
    assert_eq!(visits(&day_by(GRAIN)).len(), 3);
    assert!(visits(&with(&json!({ "beside_route": true }))).len() > 3);
    // 个园.
    let garden = "p-h0mfbxapc2rm";
    let with_garden = visits(&with(&json!({ "must": [garden], "unknown_hours": "ask_first" })));
    assert!(with_garden.len() == 4 && with_garden.iter().any(|stop| stop["place"] == garden), "{with_garden:?}");
    let out = post(ITINERARIES, &day_by(GRAIN)).json();
    assert_eq!(out["left_out"], json!([]), "nothing was asked for that is left out");
}

#[test]
fn hours_that_nobody_knows_are_asked_about_at_the_stops_and_nowhere_else() {
    let answer = post(ITINERARIES, &with(&json!({ "beside_route": true }))).json();
    let visits = list(&answer["plan"]["groups"][0]["stops"]).iter().filter(|stop| stop["what"] == "visit");
    for stop in visits {
        let is_of_route = [FERRY, PAGODA, MUSEUM].contains(&text(&stop["place"]));
        assert_eq!(stop["hours_known"] == false, is_of_route, "{stop}");
    }
}

#[test]
fn by_each_route_of_the_sample_city_there_is_a_day_on_a_thursday_in_term() {
    let library = Server::shared().get("/api/v1/study-routes").json();
    for route in list(&library["features"]) {
        let (id, stops) = (text(&route["id"]), list(&route["properties"]["stops"]));
        let mut question = day_by(id);
        // A school a few streets from the first stop.
        let near = |degrees: &Value| degrees.as_f64().expect("degrees") + 0.004;
        question["school"] = json!({ "lon": near(&stops[0]["lon"]), "lat": near(&stops[0]["lat"]) });
        question["grade"] = list(&route["properties"]["grades"])[0].clone();
        let answer = post(ITINERARIES, &question).json();
        assert_eq!((&answer["outcome"], &answer["checked"]), (&json!("plan"), &json!(true)), "{id}: {answer}");
        let places: Vec<&str> = stops.iter().map(|stop| text(&stop["place"])).collect();
        let wanted: Vec<(String, u64)> = stops
            .iter()
            .map(|stop| (text(&stop["place"]).to_owned(), stop["minutes"].as_u64().expect("minutes")))
            .collect();
        assert_eq!(by_route(&answer["plan"]["groups"][0], &places), wanted, "{id}");
    }
}

#[test]
fn what_the_question_says_itself_goes_before_what_the_route_says() {
    let answer = post(ITINERARIES, &with(&json!({ "stay": { PAGODA: 25 }, "themes": ["nature"] }))).json();
    assert_eq!(by_route(&answer["plan"]["groups"][0], &[FERRY, PAGODA, MUSEUM]), grain([40, 25, 90]), "{answer}");
    let without = post(ITINERARIES, &with(&json!({ "not": [PAGODA] }))).json();
    assert_eq!(without["outcome"], "plan", "{without}");
    let rest = by_route(&without["plan"]["groups"][0], &[FERRY, PAGODA, MUSEUM]);
    assert_eq!(rest, [(FERRY.to_owned(), 40), (MUSEUM.to_owned(), 90)]);
}

#[test]
fn a_sequence_says_what_is_visited_and_the_route_is_told_beside_it() {
    let answer = post(ITINERARIES, &with(&json!({ "order": [[MUSEUM, "lunch", FERRY]] }))).json();
    assert_eq!((&answer["outcome"], &answer["study_route"]["id"]), (&json!("arranged"), &json!(GRAIN)), "{answer}");
    assert_eq!(answer["faults"], json!([]), "{answer}");
    let visits = by_route(&answer["plan"]["groups"][0], &[FERRY, PAGODA, MUSEUM]);
    assert_eq!(visits, [(MUSEUM.to_owned(), 90), (FERRY.to_owned(), 40)]);
}

#[test]
fn a_day_by_no_route_says_so_and_one_by_an_unknown_route_is_refused() {
    let mut question = day_by(GRAIN);
    question.as_object_mut().expect("an object").remove("study_route");
    assert_eq!(post(ITINERARIES, &question).json()["study_route"], Value::Null);
    for id in ["s-nowhere", "NOT AN ID", ""] {
        check_refused(ITINERARIES, &day_by(id), "invalid_parameter", "/study_route");
    }
}

#[test]
fn a_stop_that_was_withdrawn_is_left_out_and_named_and_a_route_off_the_list_is_refused() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let ask = || {
        let headers = [("Content-Type", "application/json")];
        server.send("POST", ITINERARIES, &headers, day_by(GRAIN).to_string().into_bytes())
    };
    set_status(&editor, PAGODA, "withdrawn");
    let answer = ask().json();
    assert_eq!(answer["outcome"], "plan", "{answer}");
    let visits = by_route(&answer["plan"]["groups"][0], &[FERRY, PAGODA, MUSEUM]);
    assert_eq!(visits, [(FERRY.to_owned(), 40), (MUSEUM.to_owned(), 90)]);
    let out = &answer["left_out"][0];
    assert_eq!(
        (&out["place"], &out["reason"], &out["must"], &out["groups"]),
        (&json!(PAGODA), &json!("withdrawn"), &json!(true), &json!([0]))
    );
    assert!(
        answer["study_route"]["tasks"].get(PAGODA).is_none() && answer["study_route"]["tasks"].get(FERRY).is_some()
    );

    let (mut route, tag) = editable(&editor, GRAIN);
    route["status"] = "withdrawn".into();
    assert_eq!(put(&editor, &route, &tag).status, 200);
    let problem = ask().problem(400);
    assert_eq!((&problem["code"], &problem["parameter"]), (&"invalid_parameter".into(), &"/study_route".into()));
}

#[test]
fn a_calendar_and_a_navigator_say_at_each_visit_what_to_look_for_whatever_characters_it_has() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let (mut route, tag) = editable(&editor, GRAIN);
    // Each of these characters means something in the one format or in the other.
    route["stops"][1]["task"] =
        "数一数塔有几层、每层有几个面；量一量，记下来: a,b;c\\d <塔> & 水。\n再画一张图。".into();
    assert_eq!(put(&editor, &route, &tag).status, 200);
    let ask = |format: &str| {
        let headers = [("Content-Type", "application/json")];
        let question = with(&json!({ "groups": 2 })).to_string().into_bytes();
        server.send("POST", &format!("{ITINERARIES}?format={format}"), &headers, question).text()
    };

    let calendar = ask("ics");
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{calendar}");
    let calendar = calendar.replace("\r\n ", "");
    let descriptions: Vec<&str> = calendar.lines().filter(|line| line.starts_with("DESCRIPTION:")).collect();
    let tasks = descriptions.iter().filter(|line| line.contains("\\n任务："));
    assert_eq!(tasks.count(), 6, "three stops of two groups, and no lunch: {calendar}");
    let task = "任务：数一数塔有几层、每层有几个面；量一量，记下来: a\\,b\\;c\\\\d <塔> & 水。\\n再画一张图。";
    assert_eq!(descriptions.iter().filter(|line| line.contains(task)).count(), 2, "{calendar}");
    assert!(descriptions.iter().all(|line| line.contains("到达")), "what they said before: {calendar}");

    let gpx = ask("gpx");
    let task =
        "任务：数一数塔有几层、每层有几个面；量一量，记下来: a,b;c\\d &lt;塔&gt; &amp; 水。\n再画一张图。</desc>";
    assert_eq!((gpx.matches("任务：").count(), gpx.matches(task).count()), (6, 2), "{gpx}");
}

#[test]
fn a_day_by_a_route_is_planned_at_a_terminal_with_what_to_look_for() {
    let mut question = day_by(GRAIN);
    question.as_object_mut().expect("an object").remove("study_route");
    let ended = run_with(&["plan", "-", "--route", GRAIN], &question.to_string());
    assert!(ended.status.success(), "{}", ended.stderr);
    for words in ["按线路：示例线路：沿运河看漕运", "东关古渡", "数一数塔有几层"] {
        assert!(ended.stdout.contains(words), "{words} is not in {}", ended.stdout);
    }
    let refused = run_with(&["plan", "-", "--route", "s-nowhere"], &question.to_string());
    assert!(!refused.status.success() && refused.stderr.contains("/study_route"), "{}", refused.stderr);
}
