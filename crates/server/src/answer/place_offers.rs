//! What takes place and is taught at one place, as the place's own answer shows it.

use chrono::{Days, NaiveDateTime};
use yuren_catalog::{Place, Status};
use yuren_index::Snapshot;

use super::activity::ActivityAnswer;
use super::course::CourseAnswer;
use super::provenance::Witness;

/// Days ahead that are looked at.
const DAYS: u64 = 90;
/// Times that are told.
const MOST_TOLD: usize = 10;

/// What takes place and is taught at a place.
pub(super) struct PlaceOffers<'a> {
    /// The next ten times of its activities within 90 days, by beginning.
    pub(super) activities: Vec<ActivityAnswer<'a>>,
    /// How many times there are within those days.
    pub(super) activities_total: usize,
    /// Its courses, by subject and title.
    pub(super) courses: Vec<CourseAnswer<'a>>,
}

impl<'a> PlaceOffers<'a> {
    /// What the place offers from `now` on, by the city's clocks. A withdrawn place offers nothing.
    pub(super) fn new(witness: &Witness<'a>, snapshot: &'a Snapshot, place: &'a Place, now: NaiveDateTime) -> Self {
        let stands = place.status != Status::Withdrawn;
        let until = now.checked_add_days(Days::new(DAYS)).unwrap_or(NaiveDateTime::MAX);
        let activities = place.activities.iter().filter(|it| stands && it.status != Status::Withdrawn);
        let mut times: Vec<_> = activities
            .flat_map(|it| it.occurrences(now, until, DAYS as usize + 1).into_iter().map(move |time| (time, it)))
            .collect();
        times.sort_by_key(|(time, it)| (time.starts, &it.id));
        let mut courses: Vec<_> = place.courses.iter().filter(|it| stands && it.status != Status::Withdrawn).collect();
        courses.sort_by_key(|it| (it.subject, &it.title, &it.id));
        let city = snapshot.city();
        let told = times.iter().take(MOST_TOLD);
        Self {
            activities: told.map(|&(time, it)| ActivityAnswer::new(witness, city, place, it, time)).collect(),
            activities_total: times.len(),
            courses: courses.into_iter().map(|it| CourseAnswer::new(witness, place, it)).collect(),
        }
    }
}
