//! Why a place is not visited, as answers show it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;
use yuren_index::{PlaceIx, Snapshot};
use yuren_itinerary::{LeftOut, Obstacle, Reason};

use crate::field_study::building::Day;
use crate::field_study::candidate::{Barred, Candidate};
use crate::field_study::question::FieldStudy;
use crate::field_study::travel::NO_WAY;

/// A place that could be visited and is not.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyLeftOut)]
pub(crate) struct LeftOutAnswer<'a> {
    /// Id of the place.
    place: &'a str,
    name: &'a str,
    /// Its English name; null = it has none.
    #[schema(required)]
    name_en: Option<&'a str>,
    /// What a visit would be worth.
    score: u32,
    /// Whether the question wants it to be visited.
    must: bool,
    /// Whose day does without it, from 0.
    groups: Vec<usize>,
    reason: ReasonWord,
    /// What the reason is made of: minutes, metres, people, times of day, places, by their names.
    #[schema(value_type = BTreeMap<String, Object>)]
    numbers: BTreeMap<&'static str, Value>,
}

/// Why it is not visited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FieldStudyReason)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ReasonWord {
    /// It is not open that day.
    ClosedToday,
    /// Nobody knows whether it is open.
    HoursUnknown,
    /// It is not known to have a roof.
    NoRoof,
    /// Some of the grade are too young or too old: `min_age`, `max_age`.
    NotForThisAge,
    /// Every child comes with an adult of their own.
    AdultForEach,
    /// It had to be booked `days` before.
    TooLateToBook,
    /// So many others are worth more that it was not looked at.
    BelowTheBest,
    /// It takes `least` at the least, they are `people`.
    NeedsMore,
    /// It takes `most` at most, they are `people`; in `groups` parts each would be let in.
    AdmitsFewer,
    /// Nobody knows how many it takes, and they are `people`: more than the `most` that are assumed.
    CapacityUnknown,
    /// A visit takes `stay_minutes`, it is open for `longest_minutes` at most.
    StayTooLong,
    /// In none of its slots can a visit lie in its hours.
    SlotsOutsideHours,
    /// They would `arrive` when it lets nobody in any more (`last_entry`), even if they went nowhere else.
    TooLateThere,
    /// They would be `back` after `back_by`, even if they went nowhere else.
    TooLateBack,
    /// There is no way, or none that can be estimated: water lies between.
    NoWay,
    /// The leg takes `minutes`, `most` are wanted.
    LegTooLong,
    /// It is `walk_m` on foot, `most` are wanted.
    TooFarOnFoot,
    /// Other groups (`by`) take its room.
    Taken,
    /// It would have to come after one stop (`after`) and before another (`before`) that come the other way round.
    NoPlaceInOrder,
    /// With it they would be `back` late, by `late_minutes`.
    BackLate,
    /// With it they would be late at `stop`, by `late_minutes`.
    MissesAStop,
    /// With it they would be without a toilet for `minutes`.
    NoToilet,
    /// With it they would walk `walk_m`.
    WalksTooFar,
    /// With it a leg would take `minutes`.
    MakesLegTooLong,
    /// It would fit, and was not put in.
    WouldFit,
    /// The study route stops there, and it was withdrawn from the map since.
    Withdrawn,
}

/// What a reason or a fault is made of.
pub(super) type Numbers = BTreeMap<&'static str, Value>;

/// The stops of the question's study route that were withdrawn since it was put together, in its order.
pub(crate) fn withdrawn<'a>(question: &FieldStudy, snapshot: &'a Snapshot) -> Vec<LeftOutAnswer<'a>> {
    let stops = question.route.iter().flat_map(|route| &route.withdrawn);
    let answer = |&place: &PlaceIx| {
        let place = &snapshot.places()[place as usize];
        LeftOutAnswer {
            place: place.id.as_str(),
            name: &place.name,
            name_en: place.name_en.as_deref(),
            score: 0,
            must: true,
            groups: question.planned_groups(),
            reason: ReasonWord::Withdrawn,
            numbers: Numbers::new(),
        }
    };
    stops.map(answer).collect()
}

