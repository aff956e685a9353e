//! A day by a study route (按线路排研学): what the route asks of it.

use std::collections::{BTreeMap, BTreeSet};

use yuren_catalog::{Status, StudyRoute, StudyRouteId, Theme};
use yuren_index::{PlaceIx, Snapshot};

use crate::planning::refusal::invalid;
use crate::problem::Problem;

/// Where the route stands in a question.
const POINTER: &str = "/study_route";

/// A study route by which a day is made.
#[derive(Clone, Debug)]
pub(crate) struct ByRoute {
    pub(crate) id: StudyRouteId,
    pub(crate) theme: Theme,
    /// Its stops that can be visited, in its order, with the minutes where it tells them.
    stops: Vec<(PlaceIx, Option<u32>)>,
    /// Its stops that were withdrawn since.
    pub(crate) withdrawn: Vec<PlaceIx>,
}

impl ByRoute {
    /// The route that a question names, if it stands.
    pub(crate) fn of(id: &str, snapshot: &Snapshot) -> Result<Self, Problem> {
        let known = id.parse().ok().and_then(|id| snapshot.study_route(&id));
        let route = known.ok_or_else(|| invalid(POINTER, id, "is no study route's", "the id of a study route"))?;
        if route.status != Status::Active {
            return Err(invalid(POINTER, id, "was taken off the list", "the id of a study route that stands"));
        }
        Ok(Self::of_route(route, snapshot))
    }

    fn of_route(route: &StudyRoute, snapshot: &Snapshot) -> Self {
        let (mut stops, mut withdrawn) = (Vec::new(), Vec::new());
        for stop in &route.stops {
            // No place is ever deleted.
            let Some(ix) = snapshot.position(&stop.place) else { continue };
            let place = &snapshot.places()[ix as usize];
            let stands = |status: Status| status != Status::Withdrawn;
            if stands(place.status) && place.roles.iter().any(|role| stands(role.status)) {
                stops.push((ix, stop.minutes.map(u32::from)));
            } else {
                withdrawn.push(ix);
            }
        }
        Self { id: route.id.clone(), theme: route.theme, stops, withdrawn }
    }

    /// Whether it stops at a place.
    pub(crate) fn stops_at(&self, place: PlaceIx) -> bool {
        self.stops.iter().any(|(stop, _)| *stop == place)
    }

    /// Adds its stops to what must be visited, each before all that follow: where one is left out, the others keep their order.
    pub(super) fn lead(&self, must: &mut BTreeSet<PlaceIx>, before: &mut Vec<[PlaceIx; 2]>) {
        for (i, &(stop, _)) in self.stops.iter().enumerate() {
            must.insert(stop);
            before.extend(self.stops[i + 1..].iter().map(|&(after, _)| [stop, after]));
        }
    }

    /// Adds how long it stays, where nothing else is said.
    pub(super) fn fill_in(&self, stay: &mut BTreeMap<PlaceIx, u32>) {
        for &(stop, minutes) in &self.stops {
            if let Some(minutes) = minutes {
                stay.entry(stop).or_insert(minutes);
            }
        }
    }
}
