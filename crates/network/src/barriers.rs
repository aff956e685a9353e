//! What may not be crossed on the way from a place to its street.

/// Lines that nobody crosses off the streets: the shores of water, and motorways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Barriers {
    /// Each a line of points in 1e-7 degrees `[lon, lat]`; a ring ends at the point that it began at.
    pub lines: Vec<Vec<[i32; 2]>>,
}
