//! When a place's roles are open, day by day.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::calendar::{ClockTime, DaySchedule, Reason, Span, Telling};
use yuren_catalog::{Place, Role, RoleKind, Status};
use yuren_index::{PlaceIx, Snapshot};

use super::bilingual::Bilingual;
use super::day::DayAnswer;
use super::entry::subject;
use super::words::{ReasonWord, RoleKindWord};

/// When a place's roles are open on some days in a row.
#[derive(Serialize, ToSchema)]
#[schema(as = PlaceDays)]
pub(crate) struct PlaceDaysAnswer<'a> {
    /// Id of the place.
    place: &'a str,
    /// What kind of days these are, in order.
    days: Vec<DayAnswer<'a>>,
    /// The roles that stand.
    roles: Vec<RoleDaysAnswer<'a>>,
}

/// When a role is open on the same days.
#[derive(Serialize, ToSchema)]
#[schema(as = RoleDays)]
struct RoleDaysAnswer<'a> {
    /// Id of the role.
    role: &'a str,
    #[schema(value_type = RoleKindWord)]
    kind: RoleKind,
    /// Whether nobody gets in without a booking.
    booking_only: bool,
    /// One for each day, in order.
    days: Vec<RoleDayAnswer>,
}

/// When a role is open on a day.
#[derive(Serialize, ToSchema)]
#[schema(as = RoleDay)]
struct RoleDayAnswer {
    #[schema(value_type = String, format = Date)]
    date: NaiveDate,
    state: RoleDayState,
    /// The spans in which it is open, in order.
    spans: Vec<SpanAnswer>,
    /// Why the day is as it is; empty on a day like any other.
    #[schema(value_type = Vec<ReasonWord>)]
    reasons: Vec<Reason>,
    /// What is special about the day, or why it is in doubt, in a few words; null = nothing is.
    #[schema(required)]
    why: Option<Bilingual<'static>>,
}

/// Whether a role is open at all on a day.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum RoleDayState {
    /// In the spans given.
    Open,
    /// Not at all.
    Closed,
    /// Nobody can say.
    Unknown,
}

/// A span of a day in which a role is open.
#[derive(Serialize, ToSchema)]
#[schema(as = OpenSpan)]
struct SpanAnswer {
    #[schema(example = "09:00")]
    from: String,
    /// `24:00` = it may go on into the next day.
    #[schema(example = "17:00")]
    to: String,
    /// From when on nobody is let in any more, where that is earlier than `to`.
    #[schema(required, example = "16:30")]
    last_entry: Option<String>,
    /// Whether it is certainly open.
    certain: bool,
    /// What the hours say beside it, such as `by appointment`.
    #[schema(required)]
    remark: Option<String>,
}

impl<'a> PlaceDaysAnswer<'a> {
    /// The days of a place, read on `today`.
    pub(crate) fn new(
        snapshot: &'a Snapshot,
        position: PlaceIx,
        dates: &(impl Iterator<Item = NaiveDate> + Clone),
        today: NaiveDate,
    ) -> Self {
        let place: &Place = &snapshot.places()[position as usize];
        let standing = place.roles.iter().enumerate().filter(|(_, role)| role.status != Status::Withdrawn);
        let role_days = |(i, role): (usize, &'a Role)| RoleDaysAnswer {
            role: role.id.as_str(),
            kind: role.kind,
            booking_only: role.is_booking_only(),
            days: dates.clone().map(|date| role_day(snapshot, position, i, role.kind, date, today)).collect(),
        };
        Self {
            place: place.id.as_str(),
            days: dates.clone().map(|date| DayAnswer::new(&snapshot.calendar().day(date))).collect(),
            roles: standing.map(role_days).collect(),
        }
    }
}

fn role_day(
    snapshot: &Snapshot,
    place: PlaceIx,
    role: usize,
    kind: RoleKind,
    date: NaiveDate,
    today: NaiveDate,
) -> RoleDayAnswer {
    let schedule = snapshot.role_day(place, role, date);
    let windows = snapshot.role_windows(place, role, date);
    let telling = Telling { today, day: snapshot.calendar().day(date), subject: subject(kind) };
    let DaySchedule { spans, reasons, .. } = &*schedule;
    RoleDayAnswer {
        date,
        state: match spans.as_slice() {
            _ if schedule.is_doubtful() => RoleDayState::Unknown,
            [] => RoleDayState::Closed,
            spans if spans.iter().all(|span| !span.certain) => RoleDayState::Unknown,
            _ => RoleDayState::Open,
        },
        spans: spans.iter().map(|span| span_answer(span, &windows)).collect(),
        reasons: reasons.clone(),
        why: telling.why(reasons).map(Into::into),
    }
}

fn span_answer(span: &Span, windows: &[(u16, u16)]) -> SpanAnswer {
    let clock = |minutes: u16| ClockTime::from_minutes(minutes).map(|time| time.to_string()).unwrap_or_default();
    // A span of which nothing is left to enter has no window; then it is over from its beginning on.
    let last = windows.iter().find(|&&(from, _)| from == span.from).map_or(span.from, |&(_, last)| last);
    SpanAnswer {
        from: clock(span.from),
        to: clock(span.to),
        last_entry: (span.certain && last < span.to).then(|| clock(last)),
        certain: span.certain,
        remark: Some(span.remark.to_string()).filter(|remark| !remark.is_empty()),
    }
}
