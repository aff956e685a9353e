//! A day of field study as `POST /api/v1/itineraries` answers it.

pub(crate) mod changes;
pub(crate) mod export;
pub(crate) mod faults;
pub(crate) mod left_out;
pub(crate) mod leg;
pub(crate) mod plan;
pub(crate) mod stop;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Status, StudyRouteId};
use yuren_geodesy::DatumName;
use yuren_index::Snapshot;

use self::changes::ChangeAnswer;
use self::faults::FaultAnswer;
use self::left_out::LeftOutAnswer;
use self::plan::PlanAnswer;
use self::stop::{StopAnswer, StopKind};
use super::day::DayAnswer;
use super::provenance::{Colophon, Witness};
use super::study_route::placed;
use super::travel_kind::TravelKind;
use crate::field_study::assumed::Assumed;
use crate::field_study::body::{AlternativeBody, ModeBody};
use crate::field_study::question::FieldStudy;

/// A day of field study (研学日程). All times are the city's own.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyDay)]
#[allow(clippy::struct_excessive_bools)] // each tells one thing of the day by itself; together they are no state
pub(crate) struct FieldStudyAnswer<'a> {
    pub(crate) school: SchoolAnswer<'a>,
    #[schema(value_type = String, format = Date)]
    pub(crate) date: NaiveDate,
    /// Whether the day is over, in the city: what was planned for it can be read, and nobody can go any more.
    past: bool,
    /// What kind of day it is.
    day: DayAnswer<'a>,
    #[schema(example = "08:30")]
    leave_from: String,
    #[schema(example = "16:00")]
    back_by: String,
    pupils: u32,
    adults: u32,
    #[schema(required)]
    grade: Option<u8>,
    mode: ModeBody,
    /// Whether only places that are known to have a roof were looked at.
    rain: bool,
    /// The study route by which the day is made; null = by none.
    #[schema(required)]
    study_route: Option<StudyRouteOfDay<'a>>,
    /// What times are made from.
    pub(crate) travel_kind: TravelKind,
    /// What the question left out and was filled in.
    assumed: &'a [Assumed],
    pub(crate) outcome: OutcomeWord,
    /// Null where there is none.
    #[schema(required)]
    pub(crate) plan: Option<PlanAnswer<'a>>,
    /// What is wrong with a sequence that was given.
    pub(crate) faults: Vec<FaultAnswer<'a>>,
    /// What could be visited and is not, and why: what must be first, then what would fit, then by score, 60 at most. None
    /// beside a sequence that was given and has faults.
    pub(crate) left_out: Vec<LeftOutAnswer<'a>>,
    /// How many more there are.
    pub(crate) left_out_more: usize,
    /// Where there is no plan: the smallest changes of the question with which there is one, those given up most easily first.
    pub(crate) changes: Vec<ChangeAnswer<'a>>,
    pub(crate) alternatives: Vec<AlternativeAnswer<'a>>,
    /// Whether a checker that shares nothing with the solver accepted the plan; false with faults, or where there is none.
    pub(crate) checked: bool,
    /// How many steps the search took.
    pub(crate) iterations: u64,
    /// Whether anything told of a stop is an example.
    pub(crate) synthetic: bool,
    #[serde(flatten)]
    pub(crate) colophon: Colophon<'a>,
}

/// Where the day begins and ends.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudySchoolSpot)]
pub(crate) struct SchoolAnswer<'a> {
    /// Id of its place; null = a point.
    #[schema(required)]
    place: Option<&'a str>,
    pub(crate) name: &'a str,
    /// Its English name; null = it has none.
    #[schema(required)]
    pub(crate) name_en: Option<&'a str>,
    /// WGS-84 degrees.
    lon: f64,
    /// WGS-84 degrees.
    lat: f64,
}

impl SchoolAnswer<'_> {
    /// Its point, WGS-84 degrees.
    pub(crate) fn at(&self) -> [f64; 2] {
        [self.lon, self.lat]
    }
}

