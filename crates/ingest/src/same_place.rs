//! When two things of one name are one place.

/// Things of one name within so many metres of each other are one place.
pub(crate) const SAME_PLACE_M: f64 = 300.0;
