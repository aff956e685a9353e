//! The checker (方案校验): it reads a problem and a plan as JSON, and says all that is wrong with the plan.
//!
//! It shares nothing with what makes plans, neither a structure nor a sum. Every rule is judged on the numbers that the plan
//! states, and that those numbers follow from one another is a rule like any other; so a plan with no violation is true in all of
//! them, and one wrong number is not told many times over.
//!
//! A visit of an unknown point is told of, and what cannot be judged then is not: the legs to it and from it, its route's sums and
//! toilets, and the plan's score.

mod between;
mod choices;
mod read;
mod route;
mod violation;

use thiserror::Error;

use read::{Answer, Asked};

pub use violation::{Stop, Violation};

/// What the checker found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// All that is wrong: route by route, then between groups, then the plan as a whole.
    pub violations: Vec<Violation>,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn accepts(&self) -> bool {
        self.violations.is_empty()
    }
}

/// Why nothing can be said about a plan.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// Too many bytes.
    #[error("the {what} is {bytes} bytes long; {most} are read at most")]
    TooLong {
        /// Problem or plan.
        what: &'static str,
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        most: usize,
    },
    /// No JSON, or none of this form.
    #[error("the {what} is not of its form: {error}")]
    Json {
        /// Problem or plan.
        what: &'static str,
        /// What was found, what is allowed, and where.
        error: String,
    },
    /// The problem's tables are not from each node to each.
    #[error("the problem's {table} has a side of {length}, and there are {nodes} nodes")]
    Table {
        /// Which.
        table: &'static str,
        /// Its number of rows, or the length of one.
        length: usize,
        /// What that has to be.
        nodes: usize,
    },
    /// The problem names a node or point that it does not have.
    #[error("the problem names {what} {number}, and it has {count}, numbered from 0")]
    Unknown {
        /// Node or point.
        what: &'static str,
        /// The number.
        number: usize,
        /// How many there are.
        count: usize,
    },
}

/// Holds a plan, as JSON, against its problem, as JSON.
pub fn check(problem_json: &[u8], plan_json: &[u8]) -> Result<Report, Unreadable> {
    let asked = read::asked(problem_json)?;
    let answer = read::answer(plan_json)?;
    let mut found = Vec::new();
    if answer.routes.len() != asked.groups.len() {
        found.push(Violation::RouteCount { routes: answer.routes.len(), groups: asked.groups.len() });
    }
    let visited = Visited::of(&asked, &answer);
    for (group, (party, day)) in asked.groups.iter().zip(&answer.routes).enumerate() {
        route::judge(&asked, group, party, day, &mut found);
        choices::of_group(&asked, group, &visited.0[group], &mut found);
    }
    between::judge(&asked, &answer, &mut found);
    choices::of_all(&asked, &answer, &visited, &mut found);
    Ok(Report { violations: found })
}

/// For each group and point, where in the group's route the point comes first.
struct Visited(Vec<Vec<Option<usize>>>);

impl Visited {
    fn of(asked: &Asked, answer: &Answer) -> Self {
        let mut visited = vec![vec![None; asked.points.len()]; asked.groups.len()];
        for (of_group, day) in visited.iter_mut().zip(&answer.routes) {
            for (position, call) in day.visits.iter().enumerate() {
                if let Some(first) = place(call.point).and_then(|point| of_group.get_mut(point)) {
                    first.get_or_insert(position);
                }
            }
        }
        Self(visited)
    }
}

/// A number of the plan as an index.
fn place(point: u64) -> Option<usize> {
    usize::try_from(point).ok()
}
