//! Planted in one route: what names nothing, and numbers at the edge of what the format holds.

use serde_json::json;
use yuren_itinerary::{Stop, Violation};

use super::Plant;
use crate::days::two_stops;

/// In the form of the plan for `two_stops`.
pub(super) fn in_form() -> Vec<Plant> {
    let case = two_stops;
    vec![
        Plant(
            "a point that is not there",
            case().answering("/routes/0/visits/1/point", json!(2)),
            vec![Violation::UnknownPoint { group: 0, point: 2, points: 2 }],
        ),
        Plant(
            "a point of a number that no list has",
            case().answering("/routes/0/visits/0/point", json!(u64::MAX)),
            vec![Violation::UnknownPoint { group: 0, point: u64::MAX, points: 2 }],
        ),
        Plant(
            "no route",
            case().answering("/routes", json!([])).answering("/score", json!(0)),
            vec![Violation::RouteCount { routes: 0, groups: 1 }],
        ),
        Plant(
            "a length that the format cannot hold",
            case().answering("/routes/0/travel", json!(1_u64 << 32)),
            vec![
                Violation::TooLarge { field: "routes/0/travel".into(), value: 1 << 32, most: u32::MAX.into() },
                Violation::TravelFalse { group: 0, travel: 1 << 32, is: 35 },
            ],
        ),
        Plant(
            "lengths and times that the format just holds",
            case()
                .answering("/routes/0/travel", json!(u32::MAX))
                .answering("/routes/0/visits/0/arrive", json!(u32::MAX)),
            vec![
                Violation::ArrivalFalse { group: 0, point: 0, arrive: u32::MAX.into(), is: 115 },
                Violation::StartsBeforeArrival { group: 0, point: 0, start: 120, arrive: u32::MAX.into() },
                Violation::NoToilet {
                    group: 0,
                    from: Stop::Start,
                    to: Stop::Point(0),
                    time: u64::from(u32::MAX) - 105,
                    most: 80,
                },
                Violation::TravelFalse { group: 0, travel: u32::MAX.into(), is: 35 },
            ],
        ),
        Plant(
            "a time so late that nothing can be added to it: nobody is back then either",
            case().answering("/routes/0/visits/1/end", json!(u64::MAX)),
            vec![
                Violation::TooLarge { field: "routes/0/visits/1/end".into(), value: u64::MAX, most: u32::MAX.into() },
                Violation::EndsAfterClose { group: 0, point: 1, end: u64::MAX, close: 230 },
                Violation::StayFalse { group: 0, point: 1, start: 200, end: u64::MAX, stay: 30 },
                Violation::BackFalse { group: 0, back: 250, is: u64::MAX },
            ],
        ),
    ]
}
