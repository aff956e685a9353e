//! `POST /api/v1/planning/points`: demand points and candidates from a file, and then what a planner asks with them.

use std::thread;

use serde_json::{Value, json};
use yuren_tests::{Answer, Form, Scratch, Server, run};

use crate::number;
use crate::planning::{post, three_points};

const POINTS: &str = "/api/v1/planning/points";

/// The points of [`three_points`], as somebody keeps them.
const TABLE: &str = "编号,名称,经度,纬度,人口\na,甲,119.6,32.4,1\nb,乙,119.6,32.405,2\nc,丙,119.6,32.42,3\n";

/// What somebody without an account sends.
fn send(name: &str, file: &[u8], options: &Value) -> Answer {
    let form = Form::default().file("file", name, file).field("options", &options.to_string());
    Server::shared().send("POST", POINTS, &[("Content-Type", &Form::content_type())], form.body())
}

fn read(name: &str, file: &[u8], options: &Value) -> Value {
    let answer = send(name, file, options);
    assert_eq!((answer.status, answer.media_type()), (200, "application/json"), "{answer}");
    answer.json()
}

fn demand() -> Value {
    json!({ "use": "demand", "datum": "wgs84" })
}

/// The question of [`three_points`] with the demand points of an answer.
fn question(points: &Value) -> Value {
    let mut question = three_points();
    question["demand"] = json!({
        "name": points["name"], "is_population": points["is_population"], "points": points["points"],
    });
    question
}

/// Rows and rules of the errors.
fn errors(points: &Value) -> Vec<(u64, &str)> {
    let findings = points["findings"].as_array().expect("findings").iter();
    let errors = findings.filter(|finding| finding["severity"] == "error");
    errors.map(|finding| (finding["row"].as_u64().expect("a row"), finding["rule"].as_str().expect("a rule"))).collect()
}

#[test]
fn a_table_goes_straight_into_coverage_and_its_people_are_counted_as_by_hand() {
    let points = read("新区人口.csv", TABLE.as_bytes(), &demand());
    assert_eq!(
        [&points["name"], &points["format"], &points["datum"], &points["is_population"]],
        [&json!("新区人口"), &json!("csv"), &json!("wgs84"), &json!(true)]
    );
    let columns = json!({ "id": "编号", "name": "名称", "lon": "经度", "lat": "纬度", "weight": "人口" });
    assert_eq!((&points["columns"], &points["rows"], &points["weight"]), (&columns, &json!(3), &json!(6.0)));
    assert_eq!(points["points"][1], json!({ "id": "b", "name": "乙", "lon": 119.6, "lat": 32.405, "weight": 2.0 }));
    let answer = post("/api/v1/coverage", &question(&points)).json();
    // As of the same points given by hand: a and b within 15 minutes, 3 of 6.
    assert_eq!(answer["points"]["minutes"], json!([0.0, 10.0, 40.0]));
    let summary = &answer["summary"];
    assert_eq!([&summary["weight"], &summary["served_weight"], &summary["served_share"]], [6.0, 3.0, 0.5]);
}

#[test]
fn the_same_table_in_gb18030_is_the_same() {
    // The header in GB18030; the rest is in ASCII.
    let header: &[u8] = b"\xb1\xe0\xba\xc5,\xbe\xad\xb6\xc8,\xce\xb3\xb6\xc8,\xc8\xcb\xbf\xda\r\n";
    let file = [header, b"a,119.6,32.4,1\r\nb,119.6,32.405,2\r\n"].concat();
    let points = read("list.csv", &file, &demand());
    assert_eq!((&points["columns"]["weight"], &points["weight"]), (&json!("人口"), &json!(3.0)));
}

