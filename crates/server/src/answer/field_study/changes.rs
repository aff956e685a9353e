//! The smallest changes of a question with which there is a plan, as answers show them.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::calendar::ClockTime;
use yuren_index::Snapshot;
use yuren_itinerary::{Change, Relaxation};

use crate::field_study::building::Day;
use crate::field_study::candidate::{Barred, Candidate};
use crate::field_study::clock_text;
use crate::field_study::limits::{MINUTES, WALK_M};
use crate::field_study::question::FieldStudy;
use crate::field_study::several_days::SeveralDays;

/// A change with which there is a plan.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyChange)]
pub(crate) struct ChangeAnswer<'a> {
    #[serde(flatten)]
    change: ChangeTold<'a>,
    /// What the visits of the plan found with it are worth.
    score: u64,
}

/// What is asked otherwise. The fields are those of the question.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyChangeTold)]
#[serde(tag = "change", rename_all = "snake_case")]
enum ChangeTold<'a> {
    /// Leave school earlier.
    LeaveEarlier { leave_from: String, minutes: u32 },
    /// Be back later.
    ComeBackLater { back_by: String, minutes: u32 },
    /// Go farther at a time.
    LongerLeg { max_leg_minutes: u32 },
    /// Walk more.
    MoreOnFoot { max_walk_m: u32 },
    /// Go longer without a toilet.
    LongerWithoutToilet { max_without_toilet_minutes: u32 },
    /// Go in so many groups.
    Split { groups: usize },
    /// Go in parts, on so many days: on each so many pupils and adults at most, in so many groups.
    SeveralDays { days: u32, pupils: u32, adults: u32, groups: usize },
    /// Have no lunch on the way.
    WithoutLunch,
    /// Ask the places whose hours nobody knows (`unknown_hours` is `ask_first`): those among the places that must be visited.
    AskFirst { places: Vec<ChangedPlace<'a>> },
    /// These need not be visited.
    DropMust { places: Vec<ChangedPlace<'a>> },
}

/// A place that a change is about.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyChangedPlace)]
struct ChangedPlace<'a> {
    /// Id of the place.
    place: &'a str,
    name: &'a str,
    /// Its English name; null = it has none.
    #[schema(required)]
    name_en: Option<&'a str>,
}

impl<'a> ChangeAnswer<'a> {
    /// The change, if the question can be changed so.
    pub(crate) fn new(question: &FieldStudy, snapshot: &'a Snapshot, day: &Day, found: &Relaxation) -> Option<Self> {
        let problem = &day.problem;
        let change = match &found.change {
            Change::LeaveEarlier(by) => {
                // A day that is under way does not begin earlier.
                let leave_from = question.leave_from.checked_sub(*by).filter(|_| question.from_now.is_none())?;
                ChangeTold::LeaveEarlier { leave_from: clock_text(leave_from), minutes: *by }
            }
            Change::ComeBackLater(by) => {
                let back_by = within(problem.back_by + by, ClockTime::DAY_END.minutes().into())?;
                ChangeTold::ComeBackLater { back_by: clock_text(back_by), minutes: *by }
            }
            Change::LongerLeg(by) => ChangeTold::LongerLeg { max_leg_minutes: within(problem.max_leg? + by, MINUTES)? },
            Change::MoreOnFoot(by) => ChangeTold::MoreOnFoot { max_walk_m: within(problem.max_walk_m? + by, WALK_M)? },
            Change::LongerWithoutToilet(by) => {
                let minutes = within(problem.max_without_toilet? + by, MINUTES)?;
                ChangeTold::LongerWithoutToilet { max_without_toilet_minutes: minutes }
            }
            Change::Split(parts) => {
                let groups = question.groups * *parts as usize;
                // An adult goes with each.
                if question.from_now.is_some() || groups > question.adults as usize {
                    return None;
                }
                ChangeTold::Split { groups }
            }
            Change::WithoutChoice(_) => ChangeTold::WithoutLunch,
            Change::DropMust(points) => {
                let of = |&point: &usize| &day.candidates[day.meanings[point].candidate()];
                ChangeTold::DropMust {
                    places: points.iter().map(|point| ChangedPlace::new(of(point), snapshot)).collect(),
                }
            }
        };
        Some(Self { change, score: found.plan.score })
    }

    /// The change to places that are asked first.
    pub(crate) fn ask_first(question: &FieldStudy, snapshot: &'a Snapshot, day: &Day, score: u64) -> Self {
        let is_asked =
            |one: &&Candidate| one.barred == Some(Barred::HoursUnknown) && question.must.contains(&one.place);
        let asked = day.candidates.iter().filter(is_asked);
        let places = asked.map(|candidate| ChangedPlace::new(candidate, snapshot)).collect();
        Self { change: ChangeTold::AskFirst { places }, score }
    }

    /// The change to several days.
    pub(crate) fn several_days(found: SeveralDays) -> Self {
        let SeveralDays { days, pupils, adults, groups, plan, .. } = found;
        Self { change: ChangeTold::SeveralDays { days, pupils, adults, groups }, score: plan.score }
    }
}

impl<'a> ChangedPlace<'a> {
    fn new(candidate: &Candidate, snapshot: &'a Snapshot) -> Self {
        let place = candidate.place_of(snapshot);
        Self { place: place.id.as_str(), name: &place.name, name_en: place.name_en.as_deref() }
    }
}

/// The value, if a question may ask for it.
fn within(value: u32, most: u32) -> Option<u32> {
    (value <= most).then_some(value)
}
