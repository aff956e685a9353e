//! Accessibility by floating catchment areas (两步移动搜索法): how much supply there is for each person, as far as they can go
//! and as many as they share it with.
//!
//! First, each site's supply S is divided among the demand P in its catchment; then each demand point adds up what the
//! sites in its own catchment have for each person, both with the decay W of the time t between them:
//!
//! R(j) = S(j) / Σᵢ P(i) W(t(i, j)), A(i) = Σⱼ R(j) W(t(i, j))
//!
//! The unit is supply for each unit of demand. All that is shared is handed out: Σ P(i) A(i) is the supply of the sites
//! that somebody reaches. Sources: Luo & Wang, "Measures of spatial accessibility to health care in a GIS environment"
//! (2003); Luo & Qi, "An enhanced two-step floating catchment area (E2SFCA) method" (2009); Dai, "Black residential
//! segregation, disparities in spatial access to health care facilities" (2010). PySAL's `access` gives the same
//! numbers (`tests/oracle/catchment.py`).

mod decay;
mod decay_check;

use thiserror::Error;

use crate::{LARGEST_WEIGHT, LengthError, Times, Weights};

pub use decay::{Decay, Zone};
pub use decay_check::{DecayError, LONGEST_LIMIT, MOST_ZONES};

/// More than this for each person is no supply, but a division by next to nobody.
const MOST_FOR_EACH: f64 = 1e100;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum AccessError {
    /// There is not one of each.
    #[error(transparent)]
    Length(#[from] LengthError),
    /// The decay is none.
    #[error(transparent)]
    Decay(#[from] DecayError),
    /// A site's supply is no number, below 0 or too large.
    #[error("the supply of site {site} is {value}; allowed: a number from 0 to {LARGEST_WEIGHT}")]
    Supply {
        /// Which site, from 0.
        site: usize,
        /// Its supply.
        value: f64,
    },
    /// Next to nobody is in a site's catchment, and yet not nobody.
    #[error("the demand about site {site} is {demand}, too little to divide its supply by; allowed: 0, or more")]
    Demand {
        /// Which site, from 0.
        site: usize,
        /// The demand in its catchment, each with its decay.
        demand: f64,
    },
}

/// The accessibility A of each demand point: supply for each unit of demand; 0 where no site is in reach. A site that
/// is closed has a supply of 0. A site in whose catchment nobody is has its supply for nobody, and is left out.
pub fn two_step(times: &Times, demand: &Weights, supply: &[f64], decay: &Decay) -> Result<Vec<f64>, AccessError> {
    LengthError::check("weights", demand.len(), times.demand())?;
    LengthError::check_of("numbers of supply", supply.len(), times.sites(), "sites")?;
    decay.check()?;
    if let Some(site) = supply.iter().position(|supply| !(0.0..=LARGEST_WEIGHT).contains(supply)) {
        return Err(AccessError::Supply { site, value: supply[site] });
    }
    // Each weight once: there are far more pairs than tenths of a second.
    let weights: Vec<f64> = (0..=decay.limit()).map(|time| decay.weight(time)).collect();
    let weight = |time: u32| weights.get(time as usize).copied().unwrap_or(0.0);
    let mut access = vec![0.0; times.demand()];
    for (site, &supply) in supply.iter().enumerate() {
        let column = times.column(site);
        let sharing: f64 = column.iter().zip(demand.as_slice()).map(|(&time, demand)| demand * weight(time)).sum();
        if sharing == 0.0 {
            continue;
        }
        let for_each = supply / sharing;
        if for_each > MOST_FOR_EACH {
            return Err(AccessError::Demand { site, demand: sharing });
        }
        for (access, &time) in access.iter_mut().zip(column) {
            *access += for_each * weight(time);
        }
    }
    Ok(access)
}
