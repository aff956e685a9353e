//! The fewest sites that cover everyone.

use super::full_cover::FullCover;
use super::meter::Meter;
use crate::siting::gains::Gains;

/// A choice of as few candidates as can be, from one that covers everyone, and a bound on their number.
pub(super) fn fewest(gains: &Gains, chosen: Vec<u32>, mut meter: Meter<'_>) -> (Vec<u32>, f64) {
    let cover = FullCover::new(gains, &mut meter);
    let chosen = cover.and_then(|cover| cover.fewer_than(chosen.len(), &mut meter)).unwrap_or(chosen);
    // No number of sites lies between two whole ones.
    let bound = (meter.progress().bound - 1e-6).ceil();
    (chosen, bound)
}
