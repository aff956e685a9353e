//! Coverage by district and by town.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{RegionCode, RegionLevel};
use yuren_coverage::{Distribution, Groups, Tally};
use yuren_geodesy::DatumName;
use yuren_index::Snapshot;

use super::points::region_of;
use super::share;
use crate::answer::datum::in_datum;
use crate::answer::words::LevelWord;
use crate::planning::coverage::Coverage;
use crate::planning::question::{Question, minutes};
use crate::problem::Problem;

/// Coverage of the demand points in a region.
#[derive(Serialize, ToSchema)]
pub(crate) struct RegionCoverage<'a> {
    /// Its code.
    pub(crate) code: String,
    /// Code of the region around it.
    #[schema(required)]
    parent: Option<String>,
    /// `district` or `town`.
    #[schema(value_type = LevelWord)]
    pub(crate) level: RegionLevel,
    pub(crate) name: &'a str,
    /// Name in English; null = none known.
    #[schema(required)]
    name_en: Option<&'a str>,
    /// How many demand points lie in it.
    pub(crate) points: usize,
    pub(crate) weight: f64,
    /// How many of them are served by sites known to be open.
    pub(crate) served_points: usize,
    pub(crate) served_weight: f64,
    /// From 0 to 1.
    pub(crate) served_share: f64,
    /// The share served only by sites of unknown hours, beside `served_share`.
    pub(crate) perhaps_share: f64,
    /// The time within which half of the weight reaches what it needs; null = it does not.
    #[schema(required)]
    pub(crate) median_minutes: Option<f64>,
    /// The same of nine tenths.
    #[schema(required)]
    pub(crate) p90_minutes: Option<f64>,
    /// `[lon, lat]` in WGS-84 degrees where its label may stand: its own position where it is known, else the middle of its demand points.
    centre: [f64; 2],
}

/// The sum of some points' degrees, and how many they are.
type Middle = ([f64; 2], f64);

impl<'a> RegionCoverage<'a> {
    pub(super) fn all(
        question: &'a Question,
        snapshot: &'a Snapshot,
        coverage: &Coverage,
    ) -> Result<Vec<Self>, Problem> {
        let mut regions = Self::of_level(RegionLevel::District, question, snapshot, coverage)?;
        regions.extend(Self::of_level(RegionLevel::Town, question, snapshot, coverage)?);
        Ok(regions)
    }

    fn of_level(
        level: RegionLevel,
        question: &'a Question,
        snapshot: &'a Snapshot,
        coverage: &Coverage,
    ) -> Result<Vec<Self>, Problem> {
        let points = &question.demand.points;
        let codes: Vec<Option<RegionCode>> = points.iter().map(|point| region_of(point, level)).collect();
        let mut numbers: BTreeMap<&RegionCode, u32> = codes.iter().flatten().map(|code| (code, 0)).collect();
        for (number, of_code) in (0..).zip(numbers.values_mut()) {
            *of_code = number;
        }
        let groups = codes.iter().map(|code| code.as_ref().map(|code| numbers[code])).collect();
        let groups = Groups::new(groups, numbers.len()).map_err(|error| Problem::internal(&error))?;
        let internal = |error: yuren_coverage::LengthError| Problem::internal(&error);
        let tallies = Tally::by_group(&coverage.statuses, &coverage.weights, &groups).map_err(internal)?;
        let spreads = Distribution::by_group(&coverage.times(), &coverage.weights, &groups).map_err(internal)?;
        let mut middles = vec![([0.0; 2], 0.0); numbers.len()];
        for (point, code) in points.iter().zip(&codes) {
            let Some(code) = code else { continue };
            let (sum, count) = &mut middles[numbers[code] as usize];
            *sum = [sum[0] + point.at.lon(), sum[1] + point.at.lat()];
            *count += 1.0;
        }
        let parts = tallies.into_iter().zip(spreads).zip(middles);
        let row = |(code, ((tally, spread), (sum, count))): (&&RegionCode, ((Tally, Distribution), Middle))| {
            let region = snapshot.regions().get(code);
            let position = region.and_then(|region| region.position.as_ref());
            let middle = sum.map(|sum: f64| (sum / count * 1e7).round() / 1e7);
            let all = tally.all();
            Self {
                code: code.to_string(),
                parent: code.parent().map(|code| code.to_string()),
                level,
                name: region.map_or("", |region| region.name.as_str()),
                name_en: region.and_then(|region| region.name_en.as_deref()),
                points: all.points,
                weight: all.weight,
                served_points: tally.served.points,
                served_weight: tally.served.weight,
                served_share: share(tally.served_share()),
                perhaps_share: share(tally.perhaps_share()),
                median_minutes: spread.quantile(0.5).and_then(minutes),
                p90_minutes: spread.quantile(0.9).and_then(minutes),
                centre: position.map_or(middle, |position| in_datum(DatumName::Wgs84, position.point)),
            }
        };
        Ok(numbers.keys().zip(parts).map(row).collect())
    }
}
