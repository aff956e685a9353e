//! Instances drawn from a seed, for a clone that has no others: points in a square of 70 by 70 units, the start in its middle, speed 1.

use yuren_benches::Random;
use yuren_itinerary::{Point, Stay, Window};

use crate::optw::{Instance, problem_of};

/// Ticks of a unit.
const TICKS: f64 = 10.0;
const SIDE: f64 = 70.0;

/// What the instances of a set have in common.
struct Kind {
    set: &'static str,
    points: usize,
    /// The longest day, and how long a window is: from the one to the other.
    horizon: f64,
    windows: [f64; 2],
    stay: f64,
    /// Points lie about so many centres; 0 = evenly.
    centres: usize,
}

const KINDS: [Kind; 6] = [
    Kind { set: "even", points: 100, horizon: 230.0, windows: [10.0, 60.0], stay: 10.0, centres: 0 },
    Kind { set: "open", points: 100, horizon: 230.0, windows: [100.0, 230.0], stay: 10.0, centres: 0 },
    Kind { set: "gathered", points: 100, horizon: 1236.0, windows: [50.0, 500.0], stay: 90.0, centres: 10 },
    Kind { set: "long", points: 100, horizon: 1000.0, windows: [100.0, 1000.0], stay: 10.0, centres: 0 },
    Kind { set: "large", points: 288, horizon: 1000.0, windows: [90.0, 270.0], stay: 13.0, centres: 0 },
    Kind { set: "huge", points: 400, horizon: 1000.0, windows: [500.0, 1000.0], stay: 10.0, centres: 20 },
];

/// Instances of each kind; the same for the same seed.
const OF_A_KIND: u64 = 3;

/// The generated instances, for so many routes.
pub(crate) fn instances(routes: usize) -> Vec<Instance> {
    KINDS.iter().flat_map(|kind| (1..=OF_A_KIND).map(move |seed| instance(kind, seed, routes))).collect()
}

fn instance(kind: &Kind, seed: u64, routes: usize) -> Instance {
    let random = &mut Random::new(seed);
    let place = |random: &mut Random| [SIDE * random.unit(), SIDE * random.unit()];
    let centres: Vec<[f64; 2]> = (0..kind.centres).map(|_| place(random)).collect();
    let mut at = vec![[SIDE / 2.0; 2]];
    let mut points = Vec::new();
    let whole = |value: f64| (value * TICKS) as u32;
    for node in 1..=kind.points {
        at.push(match centres.len() {
            0 => place(random),
            count => centres[random.below(count as u64) as usize].map(|middle| middle + 8.0 * (random.unit() - 0.5)),
        });
        let [least, most] = kind.windows;
        let length = least + (most - least) * random.unit();
        let open = (kind.horizon - length).max(0.0) * random.unit();
        let window =
            Window { open: whole(open), last_entry: whole(open + length), close: whole(open + length + kind.stay) };
        points.push(Point {
            node,
            score: 1 + random.below(40) as u32,
            stay: Stay { base: whole(kind.stay), per_person: 0 },
            windows: vec![window],
            group_min: None,
            group_max: None,
            at_once: None,
            slots: Vec::new(),
            must: false,
            toilet: false,
        });
    }
    let problem = problem_of(&at, TICKS, routes, whole(kind.horizon), points);
    Instance { set: kind.set.to_owned(), name: format!("{}-{seed}", kind.set), problem }
}
