//! Small days worked out by hand: from school (node 0) every place is 10 away and 100 m on foot, and every place from every other.

use yuren_itinerary::{Group, LeftOut, Obstacle, OneOf, Plan, Point, Problem, Reason, Slot, Stay, Window, left_out};

use crate::checked::violations;
use crate::clock;

/// A day from 0 to 200 for groups of so many, with these points at nodes 1, 2, 3 …
fn day(people: &[u32], points: Vec<Point>) -> Problem {
    let nodes = points.len() + 1;
    let table = |each: u32| -> Vec<Vec<u32>> {
        (0..nodes).map(|from| (0..nodes).map(|to| if from == to { 0 } else { each }).collect()).collect()
    };
    Problem {
        groups: people.iter().map(|&people| Group { people, start: 0, leave_from: 0 }).collect(),
        end: 0,
        back_by: 200,
        points: points.into_iter().enumerate().map(|(k, point)| Point { node: k + 1, ..point }).collect(),
        travel: table(10),
        walk_m: table(100),
        once: false,
        before: Vec::new(),
        one_of: Vec::new(),
        max_leg: None,
        max_walk_m: None,
        max_without_toilet: None,
    }
}

/// A visit of 20 at any time until 200.
fn point(score: u32) -> Point {
    Point {
        node: 0,
        score,
        stay: Stay { base: 20, per_person: 0 },
        windows: vec![Window { open: 0, last_entry: 180, close: 200 }],
        group_min: None,
        group_max: None,
        at_once: None,
        slots: Vec::new(),
        must: false,
        toilet: false,
    }
}

/// A visit of so long.
fn long(base: u32) -> Point {
    Point { stay: Stay { base, per_person: 0 }, ..point(5) }
}

fn window(open: u32, last_entry: u32, close: u32) -> Vec<Window> {
    vec![Window { open, last_entry, close }]
}

/// What is said of the plan in which the groups, one after the other, visit these points as soon as they can.
fn asked(problem: &Problem, sequences: &[&[usize]]) -> Vec<LeftOut> {
    let mut routes = Vec::new();
    for (group, sequence) in sequences.iter().enumerate() {
        let others: Vec<_> = routes.iter().enumerate().collect();
        let route = clock::route(problem, &others, group, sequence).expect("the plan's visits can all begin");
        routes.push(route);
    }
    let plan = clock::plan(problem, routes);
    assert_eq!(violations(problem, &plan), []);
    left_out(problem, &plan)
}

/// Why the last point is left out by one group of 60 that visits these.
fn why(problem: &Problem, sequence: &[usize]) -> Reason {
    let left = asked(problem, &[sequence]);
    let last = left.into_iter().find(|left| left.point == problem.points.len() - 1).expect("it is left out");
    assert_eq!(last.groups, [0]);
    last.reason
}

/// Why a group of 60 does not visit a point beside which there is nothing.
fn alone(point: Point) -> Reason {
    why(&day(&[60], vec![point]), &[])
}

#[test]
fn a_point_without_windows_is_closed() {
    assert_eq!(alone(Point { windows: Vec::new(), group_max: Some(1), ..point(1) }), Reason::Closed);
}

#[test]
fn sixty_are_too_many_for_forty_and_would_be_let_in_in_two_parts() {
    let too_large = |most, parts| Reason::GroupTooLarge { group: 0, people: 60, most, parts };
    assert_eq!(alone(Point { group_max: Some(40), ..point(1) }), too_large(40, Some(2)));
    assert_eq!(alone(Point { at_once: Some(25), ..point(1) }), too_large(25, Some(3)));
    let slots = [19, 59].map(|people| Slot { from: people, to: people + 1, people });
    assert_eq!(alone(Point { slots: slots.to_vec(), ..point(1) }), too_large(59, Some(2)));
    // The least of what is let in and what fits inside.
    assert_eq!(alone(Point { group_max: Some(40), at_once: Some(25), ..point(1) }), too_large(25, Some(3)));
    // Two parts are 30 each.
    assert_eq!(alone(Point { group_max: Some(40), group_min: Some(30), ..point(1) }), too_large(40, Some(2)));
    assert_eq!(alone(Point { group_max: Some(40), group_min: Some(31), ..point(1) }), too_large(40, None));
    assert_eq!(alone(Point { group_max: Some(0), ..point(1) }), too_large(0, None));
}

#[test]
fn who_stays_no_time_is_never_inside() {
    assert_eq!(alone(Point { at_once: Some(1), ..long(0) }), Reason::WouldFit { group: 0, position: 0, back: 20 });
}

#[test]
fn sixty_are_too_few_for_seventy() {
    let few = Reason::GroupTooSmall { group: 0, people: 60, least: 70 };
    assert_eq!(alone(Point { group_min: Some(70), group_max: Some(30), ..point(1) }), few);
}

