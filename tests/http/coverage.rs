//! `GET /api/v1/planning` and `POST /api/v1/coverage`.
#![expect(clippy::float_cmp, reason = "weights are whole and minutes have one decimal: the very number is told")]

use serde_json::{Value, json};
use yuren_tests::Server;

use crate::number;
use crate::planning::{check_refused, post, post_as, three_points};

const COVERAGE: &str = "/api/v1/coverage";

fn with(mut question: Value, field: &str, value: Value) -> Value {
    question[field] = value;
    question
}

#[test]
fn what_can_be_chosen_says_that_village_units_are_not_people_and_that_no_rule_was_read() {
    let planning = Server::shared().get("/api/v1/planning").json();
    let villages = &planning["demand_sets"][0];
    assert_eq!(villages["id"], "village_units");
    assert_eq!(number(&villages["count"]) + number(&villages["not_located"]), 1437.0);
    assert_eq!(villages["is_population"], false);
    assert_eq!(number(&villages["total_weight"]), number(&villages["count"]), "each weighs 1");
    assert!(villages["weight_note"].as_str().is_some_and(|note| note.contains("不是人口")));
    assert_eq!(planning["streets"], Value::Null);
    let presets = planning["presets"].as_array().expect("presets");
    let metres: Vec<_> = presets.iter().map(|preset| number(&preset["max_m"])).collect();
    assert_eq!(metres, [300.0, 500.0, 1000.0, 500.0, 1000.0]);
    assert!(presets.iter().all(|preset| preset["checked"] == false));
}

#[test]
fn three_points_on_a_meridian_are_served_as_worked_out_by_hand() {
    let answer = post(COVERAGE, &with(three_points(), "nth", json!(1))).json();
    assert_eq!(answer["points"]["minutes"], json!([0.0, 10.0, 40.0]));
    assert_eq!(answer["points"]["nth_minutes"], answer["points"]["minutes"]);
    assert_eq!(answer["points"]["status"], json!(["served", "served", "unserved"]));
    assert_eq!(answer["points"]["nearest"], json!([1, 1, 1]), "the place that was taken away is listed first");
    let summary = &answer["summary"];
    assert_eq!((&summary["points"], &summary["weight"]), (&json!(3), &json!(6.0)));
    assert_eq!((&summary["served_weight"], &summary["served_share"]), (&json!(3.0), &json!(0.5)));
    // Half of the weight, 3 of 6, lies within 10 minutes; nine tenths only within 40.
    assert_eq!((&summary["median_minutes"], &summary["p90_minutes"]), (&json!(10.0), &json!(40.0)));
    assert_eq!((&summary["unserved_points"], &summary["not_located_points"]), (&json!(1), &json!(0)));
    // (1 × 0 + 2 × 9.98 + 3 × 39.92) ÷ 6 = 23.29.
    assert_eq!(summary["mean_minutes"], json!(23.3));
    let sites = answer["sites"].as_array().expect("sites");
    assert_eq!((&sites[0]["removed"], &sites[0]["served_weight"]), (&json!(true), &json!(0.0)));
    assert_eq!(
        (&sites[1]["id"], &sites[1]["added"], &sites[1]["served_weight"]),
        (&json!("new"), &json!(true), &json!(3.0))
    );
    assert_eq!(answer["method"]["kind"], "estimate");
    assert_eq!(answer["other_kind"], Value::Null);
}

#[test]
fn a_threshold_serves_up_to_itself_and_no_farther() {
    let share = |minutes: f64| {
        let answer = post(COVERAGE, &with(three_points(), "max_minutes", json!(minutes))).json();
        number(&answer["summary"]["served_share"])
    };
    assert_eq!(
        [9.9, 10.0, 39.9, 40.0].map(share),
        [1.0 / 6.0, 0.5, 0.5, 1.0].map(|share: f64| (share * 1e6).round() / 1e6)
    );
}

