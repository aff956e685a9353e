//! What the checker says of a problem and a plan that are no text yet.

use yuren_itinerary::{Plan, Problem, Violation, check};

/// All that is wrong with the plan.
pub(crate) fn violations(problem: &Problem, plan: &Plan) -> Vec<Violation> {
    let problem = serde_json::to_vec(problem).expect("a problem is JSON");
    let plan = serde_json::to_vec(plan).expect("a plan is JSON");
    check(&problem, &plan).expect("it is readable").violations
}
