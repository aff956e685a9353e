//! Study routes that can be followed.

use std::collections::HashSet;

use super::{names, offers};
use crate::pack::STUDY_ROUTES;
use crate::pack::draft::{Draft, Entry};
use crate::pack::report::{Report, Spot};
use crate::{PlaceId, Status, StudyRoute};

/// Fewest and most stops of a route.
const STOPS: std::ops::RangeInclusive<usize> = 2..=20;
/// Longest stay at a stop in minutes.
const LONGEST_STAY: u16 = 480;
/// Longest aim in characters.
const LONGEST_AIM: usize = 1_000;
/// Longest task in characters.
const LONGEST_TASK: usize = 500;

pub(super) fn check(draft: &Draft, report: &mut Report) {
    let count = draft.study_routes.len();
    if count > StudyRoute::MOST {
        let mend = format!("keep at most {}", StudyRoute::MOST);
        report.error(Spot::file(STUDY_ROUTES), "route", format!("the city has {count} study routes"), mend);
    }
    for entry in &draft.study_routes {
        of_route(entry, draft, report);
    }
}

fn of_route(entry: &Entry<StudyRoute>, draft: &Draft, report: &mut Report) {
    let (at, route) = (entry.spot(), &entry.value);
    names::check_text(at, "title", &route.title, names::LONGEST, report);
    if let Some(title) = &route.title_en {
        names::check_text(at, "title_en", title, names::LONGEST_EN, report);
    }
    let mut subjects = HashSet::new();
    if let Some(twice) = route.subjects.iter().find(|&subject| !subjects.insert(subject)) {
        report.error(at, "subjects", format!("{twice} stands there twice"), "write each subject once");
    }
    if let Some(aim) = &route.aim {
        offers::sentences(at, "aim", aim, LONGEST_AIM, report);
    }
    let count = route.stops.len();
    if !STOPS.contains(&count) {
        let mend = format!("give it {} to {} stops", STOPS.start(), STOPS.end());
        report.error(at, "stops", format!("the route has {count} of them"), mend);
    }
    let mut places = HashSet::new();
    for (i, stop) in route.stops.iter().enumerate() {
        let field = |name: &str| format!("stops[{i}].{name}");
        if !places.insert(&stop.place) {
            report.error(at, &field("place"), format!("{} is a stop twice", stop.place), "stop at each place once");
        }
        standing(&stop.place, route, at, &field("place"), draft, report);
        if let Some(minutes) = stop.minutes.filter(|minutes| !(1..=LONGEST_STAY).contains(minutes)) {
            let problem = format!("{minutes} minutes is not the length of a stay");
            report.error(at, &field("minutes"), problem, format!("write minutes between 1 and {LONGEST_STAY}"));
        }
        if let Some(task) = &stop.task {
            offers::sentences(at, &field("task"), task, LONGEST_TASK, report);
        }
    }
    offers::example(&route.title, &route.provenance, draft, at, &str::to_owned, report);
}

/// What is wrong with a stop at this place: it is none, or was withdrawn. Who saves a route that stands can stop elsewhere; of
/// one that stood before the place went it is only told.
fn standing(place: &PlaceId, route: &StudyRoute, at: Spot<'_>, field: &str, draft: &Draft, report: &mut Report) {
    match draft.standing.get(place) {
        None if draft.unread.places => {}
        None => report.error(at, field, format!("there is no place {place}"), "write the id of a place of this city"),
        Some(Status::Withdrawn) => {
            let problem = format!("the place {place} was withdrawn from the map");
            let mend = "stop at a place that stands, or suspend the route";
            if draft.today.is_some() && route.status == Status::Active {
                report.error(at, field, problem, mend);
            } else {
                report.warning(at, field, problem, mend);
            }
        }
        Some(Status::Active | Status::Suspended) => {}
    }
}