#[test]
fn metres_are_a_straight_line() {
    let served = |metres: f64| {
        let mut question = with(three_points(), "max_m", json!(metres));
        question.as_object_mut().expect("an object").remove("max_minutes");
        number(&post(COVERAGE, &question).json()["summary"]["served_weight"])
    };
    assert_eq!([554.0, 555.0, 2217.0, 2219.0].map(served), [1.0, 3.0, 3.0, 6.0]);
}

#[test]
fn a_site_that_is_moved_takes_its_reach_with_it() {
    let mut question = three_points();
    let centre = question["scenario"]["remove"][0].clone();
    question["scenario"] = json!({ "move": [{ "place": centre, "lon": 119.6, "lat": 32.42 }] });
    let answer = post(COVERAGE, &question).json();
    assert_eq!(answer["sites"][0]["moved"], true);
    // From c: b is 0.015° = 1,663.4 m away, 29.94 min.
    assert_eq!(answer["points"]["minutes"], json!([40.0, 30.0, 0.0]));
    assert_eq!(number(&answer["summary"]["served_weight"]), 3.0);
}

#[test]
fn all_needs_must_be_met_and_the_last_one_binds() {
    let mut question = three_points();
    question["needs"] = json!([["practice_centre"], ["counselling"]]);
    let places = Server::shared().get("/api/v1/places?region=321000&role=counselling,practice_centre").ids();
    question["scenario"]["remove"] = json!(places);
    question["scenario"]["add"]
        .as_array_mut()
        .expect("a list")
        .push(json!({ "id": "other", "lon": 119.6, "lat": 32.405, "roles": ["counselling"] }));
    let answer = post(COVERAGE, &question).json();
    assert_eq!(answer["points"]["minutes"], json!([10.0, 10.0, 40.0]));
    assert_eq!(answer["points"]["binding_need"], json!([1, 0, 0]));
}

#[test]
fn supply_is_shared_among_those_around_it() {
    let answer = post(COVERAGE, &with(three_points(), "access", json!({ "method": "2sfca" }))).json();
    // One site for the weight 3 around it: a third for each, 333.3 for a thousand; nothing for c.
    let access: Vec<_> = answer["points"]["access"].as_array().expect("scores").iter().map(number).collect();
    assert!((access[0] - 1000.0 / 3.0).abs() < 1e-9 && access[1] == access[0] && access[2] == 0.0, "{access:?}");
    assert!((number(&answer["access"]["mean"]) - 1000.0 / 6.0).abs() < 1e-9);
}

#[test]
fn the_city_is_counted_by_district_and_by_town() {
    let answer = post(COVERAGE, &json!({ "needs": [["venue", "heritage"]], "max_minutes": 15 })).json();
    let regions = answer["regions"].as_array().expect("regions");
    for level in ["district", "town"] {
        let of_level = || regions.iter().filter(|region| region["level"] == level);
        for (field, total) in [("points", "points"), ("served_weight", "served_weight")] {
            let sum: f64 = of_level().map(|region| number(&region[field])).sum();
            assert_eq!(sum, number(&answer["summary"][total]), "{level} {field}");
        }
    }
    let codes: Vec<_> = answer["method"]["notes"].as_array().expect("notes").iter().map(|note| &note["code"]).collect();
    for code in ["estimate", "not_population", "not_located"] {
        assert!(codes.contains(&&json!(code)), "{code} is not in {codes:?}");
    }
    let histogram = &answer["distribution"]["histogram"];
    let bars: f64 = histogram["weights"].as_array().expect("bars").iter().map(number).sum();
    assert_eq!(bars + number(&histogram["beyond_weight"]), number(&answer["summary"]["weight"]));
}

#[test]
fn a_region_leaves_only_its_own_points() {
    let question = json!({ "needs": [["venue"]], "max_minutes": 15, "region": "321002" });
    let answer = post(COVERAGE, &question).json();
    let districts = answer["points"]["district"].as_array().expect("districts");
    assert!(!districts.is_empty() && districts.iter().all(|district| district == "321002"));
}

