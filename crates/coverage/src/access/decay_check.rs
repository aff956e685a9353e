//! What must hold in a decay.

use thiserror::Error;

use super::{Decay, Zone};

/// The longest limit: a day, in tenths of a second.
pub const LONGEST_LIMIT: u32 = 864_000;
/// The most zones.
pub const MOST_ZONES: usize = 20;
/// A width may be so many times smaller than the limit: so many widths away an exponential has 2 · 10⁻⁹ left.
const SHARPEST: f64 = 20.0;

/// Why a decay is none.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum DecayError {
    /// It reaches nowhere, or too far.
    #[error("a limit is {0} tenths of a second; allowed: 1 to {LONGEST_LIMIT}")]
    Limit(u32),
    /// There are too few or too many zones.
    #[error("there are {0} zones; allowed: 1 to {MOST_ZONES}")]
    Zones(usize),
    /// A zone does not go beyond the one before.
    #[error("zone {index} goes up to {limit}; it must go beyond the zone before")]
    Order {
        /// Which zone, from 0.
        index: usize,
        /// How far it goes.
        limit: u32,
    },
    /// A zone's weight is none.
    #[error(
        "the weight of zone {index} is {weight}; allowed: from 0 to 1, not above the zone before, the first above 0"
    )]
    Weight {
        /// Which zone, from 0.
        index: usize,
        /// Its weight.
        weight: f64,
    },
    /// A width is no number, or too small or large for the limit.
    #[error("a width is {width} for a limit of {limit}; allowed: a twentieth of the limit to {LONGEST_LIMIT}")]
    Width {
        /// Sigma or scale.
        width: f64,
        /// The limit.
        limit: u32,
    },
}

impl Decay {
    /// Whether it is one.
    pub(super) fn check(&self) -> Result<(), DecayError> {
        if let Self::Zones(zones) = self {
            check_zones(zones)?;
        }
        let limit = self.limit();
        if !(1..=LONGEST_LIMIT).contains(&limit) {
            return Err(DecayError::Limit(limit));
        }
        if let Self::Bell { sigma: width, .. } | Self::Exponential { scale: width, .. } = *self
            && !(f64::from(limit) / SHARPEST..=f64::from(LONGEST_LIMIT)).contains(&width)
        {
            return Err(DecayError::Width { width, limit });
        }
        Ok(())
    }
}

fn check_zones(zones: &[Zone]) -> Result<(), DecayError> {
    if !(1..=MOST_ZONES).contains(&zones.len()) {
        return Err(DecayError::Zones(zones.len()));
    }
    for (index, &Zone { limit, weight }) in zones.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| zones[before]);
        if before.is_some_and(|before| limit <= before.limit) {
            return Err(DecayError::Order { index, limit });
        }
        let highest = before.map_or(1.0, |before| before.weight);
        if !(0.0..=highest).contains(&weight) || (index == 0 && weight == 0.0) {
            return Err(DecayError::Weight { index, weight });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_decay_is_refused_with_what_is_allowed() {
        let zone = |limit, weight| Zone { limit, weight };
        let zones = |zones: &[Zone]| Decay::Zones(zones.to_vec());
        for (decay, words) in [
            (Decay::Step { limit: 0 }, "a limit is 0 tenths of a second; allowed: 1 to 864000"),
            (Decay::Gaussian { limit: 1_000_000_000 }, "a limit is 1000000000 tenths"),
            (
                Decay::Exponential { scale: f64::NAN, limit: 100 },
                "a width is NaN for a limit of 100; allowed: a twentieth",
            ),
            (Decay::Exponential { scale: 4.9, limit: 100 }, "a width is 4.9"),
            (Decay::Bell { sigma: 0.0, limit: 100 }, "a width is 0 "),
            (Decay::Bell { sigma: f64::INFINITY, limit: 100 }, "a width is inf "),
            (zones(&[]), "there are 0 zones; allowed: 1 to 20"),
            (zones(&[zone(0, 1.0)]), "a limit is 0"),
            (zones(&[zone(5, 1.0), zone(5, 0.5)]), "zone 1 goes up to 5; it must go beyond the zone before"),
            (zones(&[zone(5, 0.5), zone(6, 0.6)]), "the weight of zone 1 is 0.6; allowed: from 0 to 1, not above"),
            (zones(&[zone(5, 0.0)]), "the weight of zone 0 is 0;"),
            (zones(&[zone(5, 1.5)]), "the weight of zone 0 is 1.5;"),
            (zones(&[zone(5, 1.0), zone(6, f64::NAN)]), "the weight of zone 1 is NaN;"),
        ] {
            let problem = decay.check().unwrap_err().to_string();
            assert!(problem.starts_with(words), "{problem}");
        }
    }
}
