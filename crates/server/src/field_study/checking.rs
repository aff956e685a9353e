//! The gate through which every plan leaves: the checker of `yuren-itinerary`, which reads the plan's JSON and shares nothing with what
//! made it.

use yuren_itinerary::{Plan, Problem as Numbers, check};

use crate::planning::Planner;
use crate::problem::Problem;

/// Holds plans against one problem.
pub(crate) struct Checker<'a> {
    problem: Vec<u8>,
    planner: &'a Planner,
}

impl<'a> Checker<'a> {
    pub(crate) fn new(problem: &Numbers, planner: &'a Planner) -> Result<Self, Problem> {
        let problem = serde_json::to_vec(problem).map_err(|error| Problem::internal(&error))?;
        Ok(Self { problem, planner })
    }

    /// Whether the plan is right. One that is not is counted and logged: it is a fault of this program.
    pub(crate) fn accepts(&self, plan: &Plan) -> bool {
        self.accept(plan).is_ok()
    }

    /// The same, with the refusal. It names points by their numbers: the log knows no place and no spot.
    pub(crate) fn accept(&self, plan: &Plan) -> Result<(), Problem> {
        let refused = |cause: String| {
            self.planner.refused_plans.inc();
            Problem::internal(&format_args!("a plan was refused by its checker: {cause}"))
        };
        let plan = serde_json::to_vec(plan).map_err(|error| Problem::internal(&error))?;
        let report = check(&self.problem, &plan).map_err(|unreadable| refused(unreadable.to_string()))?;
        match report.violations.first() {
            None => Ok(()),
            Some(violation) => Err(refused(violation.to_string())),
        }
    }
}
