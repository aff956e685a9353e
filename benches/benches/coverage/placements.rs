//! Where the next sites go: at once, and proven.
//!
//! The instances are fixed: `benches/README.md` states each by seed, weights and radius.

use std::ops::ControlFlow;
use std::sync::Arc;

use serde_json::json;
use yuren_benches::Random;
use yuren_coverage::{Model, NEVER, Placement, Proof, SitingProblem, Times, Weights, place_quickly, prove};

use crate::SEED;
use crate::catchments::Table;
use crate::record::{Record, shortest};

const DEMAND: usize = 1_296;
const CANDIDATES: usize = 250;
/// How many sites are placed.
const PLACED: usize = 10;
/// The side of the square that points are drawn in, in metres.
const SIDE_M: f64 = 20_000.0;
/// About how many centres the points of a clustered instance gather, and how far from one.
const CLUSTERS: usize = 30;
const CLUSTER_M: f64 = 1_500.0;
/// On foot, 4.5 km/h over 1.35 times the straight line, in metres a tenth of a second.
const METRES: f64 = 0.125 / 1.35;
/// Two hours: what is looked at.
const HORIZON: u32 = 72_000;

/// Points drawn evenly, and gathered about centres.
pub(crate) fn measure_drawn(record: &mut Record) {
    for clustered in [false, true] {
        for seed in [SEED, SEED + 1, SEED + 2] {
            let name = format!("{}-{}", if clustered { "clustered" } else { "even" }, seed - SEED);
            let random = &mut Random::new(seed);
            let demand = points(random, DEMAND, clustered);
            let candidates = points(random, CANDIDATES, clustered);
            let weights = (0..DEMAND).map(|_| (1 + random.below(100)) as f64).collect();
            let columns =
                candidates.iter().map(|site| demand.iter().map(|from| time(*from, *site)).collect::<Arc<[u32]>>());
            let times = Times::new(DEMAND, columns.collect()).expect("columns of the demand");
            measure(&name, weights, &times, record);
        }
    }
}

/// Porto Alegre: its population by hexagon, each hexagon with people a candidate; times on foot on its streets.
pub(crate) fn measure_porto_alegre(table: &Table, record: &mut Record) {
    // Evenly among the hexagons, as many as the instances drawn have.
    let step = table.between.sites().div_ceil(CANDIDATES);
    let columns = (0..table.between.sites()).step_by(step).map(|site| table.between.column(site).into()).collect();
    let times = Times::new(table.between.demand(), columns).expect("columns of the demand");
    measure("porto-alegre", table.population.clone(), &times, record);
}

fn points(random: &mut Random, count: usize, clustered: bool) -> Vec<[f64; 2]> {
    let mut even = |random: &mut Random| [random.unit() * SIDE_M, random.unit() * SIDE_M];
    let centres: Vec<_> = (0..CLUSTERS).map(|_| even(random)).collect();
    let draw = |_| {
        if !clustered {
            return even(random);
        }
        let centre = centres[random.below(CLUSTERS as u64) as usize];
        centre.map(|from| from + (random.unit() + random.unit() - 1.0) * CLUSTER_M)
    };
    (0..count).map(draw).collect()
}

fn time([ax, ay]: [f64; 2], [bx, by]: [f64; 2]) -> u32 {
    ((ax - bx).hypot(ay - by) / METRES).round() as u32
}

/// Both models that the peer has, with no site there yet.
fn measure(name: &str, weights: Vec<f64>, times: &Times, record: &mut Record) {
    let rows =
        (0..times.demand()).flat_map(|row| (0..times.sites()).map(move |site| times.column(site)[row].min(HORIZON)));
    record.fractions(&format!("{name}.weight"), weights.iter().copied());
    record.whole(&format!("{name}.time"), rows);
    let weights = Weights::new(weights).expect("weights");
    let existing = vec![NEVER; times.demand()];
    let problem = SitingProblem { weights: &weights, existing: &existing, candidates: times, horizon: HORIZON };
    let within = 2 * crate::QUARTER_HOUR;
    for (word, model, unit) in [
        ("max_cover", Model::MaxCover { sites: PLACED, within }, 1.0),
        ("p_median", Model::PMedian { sites: PLACED }, 10.0),
    ] {
        let (at_once, quick) = shortest(3, || place_quickly(&problem, &model).expect("a problem"));
        let never_stop = &mut |_: &_| ControlFlow::Continue(());
        let (took, best) = shortest(1, || prove(&problem, &model, quick.clone(), never_stop).expect("a problem"));
        println!(
            "{name} {word}, p={PLACED}, {} x {}: {:.3} at once in {at_once:.1} ms; {} at {:.3} in {took:.1} ms",
            times.demand(),
            times.sites(),
            quick.objective / unit,
            proof(&best),
            best.objective / unit
        );
        record.add(
            "placements",
            json!({
                "name": name, "model": word, "sites": PLACED, "within_seconds": f64::from(within) / 10.0, "ms": at_once + took,
                "objective": best.objective / unit, "proof": proof(&best),
            }),
        );
    }
}

fn proof(placement: &Placement) -> String {
    match placement.proof {
        Proof::Optimal => "optimal".into(),
        Proof::Gap { percent } => format!("within {percent:.2} %"),
        Proof::Heuristic => "unproven".into(),
    }
}
