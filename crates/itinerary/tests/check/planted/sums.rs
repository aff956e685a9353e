//! Planted in one route: its sums and the limits on it.

use serde_json::json;
use yuren_itinerary::{Stop, Violation};

use super::Plant;
use crate::days::two_stops;

/// In the sums and limits of `two_stops`.
pub(super) fn in_sums() -> Vec<Plant> {
    let case = two_stops;
    vec![
        Plant(
            "one leg over the longest",
            case().asking("/max_leg", json!(19)),
            vec![Violation::LegTooLong { group: 0, from: Stop::Point(1), to: Stop::End, travel: 20, most: 19 }],
        ),
        Plant(
            "every leg over the longest",
            case().asking("/max_leg", json!(4)),
            vec![
                Violation::LegTooLong { group: 0, from: Stop::Start, to: Stop::Point(0), travel: 10, most: 4 },
                Violation::LegTooLong { group: 0, from: Stop::Point(0), to: Stop::Point(1), travel: 5, most: 4 },
                Violation::LegTooLong { group: 0, from: Stop::Point(1), to: Stop::End, travel: 20, most: 4 },
            ],
        ),
        Plant(
            "one metre too far",
            case().asking("/max_walk_m", json!(399)),
            vec![Violation::TooFarOnFoot { group: 0, walk_m: 400, most: 399 }],
        ),
        Plant(
            "too far, and said to be less",
            case().asking("/max_walk_m", json!(399)).answering("/routes/0/walk_m", json!(399)),
            vec![
                Violation::WalkFalse { group: 0, walk_m: 399, is: 400 },
                Violation::TooFarOnFoot { group: 0, walk_m: 400, most: 399 },
            ],
        ),
        Plant(
            "a metre more than is walked",
            case().answering("/routes/0/walk_m", json!(401)),
            vec![Violation::WalkFalse { group: 0, walk_m: 401, is: 400 }],
        ),
        Plant(
            "on the way for less than it is",
            case().answering("/routes/0/travel", json!(34)),
            vec![Violation::TravelFalse { group: 0, travel: 34, is: 35 }],
        ),
        Plant(
            "worth more than it is",
            case().answering("/score", json!(13)),
            vec![Violation::ScoreFalse { score: 13, is: 12 }],
        ),
        Plant(
            "fewer than the least that is let in",
            case().asking("/points/0/group_min", json!(31)),
            vec![Violation::GroupTooSmall { group: 0, point: 0, people: 30, least: 31 }],
        ),
        Plant(
            "more than the most that is let in",
            case().asking("/points/0/group_max", json!(29)),
            vec![Violation::GroupTooLarge { group: 0, point: 0, people: 30, most: 29 }],
        ),
    ]
}
