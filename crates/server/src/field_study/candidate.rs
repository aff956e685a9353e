//! What may be visited (候选): one role of each place, what is known of a visit to it, and why it may not be.

use yuren_catalog::{Audience, Place, Precision, Role, RoleKind, Status};
use yuren_index::{PlaceIx, Snapshot};

use super::body::UnknownHoursBody;
use super::booking::Bookable;
use super::hours::{Hours, State};
use super::limits::MINUTES;
use super::question::FieldStudy;
use super::score::{Worth, worth};

/// Age in years of the youngest of the first grade.
const FIRST_GRADE_AGE: u8 = 6;
/// Words in the names of venues that have a roof.
const ROOFED_WORDS: [&str; 14] = [
    "馆",
    "书屋",
    "少年宫",
    "活动中心",
    "实践中心",
    "文化站",
    "剧院",
    "影院",
    "学校",
    "教室",
    "博物",
    "故居",
    "会馆旧址",
    "展厅",
];
/// Words in the names of what is in the open in spite of those.
const OPEN_AIR_WORDS: [&str; 5] = ["公园", "湿地", "遗址", "广场", "体育场"];

/// A role of a place that may be visited.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) place: PlaceIx,
    /// Its position in the place's roles.
    pub(crate) role: usize,
    pub(crate) worth: Worth,
    pub(crate) hours: Hours,
    /// How long a visit takes, in minutes.
    pub(crate) stay: u32,
    /// Whether that is known, or told by the question.
    pub(crate) stay_known: bool,
    pub(crate) bookable: Bookable,
    /// Why nobody visits it, whatever the rest of the day is like.
    pub(crate) barred: Option<Barred>,
}

/// Why nobody visits a place on such a day, before any plan is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Barred {
    /// It is not open that day.
    ClosedToday,
    /// Nobody knows whether it is.
    HoursUnknown,
    /// It has no roof, or nobody knows of one, and it rains.
    NoRoof,
    /// Somebody of the grade is too young or too old.
    NotForThisAge { min_age: Option<u8>, max_age: Option<u8> },
    /// Every child comes with an adult of their own.
    AdultForEach,
    /// The last day to book is over.
    TooLateToBook { days: i64 },
}

impl Candidate {
    /// The candidate that a place is, by the best of its roles: one that is not barred, and then by score.
    pub(crate) fn of(question: &FieldStudy, snapshot: &Snapshot, place: PlaceIx, is_must: bool) -> Option<Self> {
        let found = &snapshot.places()[place as usize];
        let stands = |role: &Role| role.status == Status::Active && found.status == Status::Active;
        let in_region = question.region.as_ref().is_none_or(|code| found.region.and_ancestors().any(|c| c == *code));
        let wanted = |role: &Role| stands(role) && in_region && question.roles.contains(role.kind);
        // What must be visited is, whatever its kind; and if it is closed for now, that is the answer.
        let fallbacks: [&dyn Fn(&Role) -> bool; 2] = [&stands, &|role| role.status != Status::Withdrawn];
        let of_roles = |counts: &dyn Fn(&Role) -> bool| {
            let roles = found.roles.iter().enumerate().filter(|(_, role)| counts(role));
            let candidates = roles.map(|(i, role)| Self::of_role(question, snapshot, place, i, role));
            // Of equals the first.
            candidates.rev().max_by_key(|one| (one.barred.is_none(), one.worth.score))
        };
        let best = of_roles(&wanted);
        if best.is_some() || !is_must {
            return best;
        }
        fallbacks.into_iter().find_map(of_roles)
    }

    fn of_role(question: &FieldStudy, snapshot: &Snapshot, place: PlaceIx, i: usize, role: &Role) -> Self {
        let found = &snapshot.places()[place as usize];
        // Whoever put the route together chose the place: one asks there first, instead of leaving it out.
        let is_stop = question.route.as_ref().is_some_and(|route| route.stops_at(place));
        let unknown = if is_stop { UnknownHoursBody::AskFirst } else { question.unknown_hours };
        let hours = Hours::of(snapshot, place, i, question.date, unknown);
        let booking = role.booking.as_ref().map(|booking| &booking.value);
        let bookable = Bookable::of(booking, question.date, question.today);
        let told = question.stay.get(&place).copied();
        let known = told.or_else(|| role.visit_minutes.as_ref().map(|minutes| minutes.value.into()));
        let mut candidate = Self {
            place,
            role: i,
            worth: worth(question, snapshot, found, role),
            hours,
            stay: known.unwrap_or_else(|| usual_stay(role.kind)).clamp(1, MINUTES),
            stay_known: known.is_some(),
            bookable,
            barred: None,
        };
        candidate.barred = candidate.barred_by(question, found, role);
        candidate
    }

