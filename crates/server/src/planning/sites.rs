//! Sites (设施点): the places that bear a needed role, as they are and as a scenario would have them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use yuren_catalog::{Place, PlaceId, RoleKind, RoleKindSet, Status};
use yuren_geodesy::{LonLat, Wgs84};
use yuren_index::{PlaceIx, Snapshot};

use super::body::{AddedBody, MovedBody, ScenarioBody};
use super::limits::{ID_CHARS, NAME_CHARS, SCENARIO_CHANGES};
use super::premises::Premises;
use super::refusal::{invalid, length, named};
use super::spot::spot;
use crate::problem::Problem;

/// A site.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Site {
    /// Id of the place, or of what a scenario adds.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// Where it is; one that is moved is entered where it stands.
    pub(crate) premises: Premises,
    /// Its place; `None` = a scenario adds it.
    pub(crate) place: Option<PlaceIx>,
    /// Which roles it bears.
    pub(crate) roles: RoleKindSet,
    /// Whether a scenario moves it.
    pub(crate) moved: bool,
    /// Whether a scenario takes it away.
    pub(crate) removed: bool,
}

impl Site {
    /// Whether a scenario adds it.
    pub(crate) fn added(&self) -> bool {
        self.place.is_none()
    }
}

/// A scenario that was held against the city.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scenario {
    added: Vec<Site>,
    removed: BTreeSet<PlaceId>,
    moved: BTreeMap<PlaceId, LonLat<Wgs84>>,
    /// Spots on the streets that are closed.
    pub(crate) closed: Vec<LonLat<Wgs84>>,
}

impl Scenario {
    pub(crate) fn of_body(body: &ScenarioBody, snapshot: &Snapshot) -> Result<Self, Problem> {
        let ScenarioBody { add, remove, moves, close } = body;
        let changes = add.len() + remove.len() + moves.len() + close.len();
        if changes > SCENARIO_CHANGES {
            return Err(length("/scenario", changes, format!("at most {SCENARIO_CHANGES} changes together")));
        }
        let removed = remove.iter().enumerate();
        let removed = removed.map(|(i, id)| place_id(snapshot, &format!("/scenario/remove/{i}"), id));
        let removed = removed.collect::<Result<BTreeSet<_>, _>>()?;
        let mut moved = BTreeMap::new();
        for (i, MovedBody { place, lon, lat }) in moves.iter().enumerate() {
            let pointer = format!("/scenario/move/{i}");
            let id = place_id(snapshot, &format!("{pointer}/place"), place)?;
            if removed.contains(&id) {
                return Err(invalid(&format!("{pointer}/place"), place, "is removed too", "a place not in remove"));
            }
            let at = spot(snapshot, &pointer, *lon, *lat)?;
            if moved.insert(id, at).is_some() {
                return Err(invalid(&format!("{pointer}/place"), place, "is moved twice", "every place once"));
            }
        }
        let closed = close.iter().enumerate();
        let closed = closed.map(|(i, at)| spot(snapshot, &format!("/scenario/close/{i}"), at.lon, at.lat));
        Ok(Self { added: added(snapshot, add)?, removed, moved, closed: closed.collect::<Result<_, _>>()? })
    }

    /// The sites that bear one of these roles and are open for good, by place id; what is added comes last. What is removed is
    /// among them and says so.
    pub(crate) fn sites(&self, snapshot: &Snapshot, wanted: RoleKindSet) -> Vec<Site> {
        let bears = |roles: RoleKindSet| wanted.iter().any(|kind| roles.contains(kind));
        let site = |(ix, place): (PlaceIx, &Place)| {
            let roles = active_roles(place);
            if !bears(roles) {
                return None;
            }
            let moved = self.moved.get(&place.id);
            Some(Site {
                id: place.id.to_string(),
                name: place.name.clone(),
                premises: moved.map_or_else(|| place.into(), |&at| at.into()),
                place: Some(ix),
                roles,
                moved: moved.is_some(),
                removed: self.removed.contains(&place.id),
            })
        };
        let added = self.added.iter().filter(|site| bears(site.roles)).cloned();
        (0..).zip(snapshot.places()).filter_map(site).chain(added).collect()
    }
}

/// The roles of a place that are neither withdrawn nor closed for now; none, if the place itself is.
pub(crate) fn active_roles(place: &Place) -> RoleKindSet {
    let roles = place.roles.iter().filter(|role| role.status == Status::Active && place.status == Status::Active);
    roles.map(|role| role.kind).collect()
}

/// The sites that a scenario adds.
fn added(snapshot: &Snapshot, add: &[AddedBody]) -> Result<Vec<Site>, Problem> {
    let mut ids = HashSet::new();
    let site = |(i, body): (usize, &AddedBody)| {
        let pointer = format!("/scenario/add/{i}");
        let AddedBody { id, name, lon, lat, roles } = body;
        let id = named(&format!("{pointer}/id"), id, ID_CHARS)?;
        let is_place = id.parse().is_ok_and(|id| snapshot.place(&id).is_some());
        if is_place || !ids.insert(id.to_owned()) {
            let reason = if is_place { "is a place's" } else { "another added site has" };
            return Err(invalid(&format!("{pointer}/id"), id, reason, "an id of its own"));
        }
        let name = name.as_deref().map_or(Ok(id), |name| named(&format!("{pointer}/name"), name, NAME_CHARS))?;
        if !(1..=RoleKind::ALL.len()).contains(&roles.len()) {
            return Err(length(&format!("{pointer}/roles"), roles.len(), format!("1 to {}", RoleKind::ALL.len())));
        }
        Ok(Site {
            id: id.to_owned(),
            name: name.to_owned(),
            premises: spot(snapshot, &pointer, *lon, *lat)?.into(),
            place: None,
            roles: roles.iter().copied().collect(),
            moved: false,
            removed: false,
        })
    };
    add.iter().enumerate().map(site).collect()
}

/// The id of a place of this city.
fn place_id(snapshot: &Snapshot, pointer: &str, id: &str) -> Result<PlaceId, Problem> {
    let known = id.parse::<PlaceId>().ok().filter(|id| snapshot.place(id).is_some());
    known.ok_or_else(|| invalid(pointer, id, "is no place's", "the id of a place of this city"))
}
