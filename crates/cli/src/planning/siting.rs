//! `yuren siting`: where the next sites would go.

use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::Ordering;

use serde_json::{Value, json};

use super::Asked;
use super::points::{self, PointsFor};
use yuren_server::Desk;

use crate::import::progress::Progress;
use crate::network::stop_on_ctrl_c;
use crate::terminal::answer;

/// Candidates that need no file.
const SETS: [&str; 3] = ["village_units", "schools", "demand"];

/// What `siting` can be told.
#[derive(clap::Args)]
pub(crate) struct SitingOptions {
    #[command(flatten)]
    asked: Asked,
    /// What is sought: `max_cover`, `set_cover`, `p_median`, `p_center`, `capacitated_max_cover`.
    #[arg(long, default_value = "max_cover")]
    model: String,
    /// How many new sites.
    #[arg(long, default_value_t = 1)]
    sites: usize,
    /// Where they may stand: `village_units`, schools, demand (the demand points), or a file of points (csv, xlsx, GeoJSON).
    #[arg(long, value_name = "SET|FILE", default_value = "village_units")]
    candidates: String,
    /// How much weight one site serves at most, with `capacitated_max_cover`.
    #[arg(long)]
    capacity: Option<f64>,
    /// For how many seconds the best is looked for at most.
    #[arg(long, default_value_t = 10)]
    seconds: u64,
}

/// Searches, shows how far it is, and prints the best that was found. Ctrl-c ends the search, and what was found so far is printed.
pub(crate) fn siting(options: &SitingOptions) -> Result<ExitCode, String> {
    let desk = options.asked.desk()?;
    let mut body = options.asked.body(&desk)?;
    body["model"] = options.model.clone().into();
    body["sites"] = options.sites.into();
    body["candidates"] = candidates(options, &desk)?;
    body["seconds"] = options.seconds.into();
    if let Some(capacity) = options.capacity {
        body["capacity"] = capacity.into();
    }
    let progress = Progress::new(options.asked.json);
    let stage = progress.stage("working out times");
    let stopped = stop_on_ctrl_c();
    let mut found = None;
    let mut tell = |event: Value| {
        match event["stage"].as_str() {
            Some("bound") => {
                let gap = event["gap_percent"].as_f64().unwrap_or(100.0);
                stage.set_message(format!("proving: within {gap:.2} %"));
            }
            Some("fast" | "done") => found = Some(event),
            _ => {}
        }
        if stopped.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    desk.siting(&body, &mut tell)?;
    stage.finish_and_clear();
    let Some(found) = found else { return Err("stopped before anything was found".to_owned()) };
    answer(&if options.asked.json { format!("{found:#}") } else { text(&found) });
    Ok(ExitCode::SUCCESS)
}

/// Where new sites may stand, as the interface takes it.
fn candidates(options: &SitingOptions, desk: &Desk) -> Result<Value, String> {
    let candidates = options.candidates.as_str();
    if SETS.contains(&candidates) {
        return Ok(candidates.into());
    }
    let file = Path::new(candidates);
    if !file.exists() {
        return Err(format!("--candidates {candidates} is no file and none of {}", SETS.join(", ")));
    }
    let read = points::read(desk, file, PointsFor::Candidates, options.asked.datum)?;
    Ok(json!({ "points": read["points"] }))
}

fn text(found: &Value) -> String {
    let chosen = found["chosen"].as_array().map(Vec::as_slice).unwrap_or_default();
    let site = |site: &Value| {
        let part = |field: &str| site[field].as_str().unwrap_or_default().to_owned();
        format!("+{:<8} {} ({}) {},{}", site["gain_weight"], part("name"), part("id"), site["lon"], site["lat"])
    };
    let mut lines: Vec<String> = chosen.iter().map(site).collect();
    lines.push(format!("{} → {}", found["objective_before"], found["objective"]));
    lines.push(format!(
        "{} · {}",
        found["words_zh"].as_str().unwrap_or_default(),
        found["words_en"].as_str().unwrap_or_default()
    ));
    lines.join("\n")
}
