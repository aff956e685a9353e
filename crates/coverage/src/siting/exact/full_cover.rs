//! Whether so many candidates can cover every row.

use super::covers::Covers;
use super::meter::Meter;
use super::reduce::{binding, undominated};
use super::savings::Savings;
use super::search::{Wanted, search};
use super::{named, numbers};
use crate::siting::gains::Gains;

/// A problem of covering every row, made smaller.
pub(super) struct FullCover {
    gains: Gains,
    /// The candidates left, by their numbers here.
    numbers: Vec<u32>,
}

/// Whether so many can.
pub(super) enum Answer {
    /// These can.
    Yes(Vec<u32>),
    No,
    /// The watcher stopped it.
    Unknown,
}

impl FullCover {
    /// Leaves out rows that are covered when others are, then candidates that others make up for, and again as long as that
    /// helps. `None` = the watcher stopped it.
    pub(super) fn new(gains: &Gains, meter: &mut Meter<'_>) -> Option<Self> {
        let mut gains = gains.unweighted(&binding(gains, meter)?);
        let mut left: Vec<u32> = (0..gains.candidates() as u32).collect();
        loop {
            let keep = undominated(&gains, meter)?;
            let kept = numbers(&keep);
            let smaller = gains.merged(&keep);
            let smaller = smaller.unweighted(&binding(&smaller, meter)?);
            left = kept.iter().map(|candidate| left[*candidate as usize]).collect();
            let is_done = smaller.rows() == gains.rows() && kept.len() == gains.candidates();
            gains = smaller;
            if is_done {
                return Some(Self { gains, numbers: left });
            }
        }
    }

    /// Whether so many candidates can cover every row.
    pub(super) fn with(&self, sites: usize, meter: &mut Meter<'_>) -> Answer {
        let rows = self.gains.rows();
        if rows == 0 {
            return Answer::Yes(Vec::new());
        }
        if sites == 0 {
            return Answer::No;
        }
        if meter.is_stopped() {
            return Answer::Unknown;
        }
        let sites = sites.min(self.numbers.len());
        let wanted = Wanted { sites, worth: rows as f64 - 1.0, grain: 1.0 - 1e-6, any: true };
        let Some(instance) = Savings::new(&self.gains, sites, meter) else { return Answer::Unknown };
        let found = search(&instance, wanted, meter);
        match found.chosen {
            Some(chosen) => Answer::Yes(named(&self.numbers, &chosen)),
            None if found.is_proven => Answer::No,
            None => Answer::Unknown,
        }
    }

    /// The fewest candidates that cover every row, if they are fewer than so many, which are known to do.
    pub(super) fn fewer_than(&self, enough: usize, meter: &mut Meter<'_>) -> Option<Vec<u32>> {
        let sites = (enough - 1).min(self.numbers.len());
        if self.gains.rows() == 0 || sites == 0 {
            return None;
        }
        let wanted = Wanted { sites, worth: -(enough as f64), grain: 1.0 - 1e-6, any: false };
        let found = search(&Covers::new(&self.gains), wanted, meter);
        found.chosen.map(|chosen| named(&self.numbers, &chosen))
    }
}
