//! Planted in one route: its times.

use serde_json::json;
use yuren_itinerary::{Stop, Violation};

use super::{Plant, visit};
use crate::days::two_stops;

const VISIT_0: &str = "/routes/0/visits/0";
const VISIT_1: &str = "/routes/0/visits/1";

/// In the times of the one route of `two_stops`.
pub(super) fn in_times() -> Vec<Plant> {
    let case = two_stops;
    let leaves = |leave: u32| case().answering("/routes/0/leave", json!(leave));
    let starts = |start: u32| {
        let back = case().answering("/routes/0/back", json!(start + 50));
        back.answering(VISIT_1, visit(1, 175, start, start + 30))
    };
    vec![
        Plant(
            "leaves at 99, and is there at 109",
            leaves(99).answering("/routes/0/visits/0/arrive", json!(109)),
            vec![Violation::LeavesEarly { group: 0, leave: 99, leave_from: 100 }],
        ),
        Plant(
            "arrives one later than it does",
            case().answering("/routes/0/visits/0/arrive", json!(116)),
            vec![Violation::ArrivalFalse { group: 0, point: 0, arrive: 116, is: 115 }],
        ),
        Plant(
            "arrives one sooner than it does",
            case().answering("/routes/0/visits/1/arrive", json!(174)),
            vec![Violation::ArrivalFalse { group: 0, point: 1, arrive: 174, is: 175 }],
        ),
        Plant(
            "leaves at 111, is there at 121, and started at 120",
            leaves(111).answering("/routes/0/visits/0/arrive", json!(121)),
            vec![Violation::StartsBeforeArrival { group: 0, point: 0, start: 120, arrive: 121 }],
        ),
        Plant(
            "starts one before a window",
            starts(199),
            vec![Violation::OutsideWindows { group: 0, point: 1, start: 199 }],
        ),
        Plant(
            "starts one after the last entry",
            case().asking("/points/1/windows/1/last_entry", json!(199)).asking("/points/1/windows/1/open", json!(190)),
            vec![Violation::OutsideWindows { group: 0, point: 1, start: 200 }],
        ),
        Plant(
            "starts where no window is",
            case().asking("/points/1/windows", json!([])),
            vec![Violation::OutsideWindows { group: 0, point: 1, start: 200 }],
        ),
        Plant(
            "closes one before the end",
            case().asking("/points/1/windows/1/close", json!(229)),
            vec![Violation::EndsAfterClose { group: 0, point: 1, end: 230, close: 229 }],
        ),
        Plant(
            "stays one too long, and goes on later",
            case().answering(VISIT_0, visit(0, 115, 120, 171)).answering("/routes/0/visits/1/arrive", json!(176)),
            vec![Violation::StayFalse { group: 0, point: 0, start: 120, end: 171, stay: 50 }],
        ),
        Plant(
            "stays as if it were nobody, and has so no toilet for longer",
            case().answering(VISIT_0, visit(0, 115, 120, 140)).answering("/routes/0/visits/1/arrive", json!(145)),
            vec![
                Violation::StayFalse { group: 0, point: 0, start: 120, end: 140, stay: 50 },
                Violation::NoToilet { group: 0, from: Stop::Point(0), to: Stop::End, time: 110, most: 80 },
            ],
        ),
        Plant(
            "ends before it starts",
            case().answering(VISIT_1, visit(1, 175, 200, 190)).answering("/routes/0/back", json!(210)),
            vec![Violation::StayFalse { group: 0, point: 1, start: 200, end: 190, stay: 30 }],
        ),
        Plant(
            "is back sooner than can be",
            case().answering("/routes/0/back", json!(249)),
            vec![Violation::BackFalse { group: 0, back: 249, is: 250 }],
        ),
        Plant(
            "visits nothing and stays at school, and is back one later",
            case()
                .answering("/score", json!(0))
                .answering("/routes/0", json!({"leave": 105, "visits": [], "back": 106, "travel": 0, "walk_m": 0})),
            vec![Violation::BackFalse { group: 0, back: 106, is: 105 }],
        ),
        Plant(
            "is to be back one sooner",
            case().asking("/back_by", json!(249)),
            vec![Violation::BackLate { group: 0, back: 250, back_by: 249 }],
        ),
    ]
}
/// In the times without a toilet of the one route of `two_stops`.
pub(super) fn in_toilets() -> Vec<Plant> {
    let case = two_stops;
    vec![
        Plant(
            "has a toilet one too late",
            case().asking("/max_without_toilet", json!(79)),
            vec![Violation::NoToilet { group: 0, from: Stop::Point(0), to: Stop::End, time: 80, most: 79 }],
        ),
        Plant(
            "has no toilet on the way at all: 115 − 105, 175 − 170 and what lies between, until 250",
            case().asking("/points/0/toilet", json!(false)),
            vec![Violation::NoToilet { group: 0, from: Stop::Start, to: Stop::End, time: 145, most: 80 }],
        ),
        Plant(
            "has the first toilet too late: 115 − 105 and then 250 − 170",
            case().asking("/max_without_toilet", json!(9)),
            vec![
                Violation::NoToilet { group: 0, from: Stop::Start, to: Stop::Point(0), time: 10, most: 9 },
                Violation::NoToilet { group: 0, from: Stop::Point(0), to: Stop::End, time: 80, most: 9 },
            ],
        ),
    ]
}
