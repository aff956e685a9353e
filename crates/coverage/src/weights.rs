//! How much each demand point counts.

use thiserror::Error;

/// Why numbers are no weights.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum WeightsError {
    /// One of them is negative, infinite or not a number.
    #[error("weight {index} is {value}; a weight is a finite number of 0 or more")]
    Value {
        /// Which, from 0.
        index: usize,
        /// What it is.
        value: f64,
    },
    /// There is nobody.
    #[error("the weights add up to 0; at least one must be more than 0")]
    Nobody,
}

/// How much each demand point counts (权重): finite, 0 or more, and not all 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights(Vec<f64>);

impl Weights {
    /// Checks them.
    pub fn new(values: Vec<f64>) -> Result<Self, WeightsError> {
        match values.iter().position(|value| !(value.is_finite() && *value >= 0.0)) {
            Some(index) => Err(WeightsError::Value { index, value: values[index] }),
            None if values.iter().all(|value| *value == 0.0) => Err(WeightsError::Nobody),
            None => Ok(Self(values)),
        }
    }

    /// One after another, in the order of the demand points.
    pub fn as_slice(&self) -> &[f64] {
        &self.0
    }
}
