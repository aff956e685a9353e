//! A stop of a plan as answers show it.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Fee, Precision, RoleKind};
use yuren_index::Snapshot;
use yuren_itinerary::Visit;

use super::leg::LegAnswer;
use crate::answer::provenance::Witness;
use crate::answer::words::{FeeWord, PrecisionWord, RoleKindWord};
use crate::field_study::booking::Bookable;
use crate::field_study::building::{Day, Meaning};
use crate::field_study::candidate::{Barred, Candidate};
use crate::field_study::clock_text;
use crate::field_study::hours::State;
use crate::field_study::question::FieldStudy;

/// A stop.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyStop)]
pub(crate) struct StopAnswer<'a> {
    /// From 1.
    pub(crate) n: usize,
    pub(crate) what: StopKind,
    /// Id of the place; of lunch, that by or in which it is had.
    pub(crate) place: &'a str,
    /// Id of the role that is visited.
    role: &'a str,
    pub(crate) name: &'a str,
    /// Its English name; null = it has none.
    #[schema(required)]
    pub(crate) name_en: Option<&'a str>,
    #[schema(value_type = RoleKindWord)]
    kind: RoleKind,
    /// WGS-84 degrees.
    pub(crate) lon: f64,
    /// WGS-84 degrees.
    pub(crate) lat: f64,
    #[schema(value_type = PrecisionWord)]
    precision: Precision,
    /// Whether its position, its name or that it holds the role is an example.
    pub(crate) synthetic: bool,
    #[schema(example = "09:05")]
    pub(crate) arrive: String,
    /// When they go in.
    pub(crate) start: String,
    pub(crate) end: String,
    /// `start` in minutes after midnight.
    #[serde(skip)]
    pub(crate) starts: u32,
    /// `end` in minutes after midnight.
    #[serde(skip)]
    pub(crate) ends: u32,
    wait_minutes: u32,
    /// The way there.
    pub(crate) leg: LegAnswer,
    /// When it is open that day, from and to.
    #[schema(value_type = Vec<[String; 2]>)]
    hours: Vec<[String; 2]>,
    /// Whether those hours are known; else they are assumed, and whoever plans asks first.
    hours_known: bool,
    /// From when on nobody is let in any more, where that is before it closes.
    #[schema(required)]
    last_entry: Option<String>,
    /// Whether it is known how long a visit takes, or told by the question; else it is assumed.
    stay_known: bool,
    /// The largest group that is let in, or how many fit at once; null = unknown.
    #[schema(required)]
    admits: Option<u32>,
    #[schema(value_type = FeeWord)]
    fee: Fee,
    booking: BookingNeeded,
    /// Of an office; null = unknown.
    #[schema(required)]
    pub(crate) phone: Option<&'a str>,
    /// Why it was chosen, in words such as `theme:canal`, `words`, `subject:history`, `grade`, `fresh`.
    fit: Vec<String>,
    /// Ids of its courses for the grade or on a theme.
    courses: Vec<String>,
    /// What to see to: `hours_assumed`, `stay_assumed`, `capacity_unknown`, `group_limits_unknown`, `booking_unknown`,
    /// `fee_unknown`, `too_late_to_book`, `not_for_this_age`, `adult_for_each`, `no_roof`, `position_approximate`.
    notes: Vec<&'static str>,
}

/// What one does there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = FieldStudyStopKind)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StopKind {
    Visit,
    Lunch,
}

/// What has to be booked.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyBooking)]
struct BookingNeeded {
    required: bool,
    /// How many days before its visit a group must tell; null = unknown.
    #[schema(required)]
    group_notice_days: Option<u16>,
    /// The first day on which it can be booked; null = unknown.
    #[schema(required, value_type = Option<String>, format = Date)]
    book_from: Option<NaiveDate>,
    /// The last; null = unknown.
    #[schema(required, value_type = Option<String>, format = Date)]
    book_by: Option<NaiveDate>,
    /// Whether that day is over.
    too_late: bool,
}

impl<'a> StopAnswer<'a> {
    /// The `n`th stop of a route.
    pub(crate) fn new(
        n: usize,
        visit: &Visit,
        leg: LegAnswer,
        (question, snapshot, day): (&FieldStudy, &'a Snapshot, &Day),
        witness: &Witness<'a>,
    ) -> Self {
        let meaning = day.meanings[visit.point];
        let candidate = &day.candidates[meaning.candidate()];
        let is_visit = matches!(meaning, Meaning::Visit(_));
        let (place, role) = (candidate.place_of(snapshot), candidate.role_of(snapshot));
        for source in [&place.name_provenance.source, &place.position.provenance.source, &role.claim.source] {
            witness.name(source);
        }
        let Bookable { required, notice_days, book_by, book_from, too_late } = candidate.bookable;
        let hours = &candidate.hours;
        Self {
            n,
            what: if is_visit { StopKind::Visit } else { StopKind::Lunch },
            place: place.id.as_str(),
            role: role.id.as_str(),
            name: &place.name,
            name_en: place.name_en.as_deref(),
            kind: role.kind,
            lon: place.position.point.lon(),
            lat: place.position.point.lat(),
            precision: place.position.precision,
            synthetic: candidate.is_synthetic(snapshot),
            arrive: clock_text(visit.arrive),
            start: clock_text(visit.start),
            end: clock_text(visit.end),
            starts: visit.start,
            ends: visit.end,
            wait_minutes: visit.start.saturating_sub(visit.arrive),
            leg,
            hours: hours.windows.iter().map(|window| [clock_text(window.open), clock_text(window.close)]).collect(),
            hours_known: matches!(hours.state, State::Open | State::Closed),
            last_entry: hours.last_entry.map(clock_text),
            stay_known: !is_visit || candidate.stay_known,
            admits: candidate.group_sizes(snapshot).1,
            fee: role.fee(),
            booking: BookingNeeded { required, group_notice_days: notice_days, book_from, book_by, too_late },
            phone: role.contact.as_ref().and_then(|contact| contact.value.phone.as_deref()),
            fit: if is_visit { candidate.worth.fit.clone() } else { Vec::new() },
            courses: if is_visit { candidate.worth.courses.clone() } else { Vec::new() },
            notes: if is_visit { notes(question, snapshot, candidate) } else { Vec::new() },
        }
    }
}

/// What to see to at a stop.
fn notes(question: &FieldStudy, snapshot: &Snapshot, candidate: &Candidate) -> Vec<&'static str> {
    let (place, role) = (candidate.place_of(snapshot), candidate.role_of(snapshot));
    let booking = role.booking.as_ref().map(|booking| &booking.value);
    let said = [
        (candidate.hours.state == State::Assumed, "hours_assumed"),
        (!candidate.stay_known, "stay_assumed"),
        (role.capacity.is_none(), "capacity_unknown"),
        (booking.is_none(), "booking_unknown"),
        (booking.is_some_and(|booking| booking.group_max.is_none()), "group_limits_unknown"),
        (role.fee() == Fee::Unknown, "fee_unknown"),
        (candidate.bookable.too_late, "too_late_to_book"),
        (matches!(candidate.barred, Some(Barred::NotForThisAge { .. })), "not_for_this_age"),
        (candidate.barred == Some(Barred::AdultForEach), "adult_for_each"),
        (question.roofed && candidate.barred == Some(Barred::NoRoof), "no_roof"),
        (place.position.precision == Precision::Approximate, "position_approximate"),
    ];
    said.into_iter().filter(|(is_so, _)| *is_so).map(|(_, note)| note).collect()
}