/// Everything that a day leaves out: what must be visited first, then what would fit, then by score.
pub(crate) fn all<'a>(
    question: &FieldStudy,
    snapshot: &'a Snapshot,
    day: &Day,
    left_out: &[LeftOut],
) -> Vec<LeftOutAnswer<'a>> {
    let numbers = question.planned_groups();
    let answer = |candidate: &Candidate, groups: Vec<usize>, (reason, told): (ReasonWord, Numbers)| {
        let place = candidate.place_of(snapshot);
        LeftOutAnswer {
            place: place.id.as_str(),
            name: &place.name,
            name_en: place.name_en.as_deref(),
            score: candidate.worth.score,
            must: question.must.contains(&candidate.place),
            groups: groups.into_iter().map(|group| numbers[group]).collect(),
            reason,
            numbers: told,
        }
    };
    let everybody = || (0..numbers.len()).collect::<Vec<_>>();
    let mut is_told = vec![false; day.candidates.len()];
    let mut all = Vec::new();
    for out in left_out.iter().filter(|out| day.is_visit(out.point)) {
        let candidate = day.meanings[out.point].candidate();
        is_told[candidate] = true;
        let found = &day.candidates[candidate];
        let reason = found.barred.filter(|_| out.reason == Reason::Closed);
        let (mut word, numbers) = reason.map_or_else(|| told(snapshot, day, &out.reason), barred);
        if word == ReasonWord::AdmitsFewer && found.group_sizes(snapshot).1.is_none() {
            word = ReasonWord::CapacityUnknown;
        }
        all.push(answer(found, out.groups.clone(), (word, numbers)));
    }
    for (i, candidate) in day.candidates.iter().enumerate() {
        if is_told[i] || day.chosen.contains(&i) {
            continue;
        }
        let reason = candidate.barred.map_or_else(|| (ReasonWord::BelowTheBest, Numbers::new()), barred);
        all.push(answer(candidate, everybody(), reason));
    }
    let rank = |out: &LeftOutAnswer<'_>| (out.must, out.reason == ReasonWord::WouldFit, out.score);
    all.sort_by(|one, other| rank(other).cmp(&rank(one)).then_with(|| one.place.cmp(other.place)));
    all
}

fn barred(barred: Barred) -> (ReasonWord, Numbers) {
    let word = match barred {
        Barred::ClosedToday => ReasonWord::ClosedToday,
        Barred::HoursUnknown => ReasonWord::HoursUnknown,
        Barred::NoRoof => ReasonWord::NoRoof,
        Barred::NotForThisAge { .. } => ReasonWord::NotForThisAge,
        Barred::AdultForEach => ReasonWord::AdultForEach,
        Barred::TooLateToBook { .. } => ReasonWord::TooLateToBook,
    };
    (word, barred_numbers(barred))
}

/// What a bar is made of.
pub(super) fn barred_numbers(barred: Barred) -> Numbers {
    match barred {
        Barred::NotForThisAge { min_age, max_age } => {
            Numbers::from([("min_age", json!(min_age)), ("max_age", json!(max_age))])
        }
        Barred::TooLateToBook { days } => Numbers::from([("days", json!(days))]),
        Barred::ClosedToday | Barred::HoursUnknown | Barred::NoRoof | Barred::AdultForEach => Numbers::new(),
    }
}

