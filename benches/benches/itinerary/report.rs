//! The table on the screen, and the rows of the CSV file.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::time::Duration;

const HEADER: &str = "set,instance,seed,seconds,score,optimum,gap_percent,route";

/// What came of one instance with one seed.
pub(crate) struct Run {
    pub(crate) set: String,
    pub(crate) instance: String,
    pub(crate) seed: u64,
    pub(crate) seconds: f64,
    pub(crate) score: u64,
    pub(crate) optimum: Option<u64>,
    pub(crate) iterations: u64,
    /// When the first plan was there, and the last that was better.
    pub(crate) first: Duration,
    pub(crate) last: Duration,
    /// Point numbers as in the instance, without the start and end 0.
    pub(crate) routes: Vec<Vec<usize>>,
}

impl Run {
    /// By how much less it is than the optimum, in hundredths of that.
    fn gap(&self) -> Option<f64> {
        self.optimum.map(|optimum| 100.0 * (optimum as f64 - self.score as f64) / optimum as f64)
    }
}

/// What is printed and written.
pub(crate) struct Report {
    csv: Option<BufWriter<File>>,
    /// Set and gap of each run of an instance with a known optimum, in order.
    gaps: Vec<(String, f64)>,
}

impl Report {
    pub(crate) fn new(csv: Option<&Path>) -> Result<Self, String> {
        let open = |path: &Path| {
            File::create(path).map(BufWriter::new).map_err(|error| format!("{}: {error}", path.display()))
        };
        let mut report = Self { csv: csv.map(open).transpose()?, gaps: Vec::new() };
        report.write(HEADER)?;
        println!(
            "{:12} {:12} {:>5} {:>8} {:>8} {:>7} {:>8} {:>10} {:>9} {:>9}",
            "set", "instance", "seed", "ours", "optimum", "gap %", "seconds", "iterations", "first ms", "last ms"
        );
        Ok(report)
    }

    fn write(&mut self, line: &str) -> Result<(), String> {
        let Some(csv) = &mut self.csv else { return Ok(()) };
        writeln!(csv, "{line}").map_err(|error| format!("the CSV file: {error}"))
    }

    pub(crate) fn add(&mut self, run: &Run) -> Result<(), String> {
        let optimum = run.optimum.map_or(String::new(), |optimum| optimum.to_string());
        let gap = run.gap().map_or(String::new(), |gap| format!("{gap:.2}"));
        let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
        println!(
            "{:12} {:12} {:5} {:8} {optimum:>8} {gap:>7} {:8} {:10} {:9.1} {:9.1}",
            run.set,
            run.instance,
            run.seed,
            run.score,
            run.seconds,
            run.iterations,
            milliseconds(run.first),
            milliseconds(run.last)
        );
        if let Some(gap) = run.gap() {
            self.gaps.push((run.set.clone(), gap));
        }
        let route = |points: &Vec<usize>| points.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let routes = run.routes.iter().map(route).collect::<Vec<_>>().join(" 0 ");
        self.write(&format!(
            "{},{},{},{},{},{optimum},{gap},{routes}",
            run.set, run.instance, run.seed, run.seconds, run.score
        ))
    }

    /// Prints mean and worst of each set.
    pub(crate) fn finish(mut self) -> Result<(), String> {
        let mut sets: Vec<&String> = self.gaps.iter().map(|(set, _)| set).collect();
        sets.dedup();
        for set in sets {
            let gaps = || self.gaps.iter().filter(|(of, _)| of == set).map(|(_, gap)| *gap);
            let (count, sum) = (gaps().count(), gaps().sum::<f64>());
            let worst = gaps().fold(f64::NEG_INFINITY, f64::max);
            println!("{set}: mean gap {:.2} %, worst {worst:.2} %, over {count} runs", sum / count as f64);
        }
        self.csv.as_mut().map_or(Ok(()), |csv| csv.flush().map_err(|error| format!("the CSV file: {error}")))
    }
}
