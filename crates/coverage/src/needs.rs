//! Several needs at once (一组需求): a venue and a parent school and a counselling station.

use thiserror::Error;

use crate::{LengthError, Nearest};

/// Why needs cannot be put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NeedsError {
    /// There is none.
    #[error("there is no need to meet; there must be at least one")]
    None,
    /// One speaks of other demand points than the first.
    #[error(transparent)]
    Length(#[from] LengthError),
}

/// How long until all needs of a demand point are met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// The longest of the times to the nearest site of each need; [`crate::NEVER`] where one is met nowhere.
    pub time: u32,
    /// The need that takes it: the binding one (制约项); of equal ones the first.
    pub need: usize,
    /// The nearest site that meets that need.
    pub site: Option<u32>,
}

/// The time within which all needs are met, each by its nearest site; `nearest` has for each need what
/// [`crate::nearest`] says of its sites.
pub fn all_met<N: AsRef<[Nearest]>>(nearest: &[N]) -> Result<Vec<Met>, NeedsError> {
    let Some((first, others)) = nearest.split_first() else { return Err(NeedsError::None) };
    let first = first.as_ref();
    let mut met: Vec<Met> = first.iter().map(|&Nearest { time, site }| Met { time, need: 0, site }).collect();
    for (other, need) in others.iter().zip(1..) {
        LengthError::check("nearest sites of a need", other.as_ref().len(), first.len())?;
        for (met, &Nearest { time, site }) in met.iter_mut().zip(other.as_ref()) {
            if time > met.time {
                *met = Met { time, need, site };
            }
        }
    }
    Ok(met)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NEVER;

    #[test]
    fn the_need_that_is_met_last_binds_and_the_first_of_equal_ones() {
        let at = |time, site| Nearest { time, site: Some(site) };
        let nowhere = Nearest { time: NEVER, site: None };
        let venues = [at(300, 0), at(600, 0), at(900, 1), nowhere];
        let schools = [at(600, 7), at(600, 8), nowhere, nowhere];
        let expected = [
            Met { time: 600, need: 1, site: Some(7) },
            Met { time: 600, need: 0, site: Some(0) },
            Met { time: NEVER, need: 1, site: None },
            Met { time: NEVER, need: 0, site: None },
        ];
        assert_eq!(all_met(&[venues, schools]).unwrap(), expected);
    }

    #[test]
    fn no_need_and_needs_of_other_demand_points_are_refused() {
        assert_eq!(
            all_met::<Vec<Nearest>>(&[]).unwrap_err().to_string(),
            "there is no need to meet; there must be at least one"
        );
        let one = Nearest { time: 1, site: Some(0) };
        let problem = all_met(&[vec![one; 3], vec![one; 2]]).unwrap_err().to_string();
        assert_eq!(problem, "there are 2 nearest sites of a need; there must be one for each of 3 demand points");
    }
}
