//! Times estimated from the straight line (直线估算): distance × detour ÷ speed, as `city.toml` gives them.

use yuren_catalog::{Travel, TravelMode};
use yuren_coverage::NEVER;
use yuren_geodesy::{LonLat, Wgs84, geodesic_m, ruler_m};

/// Beyond this the ruler drifts off.
const RULER_REACH_M: f64 = 200_000.0;
/// Tenths of a second in a minute.
pub(crate) const A_MINUTE: f64 = 600.0;

/// A way of travelling by the straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Estimate {
    /// Tenths of a second for a straight metre.
    a_metre: f64,
}

impl Estimate {
    pub(crate) fn new(travel: &Travel, mode: TravelMode) -> Self {
        Self { a_metre: travel.detour * 60.0 * A_MINUTE / (travel.km_h(mode) * 1000.0) }
    }

    /// The time over so many straight metres, rounded up to a tenth of a second: nobody is told to be earlier than they are.
    pub(crate) fn time(self, metres: f64) -> u32 {
        // A hair less, so that a time that is a whole number but for the last bit of a float is not rounded up to the next.
        let time = (metres * self.a_metre - 1e-6).ceil();
        if time < f64::from(NEVER) { time.max(0.0) as u32 } else { NEVER }
    }

    /// The time between two points.
    pub(crate) fn between(self, a: LonLat<Wgs84>, b: LonLat<Wgs84>) -> u32 {
        let ruled_m = ruler_m(a, b);
        self.time(if ruled_m < RULER_REACH_M { ruled_m } else { geodesic_m(a, b) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kilometre_on_foot_takes_eighteen_minutes() {
        // 1,000 m × 1.35 at 4.5 km/h = 75 m a minute: 18 min.
        let walk = Estimate::new(&Travel::default(), TravelMode::Walk);
        assert_eq!(walk.time(1_000.0), 18 * 600);
        assert_eq!(walk.time(1_000.1), 18 * 600 + 2, "18.0018 min are 10,801.08 tenths of a second, rounded up");
        assert_eq!(walk.time(0.0), 0);
        assert_eq!(walk.time(f64::MAX), NEVER);
    }
}
