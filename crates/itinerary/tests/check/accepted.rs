//! What is right, in every number and at every edge.

use serde_json::json;

use crate::days::{Case, in_a_row, no_time_at_all, sharing_out, taking_turns, two_stops};

fn accepts(case: &Case) {
    assert_eq!(case.violations(), []);
}

#[test]
fn plans_made_by_hand_are_accepted() {
    accepts(&two_stops());
    accepts(&taking_turns());
    accepts(&sharing_out());
    accepts(&no_time_at_all());
}

#[test]
fn who_visits_nothing_goes_straight_to_the_end() {
    // From start to end: 15. With nothing to be visited, that is the day.
    let case = sharing_out().asking("/one_of", json!([])).answering("/score", json!(11));
    accepts(&case.answering("/routes/1", in_a_row(&[])));
}

#[test]
fn a_group_may_leave_later_than_it_has_to_and_wait_at_a_stop() {
    accepts(&two_stops().answering("/routes/0/leave", json!(110)).answering("/routes/0/visits/0/arrive", json!(120)));
}

#[test]
fn two_windows_that_touch_let_one_in_at_either_side() {
    // At 200 the first window's last entry is also the second one's opening: the visit until 230 lies in the second.
    let windows =
        json!([{"open": 100, "last_entry": 200, "close": 200}, {"open": 200, "last_entry": 220, "close": 230}]);
    accepts(&two_stops().asking("/points/1/windows", windows));
}

#[test]
fn a_point_visited_by_nobody_may_be_impossible() {
    let closed = json!({"node": 2, "score": 9, "stay": {"base": 1}, "windows": [], "group_max": 0, "toilet": true});
    let mut case = two_stops();
    let points = case.problem["points"].as_array_mut().expect("a list");
    points.push(closed);
    accepts(&case);
}

#[test]
fn a_set_that_names_a_point_twice_means_it_once_and_a_point_is_not_before_itself() {
    let case = two_stops().asking("/one_of", json!([{"points": [0, 0], "must": true}]));
    accepts(&case.asking("/before", json!([[0, 0], [0, 1]])));
}
