//! What a planner can choose among.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{RoleKind, SourceKey, Travel, TravelMode};
use yuren_coverage::{PRESETS, SliceKind};
use yuren_index::Snapshot;

use super::coverage::{SliceAnswer, WATER_EN, WATER_ZH};
use super::words::TravelModeWord;
use crate::clock;
use crate::planning::Planner;
use crate::planning::body::{DEMAND, SCHOOLS, VILLAGE_UNITS};
use crate::planning::limits;

/// What a planner can choose among.
#[derive(Serialize, ToSchema)]
#[schema(as = Planning)]
pub(crate) struct PlanningAnswer<'a> {
    /// Whose ways can count, beside points of the asker's own.
    demand_sets: Vec<DemandSet<'a>>,
    /// Where new sites can stand, beside points of the asker's own.
    candidate_sets: Vec<CandidateSet>,
    /// The streets; null = there are none, and times are estimates.
    #[schema(required)]
    streets: Option<StreetsAnswer>,
    /// Thresholds that rules and plans speak of.
    presets: Vec<Preset>,
    /// When sites can be asked to be open, each with its sample days from today on.
    slices: Vec<SliceChoice>,
    /// How straight lines become times.
    travel: TravelAnswer,
    /// What to say about water between a point and a site, in Chinese.
    water_note: &'static str,
    /// The same in English.
    water_note_en: &'static str,
    /// What a question may ask for at most.
    limits: LimitsAnswer,
}

/// Demand points that the server has.
#[derive(Serialize, ToSchema)]
struct DemandSet<'a> {
    /// As a question names it.
    id: &'static str,
    name: &'static str,
    name_en: &'static str,
    /// How many points.
    count: usize,
    /// How many more there would be, if it were known where they are.
    not_located: usize,
    /// All weights together.
    total_weight: f64,
    /// Whether the weights are people.
    is_population: bool,
    /// What the weights are, in Chinese.
    weight_note: &'static str,
    /// The same in English.
    weight_note_en: &'static str,
    /// The day to which the city's data refers.
    #[schema(value_type = String, format = Date)]
    data_date: NaiveDate,
    /// Keys of the sources of the points' positions and names, as in `/api/v1/city`.
    #[schema(value_type = Vec<String>)]
    sources: Vec<&'a SourceKey>,
}

/// Spots that the server has.
#[derive(Serialize, ToSchema)]
struct CandidateSet {
    /// As a question names it.
    id: &'static str,
    name: &'static str,
    name_en: &'static str,
    /// How many; null = as many as there are demand points in the question.
    #[schema(required)]
    count: Option<usize>,
}

/// The streets by which times go.
#[derive(Serialize, ToSchema)]
#[schema(as = PlanningStreets)]
pub(crate) struct StreetsAnswer {
    /// The day of the street data; null = its file does not say.
    #[schema(required, value_type = Option<String>, format = Date)]
    pub(crate) data_date: Option<NaiveDate>,
    /// Who made it, to be shown with everything drawn from it.
    pub(crate) attribution: &'static str,
    /// For which ways of travelling there are streets.
    #[schema(value_type = Vec<TravelModeWord>)]
    pub(crate) modes: Vec<TravelMode>,
    /// How many nodes the streets on foot have.
    pub(crate) nodes: usize,
}

/// A threshold that a rule or a plan speaks of.
#[derive(Serialize, ToSchema)]
#[schema(as = ThresholdPreset)]
struct Preset {
    id: &'static str,
    name: &'static str,
    name_en: &'static str,
    /// The way of travelling that it is about; null = a straight line.
    #[schema(required, value_type = Option<TravelModeWord>)]
    mode: Option<TravelMode>,
    /// In straight metres.
    #[schema(required)]
    max_m: Option<f64>,
    /// In minutes.
    #[schema(required)]
    max_minutes: Option<f64>,
    /// What says so, in Chinese.
    basis: &'static str,
    /// The same in English.
    basis_en: &'static str,
    /// Whether that text itself was read.
    checked: bool,
}

/// A time slice.
#[derive(Serialize, ToSchema)]
struct SliceChoice {
    name: &'static str,
    name_en: &'static str,
    #[serde(flatten)]
    days: SliceAnswer,
    /// Why there are no days, in Chinese; null = there are, or none is needed.
    #[schema(required)]
    note: Option<String>,
    /// The same in English.
    #[schema(required)]
    note_en: Option<String>,
}

/// How straight lines become times: `distance × detour ÷ speed`.
#[derive(Serialize, ToSchema)]
#[schema(as = PlanningTravel)]
struct TravelAnswer {
    detour: f64,
    walk_km_h: f64,
    cycle_km_h: f64,
    drive_km_h: f64,
}