#[test]
fn a_stay_that_no_window_holds_is_told_with_the_longest_window() {
    let windows = [window(0, 10, 50), window(100, 110, 159)].concat();
    // 30 + 60 × 1 = 90.
    let stay = Stay { base: 30, per_person: 1 };
    assert_eq!(alone(Point { windows, stay, ..point(1) }), Reason::StayTooLong { group: 0, stay: 90, longest: 59 });
}

#[test]
fn slots_in_which_nothing_is_open_let_nobody_in() {
    // From 0 to 100 with a last entry at 50: a visit of 20 can begin until 50.
    let slots = vec![Slot { from: 51, to: 70, people: 99 }];
    assert_eq!(alone(Point { windows: window(0, 50, 100), slots, ..point(1) }), Reason::SlotsOutsideWindows);
}

#[test]
fn who_is_there_after_the_last_entry_is_too_late() {
    let late = Reason::TooLateThere { group: 0, arrive: 10, last: 9 };
    assert_eq!(alone(Point { windows: window(0, 9, 200), ..point(1) }), late);
    // The window is open until 60, and a visit takes 55: until 5.
    let late = Reason::TooLateThere { group: 0, arrive: 10, last: 5 };
    assert_eq!(alone(Point { windows: window(0, 60, 60), ..long(55) }), late);
}

#[test]
fn who_would_be_back_too_late_even_alone_is_told_when() {
    // 171 + 20 + 10.
    let late = Reason::TooLateBack { group: 0, back: 201, back_by: 200 };
    assert_eq!(alone(Point { windows: window(171, 180, 200), ..point(1) }), late);
}

#[test]
fn who_would_be_back_just_in_time_alone_is_not_told_to_be_late() {
    // Alone: 170 + 20 + 10 = 200. Beside point 0, from 160 to 180: 10 more to be there at 190, or at point 0 at 200.
    let points = [window(160, 180, 200), window(170, 170, 190)].map(|windows| Point { windows, ..point(1) });
    let obstacle = Obstacle::Misses { late: 20, point: 0, arrive: 200 };
    let no_room = Reason::NoRoom { group: 0, position: 0, obstacle, instead_of: Some(0) };
    let mut problem = day(&[60], points.to_vec());
    assert_eq!(why(&problem, &[0]), no_room);
    // Nor to walk too far where it is just far enough, nor to have no leg onward where one of two is too long.
    problem.max_walk_m = Some(200);
    problem.max_leg = Some(40);
    problem.travel[2][1] = 50;
    let obstacle = Obstacle::Misses { late: 20, point: 1, arrive: 190 };
    let no_room = Reason::NoRoom { group: 0, position: 1, obstacle, instead_of: Some(0) };
    assert_eq!(why(&problem, &[0]), no_room);
}

#[test]
fn what_is_too_far_directly_and_fits_on_the_way_is_told_to_fit() {
    let mut problem = day(&[60], vec![point(1), point(1)]);
    problem.travel[0][2] = 181;
    // Directly: 181, which is after the last entry. After point 0: 10 + 20 + 10 + 20 + 10.
    assert_eq!(why(&problem, &[]), Reason::TooLateThere { group: 0, arrive: 181, last: 180 });
    assert_eq!(why(&problem, &[0]), Reason::WouldFit { group: 0, position: 1, back: 70 });
}

#[test]
fn a_point_that_every_leg_to_is_too_long_is_too_far() {
    let mut problem = day(&[60], vec![point(1), point(1)]);
    problem.max_leg = Some(40);
    (problem.travel[0][2], problem.travel[1][2]) = (50, 41);
    assert_eq!(why(&problem, &[0]), Reason::TooFarForOneLeg { group: 0, travel: 41, most: 40 });
    // From point 0 it can be reached then: 10 + 20, 40 and 20 more, and 10 back.
    problem.travel[1][2] = 40;
    assert_eq!(why(&problem, &[0]), Reason::WouldFit { group: 0, position: 1, back: 100 });
    // Without point 0 there is no way in.
    assert_eq!(
        why(&problem, &[]),
        Reason::NoRoom {
            group: 0,
            position: 0,
            obstacle: Obstacle::LegTooLong { over: 10, travel: 50 },
            instead_of: None,
        }
    );
}

#[test]
fn a_way_on_foot_that_is_too_long_alone_is_told_in_metres() {
    let mut problem = day(&[60], vec![point(1)]);
    problem.max_walk_m = Some(199);
    assert_eq!(why(&problem, &[]), Reason::TooFarOnFoot { group: 0, walk_m: 200, most: 199 });
}

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

#[test]
fn what_is_worth_nothing_would_fit() {
    assert_eq!(alone(point(0)), Reason::WouldFit { group: 0, position: 0, back: 40 });
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
