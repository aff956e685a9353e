//! Small days without a plan, worked out by hand. From school every place is 10 away, 100 m on foot, as is every place from every
//! other; a group of 60 sets out at 100 and stays 20 at each: alone, a place is reached at 110 and left at 130, school at 140.

use yuren_itinerary::{
    Change, Group, LONGEST_TIME, MOST_GROUPS, OneOf, Point, Problem, Reach, Slot, Stay, Steps, Window, relaxations,
};

use crate::checked::violations;
use crate::every_plan::first;

fn day(points: Vec<Point>) -> Problem {
    let nodes = points.len() + 1;
    let table = |each: u32| -> Vec<Vec<u32>> {
        (0..nodes).map(|from| (0..nodes).map(|to| if from == to { 0 } else { each }).collect()).collect()
    };
    Problem {
        groups: vec![Group { people: 60, start: 0, leave_from: 100 }],
        end: 0,
        back_by: 300,
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

/// A point that must be visited, and can be from `open` to `last_entry`.
fn must(open: u32, last_entry: u32) -> Point {
    Point {
        node: 0,
        score: 1,
        stay: Stay { base: 20, per_person: 0 },
        windows: vec![Window { open, last_entry, close: last_entry + 20 }],
        group_min: None,
        group_max: None,
        at_once: None,
        slots: Vec::new(),
        must: true,
        toilet: false,
    }
}

fn closed() -> Point {
    Point { windows: Vec::new(), ..must(0, 0) }
}

/// What helps, in steps of 5 ticks up to 60 and of 20 m up to 400, each with a plan that the checker accepts.
fn found(problem: &Problem) -> Vec<Change> {
    assert_eq!(problem.checked(), Ok(()));
    assert_eq!(first(problem), None, "there is a plan as it is");
    let reach = Reach { time: Steps { step: 5, most: 60 }, walk_m: Steps { step: 20, most: 400 } };
    let found = relaxations(problem, reach, &mut first);
    for relaxation in &found {
        let easier = relaxation.change.applied(problem).expect("it can be asked");
        assert_eq!(easier.checked(), Ok(()));
        assert_eq!(violations(&easier, &relaxation.plan), [], "{:?}", relaxation.change);
    }
    found.into_iter().map(|relaxation| relaxation.change).collect()
}

fn drop_must(points: &[usize]) -> Change {
    Change::DropMust(points.to_vec())
}

#[test]
fn a_last_entry_missed_by_13_asks_to_leave_15_earlier() {
    assert_eq!(found(&day(vec![must(0, 97)])), [Change::LeaveEarlier(15), drop_must(&[0])]);
}

#[test]
fn all_groups_leave_earlier_as_far_as_the_first_of_them_can() {
    // The group that leaves at 100 misses 105 by 5. The other leaves at 7: 5 earlier it can, 60 it could not.
    let mut problem = day(vec![must(0, 105)]);
    problem.groups.push(Group { leave_from: 7, ..problem.groups[0] });
    assert_eq!(found(&problem), [Change::LeaveEarlier(5), drop_must(&[0])]);
}

#[test]
fn a_dismissal_7_too_early_is_met_by_10_at_either_end() {
    let problem = Problem { back_by: 133, ..day(vec![must(0, 200)]) };
    assert_eq!(found(&problem), [Change::LeaveEarlier(10), Change::ComeBackLater(10), drop_must(&[0])]);
}

#[test]
fn nobody_leaves_before_the_day_begins_or_comes_back_after_time_ends() {
    // 4 too late, and 4 earlier there is no time: one step of 5 is too far.
    let mut problem = Problem { back_by: 40, ..day(vec![must(0, 200)]) };
    problem.groups[0].leave_from = 4;
    assert_eq!(found(&problem), [Change::ComeBackLater(5), drop_must(&[0])]);
    problem.groups[0].leave_from = LONGEST_TIME - 36;
    problem.back_by = LONGEST_TIME - 4;
    problem.points[0] = Point { node: 1, ..must(LONGEST_TIME - 60, LONGEST_TIME - 20) };
    // 4 + LONGEST_TIME: no hour is that late, and leaving 10 earlier does.
    assert_eq!(found(&problem), [Change::LeaveEarlier(10), drop_must(&[0])]);
    assert_eq!(Change::ComeBackLater(5).applied(&problem), None);
}

#[test]
fn a_leg_2_too_long_asks_for_5_more() {
    let problem = Problem { max_leg: Some(8), ..day(vec![must(0, 200)]) };
    assert_eq!(found(&problem), [Change::LongerLeg(5), drop_must(&[0])]);
}

#[test]
fn fifty_metres_too_many_ask_for_sixty_more() {
    let problem = Problem { max_walk_m: Some(150), ..day(vec![must(0, 200)]) };
    assert_eq!(found(&problem), [Change::MoreOnFoot(60), drop_must(&[0])]);
    // 401 m are out of reach.
    let problem = Problem { max_walk_m: Some(0), walk_m: vec![vec![0, 200], vec![201, 0]], ..problem };
    assert_eq!(found(&problem), [drop_must(&[0])]);
}

#[test]
fn forty_without_a_toilet_ask_for_10_over_30() {
    let problem = Problem { max_without_toilet: Some(30), ..day(vec![must(0, 200)]) };
    assert_eq!(found(&problem), [Change::LongerWithoutToilet(10), drop_must(&[0])]);
}

#[test]
fn sixty_go_in_as_few_parts_as_are_let_in() {
    let let_in = |most| day(vec![Point { group_max: Some(most), at_once: Some(most), ..must(0, 260) }]);
    assert_eq!(found(&let_in(40)), [Change::Split(2), drop_must(&[0])]);
    assert_eq!(found(&let_in(29)), [Change::Split(3), drop_must(&[0])]);
    // Parts come one after the other: with 20 for each there is room for the second, to be back at 160, and not before that.
    let problem = Problem { back_by: 159, ..let_in(40) };
    assert_eq!(found(&problem), [drop_must(&[0])]);
    // Where parts have to be 31 at least, none fit.
    let mut problem = let_in(40);
    problem.points[0].group_min = Some(31);
    assert_eq!(found(&problem), [drop_must(&[0])]);
    // Nor where slots admit one part.
    let mut problem = let_in(40);
    problem.points[0].slots = vec![Slot { from: 0, to: 300, people: 59 }];
    assert_eq!(found(&problem), [drop_must(&[0])]);
}

#[test]
fn parts_are_even_and_no_more_than_groups_may_be() {
    let mut problem = day(Vec::new());
    problem.groups[0].people = 7;
    let people = |parts| {
        let groups = Change::Split(parts).applied(&problem)?.groups;
        assert!(groups.iter().all(|group| group.leave_from == 100));
        Some(groups.iter().map(|group| group.people).collect::<Vec<_>>())
    };
    assert_eq!(people(3), Some(vec![3, 2, 2]));
    assert_eq!(people(7), Some(vec![1; 7]));
    assert_eq!(people(8), None, "nobody is in the eighth");
    assert_eq!(people(0), None);
    problem.groups.push(Group { people: 1, ..problem.groups[0] });
    assert_eq!(Change::Split(2).applied(&problem), None, "one alone cannot be parted");
    (problem.groups[0].people, problem.groups[1].people) = (100, 100);
    let parts = |parts| Change::Split(parts).applied(&problem).map(|problem| problem.groups.len());
    assert_eq!((parts(6), parts(7)), (Some(MOST_GROUPS), None));
}

#[test]
fn where_lunch_cannot_be_had_it_is_done_without() {
    let lunch = || Point { must: false, score: 0, ..closed() };
    let one_of = vec![OneOf { points: vec![0, 1], must: true }, OneOf { points: vec![1, 2], must: false }];
    let problem = Problem { one_of, ..day(vec![lunch(), lunch(), must(0, 200)]) };
    assert_eq!(found(&problem), [Change::WithoutChoice(0)]);
    assert_eq!(Change::WithoutChoice(1).applied(&problem), None, "that set is not needed");
}

#[test]
fn of_two_that_exclude_each_other_the_one_of_less_score_is_given_up_first() {
    // Both let in at 110 only.
    let points = [5, 3].map(|score| Point { score, ..must(110, 110) });
    assert_eq!(found(&day(points.to_vec())), [drop_must(&[1]), drop_must(&[0])]);
}

#[test]
fn pairs_are_given_up_where_no_single_point_helps() {
    assert_eq!(found(&day(vec![closed(), must(0, 250), closed()])), [drop_must(&[0, 2])]);
    assert_eq!(found(&day(vec![closed(), closed(), closed()])), []);
    assert_eq!(Change::DropMust(vec![9]).applied(&day(vec![closed()])), None);
}

#[test]
fn a_search_that_finds_nothing_is_asked_a_bounded_number_of_times() {
    let sets = |count: usize| vec![OneOf { points: vec![0], must: true }; count];
    let problem = Problem {
        max_leg: Some(0),
        max_walk_m: Some(0),
        max_without_toilet: Some(0),
        one_of: sets(1000),
        ..day(vec![closed(); 400])
    };
    let reach = Reach { time: Steps { step: 1, most: u32::MAX }, walk_m: Steps { step: 0, most: u32::MAX } };
    let mut asked = 0;
    let found = relaxations(&problem, reach, &mut |_| {
        asked += 1;
        None
    });
    assert_eq!(found, []);
    // One for each of 5 limits, 11 splits, 1000 sets, 400 points, 40 × 39 / 2 pairs.
    assert_eq!(asked, 5 + 11 + 1000 + 400 + 780);
}