/// What a question may ask for at most.
#[derive(Serialize, ToSchema)]
#[schema(as = PlanningLimits)]
struct LimitsAnswer {
    demand_points: usize,
    candidates: usize,
    /// Demand points times sites.
    pairs: usize,
    /// Demand points times candidates.
    siting_pairs: usize,
    needs: usize,
    scenario_changes: usize,
    /// New sites of one siting question.
    sites: usize,
    max_minutes: f64,
    max_m: f64,
    nth: usize,
    seconds: u64,
    body_bytes: usize,
    /// Bytes of a file of points.
    file_bytes: usize,
}

const LIMITS: LimitsAnswer = LimitsAnswer {
    demand_points: limits::DEMAND_POINTS,
    candidates: limits::CANDIDATES,
    pairs: limits::PAIRS,
    siting_pairs: limits::SITING_PAIRS,
    needs: limits::NEEDS,
    scenario_changes: limits::SCENARIO_CHANGES,
    sites: limits::CHOSEN_SITES,
    max_minutes: limits::MINUTES,
    max_m: limits::METRES,
    nth: limits::NTH,
    seconds: limits::SECONDS,
    body_bytes: limits::LARGEST_BODY,
    file_bytes: limits::LARGEST_FILE,
};

impl<'a> PlanningAnswer<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot, planner: &Planner) -> Self {
        let villages = planner.known_village_units(snapshot);
        let demand_sets: Vec<_> =
            (!villages.points.is_empty()).then(|| DemandSet::villages(snapshot, planner)).into_iter().collect();
        let city = snapshot.city();
        let Travel { detour, walk_km_h, cycle_km_h, drive_km_h } = city.travel;
        let candidate = |id, name, name_en, count| CandidateSet { id, name, name_en, count };
        Self {
            demand_sets,
            candidate_sets: vec![
                candidate(VILLAGE_UNITS, "村（社区）", "Village units", Some(villages.points.len())),
                candidate(SCHOOLS, "学校", "Schools", Some(snapshot.count(RoleKind::School))),
                candidate(DEMAND, "需求点本身", "The demand points", None),
            ],
            streets: planner.streets_answer(),
            presets: PRESETS.iter().map(Preset::from).collect(),
            slices: SliceKind::ALL.into_iter().map(|kind| SliceChoice::new(kind, snapshot)).collect(),
            travel: TravelAnswer { detour, walk_km_h, cycle_km_h, drive_km_h },
            water_note: WATER_ZH,
            water_note_en: WATER_EN,
            limits: LIMITS,
        }
    }
}

impl<'a> DemandSet<'a> {
    fn villages(snapshot: &'a Snapshot, planner: &Planner) -> Self {
        let villages = planner.known_village_units(snapshot);
        let of_villages = snapshot.regions().iter().filter(|region| region.code.as_str().len() == 12);
        let positions = of_villages.filter_map(|region| region.position.as_ref());
        let mut sources: Vec<&SourceKey> = positions.map(|position| &position.provenance.source).collect();
        sources.sort();
        sources.dedup();
        Self {
            id: VILLAGE_UNITS,
            name: "村（社区）",
            name_en: "Village units",
            count: villages.points.len(),
            not_located: villages.not_located,
            total_weight: villages.weight(),
            is_population: false,
            weight_note: "每个村（社区）的权重都是 1；这不是人口。",
            weight_note_en: "Every village unit weighs 1; this is not population.",
            data_date: snapshot.city().data_date,
            sources,
        }
    }
}

impl From<&yuren_coverage::Preset> for Preset {
    fn from(preset: &yuren_coverage::Preset) -> Self {
        let yuren_coverage::Preset { id, name, name_en, max_m, basis, basis_en, is_checked } = *preset;
        Self {
            id,
            name,
            name_en,
            mode: None,
            max_m: Some(f64::from(max_m)),
            max_minutes: None,
            basis,
            basis_en,
            checked: is_checked,
        }
    }
}

impl SliceChoice {
    fn new(kind: SliceKind, snapshot: &Snapshot) -> Self {
        let (name, name_en) = match kind {
            SliceKind::Any => ("不限时间", "Any time"),
            SliceKind::AfterSchool => ("放学后", "After school"),
            SliceKind::Saturday => ("周六", "Saturdays"),
            SliceKind::Sunday => ("周日", "Sundays"),
            SliceKind::WinterBreak => ("寒假", "Winter break"),
            SliceKind::SummerBreak => ("暑假", "Summer break"),
        };
        let from = clock::today(snapshot.city());
        let slice = yuren_coverage::slice_windows(kind, snapshot.calendar(), from);
        let note_en = slice.as_ref().err().map(ToString::to_string);
        let note = slice.as_ref().err().map(|error| match error.known_until {
            Some(until) => format!("从 {from} 起没有已知的日子：校历和放假安排只公布到 {until}。"),
            None => "没有已知的日子：缺少校历或放假安排。".to_owned(),
        });
        let days = SliceAnswer::new(kind.id(), slice.as_deref().unwrap_or_default());
        Self { name, name_en, days, note, note_en }
    }
}
