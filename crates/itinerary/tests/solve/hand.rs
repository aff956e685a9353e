//! Days worked out by hand.

use yuren_itinerary::{Group, Missing, OneOf, Outcome, Plan, Point, Problem, Slot, Stay, Window};

use crate::exact::{right, solved};

/// A point on a line at `node`, worth `score`, open from `open` to `close`, for a visit of 10.
fn point(node: usize, score: u32, open: u32, close: u32) -> Point {
    Point {
        node,
        score,
        stay: Stay { base: 10, per_person: 0 },
        windows: vec![Window { open, last_entry: close - 10, close }],
        group_min: None,
        group_max: None,
        at_once: None,
        slots: Vec::new(),
        must: false,
        toilet: false,
    }
}

/// A school at node 0 of a line of nodes 5 apart, and groups of 40 that set out at 0 at the earliest.
fn day(groups: usize, back_by: u32, points: Vec<Point>) -> Problem {
    let nodes = points.iter().map(|point| point.node).max().unwrap_or(0) as u32 + 1;
    Problem {
        groups: vec![Group { people: 40, start: 0, leave_from: 0 }; groups],
        end: 0,
        back_by,
        points,
        travel: (0..nodes).map(|from| (0..nodes).map(|to| 5 * from.abs_diff(to)).collect()).collect(),
        walk_m: Vec::new(),
        once: false,
        before: Vec::new(),
        one_of: Vec::new(),
        max_leg: None,
        max_walk_m: None,
        max_without_toilet: None,
    }
}

fn planned(problem: &Problem) -> Plan {
    let outcome = solved(problem, None, 1, 300);
    assert!(matches!(outcome, Outcome::Planned(_)), "{outcome:?}");
    right(problem, &outcome).expect("a plan")
}

fn order(plan: &Plan, group: usize) -> Vec<usize> {
    plan.routes[group].visits.iter().map(|visit| visit.point).collect()
}

#[test]
fn groups_rotate_where_only_one_fits_in() {
    let mut problem = day(2, 40, vec![point(1, 5, 0, 100), point(1, 5, 0, 100)]);
    for point in &mut problem.points {
        point.at_once = Some(79);
    }
    // 5 there, 20 at both, 5 back: both groups see both only if each begins at another.
    let plan = planned(&problem);
    assert_eq!(plan.score, 20);
    assert_ne!(order(&plan, 0), order(&plan, 1));
    assert_eq!(plan.routes.iter().map(|route| route.back).collect::<Vec<_>>(), [30, 30]);
}

#[test]
fn a_slot_that_admits_one_group_sends_the_other_to_the_next() {
    let mut problem = day(2, 200, vec![point(1, 5, 0, 100)]);
    problem.points[0].slots = vec![Slot { from: 0, to: 30, people: 79 }, Slot { from: 30, to: 60, people: 40 }];
    let plan = planned(&problem);
    let mut starts: Vec<u32> = plan.routes.iter().map(|route| route.visits[0].start).collect();
    starts.sort_unstable();
    assert_eq!(starts, [5, 30]);
}

#[test]
fn who_would_wait_at_the_door_leaves_later() {
    let problem = day(1, 200, vec![point(1, 5, 60, 100)]);
    let route = &planned(&problem).routes[0];
    assert_eq!((route.leave, route.visits[0].arrive, route.visits[0].start, route.back), (55, 60, 60, 75));
}

#[test]
fn a_visit_pushed_past_one_window_goes_on_to_the_next() {
    let mut problem = day(1, 200, vec![point(1, 5, 5, 15), point(2, 5, 0, 20)]);
    problem.points[1].windows.push(Window { open: 100, last_entry: 110, close: 120 });
    // Point 0 ends at 15, and point 1 takes nobody after 10 until 100.
    let visits = &planned(&problem).routes[0].visits;
    assert_eq!(visits.iter().map(|visit| (visit.point, visit.start)).collect::<Vec<_>>(), [(0, 5), (1, 100)]);
}

