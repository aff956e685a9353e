//! Making a plan: iterated local search with forward slack and large neighbourhoods.

#![expect(clippy::cast_possible_wrap, reason = "times and counts of a checked problem are far below 2³¹")]

mod accept;
mod arrange;
mod day;
mod destroy;
mod exhaustive;
mod finish;
mod insert;
mod interleave;
mod model;
mod random;
mod repair;
mod room;
mod search;
mod segment;
mod spans;
mod start;
mod ticks;
mod times;
mod toilets;

use std::ops::ControlFlow;

pub use arrange::{Arranged, arrange};

use crate::{Defect, Plan, Problem};
use finish::{missing, plan_of};
use model::Model;
use search::Search;

/// How far the search is, for whoever says when it stops.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    /// Iterations so far; 0 when the first plan is there.
    pub iterations: u64,
    /// A plan that is better than all before it, once each.
    pub better: Option<&'a Plan>,
}

/// Something that must be and is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A point that must be visited; with no group where one of them all must.
    Point {
        /// Whose plan it is missing in.
        group: Option<usize>,
        /// Which.
        point: usize,
    },
    /// A set of points of which a group must visit one.
    OneOf {
        /// Whose plan it is missing in.
        group: usize,
        /// Which of the problem's sets.
        set: usize,
    },
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A plan in which everything that must be is.
    Planned(Plan),
    /// No such plan was found: the best that was, and what is missing in it.
    Lacking {
        /// The best plan found.
        plan: Plan,
        /// What is missing.
        missing: Vec<Missing>,
    },
    /// No plan at all was found: these groups cannot get from their start to the end, in whatever order the groups were tried.
    Stuck {
        /// Who.
        groups: Vec<usize>,
    },
}

/// Makes a plan, and better ones until `watch` breaks off.
///
/// Better is, in this order: more of what must be, a greater score, less travel, groups back earlier. The same problem, plan to
/// start from, seed and number of iterations give the same plan everywhere. Started from a plan that is right, it gives none that is
/// worse; from one that is not, it takes what can be kept. `watch` is asked at every iteration, of which there are some ten thousand
/// in a second on a hundred points.
pub fn solve(
    problem: &Problem,
    from: Option<&Plan>,
    seed: u64,
    watch: &mut dyn FnMut(&Progress<'_>) -> ControlFlow<()>,
) -> Result<Outcome, Defect> {
    problem.checked()?;
    let model = Model::new(problem);
    let mut start = match start::first_day(&model) {
        Ok(day) => day,
        Err(groups) => return Ok(Outcome::Stuck { groups }),
    };
    if let Some(day) = from.and_then(|plan| start::day_of(&model, plan))
        && day.rank() >= start.rank()
    {
        start = day;
    }
    let mut search = Search::new(&model, start, seed);
    let mut plan = plan_of(&model, &search.best);
    let mut iterations = 0;
    let mut better = true;
    while watch(&Progress { iterations, better: better.then_some(&plan) }).is_continue() {
        better = search.iterate();
        iterations += 1;
        if better {
            plan = plan_of(&model, &search.best);
        }
    }
    let missing = missing(&model, &search.best);
    Ok(if missing.is_empty() { Outcome::Planned(plan) } else { Outcome::Lacking { plan, missing } })
}
