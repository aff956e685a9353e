//! The demand points, a list a column: a page recolours them by itself while a threshold is dragged.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Precision, RegionCode, RegionLevel};
use yuren_coverage::{Met, NEVER, Status};

use super::A_UNIT;
use crate::answer::datum::in_datum;
use crate::answer::words::PrecisionWord;
use crate::planning::coverage::Coverage;
use crate::planning::demand::DemandPoint;
use crate::planning::question::{Question, minutes};

/// The demand points; all lists are equally long. A point is served at a threshold if its `minutes` are at most that, perhaps served
/// if its `perhaps_minutes` are, across water if its `across_water_minutes` are.
#[derive(Serialize, ToSchema)]
#[schema(as = CoveragePoints)]
pub(crate) struct PointsAnswer<'a> {
    /// A village's code, or the asker's own id.
    pub(crate) id: Vec<&'a str>,
    pub(crate) name: Vec<&'a str>,
    /// WGS-84 degrees.
    pub(crate) lon: Vec<f64>,
    /// WGS-84 degrees.
    pub(crate) lat: Vec<f64>,
    pub(crate) weight: Vec<f64>,
    /// Code of the district; null = not known.
    pub(crate) district: Vec<Option<String>>,
    /// Code of the town; null = not known.
    pub(crate) town: Vec<Option<String>>,
    /// The time to the farthest of the needs' nearest sites that are known to be open, rounded up to a tenth; null = none can be
    /// reached within `horizon_minutes`.
    pub(crate) minutes: Vec<Option<f64>>,
    /// The same to the nth nearest; null = `nth` was not asked for.
    #[schema(required)]
    pub(crate) nth_minutes: Option<Vec<Option<f64>>>,
    /// The same as `minutes`, with sites whose hours nobody knows.
    pub(crate) perhaps_minutes: Vec<Option<f64>>,
    /// The same as `perhaps_minutes`, were water no barrier; null = water stops nobody here.
    #[schema(required)]
    pub(crate) across_water_minutes: Option<Vec<Option<f64>>>,
    /// Position in `sites` of the site that `minutes` lead to, or else `perhaps_minutes`; -1 = none.
    pub(crate) nearest: Vec<i64>,
    /// Position in `needs` of the need that is met last, or not at all.
    pub(crate) binding_need: Vec<usize>,
    /// At the question's threshold.
    pub(crate) status: Vec<StatusAnswer>,
    /// The access score in the unit of `access`; null = not asked for.
    #[schema(required)]
    pub(crate) access: Option<Vec<f64>>,
    /// How well the point's position is known; null = the asker's business.
    #[schema(value_type = Vec<Option<PrecisionWord>>)]
    pub(crate) precision: Vec<Option<Precision>>,
}

/// Whether a demand point is served.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[schema(as = CoverageStatus)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StatusAnswer {
    /// Within the threshold, all needs are met by sites known to be open.
    Served,
    /// Only with sites of which nobody knows whether they are open.
    Perhaps,
    /// Only straight across water.
    AcrossWater,
    /// Not at all.
    Unserved,
}

impl From<Status> for StatusAnswer {
    fn from(status: Status) -> Self {
        match status {
            Status::Served => Self::Served,
            Status::Perhaps => Self::Perhaps,
            Status::AcrossWater => Self::AcrossWater,
            Status::Unserved => Self::Unserved,
        }
    }
}

impl<'a> PointsAnswer<'a> {
    pub(super) fn new(question: &'a Question, coverage: &'a Coverage) -> Self {
        let points = &question.demand.points;
        let told = |met: &[Met]| met.iter().map(|met| minutes(met.time)).collect::<Vec<_>>();
        let degrees = |axis: usize| {
            let at = |point: &DemandPoint| in_datum(yuren_geodesy::DatumName::Wgs84, point.at)[axis];
            points.iter().map(at).collect()
        };
        let nearest = coverage.met.iter().zip(&coverage.perhaps).map(|(met, perhaps)| {
            let site = if met.time == NEVER { perhaps.site } else { met.site };
            site.map_or(-1, i64::from)
        });
        Self {
            id: points.iter().map(|point| point.id.as_str()).collect(),
            name: points.iter().map(|point| point.name.as_str()).collect(),
            lon: degrees(0),
            lat: degrees(1),
            weight: points.iter().map(|point| point.weight).collect(),
            district: points.iter().map(|point| code(point, RegionLevel::District)).collect(),
            town: points.iter().map(|point| code(point, RegionLevel::Town)).collect(),
            minutes: told(&coverage.met),
            nth_minutes: coverage.nth.as_ref().map(|nth| nth.iter().map(|&time| minutes(time)).collect()),
            perhaps_minutes: told(&coverage.perhaps),
            across_water_minutes: coverage.across.as_deref().map(told),
            nearest: nearest.collect(),
            binding_need: coverage.met.iter().map(|met| met.need).collect(),
            status: coverage.statuses.iter().map(|&status| status.into()).collect(),
            access: coverage.access.as_ref().map(|scores| scores.iter().map(|score| score * A_UNIT).collect()),
            precision: points.iter().map(|point| point.precision).collect(),
        }
    }
}

/// The code of the region of this level that holds the point.
pub(super) fn region_of(point: &DemandPoint, level: RegionLevel) -> Option<RegionCode> {
    point.region.as_ref()?.and_ancestors().find(|code| code.level() == level)
}

fn code(point: &DemandPoint, level: RegionLevel) -> Option<String> {
    region_of(point, level).map(|code| code.to_string())
}
