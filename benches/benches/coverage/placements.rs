//! Where the next sites go: at once, and proven, in all five models.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use serde_json::json;
use yuren_coverage::{Model, NEVER, Placement, Proof, SitingProblem, Times, Weights, place_quickly, prove};

use crate::catchments::Table;
use crate::instances::{CANDIDATES, Instance, drawn};
use crate::record::{Record, shortest};

/// How many sites are placed.
const PLACED: usize = 10;
const SEEDS: std::ops::RangeInclusive<u64> = 1..=5;
/// The seed whose instances peers are given too: some of theirs take minutes.
const SHARED_SEED: u64 = 1;
/// A minute, and three hours, in tenths of a second.
const MINUTE: u32 = 600;
const HORIZON: u32 = 180 * MINUTE;
/// What is not proven by then is stopped.
const LONGEST: Duration = Duration::from_mins(1);

/// Points drawn evenly, and gathered about centres.
pub(crate) fn measure_drawn(record: &mut Record) {
    for clustered in [false, true] {
        for seed in SEEDS {
            let instance = drawn(seed, clustered);
            let to_share = (seed == SHARED_SEED).then_some(&mut *record);
            measure(&instance, to_share);
        }
    }
}

/// Porto Alegre: its population by hexagon, hexagons evenly among those with people as candidates; on foot on its streets.
pub(crate) fn measure_porto_alegre(table: &Table, record: &mut Record) {
    let step = table.between.sites().div_ceil(CANDIDATES);
    let columns = (0..table.between.sites()).step_by(step).map(|site| table.between.column(site).into()).collect();
    let instance = Instance {
        name: "porto-alegre".to_owned(),
        weights: Weights::new(table.population.clone()).expect("a population"),
        times: Times::new(table.between.demand(), columns).expect("columns of the demand"),
    };
    measure(&instance, Some(record));
}

/// Every model, with no site there yet; the two that the peer is asked for are recorded.
fn measure(instance: &Instance, mut record: Option<&mut Record>) {
    let Instance { name, weights, times } = instance;
    let existing = vec![NEVER; times.demand()];
    let problem = SitingProblem { weights, existing: &existing, candidates: times, horizon: HORIZON };
    let capacities = vec![(weights.total() / (2.0 * PLACED as f64)).round(); times.sites()];
    let max_cover = |minutes| Model::MaxCover { sites: PLACED, within: minutes * MINUTE };
    if let Some(record) = &mut record {
        let rows = (0..times.demand()).flat_map(|row| (0..times.sites()).map(move |site| times.column(site)[row]));
        record.fractions(&format!("placements.{name}.weight"), weights.as_slice().iter().copied());
        record.whole(&format!("placements.{name}.time"), rows.map(|time| time.min(HORIZON)));
    }
    for (word, about, model) in [
        (None, "maximal covering, 10 min", max_cover(10)),
        (Some("max_cover"), "maximal covering, 15 min", max_cover(15)),
        (None, "maximal covering, 20 min", max_cover(20)),
        (None, "set covering, 15 min", Model::SetCover { within: 15 * MINUTE }),
        (Some("p_median"), "p-median", Model::PMedian { sites: PLACED }),
        (None, "p-center", Model::PCenter { sites: PLACED }),
        (None, "capacitated, 15 min", Model::CapacitatedMaxCover { sites: PLACED, within: 15 * MINUTE, capacities }),
    ] {
        let (at_once, quick) = shortest(1, || place_quickly(&problem, &model).expect("a problem"));
        let (start, objective) = (Instant::now(), quick.objective);
        let in_time = &mut |_: &_| {
            if start.elapsed() > LONGEST { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let best = prove(&problem, &model, quick, in_time).expect("a problem");
        let took = start.elapsed().as_secs_f64() * 1000.0;
        println!(
            "{name} {about}, {PLACED} of {} for {}: {objective} at once in {at_once:.1} ms; {} {} in {took:.1} ms",
            times.sites(),
            times.demand(),
            best.objective,
            proof(&best)
        );
        if let (Some(word), Some(record)) = (word, &mut record) {
            // Tenths of a second as seconds, in which the peer is given them.
            let unit = if word == "p_median" { 10.0 } else { 1.0 };
            record.add(
                "placements",
                json!({
                    "name": name, "model": word, "sites": PLACED, "within_seconds": 15 * 60, "ms": at_once + took,
                    "objective": best.objective / unit, "proof": proof(&best),
                }),
            );
        }
    }
}

fn proof(placement: &Placement) -> String {
    match placement.proof {
        Proof::Optimal => "optimal".into(),
        Proof::Gap { percent } => format!("within {percent:.2} %"),
        Proof::Heuristic => "not proven".into(),
    }
}
