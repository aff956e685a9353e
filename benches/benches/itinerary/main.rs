//! How good the days are that `yuren-itinerary` plans in a given time.
//!
//! `cargo xtask bench itinerary`: see `benches/README.md`.

mod generated;
mod optima;
mod options;
mod optw;
mod report;

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use yuren_itinerary::{Outcome, Plan, solve};

use crate::options::Options;
use crate::optw::Instance;
use crate::report::{Report, Run};

fn main() {
    // Cargo hands a benchmark `--bench` besides.
    let arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    if let Err(problem) = Options::read(arguments).and_then(|options| run(&options)) {
        eprintln!("{problem}");
        std::process::exit(1);
    }
}

fn run(options: &Options) -> Result<(), String> {
    let instances = options.instances()?;
    let mut report = Report::new(options.csv.as_deref())?;
    for instance in &instances {
        for seed in options.seed..options.seed + options.seeds {
            let optimum = if options.routes == 1 { optima::proven(&instance.name) } else { None };
            report.add(&measure(instance, seed, options.seconds, optimum))?;
        }
    }
    report.finish()
}

fn measure(instance: &Instance, seed: u64, seconds: f64, optimum: Option<u64>) -> Run {
    let (start, limit) = (Instant::now(), Duration::from_secs_f64(seconds));
    let (mut iterations, mut first, mut last) = (0, None, Duration::ZERO);
    let outcome = solve(&instance.problem, None, seed, &mut |progress| {
        iterations = progress.iterations;
        let elapsed = start.elapsed();
        first.get_or_insert(elapsed);
        if progress.better.is_some() {
            last = elapsed;
        }
        if elapsed < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    let plan = match outcome.expect("a checked problem") {
        Outcome::Planned(plan) | Outcome::Lacking { plan, .. } => plan,
        Outcome::Stuck { .. } => Plan::default(),
    };
    Run {
        set: instance.set.clone(),
        instance: instance.name.clone(),
        seed,
        seconds,
        score: plan.score,
        optimum,
        iterations,
        first: first.unwrap_or_default(),
        last,
        routes: plan.routes.iter().map(|route| route.visits.iter().map(|visit| visit.point + 1).collect()).collect(),
    }
}
