//! How an answer on coverage was worked out, and what to know about it: told by every export too.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Precision, TravelMode};
use yuren_coverage::{SliceOpening, Window};
use yuren_index::Snapshot;

use crate::answer::travel_kind::TravelKind;
use crate::answer::words::TravelModeWord;
use crate::planning::body::VILLAGE_UNITS;
use crate::planning::coverage::Coverage;
use crate::planning::question::Question;

/// How it was worked out.
#[derive(Serialize, ToSchema)]
#[schema(as = CoverageMethod)]
pub(crate) struct MethodAnswer<'a> {
    #[schema(value_type = TravelModeWord)]
    pub(crate) mode: TravelMode,
    /// What times are made from.
    pub(crate) kind: TravelKind,
    /// The threshold in minutes; of straight metres, what they come to.
    pub(crate) max_minutes: f64,
    /// The threshold in straight metres, if it was given so.
    #[schema(required)]
    pub(crate) max_m: Option<f64>,
    /// How much longer a way is taken to be than the straight line.
    pub(crate) detour: f64,
    /// The speed by which straight lines become times.
    pub(crate) km_h: f64,
    pub(crate) slice: SliceAnswer,
    /// The day to which the city's data refers.
    #[schema(value_type = String, format = Date)]
    pub(crate) data_date: NaiveDate,
    /// The demand set's id, or what the asker calls it.
    pub(crate) demand: &'a str,
    /// Whether the weights are people.
    pub(crate) is_population: bool,
    /// Code of the region whose demand points these are; null = the whole city's.
    #[schema(required)]
    pub(crate) region: Option<&'a str>,
    /// What to know about the answer.
    pub(crate) notes: Vec<MethodNote>,
    /// Times beyond this are not looked at, and null.
    pub(crate) horizon_minutes: f64,
}

/// When sites must be open, and the days that stand for it.
#[derive(Serialize, ToSchema)]
#[schema(as = CoverageSliceDays)]
pub(crate) struct SliceAnswer {
    /// `any`, `after_school`, `saturday`, `sunday`, `winter_break` or `summer_break`.
    pub(crate) id: &'static str,
    /// The sample days; none = hours do not matter.
    #[schema(value_type = Vec<String>)]
    pub(crate) dates: Vec<NaiveDate>,
    /// From which time on those days; of several the earliest.
    #[schema(required, example = "16:30")]
    pub(crate) from: Option<String>,
    /// Up to which time; of several the latest.
    #[schema(required, example = "18:30")]
    pub(crate) to: Option<String>,
}

/// Something to know about an answer.
#[derive(Clone, Serialize, ToSchema)]
#[schema(as = CoverageNote)]
pub(crate) struct MethodNote {
    /// Its name, as programs read it.
    pub(crate) code: &'static str,
    /// For people, in Chinese.
    pub(crate) zh: String,
    /// For people, in English.
    pub(crate) en: String,
}

impl MethodNote {
    pub(crate) fn new(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code, zh: zh.into(), en: en.into() }
    }
}

/// What is to be said of the water layer wherever it decides anything.
pub(crate) const WATER_ZH: &str =
    "水域图层较粗，没有桥梁：步行时直线穿过湖泊或大河的，标为“隔水”，不计入覆盖；实际可能有桥。";
/// The same in English.
pub(crate) const WATER_EN: &str = "The water layer is coarse and knows no bridges: on foot, a straight line across a lake or a wide river is marked \
     `across_water` and does not count as served; there may be a bridge.";

impl SliceAnswer {
    pub(crate) fn new(id: &'static str, windows: &[Window]) -> Self {
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        Self {
            id,
            dates: windows.iter().map(|window| window.date).collect(),
            from: windows.iter().map(|window| window.from_minute).min().map(clock),
            to: windows.iter().map(|window| window.to_minute).max().map(clock),
        }
    }
}

impl<'a> MethodAnswer<'a> {
    pub(super) fn new(question: &'a Question, snapshot: &Snapshot, coverage: &Coverage) -> Self {
        let city = snapshot.city();
        Self {
            mode: question.mode,
            kind: question.kind,
            max_minutes: question.threshold.minutes,
            max_m: question.threshold.metres,
            detour: city.travel.detour,
            km_h: city.travel.km_h(question.mode),
            slice: SliceAnswer::new(question.slice.kind.id(), &question.slice.windows),
            data_date: city.data_date,
            demand: &question.demand.name,
            is_population: question.demand.is_population,
            region: question.region.as_ref().map(yuren_catalog::RegionCode::as_str),
            notes: notes(question, snapshot, coverage),
            horizon_minutes: question.horizon_minutes,
        }
    }
}

fn notes(question: &Question, snapshot: &Snapshot, coverage: &Coverage) -> Vec<MethodNote> {
    let mut notes = Vec::new();
    let mut note = |code, zh: String, en: String| notes.push(MethodNote::new(code, zh, en));
    let travel = &snapshot.city().travel;
    let (detour, km_h) = (travel.detour, travel.km_h(question.mode));
    if question.kind == TravelKind::Estimate {
        note(
            "estimate",
            format!("时间为估算：直线距离 × {detour} ÷ {km_h} km/h，不是按道路计算。"),
            format!("Times are estimates: the straight line × {detour} ÷ {km_h} km/h, not by streets."),
        );
    }
    if !question.demand.is_population {
        // Every village unit weighs 1; points of the asker's own weigh whatever they do.
        let (of_zh, of_en) =
            if question.demand.name == VILLAGE_UNITS { ("点（村居）", "points") } else { ("权重", "weights") };
        note(
            "not_population",
            format!("需求点的权重不是人口：覆盖率是{of_zh}的比例，不是人的比例。"),
            format!("The demand points' weights are not people: shares are of {of_en}, not of inhabitants."),
        );
    }
    let not_located = question.demand.not_located;
    if not_located > 0 {
        note(
            "not_located",
            format!("另有 {not_located} 个村居位置未知，没有计入。"),
            format!("{not_located} more village units are left out: it is not known where they are."),
        );
    }
    let synthetic = question.demand.points.iter().filter(|point| point.precision == Some(Precision::Synthetic)).count();
    if synthetic > 0 {
        note(
            "synthetic_points",
            format!("{synthetic} 个需求点的位置是生成的示例。"),
            format!("The positions of {synthetic} demand points are generated examples."),
        );
    }
    let of_city = |site: &&crate::planning::sites::Site| {
        let place = site.place.map(|place| &snapshot.places()[place as usize]);
        place.is_some_and(|place| place.position.precision == Precision::Synthetic)
    };
    let synthetic = coverage.sites.iter().filter(of_city).count();
    if synthetic > 0 {
        note(
            "synthetic_sites",
            format!("{synthetic} 个设施点的位置是生成的示例。"),
            format!("The positions of {synthetic} sites are generated examples."),
        );
    }
    let unknown = coverage.opening.iter().filter(|opening| **opening == SliceOpening::Unknown).count();
    if unknown > 0 {
        note(
            "hours_unknown",
            format!("{unknown} 个设施点在该时段是否开放未知：只由它们覆盖的点标为“可能”。"),
            format!("Nobody knows whether {unknown} sites are open then: what only they serve is marked `perhaps`."),
        );
    }
    if coverage.across.is_some() {
        note("water_coarse", WATER_ZH.to_owned(), WATER_EN.to_owned());
    }
    if coverage.sites.iter().any(crate::planning::sites::Site::added) {
        note(
            "added_sites_open",
            "方案中新增的设施点按在该时段开放计算。".to_owned(),
            "Sites that the scenario adds count as open.".to_owned(),
        );
    }
    notes
}
