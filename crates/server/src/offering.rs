//! Which activities and courses a question is about: those of some places, held by roles of some kinds, in some regions.

use yuren_catalog::{Place, PlaceId, Role, RoleId, Status};
use yuren_index::{Filter, Snapshot};

use crate::params::table::{PLACE, REGION, ROLE};
use crate::params::{Query, Use, filter};
use crate::problem::Problem;

/// The parameters that [`Offering::of`] reads.
pub(crate) const OFFERING: [Use; 3] = [PLACE.optional(), ROLE.optional(), REGION.optional()];

/// Whose activities and courses are wanted; all parts must hold.
pub(crate) struct Offering {
    /// Of these places; empty = of any.
    places: Vec<PlaceId>,
    /// Held by a role of these kinds, in these regions.
    filter: Filter,
}

impl Offering {
    /// What a query says.
    pub(crate) fn of(query: &Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        Ok(Self { places: known_places(query, snapshot)?, filter: filter(query, snapshot)? })
    }

    /// Whether it asks for nothing in particular.
    pub(crate) fn is_empty(&self) -> bool {
        self.places.is_empty() && self.filter.is_empty()
    }

    /// What it asks for, by name, in Chinese: for a calendar's title.
    pub(crate) fn name(&self, snapshot: &Snapshot) -> String {
        let places = self.places.iter().filter_map(|id| snapshot.place(id)).map(|place| place.name.as_str());
        let regions = self.filter.regions.iter().filter_map(|code| snapshot.regions().get(code));
        let mut names: Vec<&str> = places.chain(regions.map(|region| region.name.as_str())).collect();
        for kind in self.filter.roles.iter() {
            names.push(kind.name_zh());
        }
        format!("{} · 活动", names.join("、"))
    }

    /// Whether it asks for what this role of the place holds, or the place itself. What no role holds is any of its roles'.
    pub(crate) fn takes(&self, place: &Place, holder: Option<&RoleId>) -> bool {
        let regions = &self.filter.regions;
        let is_held = |role: &Role| holder.is_none_or(|id| role.id == *id) && self.filter.matches_role(role);
        (self.places.is_empty() || self.places.contains(&place.id))
            && (regions.is_empty() || place.region.and_ancestors().any(|code| regions.contains(&code)))
            && place.status != Status::Withdrawn
            && place.roles.iter().any(is_held)
    }
}

/// The places that a query names, each of them one of the map.
pub(crate) fn known_places(query: &Query, snapshot: &Snapshot) -> Result<Vec<PlaceId>, Problem> {
    let places = query.get(&PLACE)?.unwrap_or_default();
    match places.iter().find(|id| snapshot.place(id).is_none()) {
        Some(unknown) => Err(Problem::no_such_place(PLACE.declaration.name, unknown.as_str())),
        None => Ok(places),
    }
}