#[test]
fn at_a_time_slice_what_is_not_known_to_be_open_is_perhaps_and_never_served() {
    let question =
        |slice: &str| json!({ "needs": [["venue"]], "max_minutes": 30, "slice": slice, "from": "2026-10-12" });
    let any = post(COVERAGE, &question("any")).json();
    let saturday = post(COVERAGE, &question("saturday")).json();
    let weight = |answer: &Value, field: &str| number(&answer["summary"][field]);
    assert_eq!(weight(&any, "perhaps_weight"), 0.0);
    let either = weight(&saturday, "served_weight") + weight(&saturday, "perhaps_weight");
    assert!(either <= weight(&any, "served_weight"));
    assert!(weight(&saturday, "served_weight") < weight(&any, "served_weight"));
    assert!(saturday["method"]["slice"]["dates"].as_array().is_some_and(|dates| !dates.is_empty()));
}

#[test]
fn every_export_states_how_it_was_worked_out() {
    let csv = post_as(COVERAGE, &three_points(), "text/csv");
    assert_eq!(csv.media_type(), "text/csv");
    let text = csv.text();
    assert!(text.starts_with('\u{feff}') && text.contains("直线估算 × 1.35") && text.contains("2025-02-14"), "{text}");
    assert!(text.lines().any(|line| line.starts_with("c,c,119.6,32.42,3,") && line.contains("未覆盖")), "{text}");
    let geojson = post_as(COVERAGE, &three_points(), "application/geo+json");
    assert_eq!(geojson.features().len(), 3);
    assert_eq!(geojson.json()["method"]["kind"], "estimate");
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let workbook = post_as(COVERAGE, &three_points(), kind);
    assert_eq!((workbook.status, workbook.media_type()), (200, kind));
    let sheets = {
        use calamine::Reader;
        let book: Result<calamine::Xlsx<_>, _> = calamine::open_workbook_from_rs(std::io::Cursor::new(workbook.body));
        book.expect("a workbook").sheet_names()
    };
    assert_eq!(sheets, ["说明 Method", "区县镇街 Regions", "需求点 Points", "设施点 Sites"]);
}

#[test]
fn an_answer_comes_compressed_to_whoever_takes_it_so() {
    let ask = |accept: &str, encoding: &str| {
        let headers = [("Content-Type", "application/json"), ("Accept", accept), ("Accept-Encoding", encoding)];
        Server::shared().send("POST", COVERAGE, &headers, three_points().to_string().into_bytes())
    };
    let plain = ask("application/json", "identity");
    assert_eq!(plain.header("content-encoding"), None);
    for encoding in ["gzip", "br"] {
        let packed = ask("application/json", encoding);
        assert_eq!((packed.status, packed.header("content-encoding")), (200, Some(encoding)));
        assert!(packed.list("vary").contains(&"accept-encoding".to_owned()), "{packed}");
        assert!(packed.body.len() < plain.body.len() / 2, "{} of {} bytes", packed.body.len(), plain.body.len());
        assert_eq!(packed.json(), plain.json());
        assert_eq!(ask("text/csv", encoding).header("content-encoding"), Some(encoding));
    }
    let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    assert_eq!(ask(workbook, "gzip").header("content-encoding"), None, "it is compressed in itself");
}

#[test]
fn a_threshold_is_given_once_and_within_bounds() {
    for minutes in [json!(0), json!(-1), json!(1e9), json!(0.01)] {
        check_refused(COVERAGE, &with(three_points(), "max_minutes", minutes), "invalid_parameter", "/max_minutes");
    }
    check_refused(COVERAGE, &with(three_points(), "max_m", json!(500)), "conflicting_parameters", "/max_m");
    check_refused(COVERAGE, &json!({ "needs": [["venue"]] }), "missing_parameter", "/max_minutes");
    check_refused(COVERAGE, &json!({ "needs": [["venue"]], "max_m": 1e9 }), "invalid_parameter", "/max_m");
}

