//! Where the next sites go, in all five models and on many instances: how long a placement takes, and how long its proof.
//!
//! `benches/README.md` states the instances by seed, weights and radius. `benches/coverage/placements.rs` measures two of the
//! models beside other programs.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use yuren_benches::Random;
use yuren_coverage::{Model, NEVER, Proof, SitingProblem, Times, Weights, place_quickly, prove};

const DEMAND: usize = 1_296;
const CANDIDATES: usize = 250;
/// How many sites are placed.
const PLACED: usize = 10;
const SEEDS: std::ops::RangeInclusive<u64> = 1..=5;
/// The side of the square that points are drawn in, in metres.
const SIDE_M: f64 = 20_000.0;
/// How many centres the points of a clustered instance gather about, and how far from one.
const CENTRES: u64 = 24;
const AROUND_M: f64 = 2_500.0;
/// By bicycle, 13 km/h over 1.35 times the straight line, in metres a tenth of a second.
const METRES: f64 = 13.0 / 36.0 / 1.35;
/// Three hours, and a minute, in tenths of a second.
const HORIZON: u32 = 108_000;
const MINUTE: u32 = 600;
/// What is not proven by then is stopped.
const LONGEST: Duration = Duration::from_secs(60);

fn main() {
    for clustered in [false, true] {
        for seed in SEEDS {
            let (weights, times) = instance(seed, clustered);
            let share = (weights.as_slice().iter().sum::<f64>() / (2.0 * PLACED as f64)).round();
            let existing = vec![NEVER; DEMAND];
            let problem =
                SitingProblem { weights: &weights, existing: &existing, candidates: &times, horizon: HORIZON };
            let max_cover = |minutes| Model::MaxCover { sites: PLACED, within: minutes * MINUTE };
            let capacities = vec![share; CANDIDATES];
            for (name, model) in [
                ("maximal covering, 10 min", max_cover(10)),
                ("maximal covering, 15 min", max_cover(15)),
                ("maximal covering, 20 min", max_cover(20)),
                ("set covering, 15 min", Model::SetCover { within: 15 * MINUTE }),
                ("p-median", Model::PMedian { sites: PLACED }),
                ("p-center", Model::PCenter { sites: PLACED }),
                ("capacitated, 15 min", Model::CapacitatedMaxCover { sites: PLACED, within: 15 * MINUTE, capacities }),
            ] {
                let kind = if clustered { "clustered" } else { "even" };
                measure(&format!("{kind} {seed}: {name}"), &problem, &model);
            }
        }
    }
}

/// Weights from 1 to 100, and the times from all points to the first of them.
fn instance(seed: u64, clustered: bool) -> (Weights, Times) {
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
    (Weights::new(weights).expect("weights"), Times::new(DEMAND, columns).expect("columns of the demand"))
}

fn measure(name: &str, problem: &SitingProblem<'_>, model: &Model) {
    let start = Instant::now();
    let quick = place_quickly(problem, model).expect("a problem");
    let at_once = start.elapsed();
    let (start, objective) = (Instant::now(), quick.objective);
    let (mut nodes, mut iterations) = (0, 0);
    let best = prove(problem, model, quick, &mut |progress| {
        (nodes, iterations) = (progress.nodes, progress.iterations);
        if start.elapsed() > LONGEST { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })
    .expect("a problem");
    let proof = match best.proof {
        Proof::Optimal => "proven".into(),
        Proof::Gap { percent } => format!("within {percent:.2} %"),
        Proof::Heuristic => "not proven".into(),
    };
    println!(
        "{name}: {objective} at once in {:.1} ms; {} {proof} in {:.1} ms, {nodes} parts, {iterations} bounds",
        at_once.as_secs_f64() * 1000.0,
        best.objective,
        start.elapsed().as_secs_f64() * 1000.0
    );
}
