//! A planner's question, held against the city: everything in it is known and within bounds.

use std::num::NonZeroUsize;
use std::sync::Arc;

use chrono::NaiveDate;
use yuren_catalog::calendar::parse_date;
use yuren_catalog::{RegionCode, RoleKindSet, TravelMode};
use yuren_index::Snapshot;

use super::Planner;
use super::body::{AccessMethod, CoverageBody, Given, VILLAGE_UNITS};
use super::demand::Demand;
use super::estimate::{A_MINUTE, Estimate};
use super::limits::{METRES, MINUTES, NEEDS, NTH, horizon_minutes};
use super::refusal::{counted, invalid, length, nothing_to_close, positive};
use super::sites::Scenario;
use super::slices::Slice;
use crate::answer::travel_kind::TravelKind;
use crate::clock;
use crate::problem::{Code, Problem};

/// Tenths of a second in the tenth of a minute to which answers tell times.
const A_STEP: u32 = 60;

/// The threshold up to which a demand point is served.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Threshold {
    /// In minutes to the tenth; of straight metres, what they come to.
    pub(crate) minutes: f64,
    /// In straight metres, where it was given so.
    pub(crate) metres: Option<f64>,
    /// The longest time that is within it, in tenths of a second.
    pub(crate) within: u32,
}

/// A question for coverage.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    pub(crate) demand: Arc<Demand>,
    /// Each is met by any of its role kinds; at least one.
    pub(crate) needs: Vec<RoleKindSet>,
    pub(crate) mode: TravelMode,
    pub(crate) kind: TravelKind,
    pub(crate) threshold: Threshold,
    /// Times beyond this, in minutes, are not looked at.
    pub(crate) horizon_minutes: f64,
    pub(crate) slice: Slice,
    pub(crate) nth: Option<NonZeroUsize>,
    pub(crate) region: Option<RegionCode>,
    pub(crate) scenario: Scenario,
    pub(crate) access: Option<AccessMethod>,
}

impl Question {
    pub(crate) fn of_body(body: &CoverageBody, snapshot: &Snapshot, planner: &Planner) -> Result<Self, Problem> {
        let CoverageBody { mode, max_minutes, max_m, nth, .. } = body;
        let needs = needs(&body.needs)?;
        let kind = kind(body.kind, max_m.is_some(), planner)?;
        let threshold = threshold(*max_minutes, *max_m, kind, Estimate::new(&snapshot.city().travel, *mode))?;
        let region = body.region.as_deref().map(|code| region(snapshot, code)).transpose()?;
        let demand = match &body.demand {
            Given::Named(name) if name == VILLAGE_UNITS => planner.village_units(snapshot)?,
            Given::Named(name) => return Err(invalid("/demand", name, "is no demand set", VILLAGE_UNITS)),
            Given::Points(points) => Arc::new(Demand::of_body(points, snapshot)?),
        };
        let demand = match &region {
            Some(region) => Arc::new(demand.within(region)?),
            None => demand,
        };
        let nth = nth.map(|nth| counted("/nth", nth, NTH)).transpose()?.and_then(NonZeroUsize::new);
        let slice = Slice::new(body.slice.into(), snapshot, day(body.from.as_deref(), snapshot)?)?;
        let scenario = Scenario::of_body(&body.scenario, snapshot)?;
        if !scenario.closed.is_empty() && kind == TravelKind::Estimate {
            return Err(nothing_to_close("/scenario/close"));
        }
        let access = body.access.map(|access| access.method);
        if access.is_some() && needs.len() > 1 {
            let detail = "`access` tells the supply of one need; here are several.";
            let problem = Problem::new(Code::ConflictingParameters, detail).parameter("/access");
            return Err(problem.value(&needs.len().to_string()).allowed("one need with `access`"));
        }
        let horizon_minutes = horizon_minutes(threshold.minutes);
        Ok(Self { demand, needs, mode: *mode, kind, threshold, horizon_minutes, slice, nth, region, scenario, access })
    }

    /// The roles of all needs together.
    pub(crate) fn roles(&self) -> RoleKindSet {
        self.needs.iter().flat_map(|need| need.iter()).collect()
    }

    /// The horizon in tenths of a second.
    pub(crate) fn horizon(&self) -> u32 {
        (self.horizon_minutes * A_MINUTE) as u32
    }
}

/// A time as answers tell it: minutes, rounded up to the tenth. So whoever compares it with a threshold of tenths comes to what the
/// server comes to.
pub(crate) fn minutes(time: u32) -> Option<f64> {
    (time != yuren_coverage::NEVER).then(|| f64::from(time.div_ceil(A_STEP)) / 10.0)
}

