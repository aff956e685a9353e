//! How much a site counts for somebody so far away: distance decay (距离衰减).
//!
//! | decay | at 0 | at the limit | beyond | between |
//! | --- | --- | --- | --- | --- |
//! | [`Decay::Step`] | 1 | 1 | 0 | 1 |
//! | [`Decay::Zones`] | the first zone's | the last zone's | 0 | that of the first zone that reaches as far |
//! | [`Decay::Gaussian`] | 1 | 0 | 0 | (e^(−½(t/limit)²) − e^(−½)) / (1 − e^(−½)) |
//! | [`Decay::Bell`] | 1 | e^(−½(limit/sigma)²) | 0 | e^(−½(t/sigma)²) |
//! | [`Decay::Exponential`] | 1 | e^(−limit/scale) | 0 | e^(−t/scale) |
//!
//! The limit itself is still inside. A time of [`crate::NEVER`] is beyond every limit.

/// How much a site counts at a time, in tenths of a second.
#[derive(Clone, Debug, PartialEq)]
pub enum Decay {
    /// Alike everywhere within the limit: the two-step floating catchment area as it was first put (Luo & Wang 2003).
    Step {
        /// How far it counts.
        limit: u32,
    },
    /// Alike within each zone: the enhanced one (E2SFCA, Luo & Qi 2009).
    Zones(Vec<Zone>),
    /// By a Gaussian that falls to 0 at the limit (Dai 2010).
    Gaussian {
        /// How far it counts.
        limit: u32,
    },
    /// By a Gaussian of a stated width, cut off at the limit: PySAL's `gaussian`.
    Bell {
        /// Where e^(−½) is left.
        sigma: f64,
        /// How far it counts.
        limit: u32,
    },
    /// By an exponential, cut off at the limit (Kwan 1998).
    Exponential {
        /// Where e^(−1) is left.
        scale: f64,
        /// How far it counts.
        limit: u32,
    },
}

/// A zone of travel time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zone {
    /// It goes up to here, the end still inside.
    pub limit: u32,
    /// How much a site counts in it, from 0 to 1.
    pub weight: f64,
}

impl Decay {
    /// Three zones, each a third of the limit, of the weights 1, 0.68 and 0.22: the slower of the two decays of Luo &
    /// Qi 2009. A third is cut to a whole tenth of a second.
    pub fn zones_to(limit: u32) -> Self {
        let third = |thirds: u64| (u64::from(limit) * thirds / 3) as u32;
        let zone = |(thirds, weight)| Zone { limit: third(thirds), weight };
        Self::Zones([(1, 1.0), (2, 0.68), (3, 0.22)].map(zone).into())
    }

    /// An exponential of which 5 % (e^(−3)) is left at the limit.
    pub fn exponential_to(limit: u32) -> Self {
        Self::Exponential { scale: f64::from(limit) / 3.0, limit }
    }

    /// The limit, beyond which nothing counts.
    pub fn limit(&self) -> u32 {
        match self {
            Self::Step { limit }
            | Self::Gaussian { limit }
            | Self::Bell { limit, .. }
            | Self::Exponential { limit, .. } => *limit,
            Self::Zones(zones) => zones.last().map_or(0, |zone| zone.limit),
        }
    }

    /// How much a site counts at a time, from 0 to 1.
    pub fn weight(&self, time: u32) -> f64 {
        if time > self.limit() {
            return 0.0;
        }
        let at = f64::from(time);
        let bell = |sigma: f64| (-0.5 * (at / sigma).powi(2)).exp();
        match self {
            Self::Step { .. } => 1.0,
            Self::Zones(zones) => zones.iter().find(|zone| time <= zone.limit).map_or(0.0, |zone| zone.weight),
            Self::Gaussian { limit } => {
                let edge = (-0.5_f64).exp();
                (bell(f64::from(*limit)) - edge) / (1.0 - edge)
            }
            Self::Bell { sigma, .. } => bell(*sigma),
            Self::Exponential { scale, .. } => (-at / scale).exp(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NEVER;

    const LIMIT: u32 = 9_000;

    #[test]
    fn every_decay_keeps_to_the_table() {
        let e = |exponent: f64| exponent.exp();
        for (decay, at_limit, at_half) in [
            (Decay::Step { limit: LIMIT }, 1.0, 1.0),
            (Decay::zones_to(LIMIT), 0.22, 0.68),
            (Decay::Gaussian { limit: LIMIT }, 0.0, (e(-0.125) - e(-0.5)) / (1.0 - e(-0.5))),
            (Decay::Bell { sigma: 4_500.0, limit: LIMIT }, e(-2.0), e(-0.5)),
            (Decay::exponential_to(LIMIT), e(-3.0), e(-1.5)),
        ] {
            decay.check().unwrap();
            for (time, expected) in [(0, 1.0), (LIMIT / 2, at_half), (LIMIT, at_limit), (LIMIT + 1, 0.0), (NEVER, 0.0)]
            {
                let found = decay.weight(time);
                assert!((found - expected).abs() < 1e-15, "{decay:?} at {time}: {found}, not {expected}");
            }
            let falls = (0..LIMIT).all(|time| decay.weight(time + 1) <= decay.weight(time));
            assert!(falls, "{decay:?}");
        }
    }

    #[test]
    fn the_end_of_a_zone_is_inside_it() {
        let zones = Decay::zones_to(LIMIT);
        let weights = [3_000, 3_001, 6_000, 6_001].map(|time| zones.weight(time));
        assert_eq!(Some(weights), Some([1.0, 0.68, 0.68, 0.22]));
        assert_eq!(Decay::zones_to(NEVER).limit(), NEVER);
    }
}
