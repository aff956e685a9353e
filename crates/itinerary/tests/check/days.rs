//! Days and plans made by hand, each with the numbers worked out beside it, and the means to change one thing in them.

use serde_json::{Value, json};
use yuren_itinerary::{Violation, check};

/// A problem and a plan for it, as JSON.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) problem: Value,
    pub(crate) plan: Value,
}

impl Case {
    /// With one value of the problem another, or there.
    pub(crate) fn asking(mut self, pointer: &str, value: Value) -> Self {
        set(&mut self.problem, pointer, value);
        self
    }

    /// With one value of the plan another.
    pub(crate) fn answering(mut self, pointer: &str, value: Value) -> Self {
        set(&mut self.plan, pointer, value);
        self
    }

    /// What the checker says.
    pub(crate) fn violations(&self) -> Vec<Violation> {
        check(self.problem.to_string().as_bytes(), self.plan.to_string().as_bytes()).expect("it is readable").violations
    }
}

fn set(root: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
    match root.pointer_mut(parent).expect("the parent is there") {
        Value::Object(fields) => drop(fields.insert(key.to_owned(), value)),
        Value::Array(entries) => entries[key.parse::<usize>().expect("a list's key is a number")] = value,
        other => panic!("{other} has nothing inside"),
    }
}

/// One class of 30, two stops.
///
/// School (node 0) to stop 0 (node 1): 10, 100 m. Stop 0 to stop 1 (node 2): 5, 300 m. Stop 1 to school: 20 by bus, 0 m.
/// Leave at 105, at stop 0 at 115, it opens at 120, 20 + 30 × 1 = 50 there, until 170. At stop 1 at 175, in its second window from
/// 200, 30 there, until 230. Back at 250. On the way 10 + 5 + 20 = 35, on foot 100 + 300 + 0 = 400 m, worth 7 + 5 = 12. Toilets at
/// school and stop 0: 115 − 105 = 10, then 250 − 170 = 80. The longest leg is 20.
pub(crate) fn two_stops() -> Case {
    Case {
        problem: json!({
            "groups": [{"people": 30, "start": 0, "leave_from": 100}],
            "end": 0,
            "back_by": 250,
            "points": [
                {
                    "node": 1, "score": 7, "stay": {"base": 20, "per_person": 1}, "toilet": true,
                    "windows": [{"open": 120, "last_entry": 150, "close": 210}], "group_min": 30, "group_max": 30,
                },
                {
                    "node": 2, "score": 5, "stay": {"base": 30},
                    "windows": [
                        {"open": 100, "last_entry": 120, "close": 140},
                        {"open": 200, "last_entry": 220, "close": 230},
                    ],
                },
            ],
            "travel": [[0, 10, 20], [10, 0, 5], [20, 5, 0]],
            "walk_m": [[0, 100, 0], [100, 0, 300], [0, 300, 0]],
            "max_leg": 20,
            "max_walk_m": 400,
            "max_without_toilet": 80,
        }),
        plan: json!({
            "score": 12,
            "routes": [{
                "leave": 105,
                "visits": [
                    {"point": 0, "arrive": 115, "start": 120, "end": 170},
                    {"point": 1, "arrive": 175, "start": 200, "end": 230},
                ],
                "back": 250, "travel": 35, "walk_m": 400,
            }],
        }),
    }
}

