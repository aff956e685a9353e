//! A straight piece of a line, as a tree holds it.

use rstar::{AABB, RTreeObject};

use crate::flat::exact;

/// A box in 1e-7 degrees.
pub(super) type Envelope = AABB<[f64; 2]>;

/// A segment, and what it is a piece of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment<T> {
    /// In 1e-7 degrees `[lon, lat]`.
    pub(super) ends: [[i32; 2]; 2],
    pub(super) of: T,
}

impl<T> RTreeObject for Segment<T> {
    type Envelope = Envelope;

    fn envelope(&self) -> Envelope {
        let [a, b] = self.ends.map(exact);
        AABB::from_corners(a, b)
    }
}