#[test]
fn what_is_no_number_is_no_json() {
    let body = br#"{"needs":[["venue"]],"max_minutes":NaN}"#.to_vec();
    let answer = Server::shared().send("POST", COVERAGE, &[("Content-Type", "application/json")], body);
    assert_eq!(answer.problem(400)["code"], "invalid_content", "{answer}");
}

#[test]
fn points_weigh_something_lie_near_the_city_and_have_ids_of_their_own() {
    let points = |point: Value| json!({ "points": [{ "id": "a", "lon": 119.4, "lat": 32.4 }, point] });
    let cases = [
        (json!({ "id": "b", "lon": 119.4, "lat": 32.4, "weight": 0 }), "/demand/points/1/weight"),
        (json!({ "id": "b", "lon": 119.4, "lat": 32.4, "weight": -3 }), "/demand/points/1/weight"),
        (json!({ "id": "a", "lon": 119.4, "lat": 32.4 }), "/demand/points/1/id"),
        (json!({ "id": " ", "lon": 119.4, "lat": 32.4 }), "/demand/points/1/id"),
        (json!({ "id": "b", "lon": 32.4, "lat": 119.4 }), "/demand/points/1"),
        (json!({ "id": "b", "lon": 116.4, "lat": 39.9 }), "/demand/points/1"),
    ];
    for (point, pointer) in cases {
        check_refused(COVERAGE, &with(three_points(), "demand", points(point)), "invalid_parameter", pointer);
    }
    check_refused(
        COVERAGE,
        &with(three_points(), "demand", json!({ "points": [] })),
        "invalid_parameter",
        "/demand/points",
    );
    check_refused(COVERAGE, &with(three_points(), "demand", json!("people")), "invalid_parameter", "/demand");
}

#[test]
fn needs_and_scenarios_name_what_there_is() {
    let refused = |field: &str, value: Value, code: &str, parameter: &str| {
        check_refused(COVERAGE, &with(three_points(), field, value), code, parameter);
    };
    refused("needs", json!([]), "invalid_parameter", "/needs");
    refused("needs", json!([[]]), "invalid_parameter", "/needs/0");
    refused("needs", json!([["palace"]]), "invalid_content", "needs[0][0]");
    refused("region", json!("999999"), "unknown_region", "/region");
    refused("nth", json!(0), "invalid_parameter", "/nth");
    refused("from", json!("2026-02-30"), "invalid_parameter", "/from");
    refused("slice", json!("midnight"), "invalid_content", "slice");
    refused("kind", json!("network"), "invalid_parameter", "/kind");
    refused("colour", json!("red"), "invalid_content", "colour");
    refused("scenario", json!({ "remove": ["p-nowhere"] }), "invalid_parameter", "/scenario/remove/0");
    let site = json!({ "id": "n", "lon": 119.4, "lat": 32.4, "roles": ["venue"] });
    refused("scenario", json!({ "add": [site, site] }), "invalid_parameter", "/scenario/add/1/id");
    refused(
        "scenario",
        json!({ "close": [{ "lon": 119.4, "lat": 32.4 }] }),
        "conflicting_parameters",
        "/scenario/close",
    );
    let many: Vec<_> = (0..201).map(|_| "p-x").collect();
    refused("scenario", json!({ "remove": many }), "invalid_parameter", "/scenario");
}

#[test]
fn more_points_than_anybody_works_on_are_refused() {
    let point = |i: usize| json!({ "id": i.to_string(), "lon": 119.4, "lat": 32.4 });
    let many = json!({ "points": (0..20_001).map(point).collect::<Vec<_>>() });
    check_refused(COVERAGE, &with(three_points(), "demand", many), "invalid_parameter", "/demand/points");
}