#[test]
fn areas_count_by_a_point_inside_and_one_that_crosses_itself_is_left_out() {
    let square = |x: f64, y: f64| {
        let corner = |dx: f64, dy: f64| json!([x + dx, y + dy]);
        json!([[corner(0.0, 0.0), corner(0.01, 0.0), corner(0.01, 0.01), corner(0.0, 0.01), corner(0.0, 0.0)]])
    };
    let bow_tie = json!([[[119.6, 32.4], [119.61, 32.41], [119.61, 32.4], [119.6, 32.41], [119.6, 32.4]]]);
    let feature = |id: &str, kind: &str, coordinates: Value| {
        let geometry = json!({ "type": kind, "coordinates": coordinates });
        json!({ "type": "Feature", "properties": { "id": id, "pop": 4 }, "geometry": geometry })
    };
    let features = [
        feature("square", "Polygon", square(119.6, 32.4)),
        feature("bow tie", "Polygon", bow_tie),
        feature("two", "MultiPolygon", json!([square(119.7, 32.4), square(119.8, 32.4)])),
        feature("line", "LineString", json!([[119.6, 32.4], [119.7, 32.4]])),
    ];
    let file = json!({ "type": "FeatureCollection", "features": features }).to_string();
    let points = read("areas.geojson", file.as_bytes(), &json!({ "use": "demand" }));
    assert_eq!(errors(&points), [(2, "geometry"), (4, "geometry")]);
    assert_eq!((&points["format"], &points["datum"]), (&json!("geojson"), &json!("wgs84")), "RFC 7946 says so");
    let taken = points["points"].as_array().expect("points");
    assert_eq!(taken.iter().map(|point| point["id"].as_str().expect("an id")).collect::<Vec<_>>(), ["square", "two"]);
    let (lon, lat) = (number(&taken[0]["lon"]), number(&taken[0]["lat"]));
    assert!(lon > 119.6 && lon < 119.61 && lat > 32.4 && lat < 32.41, "{points}");
    assert_eq!((&points["counts"]["geometry"], &points["weight"]), (&json!(2), &json!(8.0)));
    let answer = post("/api/v1/coverage", &question(&points)).json();
    // The new site is at 119.6, 32.4; the other area is 9 km away.
    assert_eq!([&answer["summary"]["weight"], &answer["summary"]["served_weight"]], [8.0, 4.0]);
}

#[test]
fn a_weight_that_counts_nothing_is_named_by_its_row_and_the_others_go_on() {
    let rows = ["1", "0", "-2", "NaN", "inf", "many", "2000000000", ""];
    let rows = rows.map(|weight| format!("119.6,32.4,{weight}\n")).concat();
    let points = read("w.csv", format!("lon,lat,weight\n{rows}").as_bytes(), &demand());
    assert_eq!(errors(&points), (3..=9).map(|row| (row, "weight")).collect::<Vec<_>>());
    assert_eq!(points["counts"]["weight"], 7);
    let zero = points["findings"].as_array().expect("findings").iter().find(|f| f["row"] == 3).expect("row 3");
    assert_eq!((&zero["value"], &zero["column"]), (&json!("0"), &json!(2)));
    for member in ["meaning_zh", "meaning_en", "mend_zh", "mend_en"] {
        assert!(zero[member].as_str().is_some_and(|text| !text.is_empty()), "{zero}");
    }
    assert_eq!((points["points"].as_array().map(Vec::len), &points["weight"]), (Some(1), &json!(1.0)));
    let none = read("w.csv", b"lon,lat,weight\n119.6,32.4,0\n", &demand());
    assert_eq!((&none["points"], &none["weight"]), (&json!([]), &json!(0.0)), "bad rows alone refuse no file");
}

#[test]
fn candidates_go_straight_into_siting_and_the_best_of_them_is_chosen() {
    // Far from all, at b, at c.
    let file = "id,lon,lat\nfar,119.3,32.4\nat b,119.6,32.405\nat c,119.6,32.42\n";
    let candidates = read("sites.csv", file.as_bytes(), &json!({ "use": "candidates", "datum": "wgs84" }));
    assert_eq!(candidates["points"][1], json!({ "id": "at b", "name": "at b", "lon": 119.6, "lat": 32.405 }));
    assert_eq!([&candidates["weight"], &candidates["columns"]["weight"]], [&Value::Null, &Value::Null]);
    let mut question = question(&read("d.csv", TABLE.as_bytes(), &demand()));
    question["scenario"]["add"] = json!([]);
    question["candidates"] = json!({ "points": candidates["points"] });
    for (field, value) in [("model", json!("max_cover")), ("sites", json!(1)), ("max_minutes", json!(31))] {
        question[field] = value;
    }
    let answer = post("/api/v1/siting", &question);
    let done: Value =
        answer.text().lines().last().map(|line| serde_json::from_str(line).expect("JSON")).expect("a line");
    // From b all three are within 31 minutes: 10 to a, 30 to c.
    assert_eq!((&done["chosen"][0]["id"], &done["objective"]), (&json!("at b"), &json!(6.0)), "{answer}");
}

