//! `/api/v1/activities.ics`: activities for calendar programs.

use actix_web::{HttpResponse, web};
use yuren_index::Snapshot;

use super::{REVALIDATE, json};
use crate::answer::ical;
use crate::offering::{OFFERING, Offering};
use crate::params::table::PLACE;
use crate::params::{Asked, FromQuery, Query, Use};
use crate::problem::{Code, Problem, Refusals};
use crate::state::State;

const CALENDAR: &str = "text/calendar; charset=utf-8";
/// Activities of one calendar at most: programs read all of it each time.
const MOST_EVENTS: usize = 5_000;

/// A question for a calendar.
pub(crate) struct CalendarQuery(Offering);

impl FromQuery for CalendarQuery {
    const DECLARED: &'static [Use] = &OFFERING;

    fn from_query(query: Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        let offering = Offering::of(&query, snapshot)?;
        if offering.is_empty() {
            return Err(narrower("A calendar is of a place, of a kind of role or of a region."));
        }
        Ok(Self(offering))
    }
}

fn narrower(detail: &str) -> Problem {
    let allowed = "place, role or region, or several of them";
    Problem::new(Code::MissingParameter, detail).parameter(PLACE.declaration.name).allowed(allowed)
}

/// Activities for calendars
///
/// An iCalendar stream (RFC 5545) of a place, a kind of role or a region, to subscribe to: an event an activity, with its rule and
/// the days left out. Ids are stable; `SEQUENCE` is the revision. Examples say so in `SUMMARY` and `CATEGORIES`.
///
/// `curl 'http://127.0.0.1:8080/api/v1/activities.ics?region=321002'`
#[utoipa::path(
    get, path = "/api/v1/activities.ics", operation_id = "activities_calendar", tag = "activities",
    params(Asked<CalendarQuery>),
    responses((status = 200, description = "The calendar", body = String, content_type = "text/calendar"), Refusals)
)]
pub(crate) async fn activities_calendar(
    state: web::Data<State>,
    Asked(CalendarQuery(offering)): Asked<CalendarQuery>,
) -> Result<HttpResponse, Problem> {
    let body = state
        .work(move |snapshot| {
            let all = snapshot.activities();
            let mut found: Vec<_> =
                all.filter(|(place, activity)| offering.takes(place, activity.role.as_ref())).collect();
            if found.len() > MOST_EVENTS {
                let detail = format!("This calendar would have {} events; allowed: {MOST_EVENTS}.", found.len());
                return Err(narrower(&detail));
            }
            found.sort_by_key(|(_, activity)| (activity.starts, &activity.id));
            let name = format!("{} · {}", snapshot.city().name, offering.name(snapshot));
            Ok(ical::calendar(snapshot, &found, &name).into_bytes())
        })
        .await?;
    Ok(json(CALENDAR, REVALIDATE, body))
}
