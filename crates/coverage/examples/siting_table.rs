//! Places sites on tables of times, at once and with a proof, for the oracle in `tests/oracle/siting.py`.
//!
//! JSON comes in: a list of problems, each with `weights`, `existing` and `times` (a column a candidate; null = never),
//! `horizon` and `model`. JSON goes out: of each, `quick` and `proven`, in the same order.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use yuren_coverage::{Model, NEVER, Placement, Proof, SitingProblem, Times, Weights, place_quickly, prove};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    weights: Vec<f64>,
    existing: Vec<Option<u32>>,
    times: Vec<Vec<Option<u32>>>,
    horizon: u32,
    model: ModelAsked,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum ModelAsked {
    MaxCover { sites: usize, within: u32 },
    SetCover { within: u32 },
    PMedian { sites: usize },
    PCenter { sites: usize },
    CapacitatedMaxCover { sites: usize, within: u32, capacities: Vec<f64> },
}

impl From<ModelAsked> for Model {
    fn from(asked: ModelAsked) -> Self {
        match asked {
            ModelAsked::MaxCover { sites, within } => Self::MaxCover { sites, within },
            ModelAsked::SetCover { within } => Self::SetCover { within },
            ModelAsked::PMedian { sites } => Self::PMedian { sites },
            ModelAsked::PCenter { sites } => Self::PCenter { sites },
            ModelAsked::CapacitatedMaxCover { sites, within, capacities } => {
                Self::CapacitatedMaxCover { sites, within, capacities }
            }
        }
    }
}

#[derive(Serialize)]
struct Answer {
    quick: Placed,
    proven: Placed,
}

#[derive(Serialize)]
struct Placed {
    chosen: Vec<u32>,
    objective: f64,
    bound: f64,
    is_optimal: bool,
    unreachable: Vec<u32>,
}

impl From<Placement> for Placed {
    fn from(placement: Placement) -> Self {
        let Placement { chosen, objective, bound, unreachable, proof } = placement;
        Self { chosen, objective, bound, is_optimal: proof == Proof::Optimal, unreachable }
    }
}

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn place(asked: Asked) -> Outcome<Answer> {
    let times = |column: Vec<Option<u32>>| column.into_iter().map(|time| time.unwrap_or(NEVER)).collect::<Vec<_>>();
    let columns = asked.times.into_iter().map(|column| times(column).into()).collect();
    let candidates = Times::new(asked.weights.len(), columns)?;
    let (weights, existing) = (Weights::new(asked.weights)?, times(asked.existing));
    let problem =
        SitingProblem { weights: &weights, existing: &existing, candidates: &candidates, horizon: asked.horizon };
    let model = asked.model.into();
    let quick = place_quickly(&problem, &model)?;
    let proven = prove(&problem, &model, quick.clone(), &mut |_| ControlFlow::Continue(()))?;
    Ok(Answer { quick: quick.into(), proven: proven.into() })
}

fn main() -> Outcome<()> {
    let asked: Vec<Asked> = serde_json::from_reader(std::io::stdin().lock())?;
    let answers = asked.into_iter().map(place).collect::<Outcome<Vec<_>>>()?;
    serde_json::to_writer(std::io::stdout().lock(), &answers)?;
    Ok(())
}
