//! What is not of the form that the checker reads.

use serde_json::json;
use yuren_itinerary::{
    Group, LONGEST_TIME, MOST_GROUPS, MOST_NODES, MOST_PEOPLE, MOST_POINTS, MOST_SCORE, MOST_SPANS, OneOf, Plan, Point,
    Problem, Route, Slot, Stay, Unreadable, Window, check,
};

use crate::days::{Case, two_stops};

fn refused(case: &Case) -> Unreadable {
    check(case.problem.to_string().as_bytes(), case.plan.to_string().as_bytes()).expect_err("it is not to be read")
}

/// What is said of the two stops, with another plan as text.
fn plan_refused(plan: &str) -> String {
    let error = check(two_stops().problem.to_string().as_bytes(), plan.as_bytes()).expect_err("it is not to be read");
    error.to_string()
}

#[test]
fn what_is_no_plan_is_refused_with_its_place() {
    for (plan, word) in [
        ("", "EOF"),
        ("{\"score\": 1", "EOF"),
        ("{\"score\": 1, \"routes\": []} x", "trailing"),
        ("{\"score\": -1, \"routes\": []}", "`-1`"),
        ("{\"score\": 1.5, \"routes\": []}", "1.5"),
        ("{\"score\": 99999999999999999999, \"routes\": []}", "u64"),
        ("{\"score\": 1, \"score\": 1, \"routes\": []}", "duplicate field `score`"),
        ("{\"score\": 1, \"routes\": [], \"seed\": 3}", "unknown field `seed`"),
        ("{\"routes\": []}", "missing field `score`"),
    ] {
        let said = plan_refused(plan);
        assert!(said.starts_with("the plan is not of its form: ") && said.contains(word), "{plan}: {said}");
    }
    assert!(matches!(check(b"[]", b"{}"), Err(Unreadable::Json { what: "problem", .. })));
    assert!(matches!(check(b"\xff", b"{}"), Err(Unreadable::Json { what: "problem", .. })));
}

#[test]
fn what_is_nested_deeply_is_refused() {
    for deep in ["[", "{\"score\":", "{\"score\":0,\"routes\":["] {
        plan_refused(&deep.repeat(100_000));
    }
}

#[test]
fn what_is_too_long_is_refused_unread() {
    let long = vec![b' '; (64 << 20) + 1];
    let too_long = |what, bytes, most| Unreadable::TooLong { what, bytes, most };
    assert_eq!(check(&long, b"{}"), Err(too_long("problem", (64 << 20) + 1, 64 << 20)));
    let problem = two_stops().problem.to_string();
    let plan = two_stops().plan.to_string() + &" ".repeat(4 << 20);
    let just = check(problem.as_bytes(), &plan.as_bytes()[..4 << 20]).expect("what is just not too long is read");
    assert_eq!(just.violations, []);
    let long = &plan.as_bytes()[..=4 << 20];
    assert_eq!(check(problem.as_bytes(), long), Err(too_long("plan", (4 << 20) + 1, 4 << 20)));
}

#[test]
fn a_list_over_its_bound_is_refused() {
    let group = json!({"people": 1, "start": 0, "leave_from": 0});
    let said = refused(&two_stops().asking("/groups", json!(vec![group; 13]))).to_string();
    assert!(said.contains("invalid length 13, expected a list of 12 entries at most"), "{said}");
}

#[test]
fn a_table_that_is_not_from_each_node_to_each_is_refused() {
    let table = |table, length| Unreadable::Table { table, length, nodes: 3 };
    assert_eq!(refused(&two_stops().asking("/travel/1", json!([1, 2]))), table("travel", 2));
    assert_eq!(refused(&two_stops().asking("/walk_m", json!([[1]]))), table("walk_m", 1));
}

#[test]
fn a_problem_that_names_what_is_not_there_is_refused() {
    let unknown = |what, number, count| Unreadable::Unknown { what, number, count };
    for (pointer, error) in [
        ("/end", unknown("node", 9, 3)),
        ("/groups/0/start", unknown("node", 9, 3)),
        ("/points/1/node", unknown("node", 9, 3)),
    ] {
        assert_eq!(refused(&two_stops().asking(pointer, json!(9))), error, "{pointer}");
    }
    assert_eq!(refused(&two_stops().asking("/before", json!([[0, 2]]))), unknown("point", 2, 2));
    let set = json!([{"points": [3], "must": false}]);
    assert_eq!(refused(&two_stops().asking("/one_of", set)), unknown("point", 3, 2));
}

#[test]
fn the_largest_problem_that_may_be_asked_is_read() {
    let late = |from: u32| LONGEST_TIME - 1000 + from;
    let point = Point {
        node: 0,
        score: MOST_SCORE,
        stay: Stay { base: LONGEST_TIME, per_person: LONGEST_TIME / MOST_PEOPLE },
        windows: (0..1000).map(|k| Window { open: late(k), last_entry: late(k), close: late(k + 1) }).collect(),
        group_min: Some(u32::MAX),
        group_max: Some(u32::MAX),
        at_once: Some(u32::MAX),
        slots: (0..1000).map(|k| Slot { from: late(k), to: late(k + 1), people: u32::MAX }).collect(),
        must: false,
        toilet: false,
    };
    let table = vec![vec![LONGEST_TIME; MOST_NODES]; MOST_NODES];
    let problem = Problem {
        groups: vec![Group { people: MOST_PEOPLE, start: 0, leave_from: 0 }; MOST_GROUPS],
        end: MOST_NODES - 1,
        back_by: LONGEST_TIME,
        points: vec![point; MOST_POINTS],
        travel: table.clone(),
        walk_m: table,
        once: false,
        before: vec![[MOST_POINTS - 2, MOST_POINTS - 1]; MOST_SPANS],
        one_of: vec![OneOf { points: (0..MOST_POINTS).collect(), must: false }; MOST_SPANS],
        max_leg: None,
        max_walk_m: None,
        max_without_toilet: None,
    };
    assert_eq!(problem.checked(), Ok(()));
    let straight = Route { back: LONGEST_TIME, travel: LONGEST_TIME, walk_m: LONGEST_TIME, ..Route::default() };
    let plan = Plan { score: 0, routes: vec![straight; MOST_GROUPS] };
    let json = |value: serde_json::Result<Vec<u8>>| value.expect("it is JSON");
    let report = check(&json(serde_json::to_vec(&problem)), &json(serde_json::to_vec(&plan)));
    assert_eq!(report.expect("it is readable").violations, []);
}
