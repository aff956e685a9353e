//! Which changes an account may make: in its districts, of its kinds.

use yuren_catalog::{Place, RegionCode, Role, RoleId, RoleKind, Status};
use yuren_store::Access;

/// What of a change lies outside an account's scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outside {
    /// The place lies in none of the account's districts, but here.
    District(RegionCode),
    /// A role of this kind, which is none of the account's, is touched.
    Kind(RoleKind),
}

/// What of a study route's stop lies outside an account's scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StopOutside {
    /// The place lies in none of the account's districts, but here.
    District(RegionCode),
    /// The place bears no role of the account's kinds.
    Kinds,
}

/// What of a stop at this place lies outside this access, if anything does.
pub(crate) fn stop_outside(access: &Access, place: &Place) -> Option<StopOutside> {
    if !is_within(access, &place.region) {
        return Some(StopOutside::District(place.region.clone()));
    }
    let Access { kinds, .. } = access;
    let bears = || place.roles.iter().any(|role| kinds.contains(role.kind));
    (!kinds.is_empty() && !bears()).then_some(StopOutside::Kinds)
}

/// Whether the region lies in the districts of this access.
fn is_within(access: &Access, region: &RegionCode) -> bool {
    access.districts.is_empty() || region.and_ancestors().any(|around| access.districts.contains(&around))
}

/// What of a change lies outside this access, if anything does. `before` is the place as it stands, if it does.
pub(crate) fn outside(access: &Access, before: Option<&Place>, after: &Place) -> Option<Outside> {
    let Access { kinds, .. } = access;
    let is_yours = |kind: RoleKind| kinds.is_empty() || kinds.contains(kind);
    let region = before.into_iter().chain([after]).map(|place| &place.region).find(|region| !is_within(access, region));
    let kind = || changed_kinds(before, after).into_iter().find(|&kind| !is_yours(kind));
    region.map(|region| Outside::District(region.clone())).or_else(|| kind().map(Outside::Kind))
}

/// The kinds of the roles that a change touches; a change of the place itself touches all of them.
fn changed_kinds(before: Option<&Place>, after: &Place) -> Vec<RoleKind> {
    let Some(before) = before else { return after.roles.iter().map(|role| role.kind).collect() };
    let alone =
        |place: &Place| Place { roles: Vec::new(), activities: Vec::new(), courses: Vec::new(), ..place.clone() };
    let all = || before.roles.iter().chain(&after.roles);
    let holders = changed_holders(before, after);
    // What no role holds is the place's own.
    if alone(before) != alone(after) || holders.contains(&None) {
        return all().filter(|role| role.status != Status::Withdrawn).map(|role| role.kind).collect();
    }
    let differs = |role: &&Role| !(before.roles.contains(role) && after.roles.contains(role));
    let touched = |role: &&Role| differs(role) || holders.contains(&Some(&role.id));
    all().filter(touched).map(|role| role.kind).collect()
}

/// The roles whose activities and courses a change touches; `None` = the place itself.
fn changed_holders<'a>(before: &'a Place, after: &'a Place) -> Vec<Option<&'a RoleId>> {
    let activities = before.activities.iter().filter(|entry| !after.activities.contains(entry));
    let new_activities = after.activities.iter().filter(|entry| !before.activities.contains(entry));
    let courses = before.courses.iter().filter(|entry| !after.courses.contains(entry));
    let new_courses = after.courses.iter().filter(|entry| !before.courses.contains(entry));
    let of_activities = activities.chain(new_activities).map(|activity| activity.role.as_ref());
    of_activities.chain(courses.chain(new_courses).map(|course| course.role.as_ref())).collect()
}
