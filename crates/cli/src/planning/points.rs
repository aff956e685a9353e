//! Points of one's own from a file.

use std::path::Path;

use serde_json::{Value, json};
use yuren_server::Desk;
use yuren_server::geodesy::DatumName;
use yuren_server::ingest::read::MAX_BYTES;

use crate::import::options::Datum;
use crate::import::{bytes, words};
use crate::terminal::{Colours, tell};

/// What the points are for.
#[derive(Clone, Copy)]
pub(super) enum PointsFor {
    Demand {
        /// Whether the weights are said to be people.
        is_population: bool,
    },
    Candidates,
}

/// The points of a file as the interface answers them. What is found in it is told on standard error.
pub(super) fn read(desk: &Desk, file: &Path, purpose: PointsFor, datum: Datum) -> Result<Value, String> {
    let name = file.file_name().map_or_else(|| "points".into(), |name| name.to_string_lossy().into_owned());
    let mut options = match purpose {
        PointsFor::Demand { is_population: true } => json!({ "use": "demand", "is_population": true }),
        PointsFor::Demand { is_population: false } => json!({ "use": "demand" }),
        PointsFor::Candidates => json!({ "use": "candidates" }),
    };
    if let Some(datum) = Option::<DatumName>::from(datum) {
        options["datum"] = datum.as_str().into();
    }
    let (points, findings) = desk.points(&name, &bytes(file, MAX_BYTES)?, &options)?;
    let lines = words::findings(&findings, "mend these first", Colours::of_stderr());
    if findings.has_file_error() {
        return Err(format!("{} cannot be used:\n{}", file.display(), lines.join("\n")));
    }
    let taken = points["points"].as_array().map_or(0, Vec::len);
    tell(&format!("{name}: {taken} points of {} rows, taken as {}", points["rows"], points["datum"]));
    if !lines.is_empty() {
        tell(&lines.join("\n"));
    }
    Ok(points)
}
