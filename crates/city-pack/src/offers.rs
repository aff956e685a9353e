//! Example activities and courses of the places that the tables name. All are from the source `synthetic`.

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;

use serde::Deserialize;
use yuren_catalog::stable;
use yuren_catalog::{
    Activity, ActivityKind, Audience, Booking, Course, Fee, Grades, Place, RoleId, RoleKind, Status, Subject,
};

use super::provenance;

/// A row of `synthetic_activities.csv`.
#[derive(Clone, Deserialize)]
pub(super) struct ActivityRow {
    pub(super) key: String,
    pub(super) place: String,
    role: RoleKind,
    kind: ActivityKind,
    series: String,
    title: String,
    title_en: String,
    starts: String,
    ends: String,
    during_hours: String,
    repeats: String,
    except: String,
    min_age: Option<u8>,
    max_age: Option<u8>,
    adult_required: String,
    booking: String,
    days_ahead: Option<u16>,
    capacity: Option<u32>,
    fee: String,
    summary: String,
}

/// A row of `synthetic_courses.csv`.
#[derive(Clone, Deserialize)]
pub(super) struct CourseRow {
    pub(super) key: String,
    pub(super) place: String,
    role: RoleKind,
    title: String,
    title_en: String,
    subject: Subject,
    first_grade: Option<u8>,
    last_grade: Option<u8>,
    minutes: Option<u16>,
    summary: String,
}

/// Gives the places what the rows say. What a row says of a place or a role that is not there is left out: a real place
/// may have taken its stead.
pub(super) fn give(places: &mut [Place], activities: &[ActivityRow], courses: &[CourseRow]) -> Result<(), String> {
    let by_key: HashMap<String, usize> =
        places.iter().enumerate().flat_map(|(i, p)| keys(p).map(move |k| (k, i))).collect();
    for row in activities {
        if let Some((place, role)) = bearer(places, &by_key, &row.place, row.role) {
            let said = |e| format!("synthetic_activities.csv, {}: {e}", row.key);
            place.activities.push(activity(row, role).map_err(said)?);
        }
    }
    for row in courses {
        if let Some((place, role)) = bearer(places, &by_key, &row.place, row.role) {
            let said = |e| format!("synthetic_courses.csv, {}: {e}", row.key);
            place.courses.push(course(row, role).map_err(said)?);
        }
    }
    Ok(())
}

/// `synthetic:venue:321002:07`, `stats:321002001001`.
fn keys(place: &Place) -> impl Iterator<Item = String> {
    place.source_keys.iter().map(|(source, key)| format!("{source}:{key}"))
}

fn bearer<'a>(
    places: &'a mut [Place],
    by_key: &HashMap<String, usize>,
    key: &str,
    kind: RoleKind,
) -> Option<(&'a mut Place, RoleId)> {
    let place = &mut places[*by_key.get(key)?];
    let role = place.roles.iter().find(|role| role.kind == kind)?.id.clone();
    Some((place, role))
}

fn activity(row: &ActivityRow, role: RoleId) -> Result<Activity, String> {
    let audience = Audience {
        min_age: row.min_age,
        max_age: row.max_age,
        alone_from_age: None,
        adult_required: row.adult_required == "yes",
    };
    Ok(Activity {
        id: stable::activity_id(&format!("synthetic:{}", row.key)),
        role: Some(role),
        kind: row.kind,
        series: stated(&row.series),
        title: row.title.clone(),
        title_en: stated(&row.title_en),
        starts: read("starts", &format!("{}:00", row.starts))?,
        ends: read("ends", &format!("{}:00", row.ends))?,
        during_hours: row.during_hours == "yes",
        repeats: stated(&row.repeats).map(|rule| read("repeats", &rule)).transpose()?,
        except: row.except.split_whitespace().map(|day| read("except", day)).collect::<Result<_, _>>()?,
        audience: (audience != Audience::default()).then_some(audience),
        booking: booking(row)?,
        fee: match row.fee.as_str() {
            "free" => Fee::Free,
            "paid" => Fee::Paid,
            "" => Fee::Unknown,
            other => return Err(format!("fee: {other:?} is none of free, paid and nothing")),
        },
        capacity: row.capacity,
        summary: stated(&row.summary),
        url: None,
        status: Status::Active,
        provenance: provenance("synthetic"),
    })
}

fn booking(row: &ActivityRow) -> Result<Option<Booking>, String> {
    let terms = |required, walk_in| Booking { required, walk_in, days_ahead: row.days_ahead, ..Booking::default() };
    match row.booking.as_str() {
        "" => Ok(None),
        "required" => Ok(Some(terms(true, false))),
        "walk_in" => Ok(Some(terms(false, true))),
        other => Err(format!("booking: {other:?} is none of required, walk_in and nothing")),
    }
}

fn course(row: &CourseRow, role: RoleId) -> Result<Course, String> {
    let grades = match (row.first_grade, row.last_grade) {
        (Some(first), Some(last)) => Grades::range(first, last).map_err(|e| e.to_string())?,
        _ => Grades::default(),
    };
    Ok(Course {
        id: stable::course_id(&format!("synthetic:{}", row.key)),
        role: Some(role),
        title: row.title.clone(),
        title_en: stated(&row.title_en),
        subject: row.subject,
        grades,
        minutes: row.minutes,
        summary: stated(&row.summary),
        url: None,
        status: Status::Active,
        provenance: provenance("synthetic"),
    })
}

fn stated(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn read<T: FromStr<Err: Display>>(column: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|e| format!("{column}: {text:?}: {e}"))
}
