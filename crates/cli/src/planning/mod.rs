//! `yuren coverage` and `yuren siting`: a planner's questions at a terminal.

mod coverage;
mod points;
mod siting;

use std::path::PathBuf;

use serde_json::{Value, json};
use yuren_server::Desk;
use yuren_server::store::StoreAddress;

pub(crate) use self::coverage::{CoverageOptions, coverage};
use self::points::PointsFor;
pub(crate) use self::siting::{SitingOptions, siting};
use crate::calendar::CalendarOptions;
use crate::desk;
use crate::import::options::Datum;

/// What both can be told.
#[derive(clap::Args)]
pub(crate) struct Asked {
    /// The city's folder.
    #[arg(value_name = "CITY")]
    city: PathBuf,
    #[command(flatten)]
    calendar: CalendarOptions,
    /// Where edits live, as for `serve`.
    #[arg(long, value_name = "ADDRESS", env = "YUREN_STORE", hide_env_values = true)]
    store: Option<StoreAddress>,
    /// Role kinds that meet a need, separated by commas; given again for another need that must be met too.
    #[arg(long = "role", value_name = "KINDS", required = true)]
    roles: Vec<String>,
    /// How one travels: walk, cycle, drive.
    #[arg(long, default_value = "walk")]
    mode: String,
    /// The threshold in minutes.
    #[arg(long, value_name = "MINUTES", required_unless_present = "metres")]
    minutes: Option<f64>,
    /// The threshold in metres of straight line, instead.
    #[arg(long, value_name = "METRES", conflicts_with = "minutes")]
    metres: Option<f64>,
    /// When a site must be open: any, `after_school`, saturday, sunday, `winter_break`, `summer_break`.
    #[arg(long, default_value = "any")]
    slice: String,
    /// Only what lies in the region with this code.
    #[arg(long, value_name = "CODE")]
    region: Option<String>,
    /// Demand points of your own: a file (csv, xlsx, GeoJSON) with coordinates, and weights if it has any. Left out: village units.
    #[arg(long, value_name = "FILE")]
    demand: Option<PathBuf>,
    /// The weights of --demand are people. Left out: if their column is called so.
    #[arg(long, requires = "demand")]
    population: bool,
    /// The datum of the files' coordinates; `auto` tells it from where the rows ought to be.
    #[arg(long, value_enum, default_value = "auto")]
    datum: Datum,
    /// Print JSON, as the interface answers it.
    #[arg(long)]
    json: bool,
}

impl Asked {
    /// The question as the interface takes it. What is found in a file of demand points is told.
    fn body(&self, desk: &Desk) -> Result<Value, String> {
        let needs: Vec<Vec<&str>> = self.roles.iter().map(|need| need.split(',').collect()).collect();
        let mut body = json!({ "needs": needs, "mode": self.mode, "slice": self.slice });
        let fields = [
            ("max_minutes", self.minutes.map(Value::from)),
            ("max_m", self.metres.map(Value::from)),
            ("region", self.region.clone().map(Value::from)),
        ];
        for (field, value) in fields {
            if let Some(value) = value {
                body[field] = value;
            }
        }
        if let Some(file) = &self.demand {
            let read = points::read(desk, file, PointsFor::Demand { is_population: self.population }, self.datum)?;
            body["demand"] = json!({
                "name": read["name"], "is_population": read["is_population"], "points": read["points"],
            });
        }
        Ok(body)
    }

    /// The city as its store has it, with its streets.
    fn desk(&self) -> Result<Desk, String> {
        desk::open(&self.city, &self.calendar, self.store.as_ref())
    }
}

/// A share as percent.
fn percent(share: &Value) -> String {
    format!("{:.1} %", share.as_f64().unwrap_or_default() * 100.0)
}

/// A number of minutes, or a dash where there is none.
fn minutes(value: &Value) -> String {
    value.as_f64().map_or_else(|| "–".to_owned(), |minutes| format!("{minutes:.1} min"))
}
