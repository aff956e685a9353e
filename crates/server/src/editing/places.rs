//! Whether changed places are sound, beside each other and beside those that stay.

use std::collections::BTreeSet;

use yuren_catalog::{ChangeSet, Finding, Place, PlaceChange, PlaceId, RoleId, Setting, Severity};
use yuren_index::{Filter, Snapshot};

/// Places nearer to each other than this, in metres, are looked at together.
const NEIGHBOURS_M: f64 = 1.0;

/// What the pack's rules say of the changed places, beside each other and beside those that stay.
pub(super) fn findings(snapshot: &Snapshot, setting: &Setting<'_>, set: &ChangeSet) -> Vec<Finding> {
    let changed: BTreeSet<&PlaceId> = set.changes.iter().map(|change| &change.place.id).collect();
    let mut places: Vec<Place> = neighbours(snapshot, set, &changed).cloned().collect();
    let staying = places.len();
    places.extend(set.changes.iter().map(|change| change.place.clone()));
    let mut findings = setting.check(&places);
    // What was wrong with others before is not this change's doing.
    findings
        .retain(|finding| places[..staying].iter().all(|place| finding.feature.as_deref() != Some(place.id.as_str())));
    findings.extend(taken_role_ids(snapshot, set, &changed));
    findings.extend(taken_offer_ids(snapshot, set, &changed));
    findings
}

/// The places that stay and stand so near to a changed one that a rule must see both.
fn neighbours<'a>(
    snapshot: &'a Snapshot,
    set: &'a ChangeSet,
    changed: &'a BTreeSet<&PlaceId>,
) -> impl Iterator<Item = &'a Place> {
    let near =
        |change: &PlaceChange| snapshot.within_radius(change.place.position.point, NEIGHBOURS_M, &Filter::default());
    let near: BTreeSet<u32> = set.changes.iter().flat_map(near).map(|hit| hit.place).collect();
    near.into_iter().map(|ix| &snapshot.places()[ix as usize]).filter(|place| !changed.contains(&place.id))
}

/// New roles whose ids another place's role bears already.
fn taken_role_ids(snapshot: &Snapshot, set: &ChangeSet, changed: &BTreeSet<&PlaceId>) -> Vec<Finding> {
    let new: BTreeSet<&RoleId> = set
        .changes
        .iter()
        .flat_map(|PlaceChange { place, .. }| {
            let known = snapshot.place(&place.id).map_or(&[][..], |before| &before.roles);
            place.roles.iter().map(|role| &role.id).filter(|id| known.iter().all(|role| role.id != **id))
        })
        .collect();
    if new.is_empty() {
        return Vec::new();
    }
    let others = snapshot.places().iter().filter(|place| !changed.contains(&place.id));
    let taken = others.flat_map(|place| place.roles.iter().map(move |role| (place, role)));
    taken
        .filter(|(_, role)| new.contains(&role.id))
        .map(|(place, role)| Finding {
            severity: Severity::Error,
            file: String::new(),
            feature: None,
            field: Some("roles.id".to_owned()),
            problem: format!("\"{}\" is a role of {} already", role.id, place.id),
            mend: "give the new role an id of its own".to_owned(),
        })
        .collect()
}

/// Activities and courses whose ids another place's bears already, unless this change takes it away there.
fn taken_offer_ids(snapshot: &Snapshot, set: &ChangeSet, changed: &BTreeSet<&PlaceId>) -> Vec<Finding> {
    let taken = |list: &str, id: &str, other: &Place| Finding {
        severity: Severity::Error,
        file: String::new(),
        feature: None,
        field: Some(format!("{list}.id")),
        problem: format!("\"{id}\" is one of the {list} of {} already", other.id),
        mend: "give the new one an id of its own".to_owned(),
    };
    let mut findings = Vec::new();
    for PlaceChange { place, .. } in &set.changes {
        for id in place.activities.iter().map(|activity| &activity.id) {
            let other = snapshot.activity(id).map(|(other, _)| other);
            findings.extend(
                other.filter(|other| !changed.contains(&other.id)).map(|other| taken("activities", id.as_str(), other)),
            );
        }
        for id in place.courses.iter().map(|course| &course.id) {
            let other = snapshot.course(id).map(|(other, _)| other);
            findings.extend(
                other.filter(|other| !changed.contains(&other.id)).map(|other| taken("courses", id.as_str(), other)),
            );
        }
    }
    findings
}
