//! What is wrong with a sequence that was given, as answers show it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use yuren_index::Snapshot;
use yuren_itinerary::{Stop, Violation};

use super::left_out::{Numbers, barred_numbers, clock};
use crate::field_study::building::{Day, Meaning};
use crate::field_study::candidate::Barred;
use crate::field_study::question::FieldStudy;
use crate::field_study::travel::NO_WAY;

/// A fault of a sequence.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyFault)]
pub(crate) struct FaultAnswer<'a> {
    /// Whose, from 0; null = of several groups together.
    #[schema(required)]
    group: Option<usize>,
    /// Id of the place; null = of the day as a whole.
    #[schema(required)]
    place: Option<&'a str>,
    fault: FaultWord,
    /// What the fault is made of: minutes, metres, people, times of day, places, by their names.
    #[schema(value_type = BTreeMap<String, Object>)]
    numbers: Numbers,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FieldStudyFaultKind)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FaultWord {
    /// It is not open that day.
    ClosedToday,
    /// Nobody knows whether it is open.
    HoursUnknown,
    /// Some of the grade are too young or too old: `min_age`, `max_age`.
    NotForThisAge,
    /// Every child comes with an adult of their own.
    AdultForEach,
    /// It had to be booked `days` before.
    TooLateToBook,
    /// At `start` nobody is let in.
    ClosedThen,
    /// They stay until `end`, and it closes at `close`.
    ClosesBefore,
    /// They are `back` after `back_by`, by `late_minutes`.
    BackLate,
    /// There is no way from the stop before, or none that can be estimated.
    NoWay,
    /// The leg that leads there takes `minutes`, over `most`.
    LegTooLong,
    /// They walk `walk_m`, over `most`.
    TooFarOnFoot,
    /// It takes `least` at the least, they are `people`.
    NeedsMore,
    /// It takes `most` at most, they are `people`.
    AdmitsFewer,
    /// From `at` on `people` are inside, and `most` fit.
    TooManyInside,
    /// At `start` no slot begins that could be booked.
    InNoSlot,
    /// A slot has `people`, and admits `most`.
    SlotOverfull,
    /// It must be visited and is not.
    MustMissing,
    /// There is no lunch.
    NoLunch,
    /// It comes before a place (`first`) that must come before it.
    OutOfOrder,
    /// They are without a toilet for `minutes`, over `most`.
    NoToilet,
}

