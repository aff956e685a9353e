//! Works out accessibility and Gini coefficients of a table, for the oracle in `tests/oracle/catchment.py`.
//!
//! JSON comes in: `access`, each with `times` (a column a site; null = never), `demand`, `supply` and a `decay`; and
//! `gini`, each with `values` and `weights`. JSON goes out: the numbers of each, in the same order.

use serde::{Deserialize, Serialize};
use yuren_coverage::access::{Decay, Zone, two_step};
use yuren_coverage::{Lorenz, NEVER, Times, Weights};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    access: Vec<AccessAsked>,
    gini: Vec<GiniAsked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccessAsked {
    times: Vec<Vec<Option<u32>>>,
    demand: Vec<f64>,
    supply: Vec<f64>,
    decay: DecayAsked,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum DecayAsked {
    Step { limit: u32 },
    Zones(Vec<(u32, f64)>),
    Gaussian { limit: u32 },
    Bell { sigma: f64, limit: u32 },
    Exponential { scale: f64, limit: u32 },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GiniAsked {
    values: Vec<f64>,
    weights: Vec<f64>,
}

#[derive(Serialize)]
struct Answer {
    access: Vec<Vec<f64>>,
    gini: Vec<Option<f64>>,
}

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

impl From<DecayAsked> for Decay {
    fn from(asked: DecayAsked) -> Self {
        match asked {
            DecayAsked::Step { limit } => Self::Step { limit },
            DecayAsked::Zones(zones) => {
                Self::Zones(zones.into_iter().map(|(limit, weight)| Zone { limit, weight }).collect())
            }
            DecayAsked::Gaussian { limit } => Self::Gaussian { limit },
            DecayAsked::Bell { sigma, limit } => Self::Bell { sigma, limit },
            DecayAsked::Exponential { scale, limit } => Self::Exponential { scale, limit },
        }
    }
}

fn access(asked: AccessAsked) -> Outcome<Vec<f64>> {
    let column = |times: Vec<Option<u32>>| times.into_iter().map(|time| time.unwrap_or(NEVER)).collect();
    let times = Times::new(asked.demand.len(), asked.times.into_iter().map(column).collect())?;
    Ok(two_step(&times, &Weights::new(asked.demand)?, &asked.supply, &asked.decay.into())?)
}

fn gini(asked: &GiniAsked) -> Outcome<Option<f64>> {
    Ok(Lorenz::new(&asked.values, &asked.weights)?.map(|lorenz| lorenz.gini()))
}

fn main() -> Outcome<()> {
    let asked: Asked = serde_json::from_reader(std::io::stdin().lock())?;
    let access = asked.access.into_iter().map(access).collect::<Outcome<_>>()?;
    let gini = asked.gini.iter().map(gini).collect::<Outcome<_>>()?;
    serde_json::to_writer(std::io::stdout().lock(), &Answer { access, gini })?;
    Ok(())
}
