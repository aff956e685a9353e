//! Points from a file, as a planner's question takes them.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use utoipa::ToSchema;
use yuren_geodesy::DatumName;
use yuren_ingest::points::{ColumnNames, Point, PointsReading};
use yuren_ingest::{Finding, Format};

use crate::planning::points::PointsOptions;

/// So many findings are told; `counts` are whole.
const MOST_FINDINGS: usize = 2_000;

/// What a file of points holds. `name`, `is_population` and `points` are a question's `demand`, `points` its `candidates`.
#[derive(Serialize, ToSchema)]
#[schema(as = PointsOfFile)]
pub(crate) struct PointsAnswer<'a> {
    /// The file's name without its ending.
    name: String,
    /// What the file is.
    format: Format,
    /// The datum in which the file's coordinates were taken; null = it has none. Those of `points` are in WGS-84.
    #[schema(required, value_type = Option<String>, example = "wgs84")]
    datum: Option<&'static str>,
    /// Whether the weights are people.
    is_population: bool,
    /// The names in the header, each once: any of them may be said in `columns` of the options.
    headers: &'a [String],
    /// Which columns were taken for what, by their names in the header; null = none.
    columns: &'a ColumnNames,
    /// How many rows were looked at.
    rows: usize,
    /// The points, in the file's order. Rows that were refused are left out.
    points: Vec<PointOfFile<'a>>,
    /// All weights together; null = candidates have none.
    #[schema(required)]
    weight: Option<f64>,
    /// What was found row by row, at most 2,000 and 1,000 of a rule. An error refused its row.
    findings: &'a [Finding],
    /// How many findings of each rule there are.
    counts: BTreeMap<&'static str, usize>,
}

/// A point of a file, in WGS-84 degrees.
#[derive(Serialize, ToSchema)]
struct PointOfFile<'a> {
    /// Its id, each once.
    id: &'a str,
    /// Its name; its id where the file has none.
    name: &'a str,
    /// Longitude.
    lon: f64,
    /// Latitude.
    lat: f64,
    /// How much it counts; left out of candidates.
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<f64>,
}

impl<'a> PointsAnswer<'a> {
    /// `None` if the file as a whole cannot be used.
    pub(crate) fn new(file_name: &str, options: &PointsOptions, reading: &'a PointsReading) -> Option<Self> {
        let PointsReading { format, datum, headers, columns, is_population, rows, points, findings } = reading;
        if findings.has_file_error() {
            return None;
        }
        let is_weighed = options.is_weighed();
        let point = |point: &'a Point| PointOfFile {
            id: &point.id,
            name: &point.name,
            lon: point.at.lon(),
            lat: point.at.lat(),
            weight: is_weighed.then_some(point.weight),
        };
        let told = findings.told();
        Some(Self {
            name: stem(file_name),
            format: *format,
            datum: datum.map(DatumName::as_str),
            is_population: *is_population,
            headers,
            columns,
            rows: *rows,
            points: points.iter().map(point).collect(),
            weight: is_weighed.then(|| points.iter().map(|point| point.weight).sum()),
            findings: &told[..told.len().min(MOST_FINDINGS)],
            counts: findings.counts().iter().map(|(rule, &count)| (rule.as_str(), count)).collect(),
        })
    }
}

/// A file's name without its ending: what a question may call its points.
fn stem(file_name: &str) -> String {
    let stem = Path::new(file_name).file_stem().map(|stem| stem.to_string_lossy().trim().to_owned());
    stem.filter(|stem| !stem.is_empty()).unwrap_or_else(|| "points".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_loses_its_ending_alone() {
        for (name, wanted) in [("人口.2025.csv", "人口.2025"), ("grid", "grid"), (" .csv", "points"), ("", "points")]
        {
            assert_eq!(stem(name), wanted);
        }
    }
}
