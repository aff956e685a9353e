//! How the parts of a question are read: times of day, days, places, each refused by its JSON pointer.

use chrono::{Datelike, NaiveDate};
use yuren_catalog::calendar::{Coverage, SchoolStage, parse_date};
use yuren_catalog::{Grades, PlaceId, Status};
use yuren_geodesy::{LonLat, Wgs84};
use yuren_index::{PlaceIx, Snapshot};

use super::body::SchoolBody;
use super::limits::MINUTES;
use crate::planning::limits::NAME_CHARS;
use crate::planning::refusal::{invalid, length, named};
use crate::planning::spot::spot;
use crate::problem::{Code, Problem};

/// A spot at which a day begins, goes on or ends.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spot {
    /// Its place, where it is one of the map.
    pub(crate) place: Option<PlaceIx>,
    /// What it is called.
    pub(crate) name: String,
    /// What it is called in English; `None` = as it is.
    pub(crate) name_en: Option<String>,
    pub(crate) at: LonLat<Wgs84>,
}

impl Spot {
    /// The spot of a place.
    pub(crate) fn of_place(snapshot: &Snapshot, place: PlaceIx, name: Option<String>) -> Self {
        let found = &snapshot.places()[place as usize];
        // A name of the question's own stands in every language.
        let name_en = if name.is_none() { found.name_en.clone() } else { None };
        Self { place: Some(place), name: name.unwrap_or_else(|| found.name.clone()), name_en, at: found.position.point }
    }

    /// The school of a question.
    pub(crate) fn of_body(body: &SchoolBody, snapshot: &Snapshot) -> Result<Self, Problem> {
        let pointer = "/school";
        let name = body.name.as_deref().map(|name| named("/school/name", name, NAME_CHARS)).transpose()?;
        match (&body.place, body.lon, body.lat) {
            (Some(id), None, None) => {
                let place = standing_place(snapshot, "/school/place", id)?;
                Ok(Self::of_place(snapshot, place, name.map(str::to_owned)))
            }
            (None, Some(lon), Some(lat)) => {
                let at = spot(snapshot, pointer, lon, lat)?;
                let name_en = if name.is_none() { Some("School".to_owned()) } else { None };
                Ok(Self { place: None, name: name.unwrap_or("学校").to_owned(), name_en, at })
            }
            (Some(_), _, _) => {
                let problem = Problem::new(Code::ConflictingParameters, "A school is a place or a point, not both.");
                Err(problem.parameter(pointer).allowed("`place`, or `lon` and `lat`"))
            }
            (None, _, _) => {
                let problem = Problem::new(Code::MissingParameter, "It is not said where the school is.");
                Err(problem.parameter(pointer).allowed("`place`, or `lon` and `lat`"))
            }
        }
    }
}

/// Minutes after midnight of the time at `pointer`.
pub(crate) fn clock(pointer: &str, text: &str) -> Result<u32, Problem> {
    let time = text.parse::<yuren_catalog::calendar::ClockTime>();
    let time = time.map_err(|_| invalid(pointer, text, "is no time of day", "HH:MM from 00:00 to 24:00"))?;
    Ok(time.minutes().into())
}

/// The minutes at `pointer`, if they are a sound length of something.
pub(crate) fn minutes(pointer: &str, value: u32) -> Result<u32, Problem> {
    whole(pointer, value, 1, MINUTES)
}

/// The number at `pointer`, if it is from `least` to `most`.
pub(crate) fn whole(pointer: &str, value: u32, least: u32, most: u32) -> Result<u32, Problem> {
    if (least..=most).contains(&value) {
        return Ok(value);
    }
    Err(invalid(pointer, value, "is out of range", format!("a whole number from {least} to {most}")))
}

/// The day of a question, if the calendars tell of it: of any other it is not known what is open.
pub(crate) fn day(text: &str, snapshot: &Snapshot) -> Result<NaiveDate, Problem> {
    let date = parse_date(text).map_err(|_| invalid("/date", text, "is no such date", "a date YYYY-MM-DD"))?;
    let public = &snapshot.calendar().public;
    // A city without any notice has no days off to wait for.
    if public.is_empty() || public.day(date).coverage == Coverage::Announced {
        return Ok(date);
    }
    let years: Vec<i32> = public.years().collect();
    let (first, last) = (years.first().copied().unwrap_or(date.year()), years.last().copied().unwrap_or(date.year()));
    let allowed = format!("a day from {first}-01-01 to {last}-12-31: so far the calendars tell");
    Err(invalid("/date", text, "no public calendar tells of", allowed))
}

/// The stage of schooling of a grade.
pub(crate) fn stage(grade: u8) -> SchoolStage {
    match grade {
        ..=6 => SchoolStage::Primary,
        7..=9 => SchoolStage::Junior,
        _ => SchoolStage::Senior,
    }
}

/// The grade of a question.
pub(crate) fn grade(value: u8) -> Result<u8, Problem> {
    let last = Grades::LAST;
    if (1..=last).contains(&value) {
        return Ok(value);
    }
    Err(invalid("/grade", value, "is out of range", format!("a whole number from 1 to {last}")))
}

/// The place with an id, whatever its standing.
pub(crate) fn known_place(snapshot: &Snapshot, pointer: &str, id: &str) -> Result<PlaceIx, Problem> {
    let known = id.parse::<PlaceId>().ok().and_then(|id| snapshot.position(&id));
    known.ok_or_else(|| invalid(pointer, id, "is no place's", "the id of a place of this city"))
}

/// The place with an id, if it was not withdrawn.
pub(crate) fn standing_place(snapshot: &Snapshot, pointer: &str, id: &str) -> Result<PlaceIx, Problem> {
    let place = known_place(snapshot, pointer, id)?;
    if snapshot.places()[place as usize].status == Status::Withdrawn {
        return Err(invalid(pointer, id, "was withdrawn from the map", "the id of a place that stands"));
    }
    Ok(place)
}

/// The place with an id, if it can be visited at all: it stands, and so does a role of it.
pub(crate) fn visited_place(snapshot: &Snapshot, pointer: &str, id: &str) -> Result<PlaceIx, Problem> {
    let place = standing_place(snapshot, pointer, id)?;
    if snapshot.places()[place as usize].roles.iter().all(|role| role.status == Status::Withdrawn) {
        return Err(invalid(pointer, id, "has no role that stands", "the id of a place with a role"));
    }
    Ok(place)
}

/// The places of a list of ids.
pub(crate) fn places<C: FromIterator<PlaceIx>>(
    snapshot: &Snapshot,
    pointer: &str,
    ids: &[String],
    most: usize,
    read: fn(&Snapshot, &str, &str) -> Result<PlaceIx, Problem>,
) -> Result<C, Problem> {
    if ids.len() > most {
        return Err(length(pointer, ids.len(), format!("at most {most}")));
    }
    ids.iter().enumerate().map(|(i, id)| read(snapshot, &format!("{pointer}/{i}"), id)).collect()
}