/// Two classes, of 25 and 30, that take turns in a small room, each for itself.
///
/// School to room: 10 each way, 20 in it. Class 0 is there from 10 to 30, class 1 from 30 to 50, having come at 20: at 30 the one
/// is out as the other comes in, so that 30 are inside at most. The first slot, 0 to 30, takes 25 and the second 30. Worth 2 × 3.
pub(crate) fn taking_turns() -> Case {
    Case {
        problem: json!({
            "groups": [{"people": 25, "start": 0, "leave_from": 0}, {"people": 30, "start": 0, "leave_from": 0}],
            "end": 0,
            "back_by": 100,
            "points": [{
                "node": 1, "score": 3, "stay": {"base": 20}, "windows": [{"open": 0, "last_entry": 80, "close": 100}],
                "at_once": 30, "must": true,
                "slots": [{"from": 0, "to": 30, "people": 25}, {"from": 30, "to": 60, "people": 30}],
            }],
            "travel": [[0, 10], [10, 0]],
        }),
        plan: json!({
            "score": 6,
            "routes": [
                {
                    "leave": 0, "visits": [{"point": 0, "arrive": 10, "start": 10, "end": 30}],
                    "back": 40, "travel": 20, "walk_m": 0,
                },
                {
                    "leave": 10, "visits": [{"point": 0, "arrive": 20, "start": 30, "end": 50}],
                    "back": 60, "travel": 20, "walk_m": 0,
                },
            ],
        }),
    }
}

/// Two teams that share four points out between them: 0 before 1, one of 1 and 2 each, somebody at 3.
///
/// Start (node 0) to the points (all at node 2): 10; from there to the end (node 1): 10; from start to end: 15. Each visit takes 10.
/// Team 0: 0 at 10, 1 at 20, 3 at 30, the end at 50. Team 1: 2 at 10, the end at 30. Worth 1 + 2 + 8 and 4.
pub(crate) fn sharing_out() -> Case {
    let point = |score: u32, must: bool| {
        json!({
            "node": 2, "score": score, "stay": {"base": 10}, "must": must,
            "windows": [{"open": 0, "last_entry": 200, "close": 200}],
        })
    };
    Case {
        problem: json!({
            "groups": [{"people": 5, "start": 0, "leave_from": 0}, {"people": 5, "start": 0, "leave_from": 0}],
            "end": 1,
            "back_by": 200,
            "points": [point(1, false), point(2, false), point(4, false), point(8, true)],
            "travel": [[0, 15, 10], [15, 0, 10], [10, 10, 0]],
            "once": true,
            "before": [[0, 1]],
            "one_of": [{"points": [1, 2], "must": true}],
        }),
        plan: json!({ "score": 15, "routes": [in_a_row(&[0, 1, 3]), in_a_row(&[2])] }),
    }
}

/// A route of [`sharing_out`]: leaves at 0 and visits these points one right after the other.
pub(crate) fn in_a_row(points: &[usize]) -> Value {
    let visits: Vec<Value> = (points.iter().zip((10..).step_by(10)))
        .map(|(point, start)| json!({"point": point, "arrive": start, "start": start, "end": start + 10}))
        .collect();
    let way = if points.is_empty() { 15 } else { 20 };
    json!({"leave": 0, "visits": visits, "back": 10 * points.len() + way, "travel": way, "walk_m": 0})
}

/// Nothing takes time: two points where school is, visits of no length, all at 7, and a class that stays at school.
///
/// Nobody is ever inside, so 40 people pass a place that holds 1. The table's 99 from school to school counts for nobody who
/// visits nothing.
pub(crate) fn no_time_at_all() -> Case {
    let point = json!({
        "node": 1, "score": 1, "stay": {"base": 0}, "windows": [{"open": 7, "last_entry": 7, "close": 7}], "at_once": 1,
    });
    Case {
        problem: json!({
            "groups": [{"people": 40, "start": 0, "leave_from": 7}, {"people": 40, "start": 0, "leave_from": 0}],
            "end": 0,
            "back_by": 7,
            "points": [point, point],
            "travel": [[99, 0], [0, 0]],
            "max_without_toilet": 0,
            "max_leg": 0,
        }),
        plan: json!({
            "score": 2,
            "routes": [
                {
                    "leave": 7,
                    "visits": [
                        {"point": 1, "arrive": 7, "start": 7, "end": 7},
                        {"point": 0, "arrive": 7, "start": 7, "end": 7},
                    ],
                    "back": 7, "travel": 0, "walk_m": 0,
                },
                {"leave": 3, "visits": [], "back": 3, "travel": 0, "walk_m": 0},
            ],
        }),
    }
}