fn needs(given: &[Vec<yuren_catalog::RoleKind>]) -> Result<Vec<RoleKindSet>, Problem> {
    if !(1..=NEEDS).contains(&given.len()) {
        return Err(length("/needs", given.len(), format!("1 to {NEEDS}")));
    }
    let mut needs: Vec<RoleKindSet> = Vec::new();
    for (i, kinds) in given.iter().enumerate() {
        let most = yuren_catalog::RoleKind::ALL.len();
        if !(1..=most).contains(&kinds.len()) {
            return Err(length(&format!("/needs/{i}"), kinds.len(), format!("1 to {most}")));
        }
        // A need said twice is one need.
        let need = kinds.iter().copied().collect();
        if !needs.contains(&need) {
            needs.push(need);
        }
    }
    Ok(needs)
}

/// What times are made from: as asked, or else the best there is for the threshold.
pub(crate) fn kind(asked: Option<TravelKind>, in_metres: bool, planner: &Planner) -> Result<TravelKind, Problem> {
    let has_streets = planner.has_streets();
    match asked {
        Some(TravelKind::Network) if !has_streets => Err(invalid(
            "/kind",
            "network",
            "needs streets, which this server has none of",
            "estimate; `yuren network build` makes streets",
        )),
        Some(TravelKind::Network) if in_metres => {
            let detail = "`max_m` are metres in a straight line; times by streets have none.";
            let problem = Problem::new(Code::ConflictingParameters, detail).parameter("/max_m");
            Err(problem.allowed("`max_minutes`, or `kind` `estimate`"))
        }
        Some(asked) => Ok(asked),
        None if has_streets && !in_metres => Ok(TravelKind::Network),
        None => Ok(TravelKind::Estimate),
    }
}

fn threshold(
    max_minutes: Option<f64>,
    max_m: Option<f64>,
    kind: TravelKind,
    estimate: Estimate,
) -> Result<Threshold, Problem> {
    match (max_minutes, max_m) {
        (Some(minutes), None) => {
            positive("/max_minutes", minutes, MINUTES)?;
            // A hair more, so that 0.3 is three tenths and not two.
            let steps = (minutes * 10.0 + 1e-6).floor();
            if steps < 1.0 {
                return Err(invalid("/max_minutes", minutes, "is less than a tenth of a minute", "0.1 to 240"));
            }
            Ok(Threshold { minutes: steps / 10.0, metres: None, within: steps as u32 * A_STEP })
        }
        (None, Some(metres)) => {
            debug_assert_eq!(kind, TravelKind::Estimate);
            let within = estimate.time(positive("/max_m", metres, METRES)?);
            let minutes = minutes(within).unwrap_or(MINUTES);
            if minutes > MINUTES {
                let allowed = format!("metres that take at most {MINUTES} minutes");
                return Err(invalid("/max_m", metres, &format!("takes {minutes} minutes"), allowed));
            }
            Ok(Threshold { minutes, metres: Some(metres), within })
        }
        (Some(_), Some(_)) => {
            let detail = "`max_minutes` and `max_m` are two thresholds; give one of them.";
            let problem = Problem::new(Code::ConflictingParameters, detail).parameter("/max_m");
            Err(problem.allowed("one of max_minutes and max_m"))
        }
        (None, None) => {
            let problem = Problem::new(Code::MissingParameter, "There is no threshold.").parameter("/max_minutes");
            Err(problem.allowed("one of max_minutes and max_m"))
        }
    }
}

/// The region with this code.
pub(crate) fn region(snapshot: &Snapshot, code: &str) -> Result<RegionCode, Problem> {
    let known = code.parse::<RegionCode>().ok().filter(|code| snapshot.regions().get(code).is_some());
    known.ok_or_else(|| {
        let detail = format!("There is no region {:?} in {}.", crate::problem::shortened(code), snapshot.city().name);
        let problem = Problem::new(Code::UnknownRegion, detail).parameter("/region").value(code);
        problem.allowed("codes of regions in this city")
    })
}

/// The day from which a slice's days are looked for.
fn day(from: Option<&str>, snapshot: &Snapshot) -> Result<NaiveDate, Problem> {
    let Some(text) = from else { return Ok(clock::today(snapshot.city())) };
    parse_date(text).map_err(|_| invalid("/from", text, "is no such date", "a date YYYY-MM-DD from 1900-01-01 on"))
}