    fn barred_by(&self, question: &FieldStudy, place: &Place, role: &Role) -> Option<Barred> {
        match self.hours.state {
            State::Closed => return Some(Barred::ClosedToday),
            State::Unknown => return Some(Barred::HoursUnknown),
            State::Open | State::Assumed => {}
        }
        if question.roofed && !is_roofed(place, role) {
            return Some(Barred::NoRoof);
        }
        let audience = role.audience.as_ref().map(|audience| &audience.value);
        let by_audience = audience.and_then(|audience| barred_by_audience(audience, question));
        let by_booking = self.bookable.too_late.then(|| Barred::TooLateToBook {
            days: self.bookable.book_by.map_or(0, |last| question.date.signed_duration_since(last).num_days()),
        });
        by_audience.or(by_booking)
    }

    /// The role.
    pub(crate) fn role_of<'a>(&self, snapshot: &'a Snapshot) -> &'a Role {
        &self.place_of(snapshot).roles[self.role]
    }

    /// The place.
    pub(crate) fn place_of<'a>(&self, snapshot: &'a Snapshot) -> &'a Place {
        &snapshot.places()[self.place as usize]
    }

    /// How many are let in at once.
    pub(crate) fn capacity(&self, snapshot: &Snapshot) -> Option<u32> {
        self.role_of(snapshot).capacity.as_ref().map(|capacity| capacity.value)
    }

    /// The smallest and the largest group that is let in.
    pub(crate) fn group_sizes(&self, snapshot: &Snapshot) -> (Option<u32>, Option<u32>) {
        let booking = self.role_of(snapshot).booking.as_ref().map(|booking| &booking.value);
        let size = |of: fn(&yuren_catalog::Booking) -> Option<u16>| booking.and_then(of).map(u32::from);
        let largest = [size(|booking| booking.group_max), self.capacity(snapshot)];
        (size(|booking| booking.group_min), largest.into_iter().flatten().min())
    }

    /// Whether there is a toilet: nobody has said so, but such houses have one.
    pub(crate) fn has_toilet(&self, snapshot: &Snapshot) -> bool {
        matches!(
            self.role_of(snapshot).kind,
            RoleKind::Venue | RoleKind::PracticeCentre | RoleKind::School | RoleKind::LeadParentSchool
        )
    }

    /// Whether anything that is told of it is an example.
    pub(crate) fn is_synthetic(&self, snapshot: &Snapshot) -> bool {
        let (place, role) = (self.place_of(snapshot), self.role_of(snapshot));
        let sources = [&role.claim.source, &place.name_provenance.source, &place.position.provenance.source];
        let is_example = |key| snapshot.sources().get(key).is_some_and(|source| source.synthetic);
        place.position.precision == Precision::Synthetic || sources.into_iter().any(is_example)
    }
}

/// How long a visit takes where nobody knows, in minutes.
fn usual_stay(kind: RoleKind) -> u32 {
    match kind {
        RoleKind::Heritage => 45,
        RoleKind::PracticeCentre => 90,
        _ => 60,
    }
}

fn barred_by_audience(audience: &Audience, question: &FieldStudy) -> Option<Barred> {
    let &Audience { min_age, max_age, adult_required, .. } = audience;
    if adult_required && question.adults < question.pupils {
        return Some(Barred::AdultForEach);
    }
    let youngest = FIRST_GRADE_AGE + question.grade? - 1;
    let is_refused = min_age.is_some_and(|least| youngest < least) || max_age.is_some_and(|most| youngest + 1 > most);
    is_refused.then_some(Barred::NotForThisAge { min_age, max_age })
}

/// Whether it is known to have a roof, by its kind and its names. What is unknown counts as open.
fn is_roofed(place: &Place, role: &Role) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| place.name.contains(word));
    role.kind == RoleKind::PracticeCentre || (has(&ROOFED_WORDS) && !has(&OPEN_AIR_WORDS))
}

/// Whether a role of the place that stands is known to have a roof.
pub(crate) fn has_roof(snapshot: &Snapshot, place: PlaceIx) -> bool {
    let place = &snapshot.places()[place as usize];
    place.roles.iter().any(|role| role.status == Status::Active && is_roofed(place, role))
}

/// Everything that may be visited, and what may not and why; by place. What must be visited is among them whatever stands against it.
pub(crate) fn candidates(question: &FieldStudy, snapshot: &Snapshot) -> Vec<Candidate> {
    let ordered: std::collections::BTreeSet<PlaceIx> =
        question.order.iter().flat_map(super::order::Given::named).collect();
    let done = |place: PlaceIx| question.from_now.as_ref().is_some_and(|now| now.done.contains(&place));
    let is_asked = |place: PlaceIx| !question.not.contains(&place) && !done(place);
    let candidate = |place: PlaceIx| {
        let is_must = question.must.contains(&place) || ordered.contains(&place);
        let is_named = || is_must || question.route.as_ref().is_some_and(|route| route.stops_at(place));
        (!question.only_named || is_named()).then(|| Candidate::of(question, snapshot, place, is_must)).flatten()
    };
    // The school is where they come from.
    let places = (0..snapshot.places().len() as PlaceIx).filter(|&place| question.school.place != Some(place));
    places.filter(|&place| is_asked(place)).filter_map(candidate).collect()
}
