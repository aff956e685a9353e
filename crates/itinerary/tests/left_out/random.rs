//! Days at random: what is said to fit is what a clock that goes tick by tick makes fit, and the checker accepts.

use proptest::prelude::*;
use yuren_itinerary::{Group, LeftOut, Plan, Point, Problem, Reason, Route, Stay, Visit, Window, left_out};

use crate::checked::violations;
use crate::clock;
use crate::fitting::fitting;

/// What a group visits.
fn sequence(plan: &Plan, group: usize) -> Vec<usize> {
    plan.routes[group].visits.iter().map(|visit| visit.point).collect()
}

/// When the group would be back from visiting these instead, as soon as can be, if the plan is still accepted then.
fn back(problem: &Problem, plan: &Plan, group: usize, sequence: &[usize]) -> Option<u32> {
    let others: Vec<_> = plan.routes.iter().enumerate().filter(|&(other, _)| other != group).collect();
    let route = clock::route(problem, &others, group, sequence)?;
    let back = route.back;
    let mut routes = plan.routes.clone();
    routes[group] = route;
    violations(problem, &clock::plan(problem, routes)).is_empty().then_some(back)
}

/// When the group would be back if it visited the point as well.
fn fits(problem: &Problem, plan: &Plan, group: usize, point: usize) -> Option<u32> {
    let sequence = sequence(plan, group);
    let with = |position: usize| [&sequence[..position], &[point], &sequence[position..]].concat();
    (0..=sequence.len()).filter_map(|position| back(problem, plan, group, &with(position))).min()
}

/// The least score of a visited point in whose place the point would fit.
fn cheapest_place(problem: &Problem, plan: &Plan, group: usize, point: usize) -> Option<u32> {
    let sequence = sequence(plan, group);
    let with = |position: usize| [&sequence[..position], &[point], &sequence[position + 1..]].concat();
    let places = (0..sequence.len()).filter(|&position| back(problem, plan, group, &with(position)).is_some());
    places.map(|position| problem.points[sequence[position]].score).min()
}

proptest! {
    #[test]
    fn what_would_fit_is_what_fits_tick_by_tick((mut problem, plan) in fitting(), more in 0_u32..60) {
        problem.max_without_toilet = None;
        // Later, and with every point open for a while around noon, so that something may fit.
        problem.back_by += more;
        for point in problem.points.iter_mut().filter(|point| point.windows.is_empty()) {
            point.windows.push(Window { open: more, last_entry: more + 20, close: more + 40 });
        }
        let left = left_out(&problem, &plan);
        for point in 0..problem.points.len() {
            let missing = |group: &usize| plan.routes[*group].visits.iter().all(|visit| visit.point != point);
            let groups: Vec<usize> = (0..plan.routes.len()).filter(missing).collect();
            let told = left.iter().find(|left| left.point == point);
            if groups.is_empty() || problem.once && groups.len() < plan.routes.len() {
                prop_assert_eq!(told, None);
                continue;
            }
            let told = told.expect("whoever leaves a point out is told why");
            prop_assert_eq!(&told.groups, &groups);
            let soonest = groups.iter().filter_map(|&group| fits(&problem, &plan, group, point)).min();
            let said = match told.reason {
                Reason::WouldFit { back, .. } => Some(back),
                _ => None,
            };
            prop_assert_eq!(said.map(|back| back as u32), soonest, "{:?}", told);
            if let Reason::NoRoom { group, instead_of, .. } = told.reason {
                let given_up = instead_of.map(|visited| problem.points[visited].score);
                prop_assert_eq!(given_up, cheapest_place(&problem, &plan, group, point), "{:?}", told);
            }
        }
    }

    #[test]
    fn with_toilets_what_would_fit_is_what_any_times_make_fit(
        travel in proptest::collection::vec(0_u32..6, 9),
        windows in proptest::collection::vec((0_u32..8, 0_u32..3, 0_u32..8, 0_u32..3), 2),
        toilets in any::<[bool; 2]>(),
        most in 0_u32..12,
    ) {
        let point = |k: usize| {
            let (open, first, gap, second) = windows[k];
            let again = open + first + 1 + gap;
            let windows = [(open, first), (again, second)].map(|(open, longer)| Window {
                open,
                last_entry: open + longer,
                close: open + longer + 1,
            });
            Point {
                node: k + 1,
                score: 1,
                stay: Stay { base: 1, per_person: 0 },
                windows: windows.to_vec(),
                group_min: None,
                group_max: None,
                at_once: None,
                slots: Vec::new(),
                must: false,
                toilet: toilets[k],
            }
        };
        let problem = Problem {
            groups: vec![Group { people: 1, start: 0, leave_from: 0 }],
            end: 0,
            back_by: 24,
            points: vec![point(0), point(1)],
            travel: travel.chunks(3).map(<[u32]>::to_vec).collect(),
            walk_m: Vec::new(),
            once: false,
            before: Vec::new(),
            one_of: Vec::new(),
            max_leg: None,
            max_walk_m: None,
            max_without_toilet: Some(most),
        };
        // Point 0 is in the plan, at times that left_out does not look at; can point 1 be as well?
        let visit = Visit { point: 0, arrive: 0, start: 0, end: 0 };
        let plan = Plan { score: 1, routes: vec![Route { visits: vec![visit], ..Route::default() }] };
        let left = left_out(&problem, &plan);
        let [LeftOut { point: 1, reason, .. }] = &left[..] else { panic!("{left:?}") };
        let anyhow = [[0, 1], [1, 0]].into_iter().any(|sequence| at_any_times(&problem, sequence));
        prop_assert_eq!(matches!(reason, Reason::WouldFit { .. }), anyhow, "{:?}", reason);
    }
}

/// Whether the two points can be visited in this order at any times at all.
fn at_any_times(problem: &Problem, sequence: [usize; 2]) -> bool {
    let node = |k: usize| problem.points[sequence[k]].node;
    let travel = |from: usize, to: usize| problem.travel[from][to];
    let [out, between, home] = [travel(0, node(0)), travel(node(0), node(1)), travel(node(1), 0)];
    (0..24).any(|leave| {
        (leave + out..24).any(|first| {
            (first + 1 + between..24).any(|second| {
                let visits = [(first, leave + out), (second, first + 1 + between)];
                let visits = [0, 1].map(|k| {
                    let (start, arrive) = visits[k];
                    Visit { point: sequence[k], arrive, start, end: start + 1 }
                });
                let back = second + 1 + home;
                let travel = out + between + home;
                let route = Route { leave, visits: visits.to_vec(), back, travel, walk_m: 0 };
                allowed(problem, &visits) && violations(problem, &clock::plan(problem, vec![route])).is_empty()
            })
        })
    })
}

/// Whether each visit lies in a window: most do not, and the checker need not be asked.
fn allowed(problem: &Problem, visits: &[Visit]) -> bool {
    visits.iter().all(|visit| {
        let windows = &problem.points[visit.point].windows;
        windows
            .iter()
            .any(|window| (window.open..=window.last_entry).contains(&visit.start) && visit.end <= window.close)
    })
}