#[test]
fn lunch_is_had_where_it_must_be_though_it_is_worth_nothing() {
    let mut problem = day(1, 60, vec![point(1, 5, 0, 60), point(2, 0, 20, 40), point(3, 0, 20, 40)]);
    assert_eq!(order(&planned(&problem), 0), [0], "what is worth nothing stays out");
    problem.one_of = vec![OneOf { points: vec![1, 2], must: true }];
    assert_eq!(order(&planned(&problem), 0), [0, 1]);
}

#[test]
fn a_toilet_on_the_way_is_stopped_at_only_if_it_has_to_be() {
    let mut problem = day(1, 100, vec![point(4, 9, 0, 100), point(2, 0, 0, 100)]);
    problem.points[1].toilet = true;
    problem.max_without_toilet = Some(50);
    // 20 there, 10, 20 back: just 50.
    assert_eq!(order(&planned(&problem), 0), [0]);
    problem.max_without_toilet = Some(49);
    assert_eq!(planned(&problem).routes[0].visits.len(), 2);
}

#[test]
fn a_toilet_is_left_later_so_that_the_next_is_not_too_late() {
    // The museum opens at 60, and one would be back at 75; the toilet at the first stop must not be left before 45.
    let mut problem = day(1, 100, vec![point(1, 9, 0, 100), point(1, 9, 60, 100)]);
    problem.points[0].toilet = true;
    problem.max_without_toilet = Some(30);
    let visits = &planned(&problem).routes[0].visits;
    assert_eq!(visits.iter().map(|visit| (visit.point, visit.start)).collect::<Vec<_>>(), [(0, 35), (1, 60)]);
}

#[test]
fn what_must_be_comes_before_any_score() {
    let mut problem = day(1, 20, vec![point(1, 1, 0, 100), point(1, 90, 0, 100)]);
    problem.points[0].must = true;
    assert_eq!(order(&planned(&problem), 0), [0]);
}

#[test]
fn what_must_be_and_cannot_is_named() {
    let mut problem = day(2, 20, vec![point(1, 1, 0, 100), point(3, 1, 0, 100)]);
    (problem.points[0].must, problem.points[1].must) = (true, true);
    let Outcome::Lacking { plan, missing } = solved(&problem, None, 1, 100) else { panic!("it cannot be met") };
    assert_eq!(missing, [0, 1].map(|group| Missing::Point { group: Some(group), point: 1 }));
    assert_eq!(plan.score, 2);
    problem.once = true;
    let Outcome::Lacking { missing, .. } = solved(&problem, None, 1, 100) else { panic!("it cannot be met") };
    assert_eq!(missing, [Missing::Point { group: None, point: 1 }]);
}

#[test]
fn a_group_that_cannot_even_get_home_is_named() {
    let mut problem = day(2, 20, vec![point(5, 1, 0, 100)]);
    problem.groups[1].start = 5;
    assert_eq!(solved(&problem, None, 1, 10), Outcome::Stuck { groups: vec![1] });
}

#[test]
fn too_long_a_leg_is_taken_in_two() {
    let mut problem = day(1, 100, vec![point(2, 0, 0, 100)]);
    problem.travel = (0..5u32).map(|from| (0..5u32).map(|to| 5 * from.abs_diff(to)).collect()).collect();
    (problem.groups[0].start, problem.max_leg) = (4, Some(10));
    // 20 from start to end; by way of the point, though it is worth nothing, 10 and 10.
    assert_eq!(order(&planned(&problem), 0), [0]);
}

#[test]
fn a_problem_that_is_none_is_refused() {
    let mut problem = day(1, 100, vec![point(1, 1, 0, 100)]);
    problem.points[0].node = 7;
    let watch = &mut |_: &yuren_itinerary::Progress<'_>| std::ops::ControlFlow::Break(());
    let refused = yuren_itinerary::solve(&problem, None, 1, watch).expect_err("there is no node 7");
    assert_eq!(refused.to_string(), "points/0/node is 7; it may be 0 to 1");
}
