//! Several groups.

use yuren_itinerary::{LeftOut, Plan, Point, Reason, Slot, left_out};

use super::{asked, closed, day, long, point, window};
use crate::clock;

#[test]
fn a_slot_that_another_group_has_is_taken_and_only_one_group_leaves_the_point_out() {
    let slots = vec![Slot { from: 0, to: 100, people: 60 }];
    let problem = day(&[60, 1], vec![Point { slots, ..point(1) }]);
    let left = asked(&problem, &[&[0], &[]]);
    assert_eq!(left, [LeftOut { point: 0, groups: vec![1], reason: Reason::Taken { group: 1, by: vec![0] } }]);
}

#[test]
fn room_that_another_group_has_is_taken_unless_one_can_wait() {
    // The first is inside from 10 to 30. The second could start at 30.
    let room = |last_entry| Point { at_once: Some(60), windows: window(0, last_entry, 200), ..point(1) };
    let reason = |last_entry| asked(&day(&[60, 1], vec![room(last_entry)]), &[&[0], &[]]).remove(0).reason;
    assert_eq!(reason(29), Reason::Taken { group: 1, by: vec![0] });
    assert_eq!(reason(30), Reason::WouldFit { group: 1, position: 0, back: 60 });
}

#[test]
fn between_visits_that_take_no_time_nobody_is_inside() {
    let mut problem = day(&[60, 60, 60], vec![Point { at_once: Some(1), ..long(0) }]);
    (problem.groups[1].leave_from, problem.groups[2].leave_from) = (40, 20);
    // Others are there at 10 and at 50, the third group at 30.
    let left = asked(&problem, &[&[0], &[0], &[]]);
    assert_eq!(left[0].reason, Reason::WouldFit { group: 2, position: 0, back: 40 });
}

#[test]
fn with_once_what_one_group_visits_is_left_out_by_none() {
    let mut problem = day(&[60, 1], vec![point(1), point(1)]);
    problem.once = true;
    let left = asked(&problem, &[&[0], &[]]);
    assert_eq!(left.len(), 1);
    assert_eq!((left[0].point, &left[0].groups[..]), (1, &[0, 1][..]));
}

#[test]
fn the_reason_is_that_of_the_group_that_is_nearest_to_visiting() {
    let problem = day(&[60, 30], vec![long(150), Point { group_max: Some(40), ..point(1) }]);
    // The group of 30 is back from point 0 at 170; with point 1, at 10 + 20 + 10 + 150 + 10 = 200.
    let left = asked(&problem, &[&[0], &[0]]);
    let reason = Reason::WouldFit { group: 1, position: 0, back: 200 };
    assert_eq!(left, [LeftOut { point: 1, groups: vec![0, 1], reason }]);
}

#[test]
fn of_groups_that_are_equally_near_the_first_is_told_of() {
    let told = |points: [Point; 2]| asked(&day(&[60, 60], points.to_vec()), &[&[0], &[0]]).remove(0).reason;
    assert_eq!(told([point(1), closed()]), Reason::Closed);
    assert!(matches!(told([point(1), point(1)]), Reason::WouldFit { group: 0, .. }));
    assert!(matches!(told([long(150), long(30)]), Reason::NoRoom { group: 0, .. }));
    assert!(matches!(told([point(1), long(201)]), Reason::StayTooLong { group: 0, .. }));
}

#[test]
fn a_plan_with_too_few_routes_or_strange_points_is_read_as_far_as_it_goes() {
    let problem = day(&[60, 60], vec![point(1)]);
    assert_eq!(left_out(&problem, &Plan::default()).len(), 1);
    let route = clock::route(&problem, &[], 0, &[0]).expect("it can be visited");
    let mut plan = clock::plan(&problem, vec![route]);
    plan.routes[0].visits[0].point = 1;
    assert_eq!(left_out(&problem, &plan)[0].groups, [0, 1]);
}
