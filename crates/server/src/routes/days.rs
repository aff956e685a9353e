//! `/api/v1/days`, `/api/v1/days/{date}`.

use actix_web::{HttpResponse, web};
use chrono::{Days, NaiveDate};
use yuren_catalog::calendar::parse_date;
use yuren_index::Snapshot;

use super::{JSON, REVALIDATE, bytes, json};
use crate::answer::day::{DayAnswer, DaysAnswer};
use crate::params::table::{FROM, TO};
use crate::params::{Asked, FromQuery, Nothing, Query, Use};
use crate::problem::{Code, Problem, Refusals, shortened};
use crate::state::State;

/// Most days of one answer: a school year and what lies around it.
const MOST_DAYS: i64 = 400;

/// A question about some days in a row.
pub(crate) struct DaysQuery {
    from: NaiveDate,
    to: NaiveDate,
}

impl FromQuery for DaysQuery {
    const DECLARED: &'static [Use] = &[FROM.required(), TO.required()];

    fn from_query(query: Query, _: &Snapshot) -> Result<Self, Problem> {
        let (from, to) = (query.need(&FROM)?, query.need(&TO)?);
        let refuse = |reason: String| {
            let last = from + Days::new(MOST_DAYS as u64 - 1);
            let allowed = format!("a date from {from} to {last}: at most {MOST_DAYS} days");
            let detail = format!("The parameter \"to\" is \"{to}\", which {reason}; allowed: {allowed}.");
            Problem::new(Code::InvalidParameter, detail).parameter("to").value(&to.to_string()).allowed(allowed)
        };
        match (to - from).num_days() + 1 {
            ..=0 => Err(refuse(format!("lies before {from}"))),
            1..=MOST_DAYS => Ok(Self { from, to }),
            days => Err(refuse(format!("makes {days} days"))),
        }
    }
}

/// What kind of day it is
///
/// By the State Council's notices (off days and make-up workdays) and the city's school year. A day that no notice covers has no
/// `kind`, and `words` say why: it is never guessed.
#[utoipa::path(
    get, path = "/api/v1/days/{date}", operation_id = "day", tag = "city",
    params(
        ("date" = String, Path, description = "A date from 1900-01-01 to 9999-12-31", format = Date, example = "2026-10-10"),
        Asked<Nothing>
    ),
    responses((status = 200, description = "The day", body = DayAnswer<'static>), Refusals)
)]
pub(crate) async fn day(
    state: web::Data<State>,
    date: web::Path<String>,
    _: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let date = parse_date(&date).map_err(|_| no_such_date(&date))?;
    let body = bytes(&DayAnswer::new(&state.edition().snapshot.calendar().day(date)))?;
    Ok(json(JSON, REVALIDATE, body))
}

/// The text in the address is no date.
fn no_such_date(text: &str) -> Problem {
    let allowed = FROM.declaration.shape.allowed();
    let detail =
        format!("The \"date\" in the address is {:?}, which is no such date; allowed: {allowed}.", shortened(text));
    Problem::new(Code::InvalidParameter, detail).parameter("date").value(text).allowed(allowed)
}

/// What kind of days these are
///
/// Every day from `from` to `to`, at most 400.
#[utoipa::path(
    get, path = "/api/v1/days", operation_id = "days", tag = "city",
    params(Asked<DaysQuery>),
    responses((status = 200, description = "The days, in order", body = DaysAnswer<'static>), Refusals)
)]
pub(crate) async fn days(
    state: web::Data<State>,
    Asked(DaysQuery { from, to }): Asked<DaysQuery>,
) -> Result<HttpResponse, Problem> {
    let body = state.work(move |snapshot| bytes(&DaysAnswer::new(snapshot.calendar(), from, to))).await?;
    Ok(json(JSON, REVALIDATE, body))
}