impl<'a> FaultAnswer<'a> {
    /// A violation in words; `None` = one that times worked out by the solver cannot have.
    pub(crate) fn new(question: &FieldStudy, snapshot: &'a Snapshot, day: &Day, violation: &Violation) -> Option<Self> {
        let numbers = question.planned_groups();
        let place = |point: usize| day.candidates[day.meanings[point].candidate()].place_of(snapshot).id.as_str();
        let fault = |group: Option<usize>, point: Option<usize>, fault, told: Numbers| {
            let (group, place) = (group.map(|group| numbers[group]), point.map(place));
            Some(Self { group, place, fault, numbers: told })
        };
        let of = |group: usize, point: usize, word, told: Numbers| fault(Some(group), Some(point), word, told);
        match *violation {
            Violation::OutsideWindows { group, point, start } => {
                let (word, told) = closed(day, point, start);
                of(group, point, word, told)
            }
            Violation::EndsAfterClose { group, point, end, close } => {
                let told = Numbers::from([("end", clock(end)), ("close", clock(close))]);
                of(group, point, FaultWord::ClosesBefore, told)
            }
            Violation::BackLate { group, back, back_by } => {
                let late = back.saturating_sub(back_by);
                let told = [("back", clock(back)), ("back_by", clock(back_by)), ("late_minutes", json!(late))];
                fault(Some(group), None, FaultWord::BackLate, told.into())
            }
            Violation::LegTooLong { group, to, travel, most, .. } => {
                let point = if let Stop::Point(point) = to { Some(point) } else { None };
                if travel >= NO_WAY.into() {
                    return fault(Some(group), point, FaultWord::NoWay, Numbers::new());
                }
                let told = Numbers::from([("minutes", json!(travel)), ("most", json!(most))]);
                fault(Some(group), point, FaultWord::LegTooLong, told)
            }
            Violation::TooFarOnFoot { group, walk_m, most } => {
                let told = Numbers::from([("walk_m", json!(walk_m)), ("most", json!(most))]);
                fault(Some(group), None, FaultWord::TooFarOnFoot, told)
            }
            Violation::GroupTooSmall { group, point, people, least } => {
                let told = Numbers::from([("people", json!(people)), ("least", json!(least))]);
                of(group, point, FaultWord::NeedsMore, told)
            }
            Violation::GroupTooLarge { group, point, people, most } => {
                let told = Numbers::from([("people", json!(people)), ("most", json!(most))]);
                of(group, point, FaultWord::AdmitsFewer, told)
            }
            Violation::TooManyInside { point, at, people, most } => {
                let told = Numbers::from([("at", clock(at)), ("people", json!(people)), ("most", json!(most))]);
                fault(None, Some(point), FaultWord::TooManyInside, told)
            }
            Violation::InNoSlot { group, point, start } => {
                of(group, point, FaultWord::InNoSlot, Numbers::from([("start", clock(start))]))
            }
            Violation::SlotOverfull { point, people, most, .. } => {
                let told = Numbers::from([("people", json!(people)), ("most", json!(most))]);
                fault(None, Some(point), FaultWord::SlotOverfull, told)
            }
            Violation::MustMissing { group, point } => of(group, point, FaultWord::MustMissing, Numbers::new()),
            Violation::ChoiceMissing { group, .. } => fault(Some(group), None, FaultWord::NoLunch, Numbers::new()),
            Violation::OutOfOrder { group, first, second } => {
                of(group, second, FaultWord::OutOfOrder, Numbers::from([("first", json!(place(first)))]))
            }
            Violation::NoToilet { group, to, time, most, .. } => {
                let point = if let Stop::Point(point) = to { Some(point) } else { None };
                let told = Numbers::from([("minutes", json!(time)), ("most", json!(most))]);
                fault(Some(group), point, FaultWord::NoToilet, told)
            }
            _ => None,
        }
    }

    /// What stands against a stop that the solver knows nothing of: who is let in, and until when one books.
    pub(crate) fn of_stop(
        question: &FieldStudy,
        snapshot: &'a Snapshot,
        day: &Day,
        group: usize,
        point: usize,
    ) -> Option<Self> {
        let Meaning::Visit(candidate) = day.meanings[point] else { return None };
        let candidate = &day.candidates[candidate];
        let barred = candidate.barred?;
        let fault = match barred {
            Barred::NotForThisAge { .. } => FaultWord::NotForThisAge,
            Barred::AdultForEach => FaultWord::AdultForEach,
            Barred::TooLateToBook { .. } => FaultWord::TooLateToBook,
            // Those show in the times.
            Barred::ClosedToday | Barred::HoursUnknown | Barred::NoRoof => return None,
        };
        Some(Self {
            group: Some(question.planned_groups()[group]),
            place: Some(candidate.place_of(snapshot).id.as_str()),
            fault,
            numbers: barred_numbers(barred),
        })
    }
}

/// Why nobody is let in at a time.
fn closed(day: &Day, point: usize, start: u64) -> (FaultWord, BTreeMap<&'static str, Value>) {
    let barred = match day.meanings[point] {
        Meaning::Visit(candidate) => day.candidates[candidate].barred,
        Meaning::Lunch(_) => None,
    };
    match barred {
        Some(Barred::ClosedToday) => (FaultWord::ClosedToday, Numbers::new()),
        Some(Barred::HoursUnknown) => (FaultWord::HoursUnknown, Numbers::new()),
        _ => (FaultWord::ClosedThen, Numbers::from([("start", clock(start))])),
    }
}