/// The study route by which a day is made.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyRoute)]
struct StudyRouteOfDay<'a> {
    /// Its id.
    #[schema(example = "s-y315t2g2q5hs")]
    id: &'a str,
    /// What it is called, in Chinese.
    title: &'a str,
    /// What it is called, in English.
    #[schema(required)]
    title_en: Option<&'a str>,
    /// What pupils look for and do at its stops that stand, by place id, where that is told.
    tasks: BTreeMap<&'a str, &'a str>,
}

impl<'a> StudyRouteOfDay<'a> {
    fn new(snapshot: &'a Snapshot, id: &StudyRouteId) -> Option<Self> {
        let route = snapshot.study_route(id)?;
        let standing = placed(snapshot, route).filter(|(_, place)| place.status != Status::Withdrawn);
        Some(Self {
            id: route.id.as_str(),
            title: &route.title,
            title_en: route.title_en.as_deref(),
            tasks: standing.filter_map(|(stop, place)| Some((place.id.as_str(), stop.task.as_deref()?))).collect(),
        })
    }
}

/// What came of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FieldStudyOutcome)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OutcomeWord {
    /// A plan that meets everything asked.
    Plan,
    /// No plan was found.
    None,
    /// The sequence that was given, with its times and faults.
    Arranged,
}

/// What would be done instead.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyAlternative)]
pub(crate) struct AlternativeAnswer<'a> {
    pub(crate) alternative: AlternativeBody,
    pub(crate) outcome: OutcomeWord,
    /// Null where there is none.
    #[schema(required)]
    pub(crate) plan: Option<PlanAnswer<'a>>,
    /// As in the day's own, the first ten.
    pub(crate) left_out: Vec<LeftOutAnswer<'a>>,
}

impl<'a> FieldStudyAnswer<'a> {
    /// An answer in which nothing has been found yet.
    pub(crate) fn new(question: &'a FieldStudy, snapshot: &'a Snapshot) -> Self {
        let school = &question.school;
        let school_place = school.place.map(|place| &snapshot.places()[place as usize]);
        Self {
            school: SchoolAnswer {
                place: school_place.map(|place| place.id.as_str()),
                name: &school.name,
                name_en: school.name_en.as_deref(),
                lon: school.at.lon(),
                lat: school.at.lat(),
            },
            date: question.date,
            past: question.date < question.today,
            day: DayAnswer::new(&snapshot.calendar().day(question.date)),
            leave_from: crate::field_study::clock_text(question.leave_from),
            back_by: crate::field_study::clock_text(question.back_by),
            pupils: question.pupils,
            adults: question.adults,
            grade: question.grade,
            mode: question.mode,
            rain: question.roofed,
            study_route: question.route.as_ref().and_then(|route| StudyRouteOfDay::new(snapshot, &route.id)),
            travel_kind: question.kind,
            assumed: &question.assumed,
            outcome: OutcomeWord::None,
            plan: None,
            faults: Vec::new(),
            left_out: Vec::new(),
            left_out_more: 0,
            changes: Vec::new(),
            alternatives: Vec::new(),
            checked: false,
            iterations: 0,
            synthetic: false,
            colophon: Witness::new(snapshot).colophon(DatumName::Wgs84),
        }
    }

    /// What pupils look for and do at this stop: a visit of the study route by which the day is made, where that is told.
    pub(crate) fn task_at(&self, stop: &StopAnswer<'_>) -> Option<&str> {
        let route = self.study_route.as_ref().filter(|_| stop.what == StopKind::Visit)?;
        route.tasks.get(stop.place).copied()
    }
}

/// A line of the answer: `better` whenever a better plan is found, and `done` at the end, or `failed`.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyEvent)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FieldStudyEvent<'a> {
    /// A plan better than those before.
    Better(PlanAnswer<'a>),
    /// The search goes on; told now and then, so that it is noticed when nobody listens any more.
    Searching {},
    /// The whole answer.
    Done(Box<FieldStudyAnswer<'a>>),
    /// It could not be worked out.
    Failed {
        /// As an answer with an error status has it.
        #[schema(value_type = Object)]
        problem: serde_json::Value,
    },
}