/// A reason of the solver's, in words.
fn told(snapshot: &Snapshot, day: &Day, reason: &Reason) -> (ReasonWord, Numbers) {
    let place = |point: usize| json!(day.candidates[day.meanings[point].candidate()].place_of(snapshot).id.as_str());
    match *reason {
        Reason::Closed => (ReasonWord::ClosedToday, Numbers::new()),
        Reason::GroupTooSmall { people, least, .. } => {
            (ReasonWord::NeedsMore, Numbers::from([("people", json!(people)), ("least", json!(least))]))
        }
        Reason::GroupTooLarge { people, most, parts, .. } => (
            ReasonWord::AdmitsFewer,
            Numbers::from([("people", json!(people)), ("most", json!(most)), ("groups", json!(parts))]),
        ),
        Reason::StayTooLong { stay, longest, .. } => (
            ReasonWord::StayTooLong,
            Numbers::from([("stay_minutes", json!(stay)), ("longest_minutes", json!(longest))]),
        ),
        Reason::SlotsOutsideWindows => (ReasonWord::SlotsOutsideHours, Numbers::new()),
        Reason::TooLateBack { back, .. } | Reason::TooLateThere { arrive: back, .. } if back >= NO_WAY.into() => {
            (ReasonWord::NoWay, Numbers::new())
        }
        Reason::TooLateThere { arrive, last, .. } => {
            (ReasonWord::TooLateThere, Numbers::from([("arrive", clock(arrive)), ("last_entry", clock(last))]))
        }
        Reason::TooLateBack { back, back_by, .. } => (
            ReasonWord::TooLateBack,
            Numbers::from([
                ("back", clock(back)),
                ("back_by", clock(back_by.into())),
                ("late_minutes", json!(back.saturating_sub(back_by.into()))),
            ]),
        ),
        Reason::TooFarForOneLeg { travel: NO_WAY, .. } => (ReasonWord::NoWay, Numbers::new()),
        Reason::TooFarForOneLeg { travel, most, .. } => {
            (ReasonWord::LegTooLong, Numbers::from([("minutes", json!(travel)), ("most", json!(most))]))
        }
        Reason::TooFarOnFoot { walk_m, most, .. } => {
            (ReasonWord::TooFarOnFoot, Numbers::from([("walk_m", json!(walk_m)), ("most", json!(most))]))
        }
        Reason::Taken { ref by, .. } => (ReasonWord::Taken, Numbers::from([("by", json!(by))])),
        Reason::ChoiceTaken { by, .. } => (ReasonWord::Taken, Numbers::from([("stop", place(by))])),
        Reason::NoPlaceInOrder { after, before, .. } => {
            (ReasonWord::NoPlaceInOrder, Numbers::from([("after", place(after)), ("before", place(before))]))
        }
        Reason::NoRoom { obstacle, instead_of, .. } => {
            let (word, mut numbers) = obstructed(obstacle, &place);
            if let Some(point) = instead_of {
                numbers.insert("instead_of", place(point));
            }
            (word, numbers)
        }
        Reason::WouldFit { back, .. } => (ReasonWord::WouldFit, Numbers::from([("back", clock(back))])),
    }
}

fn obstructed(obstacle: Obstacle, place: &dyn Fn(usize) -> Value) -> (ReasonWord, Numbers) {
    match obstacle {
        Obstacle::BackLate { late, back } => {
            (ReasonWord::BackLate, Numbers::from([("late_minutes", json!(late)), ("back", clock(back))]))
        }
        Obstacle::Misses { late, point, arrive } => (
            ReasonWord::MissesAStop,
            Numbers::from([("stop", place(point)), ("late_minutes", json!(late)), ("arrive", clock(arrive))]),
        ),
        Obstacle::NoToilet { over, time } => {
            (ReasonWord::NoToilet, Numbers::from([("minutes", json!(time)), ("over_minutes", json!(over))]))
        }
        Obstacle::TooFarOnFoot { over, walk_m } => {
            (ReasonWord::WalksTooFar, Numbers::from([("walk_m", json!(walk_m)), ("over_m", json!(over))]))
        }
        Obstacle::LegTooLong { over, travel } => {
            (ReasonWord::MakesLegTooLong, Numbers::from([("minutes", json!(travel)), ("over_minutes", json!(over))]))
        }
    }
}

/// A time of day.
pub(super) fn clock(minutes: u64) -> Value {
    crate::field_study::clock_text(u32::try_from(minutes).unwrap_or(u32::MAX)).into()
}
