//! How much each demand point counts.

use thiserror::Error;

/// The largest weight of one demand point: more than there are people.
pub const LARGEST_WEIGHT: f64 = 1e12;

/// Why numbers are no weights.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum WeightsError {
    /// A weight is no number, below zero or too large.
    #[error("the weight of demand point {index} is {value}; allowed: a number from 0 to {LARGEST_WEIGHT}")]
    NotAllowed {
        /// Which demand point, from 0.
        index: usize,
        /// Its weight.
        value: f64,
    },
    /// Nothing counts.
    #[error("the weights of {count} demand points add up to 0; at least one must be above 0")]
    Nothing {
        /// How many demand points there are.
        count: usize,
    },
}

/// How much each demand point counts (权重): people, children, or 1 each. Finite, not below 0, at least one above 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    each: Vec<f64>,
    total: f64,
}

impl Weights {
    /// Checks the weights, one for each demand point.
    pub fn new(each: Vec<f64>) -> Result<Self, WeightsError> {
        // Not a number is in no range.
        if let Some(index) = each.iter().position(|weight| !(0.0..=LARGEST_WEIGHT).contains(weight)) {
            return Err(WeightsError::NotAllowed { index, value: each[index] });
        }
        let total: f64 = each.iter().sum();
        if total > 0.0 { Ok(Self { each, total }) } else { Err(WeightsError::Nothing { count: each.len() }) }
    }

    /// The weight of each demand point.
    pub fn as_slice(&self) -> &[f64] {
        &self.each
    }

    /// How many demand points there are.
    pub fn len(&self) -> usize {
        self.each.len()
    }

    /// Always false: of nothing there are no weights.
    pub fn is_empty(&self) -> bool {
        self.each.is_empty()
    }

    /// All of them together.
    pub fn total(&self) -> f64 {
        self.total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_weight_is_refused_by_its_index_value_and_what_is_allowed() {
        for value in [f64::NAN, -1.0, -1e-300, f64::INFINITY, f64::NEG_INFINITY, 1.1e12] {
            let problem = Weights::new(vec![1.0, value, -2.0]).unwrap_err().to_string();
            let expected =
                format!("the weight of demand point 1 is {value}; allowed: a number from 0 to 1000000000000");
            assert_eq!(problem, expected);
        }
    }

    #[test]
    fn weights_that_add_up_to_nothing_are_refused() {
        assert_eq!(Weights::new(Vec::new()), Err(WeightsError::Nothing { count: 0 }));
        let problem = Weights::new(vec![0.0, -0.0]).unwrap_err().to_string();
        assert_eq!(problem, "the weights of 2 demand points add up to 0; at least one must be above 0");
    }

    #[test]
    fn one_weight_above_nothing_is_enough() {
        let weights = Weights::new(vec![0.0, 2.5, 0.0]).unwrap();
        assert_eq!((weights.len(), weights.total(), weights.as_slice()), (3, 2.5, &[0.0, 2.5, 0.0][..]));
        assert!(Weights::new(vec![LARGEST_WEIGHT; 3]).is_ok());
    }
}
