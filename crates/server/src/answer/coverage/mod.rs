//! Who is served, as `POST /api/v1/coverage` tells it.

mod closed;
mod distribution;
pub(crate) mod export;
mod method;
mod points;
mod regions;
mod sites;

use serde::Serialize;
use utoipa::ToSchema;
use yuren_coverage::{Distribution, Lorenz, Tally};
use yuren_index::Snapshot;

use self::closed::ClosedAnswer;
use self::distribution::DistributionAnswer;
pub(crate) use self::method::{MethodAnswer, SliceAnswer, WATER_EN, WATER_ZH};
use self::points::PointsAnswer;
use self::regions::RegionCoverage;
use self::sites::SiteAnswer;
use super::travel_kind::TravelKind;
use crate::planning::coverage::Coverage;
use crate::planning::question::{Question, minutes};
use crate::problem::Problem;

/// Who is served.
#[derive(Serialize, ToSchema)]
#[schema(as = Coverage)]
pub(crate) struct CoverageAnswer<'a> {
    /// How it was worked out, and what to know about it.
    pub(crate) method: MethodAnswer<'a>,
    /// All demand points together.
    pub(crate) summary: SummaryAnswer,
    /// By district, then by town, in the order of their codes.
    pub(crate) regions: Vec<RegionCoverage<'a>>,
    /// The demand points, a list a column.
    pub(crate) points: PointsAnswer<'a>,
    /// The sites that bear a needed role.
    pub(crate) sites: Vec<SiteAnswer<'a>>,
    /// The stretches of street that the scenario closes, one for each spot of `scenario.close`, in its order.
    pub(crate) closed: Vec<ClosedAnswer>,
    /// How the times are spread.
    pub(crate) distribution: DistributionAnswer,
    /// How much of the supply points get; null = not asked for.
    #[schema(required)]
    pub(crate) access: Option<AccessAnswer>,
    /// The same question by the other kind of times, where the server has streets; null = it has none, or the threshold is in metres.
    #[schema(required)]
    pub(crate) other_kind: Option<OtherKind>,
}

/// All demand points together. Shares go from 0 to 1.
#[derive(Serialize, ToSchema)]
#[schema(as = CoverageSummary)]
pub(crate) struct SummaryAnswer {
    /// How many demand points there are.
    points: usize,
    /// Their weight.
    weight: f64,
    /// The weight of those served by sites known to be open.
    served_weight: f64,
    /// Its share of the weight.
    pub(crate) served_share: f64,
    /// The weight of those served only by sites of unknown hours.
    perhaps_weight: f64,
    /// Its share of the weight, beside `served_share`.
    perhaps_share: f64,
    /// How many demand points nothing serves, those across water not among them.
    unserved_points: usize,
    /// How many demand points would be served, were it not for water in between.
    across_water_points: usize,
    /// How many more demand points there would be, if it were known where they are.
    not_located_points: usize,
    /// The time within which half of the weight reaches what it needs; null = it does not.
    #[schema(required)]
    median_minutes: Option<f64>,
    /// The mean time of those that reach it; null = nobody does.
    #[schema(required)]
    mean_minutes: Option<f64>,
    /// The time within which nine tenths of the weight reach it; null = they do not.
    #[schema(required)]
    p90_minutes: Option<f64>,
    /// How unequal the times are, from 0 (all alike) to 1, among those that reach it; null = nobody does.
    #[schema(required)]
    gini: Option<f64>,
}

/// Access scores are told for so much weight.
pub(crate) const A_UNIT: f64 = 1_000.0;

/// How much of the supply points get: each open site supplies 1, shared by those around it.
#[derive(Serialize, ToSchema)]
#[schema(as = CoverageAccess)]
pub(crate) struct AccessAnswer {
    method: crate::planning::body::AccessMethod,
    /// The weighted mean.
    mean: f64,
    /// How unequally it is spread, from 0 to 1; null = nobody gets any.
    #[schema(required)]
    gini: Option<f64>,
    /// What the numbers count.
    #[schema(example = "sites per 1,000 of weight")]
    unit: &'static str,
}

