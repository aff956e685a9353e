//! The place that a row of such a list names.

use std::collections::HashMap;

use yuren_catalog::{Place, RegionCode, Status};
use yuren_index::Snapshot;

use crate::anchors::folded;
use crate::gazetteer::is_inside;

/// The city's places by all their names.
pub(super) struct Places<'a> {
    snapshot: &'a Snapshot,
    by_name: HashMap<String, Vec<&'a Place>>,
}

/// What a row's words for a place come to.
pub(super) enum Found<'a> {
    /// This one.
    Place(&'a Place),
    /// None.
    None,
    /// Several bear that name.
    Several(Vec<&'a Place>),
}

impl<'a> Places<'a> {
    /// The places that stand.
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        let mut by_name: HashMap<String, Vec<&Place>> = HashMap::new();
        for place in snapshot.places().iter().filter(|place| place.status != Status::Withdrawn) {
            let roles = place.roles.iter().filter_map(|role| role.name.as_ref());
            for name in std::iter::once(&place.name).chain(&place.aliases).chain(roles) {
                let namesakes = by_name.entry(folded(name)).or_default();
                if namesakes.last().is_none_or(|last| last.id != place.id) {
                    namesakes.push(place);
                }
            }
        }
        Self { snapshot, by_name }
    }

    /// The place with this id or name, inside the region where one is named.
    pub(super) fn find(&self, text: &str, region: Option<&RegionCode>) -> Found<'a> {
        let by_id = text.parse().ok().and_then(|id| self.snapshot.place(&id));
        if let Some(place) = by_id.filter(|place| place.status != Status::Withdrawn) {
            return Found::Place(place);
        }
        let namesakes = self.by_name.get(&folded(text)).into_iter().flatten().copied();
        let here: Vec<_> = namesakes.filter(|place| region.is_none_or(|code| is_inside(&place.region, code))).collect();
        match here[..] {
            [] => Found::None,
            [one] => Found::Place(one),
            _ => Found::Several(here),
        }
    }
}
