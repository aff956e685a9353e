//! What putting a point into a route would cost.

use yuren_itinerary::{Obstacle, OneOf, Point, Reason};

use super::{day, long, point, why, window};

#[test]
fn another_of_a_set_is_named() {
    let mut problem = day(&[60], vec![point(1), point(1)]);
    problem.one_of = vec![OneOf { points: vec![0, 1], must: true }];
    assert_eq!(why(&problem, &[0]), Reason::ChoiceTaken { group: 0, set: 0, by: 0 });
}

#[test]
fn an_order_that_leaves_no_place_is_told_and_one_that_leaves_some_is_kept() {
    let mut problem = day(&[60], vec![point(1), point(1), point(1)]);
    problem.before = vec![[0, 2], [2, 1]];
    assert_eq!(why(&problem, &[1, 0]), Reason::NoPlaceInOrder { group: 0, after: 0, before: 1 });
    // Four legs and three visits: 4 × 10 + 3 × 20, between the two only.
    assert_eq!(why(&problem, &[0, 1]), Reason::WouldFit { group: 0, position: 1, back: 100 });
}

#[test]
fn an_order_that_contradicts_itself_leaves_no_place() {
    let mut problem = day(&[60], vec![point(1), point(1)]);
    problem.before = vec![[0, 1], [1, 0]];
    assert_eq!(why(&problem, &[0]), Reason::NoPlaceInOrder { group: 0, after: 0, before: 0 });
}

#[test]
fn of_several_that_come_first_the_last_counts_and_of_several_that_come_after_the_first() {
    let mut problem = day(&[60], vec![point(1), point(1), point(1)]);
    problem.before = vec![[0, 2], [1, 2]];
    assert_eq!(why(&problem, &[0, 1]), Reason::WouldFit { group: 0, position: 2, back: 100 });
    problem.before = vec![[2, 0], [2, 1]];
    // Anywhere else it would take 20 less.
    problem.travel[0][3] = 30;
    assert_eq!(why(&problem, &[0, 1]), Reason::WouldFit { group: 0, position: 0, back: 120 });
}

#[test]
fn a_day_that_would_get_too_long_is_told_by_how_much_and_instead_of_what() {
    // Points 0 and 1 take 10 + 70 + 10 + 70 + 10 = 170; point 2 adds 10 + 30 wherever it is. In the place of either: 130.
    let mut problem = day(&[60], vec![long(70), long(70), long(30)]);
    problem.points[1].score = 4;
    let no_room = |instead_of| Reason::NoRoom {
        group: 0,
        position: 0,
        obstacle: Obstacle::BackLate { late: 10, back: 210 },
        instead_of,
    };
    assert_eq!(why(&problem, &[0, 1]), no_room(Some(1)));
    // What has to be visited is not given up.
    problem.points[1].must = true;
    assert_eq!(why(&problem, &[0, 1]), no_room(Some(0)));
    problem.one_of = vec![OneOf { points: vec![0], must: true }];
    assert_eq!(why(&problem, &[0, 1]), no_room(None));
}

#[test]
fn another_stop_that_would_be_missed_is_named() {
    // Point 0 lets in until 15. With point 1 before it one is there at 40, and point 1 itself lets in until 20: after point 0 one
    // is there at 40 as well. 20 too late is less harm than 25.
    let first = Point { windows: window(0, 15, 200), ..point(3) };
    let second = Point { windows: window(0, 20, 200), ..point(3) };
    let misses = |late, point| Obstacle::Misses { late, point, arrive: 40 };
    let no_room = |position, obstacle| Reason::NoRoom { group: 0, position, obstacle, instead_of: Some(0) };
    assert_eq!(why(&day(&[60], vec![first.clone(), second]), &[0]), no_room(1, misses(20, 1)));
    // Let in until 11, it is missed by 29, and point 0 by 25.
    let second = Point { windows: window(0, 11, 200), ..point(3) };
    assert_eq!(why(&day(&[60], vec![first, second]), &[0]), no_room(0, misses(25, 0)));
}

#[test]
fn metres_on_foot_in_a_full_route_are_told() {
    let mut problem = day(&[60], vec![point(1), point(1)]);
    problem.max_walk_m = Some(299);
    let obstacle = Obstacle::TooFarOnFoot { over: 1, walk_m: 300 };
    assert_eq!(why(&problem, &[0]), Reason::NoRoom { group: 0, position: 0, obstacle, instead_of: Some(0) });
}

#[test]
fn a_time_without_a_toilet_is_told_and_waiting_at_one_shortens_it() {
    // Point 0 has a toilet, and point 1 opens at 100. As soon as can be: point 0 from 10 to 30, point 1 at 40, from 100 to 120, back
    // at 130: 100 without. Waiting at point 0 until it ends at 90: 90 to 130. Point 1 first is worse: from school at 90, at
    // point 0 at 130, back at 160: 40 too.
    let mut problem =
        day(&[60], vec![Point { toilet: true, ..point(1) }, Point { windows: window(100, 180, 200), ..point(1) }]);
    problem.max_without_toilet = Some(40);
    assert_eq!(why(&problem, &[0]), Reason::WouldFit { group: 0, position: 1, back: 130 });
    problem.max_without_toilet = Some(39);
    // From point 0 at 30 to the end at 130, were nobody to wait; from school at 0 to point 0 at 130.
    let obstacle = Obstacle::NoToilet { over: 61, time: 100 };
    assert_eq!(why(&problem, &[0]), Reason::NoRoom { group: 0, position: 1, obstacle, instead_of: None });
}
