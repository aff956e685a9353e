//! Instances of where the next sites go, drawn from seeds; `benches/README.md` states them.

use std::sync::Arc;

use yuren_benches::Random;
use yuren_coverage::{Times, Weights};

const DEMAND: usize = 1_296;
/// How many may be chosen from.
pub(crate) const CANDIDATES: usize = 250;
/// The side of the square that points are drawn in, in metres.
const SIDE_M: f64 = 20_000.0;
/// How many centres the points of a clustered instance gather about, and how far from one.
const CENTRES: u64 = 24;
const AROUND_M: f64 = 2_500.0;
/// By bicycle, 13 km/h over 1.35 times the straight line, in metres a tenth of a second.
const METRES: f64 = 13.0 / 36.0 / 1.35;

/// Whom sites would serve, and where they may go.
pub(crate) struct Instance {
    pub(crate) name: String,
    pub(crate) weights: Weights,
    /// To each candidate.
    pub(crate) times: Times,
}

/// Weights from 1 to 100, and the times from all points to the first of them.
pub(crate) fn drawn(seed: u64, clustered: bool) -> Instance {
    let random = &mut Random::new(seed);
    let even = |random: &mut Random| [random.unit() * SIDE_M, random.unit() * SIDE_M];
    let centres: Vec<[f64; 2]> = (0..CENTRES).map(|_| even(random)).collect();
    let mut points = Vec::with_capacity(DEMAND);
    let mut weights = Vec::with_capacity(DEMAND);
    for _ in 0..DEMAND {
        points.push(if clustered {
            // The mean of three even draws crowds about the centre.
            centres[random.below(CENTRES) as usize].map(|centre| {
                let draws = random.unit() + random.unit() + random.unit();
                centre + AROUND_M * (draws * 2.0 / 3.0 - 1.0)
            })
        } else {
            even(random)
        });
        weights.push((1 + random.below(100)) as f64);
    }
    let time = |from: &[f64; 2], to: &[f64; 2]| ((from[0] - to[0]).hypot(from[1] - to[1]) / METRES).round() as u32;
    let column = |site: &[f64; 2]| points.iter().map(|from| time(from, site)).collect::<Arc<[u32]>>();
    let columns = points[..CANDIDATES].iter().map(column).collect();
    Instance {
        name: format!("{}-{seed}", if clustered { "clustered" } else { "even" }),
        weights: Weights::new(weights).expect("weights"),
        times: Times::new(DEMAND, columns).expect("columns of the demand"),
    }
}
