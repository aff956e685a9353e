//! Planted between groups, and in what they choose.

use serde_json::json;
use yuren_itinerary::Violation;

use super::{Plant, visit};
use crate::days::{in_a_row, sharing_out, taking_turns};

/// Between the groups of `taking_turns`.
pub(super) fn in_turns() -> Vec<Plant> {
    let case = taking_turns;
    let starts = |start: u32| {
        let back = case().answering("/routes/1/back", json!(start + 30));
        back.answering("/routes/1/visits/0", visit(0, 20, start, start + 20))
    };
    vec![
        Plant(
            "one comes in before the other is out: 25 + 30 from 29 on",
            starts(29).asking("/points/0/slots", json!([])),
            vec![Violation::TooManyInside { point: 0, at: 29, people: 55, most: 30 }],
        ),
        Plant(
            "one alone is too many",
            case().asking("/points/0/at_once", json!(29)),
            vec![Violation::TooManyInside { point: 0, at: 30, people: 30, most: 29 }],
        ),
        Plant(
            "as many are too many twice, and the first time is told: 30 from 10 on, and again from 30 on",
            case()
                .asking("/groups/0/people", json!(30))
                .asking("/points/0/slots", json!([]))
                .asking("/points/0/at_once", json!(29)),
            vec![Violation::TooManyInside { point: 0, at: 10, people: 30, most: 29 }],
        ),
        Plant(
            "both start in one slot",
            starts(29).asking("/points/0/at_once", json!(null)),
            vec![Violation::SlotOverfull { point: 0, slot: 0, people: 55, most: 25 }],
        ),
        Plant(
            "one is too many for its slot",
            case().asking("/points/0/slots/1/people", json!(29)),
            vec![Violation::SlotOverfull { point: 0, slot: 1, people: 30, most: 29 }],
        ),
        Plant(
            "one starts as the last slot ends",
            starts(60),
            vec![Violation::InNoSlot { group: 1, point: 0, start: 60 }],
        ),
        Plant(
            "one leaves out what it must visit, and stays at school",
            case()
                .answering("/score", json!(3))
                .answering("/routes/1", json!({"leave": 10, "visits": [], "back": 10, "travel": 0, "walk_m": 0})),
            vec![Violation::MustMissing { group: 1, point: 0 }],
        ),
        Plant(
            "two are said to be worth what one is",
            case().answering("/score", json!(3)),
            vec![Violation::ScoreFalse { score: 3, is: 6 }],
        ),
        Plant(
            "a route for nobody, which is not judged",
            {
                let mut case = case();
                let routes = case.plan["routes"].as_array_mut().expect("a list");
                routes.push(json!({"leave": 0, "visits": [], "back": 999, "travel": 9, "walk_m": 9}));
                case
            },
            vec![Violation::RouteCount { routes: 3, groups: 2 }],
        ),
    ]
}

/// In what the teams of `sharing_out` visit.
pub(super) fn in_choices() -> Vec<Plant> {
    let routes = |first: &[usize], second: &[usize], score: u32| {
        let case = sharing_out().answering("/routes/0", in_a_row(first));
        case.answering("/routes/1", in_a_row(second)).answering("/score", json!(score))
    };
    vec![
        Plant(
            "a point twice in a row, which is worth no more",
            routes(&[0, 1, 3, 3], &[2], 15),
            vec![Violation::VisitedTwice { group: 0, point: 3 }],
        ),
        Plant(
            "a point in both routes, which is worth no more",
            routes(&[0, 1, 3], &[2, 3], 15),
            vec![Violation::InTwoRoutes { point: 3, first: 0, second: 1 }],
        ),
        Plant(
            "nobody where somebody must be",
            routes(&[0, 1], &[2], 7),
            vec![Violation::MustMissingFromAll { point: 3 }],
        ),
        Plant(
            "none of a set of which one is needed",
            routes(&[0, 1, 3], &[], 11),
            vec![Violation::ChoiceMissing { group: 1, set: 0 }],
        ),
        Plant(
            "a point that is not there in one of two routes: what both are worth is not judged",
            sharing_out().asking("/one_of", json!([])).answering("/routes/1/visits/0/point", json!(4)),
            vec![Violation::UnknownPoint { group: 1, point: 4, points: 4 }],
        ),
        Plant(
            "two of a set",
            routes(&[0, 1, 3, 2], &[], 15).asking("/one_of/0/must", json!(false)),
            vec![Violation::ChoiceTwice { group: 0, set: 0, first: 1, second: 2 }],
        ),
        Plant(
            "the second before the first",
            routes(&[3, 1, 0], &[2], 15),
            vec![Violation::OutOfOrder { group: 0, first: 0, second: 1 }],
        ),
    ]
}
