//! The fewest sites that cover everyone.

use super::full_cover::{Answer, FullCover};
use super::meter::Meter;
use crate::siting::gains::Gains;

/// A choice of as few candidates as can be, and a bound on their number: one fewer than is known to do is asked for, again and
/// again.
pub(super) fn fewest(gains: &Gains, mut chosen: Vec<u32>, mut meter: Meter<'_>) -> (Vec<u32>, f64) {
    let cover = FullCover::new(gains);
    let least = cover.needed_at_least(chosen.len(), &mut meter).max(meter.progress().bound as usize);
    meter.put(chosen.len() as f64, least as f64);
    while chosen.len() > least {
        match cover.with(chosen.len() - 1, &mut meter) {
            Answer::Yes(fewer) => chosen = fewer,
            Answer::No => return (chosen.clone(), chosen.len() as f64),
            Answer::Unknown => break,
        }
        meter.put(chosen.len() as f64, least as f64);
    }
    (chosen, least as f64)
}