#[test]
fn a_file_that_cannot_be_used_as_a_whole_says_why() {
    let grid = |rows: usize| {
        let rows = (0..rows).map(|i| format!("119.{i:06},32.4\n")).collect::<Vec<_>>().concat();
        format!("lon,lat\n{rows}").into_bytes()
    };
    let undeclared = json!({ "use": "demand" });
    let candidates = json!({ "use": "candidates", "datum": "wgs84" });
    let mapped = json!({ "use": "demand", "datum": "wgs84", "columns": { "lon": "甲" } });
    for (name, file, options, rule, words) in [
        ("many.csv", grid(20_001), demand(), "too-large", "20001 demand points; 20000 are allowed"),
        ("many.csv", grid(5_001), candidates, "too-large", "5001 candidates; 5000 are allowed"),
        ("datum.csv", grid(2), undeclared, "datum", "cannot be told"),
        ("column.csv", grid(2), mapped, "columns", "no column is called so"),
        ("none.csv", b"name,weight\na,1\n".to_vec(), demand(), "no-header", "longitude"),
        ("empty.csv", Vec::new(), demand(), "no-rows", "no data"),
        ("cut.xlsx", b"PK\x03\x04\x14\x00".to_vec(), demand(), "unreadable", "damaged"),
        ("cut.geojson", b"{\"type\":\"FeatureColl".to_vec(), demand(), "unreadable", "damaged"),
        ("bytes.csv", b"lon,lat\n\xff\xff\xff\n".to_vec(), demand(), "encoding", "GB18030"),
    ] {
        let answer = send(name, &file, &options);
        let problem = answer.problem(422);
        assert_eq!(
            (&problem["code"], &problem["findings"][0]["field"]),
            (&json!("unfit_file"), &json!(rule)),
            "{answer}"
        );
        assert!(problem["findings"][0]["problem"].as_str().is_some_and(|said| said.contains(words)), "{answer}");
    }
}

#[test]
fn columns_that_no_header_tells_are_chosen_out_of_those_that_the_refusal_names() {
    let file = "E,N,小区,户\n119.45,32.4,东关,7\n".as_bytes();
    let answer = send("a.csv", file, &demand());
    let headers = answer.problem(422)["headers"].clone();
    assert_eq!(headers, json!(["E", "N", "小区", "户"]), "{answer}");
    let mut options = demand();
    options["columns"] = json!({ "lon": headers[0], "lat": headers[1], "name": headers[2], "weight": "" });
    let read = send("a.csv", file, &options).json();
    assert_eq!(
        (&read["headers"], &read["points"][0]["name"], &read["points"][0]["weight"]),
        (&headers, &json!("东关"), &json!(1.0)),
    );
}

#[test]
fn a_form_that_is_none_is_refused_by_its_part() {
    let (good, table) = (demand(), TABLE.as_bytes());
    let misfit = |options: &Value, parameter: &str| {
        let answer = send("a.csv", table, options);
        let problem = answer.problem(400);
        assert_eq!(
            (&problem["code"], &problem["parameter"]),
            (&json!("invalid_content"), &json!(parameter)),
            "{answer}"
        );
    };
    misfit(&json!({ "use": "supply" }), "use");
    misfit(&json!({ "use": "demand", "datum": "epsg:3857" }), "datum");
    misfit(&json!({ "use": "demand", "columns": { "x": "lon" } }), "columns.x");
    let large = vec![b' '; (16 << 20) + 1];
    assert_eq!(send("a.csv", &large, &good).problem(413)["parameter"], "file");
    let answer = Server::shared().send("POST", POINTS, &[("Content-Type", "text/csv")], table.to_vec());
    assert_eq!(answer.problem(400)["parameter"], "Content-Type");
    assert_eq!(Server::shared().get(POINTS).problem(405)["code"], "method_not_allowed");
}

