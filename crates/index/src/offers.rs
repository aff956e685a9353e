//! Which places have activities and courses, and where each stands.

use std::collections::HashMap;

use yuren_catalog::{Activity, ActivityId, Course, CourseId, Place, Status};

use crate::{PlaceIx, Snapshot};

/// Where the activities and courses of a city's places stand, by place and by id.
#[derive(Debug)]
pub(crate) struct Offers {
    /// The places that have any.
    bearers: Vec<PlaceIx>,
    /// Place, and position among its activities.
    activities: HashMap<ActivityId, (PlaceIx, usize)>,
    /// Place, and position among its courses.
    courses: HashMap<CourseId, (PlaceIx, usize)>,
}

impl Offers {
    pub(crate) fn new(places: &[Place]) -> Self {
        let mut offers = Self { bearers: Vec::new(), activities: HashMap::new(), courses: HashMap::new() };
        for (ix, place) in (0..).zip(places) {
            if !(place.activities.is_empty() && place.courses.is_empty()) {
                offers.bearers.push(ix);
            }
            let activities = place.activities.iter().enumerate();
            offers.activities.extend(activities.map(|(i, activity)| (activity.id.clone(), (ix, i))));
            offers.courses.extend(place.courses.iter().enumerate().map(|(i, course)| (course.id.clone(), (ix, i))));
        }
        offers
    }
}

impl Snapshot {
    /// The activities that are not withdrawn at places that are not, each with its place; by the places' ids.
    pub fn activities(&self) -> impl Iterator<Item = (&Place, &Activity)> {
        let all = self.bearers().flat_map(|place| place.activities.iter().map(move |activity| (place, activity)));
        all.filter(|(_, activity)| activity.status != Status::Withdrawn)
    }

    /// The courses that are not withdrawn at places that are not, each with its place; by the places' ids.
    pub fn courses(&self) -> impl Iterator<Item = (&Place, &Course)> {
        let all = self.bearers().flat_map(|place| place.courses.iter().map(move |course| (place, course)));
        all.filter(|(_, course)| course.status != Status::Withdrawn)
    }

    /// The activity with this id and its place, withdrawn or not.
    pub fn activity(&self, id: &ActivityId) -> Option<(&Place, &Activity)> {
        let &(place, i) = self.offers().activities.get(id)?;
        let place = &self.places()[place as usize];
        Some((place, &place.activities[i]))
    }

    /// The course with this id and its place, withdrawn or not.
    pub fn course(&self, id: &CourseId) -> Option<(&Place, &Course)> {
        let &(place, i) = self.offers().courses.get(id)?;
        let place = &self.places()[place as usize];
        Some((place, &place.courses[i]))
    }

    /// The places that are not withdrawn and have any.
    fn bearers(&self) -> impl Iterator<Item = &Place> {
        let bearers = self.offers().bearers.iter().map(|&ix| &self.places()[ix as usize]);
        bearers.filter(|place| place.status != Status::Withdrawn)
    }
}
