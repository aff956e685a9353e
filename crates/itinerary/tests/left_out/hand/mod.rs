//! Small days worked out by hand: from school (node 0) every place is 10 away and 100 m on foot, and every place from every other.

mod alone;
mod groups;
mod route;

use yuren_itinerary::{Group, LeftOut, Point, Problem, Reason, Stay, Window, left_out};

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

fn closed() -> Point {
    Point { windows: Vec::new(), ..point(1) }
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