#[test]
fn more_files_at_once_than_are_read_wait_for_their_turn() {
    let ask = || read("d.csv", TABLE.as_bytes(), &demand())["weight"].clone();
    let weights: Vec<Value> = thread::scope(|scope| {
        let asking: Vec<_> = (0..6).map(|_| scope.spawn(ask)).collect();
        asking.into_iter().map(|asking| asking.join().expect("an answer")).collect()
    });
    assert!(weights.iter().all(|weight| *weight == 6.0), "{weights:?}");
}

/// What `yuren` says of these files in its folder.
fn at_a_terminal(command: &str, files: &[(&str, &str)], arguments: &[&str]) -> yuren_tests::Ended {
    let scratch = Scratch::new();
    for (name, text) in files {
        std::fs::write(scratch.path().join(name), text).expect("the file");
    }
    let placed: Vec<String> = arguments
        .iter()
        .map(|argument| {
            if files.iter().any(|(name, _)| name == argument) {
                scratch.path().join(argument).to_str().expect("a plain path").to_owned()
            } else {
                (*argument).to_owned()
            }
        })
        .collect();
    let fixed = [command, "data/yangzhou", "--role", "practice_centre", "--datum", "wgs84"];
    run(&fixed.into_iter().chain(placed.iter().map(String::as_str)).collect::<Vec<_>>())
}

#[test]
fn at_a_terminal_a_file_is_the_demand_and_its_bad_rows_are_told() {
    let table = TABLE.to_owned() + "d,丁,119.6,32.43,none\n";
    let ended = at_a_terminal("coverage", &[("d.csv", &table)], &["--demand", "d.csv", "--minutes", "15", "--json"]);
    assert!(ended.status.success(), "{}", ended.stderr);
    let answer: Value = serde_json::from_str(&ended.stdout).expect("JSON alone on standard output");
    assert_eq!((&answer["summary"]["points"], &answer["summary"]["weight"]), (&json!(3), &json!(6.0)));
    for words in ["3 points of 4 rows", "row 5", "weight is no number [none]"] {
        assert!(ended.stderr.contains(words), "{words}: {}", ended.stderr);
    }
}

#[test]
fn at_a_terminal_weights_are_people_where_that_is_said() {
    let table = TABLE.replace("人口", "权重");
    let notes = |more: &[&str]| {
        let arguments = [&["--demand", "d.csv", "--minutes", "15", "--json"], more].concat();
        let ended = at_a_terminal("coverage", &[("d.csv", &table)], &arguments);
        assert!(ended.status.success(), "{}", ended.stderr);
        let answer: Value = serde_json::from_str(&ended.stdout).expect("JSON");
        answer["method"]["notes"].to_string()
    };
    assert!(notes(&[]).contains("not_population"));
    assert!(!notes(&["--population"]).contains("not_population"));
}

#[test]
fn at_a_terminal_files_say_where_new_sites_may_stand() {
    let sites = "id,lon,lat\nfar,119.3,32.4\nat b,119.6,32.405\n";
    let files = [("d.csv", TABLE), ("s.csv", sites)];
    let asked = ["--demand", "d.csv", "--candidates", "s.csv", "--minutes", "31", "--json"];
    let ended = at_a_terminal("siting", &files, &asked);
    assert!(ended.status.success(), "{}", ended.stderr);
    let done: Value = serde_json::from_str(&ended.stdout).expect("JSON");
    assert_eq!(done["chosen"][0]["id"], "at b", "{done}");
    let missing = at_a_terminal("siting", &files, &["--candidates", "nowhere.csv", "--minutes", "31"]);
    assert!(!missing.status.success() && missing.stderr.contains("nowhere.csv is no file"), "{}", missing.stderr);
    let bad = at_a_terminal("siting", &[("s.csv", "name\na\n")], &["--candidates", "s.csv", "--minutes", "31"]);
    assert!(!bad.status.success() && bad.stderr.contains("no column is the longitude"), "{}", bad.stderr);
}
