//! Lists that must be equally long.

use thiserror::Error;

/// Two lists that speak of the same things are not equally long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("there are {found} {what}; there must be one for each of {wanted} {of}")]
pub struct LengthError {
    /// What there are too many or too few of.
    pub what: &'static str,
    /// How many there are.
    pub found: usize,
    /// How many there must be.
    pub wanted: usize,
    /// One for each of what.
    pub of: &'static str,
}

/// What every list of times and weights is about.
const DEMAND: &str = "demand points";

impl LengthError {
    /// Whether there is one `what` for each demand point.
    pub(crate) fn check(what: &'static str, found: usize, demand: usize) -> Result<(), Self> {
        Self::check_of(what, found, demand, DEMAND)
    }

    /// Whether there is one `what` for each of `of`.
    pub(crate) fn check_of(what: &'static str, found: usize, wanted: usize, of: &'static str) -> Result<(), Self> {
        if found == wanted { Ok(()) } else { Err(Self { what, found, wanted, of }) }
    }
}
