//! A search through every plan of a tiny problem.

use yuren_itinerary::{Plan, Problem, Route};

use crate::checked::violations;
use crate::clock;

/// The first plan that the checker accepts, of all sequences of all groups, each visit as soon as can be, an earlier group first.
pub(crate) fn first(problem: &Problem) -> Option<Plan> {
    further(problem, &sequences(problem.points.len()), &mut Vec::new())
}

fn further(problem: &Problem, sequences: &[Vec<usize>], routes: &mut Vec<Route>) -> Option<Plan> {
    let group = routes.len();
    if group == problem.groups.len() {
        let plan = clock::plan(problem, routes.clone());
        return violations(problem, &plan).is_empty().then_some(plan);
    }
    // Nobody need go on looking once a group leaves out what each must visit.
    let must = |point: &usize| problem.points[*point].must && !problem.once;
    let whole = |sequence: &&Vec<usize>| (0..problem.points.len()).filter(must).all(|point| sequence.contains(&point));
    sequences.iter().filter(whole).find_map(|sequence| {
        let others: Vec<_> = routes.iter().enumerate().collect();
        let route = clock::route(problem, &others, group, sequence)?;
        routes.push(route);
        let found = further(problem, sequences, routes);
        routes.pop();
        found
    })
}

/// Every sequence of different points, the empty one too.
fn sequences(points: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    let mut longest = all.clone();
    for _ in 0..points {
        let longer = longest.iter().flat_map(|sequence: &Vec<usize>| {
            let more = (0..points).filter(|point| !sequence.contains(point));
            more.map(|point| [&sequence[..], &[point]].concat())
        });
        longest = longer.collect();
        all.extend(longest.iter().cloned());
    }
    all
}