/// The same question by the other kind of times.
#[derive(Serialize, ToSchema)]
#[schema(as = CoverageOtherKind)]
pub(crate) struct OtherKind {
    kind: TravelKind,
    /// The share served by sites known to be open.
    served_share: f64,
    /// The time within which half of the weight reaches what it needs; null = it does not.
    #[schema(required)]
    median_minutes: Option<f64>,
}

impl<'a> CoverageAnswer<'a> {
    pub(crate) fn new(
        question: &'a Question,
        snapshot: &'a Snapshot,
        coverage: &'a Coverage,
        other: Option<OtherKind>,
    ) -> Result<Self, Problem> {
        let internal = |error: yuren_coverage::LengthError| Problem::internal(&error);
        let times = coverage.times();
        let tally = Tally::of(&coverage.statuses, &coverage.weights).map_err(internal)?;
        let spread = Distribution::new(&times, &coverage.weights).map_err(internal)?;
        let lorenz = spread.lorenz();
        Ok(Self {
            method: MethodAnswer::new(question, snapshot, coverage),
            summary: SummaryAnswer::new(question, &tally, &spread, lorenz.as_ref()),
            regions: RegionCoverage::all(question, snapshot, coverage)?,
            points: PointsAnswer::new(question, coverage),
            sites: SiteAnswer::all(question, coverage),
            closed: coverage.closed.iter().map(ClosedAnswer::new).collect(),
            distribution: DistributionAnswer::new(question, &spread, lorenz.as_ref())?,
            access: AccessAnswer::new(question, coverage)?,
            other_kind: other,
        })
    }
}

impl SummaryAnswer {
    fn new(question: &Question, tally: &Tally, spread: &Distribution, lorenz: Option<&Lorenz>) -> Self {
        let all = tally.all();
        Self {
            points: all.points,
            weight: all.weight,
            served_weight: tally.served.weight,
            served_share: share(tally.served_share()),
            perhaps_weight: tally.perhaps.weight,
            perhaps_share: share(tally.perhaps_share()),
            unserved_points: tally.unserved.points,
            across_water_points: tally.across_water.points,
            not_located_points: question.demand.not_located,
            median_minutes: spread.quantile(0.5).and_then(minutes),
            mean_minutes: spread.mean().map(|mean| (mean / 60.0).round() / 10.0),
            p90_minutes: spread.quantile(0.9).and_then(minutes),
            gini: lorenz.map(|lorenz| rounded(lorenz.gini())),
        }
    }
}

impl AccessAnswer {
    fn new(question: &Question, coverage: &Coverage) -> Result<Option<Self>, Problem> {
        let (Some(method), Some(scores)) = (question.access, &coverage.access) else { return Ok(None) };
        let weights = coverage.weights.as_slice();
        let sum: f64 = scores.iter().zip(weights).map(|(score, weight)| score * weight).sum();
        let lorenz = Lorenz::new(scores, weights).map_err(|error| Problem::internal(&error))?;
        Ok(Some(Self {
            method,
            mean: sum / coverage.weights.total() * A_UNIT,
            gini: lorenz.filter(|_| sum > 0.0).map(|lorenz| rounded(lorenz.gini())),
            unit: "sites per 1,000 of weight",
        }))
    }
}

impl OtherKind {
    pub(crate) fn new(kind: TravelKind, coverage: &Coverage) -> Result<Self, Problem> {
        let internal = |error: yuren_coverage::LengthError| Problem::internal(&error);
        let tally = Tally::of(&coverage.statuses, &coverage.weights).map_err(internal)?;
        let spread = Distribution::new(&coverage.times(), &coverage.weights).map_err(internal)?;
        Ok(Self {
            kind,
            served_share: share(tally.served_share()),
            median_minutes: spread.quantile(0.5).and_then(minutes),
        })
    }
}

/// A share as answers tell it; 0 where nothing weighs anything.
fn share(share: Option<f64>) -> f64 {
    rounded(share.unwrap_or(0.0))
}

/// To a millionth: more digits would be noise.
fn rounded(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}
