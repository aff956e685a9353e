//! The roles that stand at places that stand, counted by kind, district and standing.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{RoleKind, Status};
use yuren_index::Snapshot;

use crate::standing::Standing;

/// Roles counted by how far they can be relied on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Counts {
    /// On the map: the sum of the four below.
    pub(crate) located: usize,
    /// Of these, checked by somebody, not too long ago, and no examples.
    pub(crate) verified: usize,
    /// Of these, checked too long ago.
    pub(crate) stale: usize,
    /// Of these, checked by nobody.
    pub(crate) unchecked: usize,
    /// Of these, examples.
    pub(crate) synthetic: usize,
}

impl Counts {
    fn add(&mut self, standing: Standing) {
        self.located += 1;
        match standing {
            Standing::Verified => self.verified += 1,
            Standing::Stale => self.stale += 1,
            Standing::Unchecked => self.unchecked += 1,
            Standing::Synthetic => self.synthetic += 1,
        }
    }
}

/// A city's roles, counted.
#[derive(Debug, Default)]
pub(crate) struct Tally<'a> {
    by_kind: [Counts; RoleKind::ALL.len()],
    /// By the district's six digits; kinds that a district has none of are left out.
    by_district: BTreeMap<&'a str, BTreeMap<RoleKind, Counts>>,
    /// How many places stand.
    pub(crate) places: usize,
}

impl<'a> Tally<'a> {
    /// The count on the day `today`.
    pub(crate) fn new(snapshot: &'a Snapshot, today: NaiveDate) -> Self {
        let mut tally = Self::default();
        for place in snapshot.places().iter().filter(|place| place.status != Status::Withdrawn) {
            tally.places += 1;
            // The first six digits are the district's code at every level below the city.
            let district = tally.by_district.entry(&place.region.as_str()[..6]).or_default();
            for role in place.roles.iter().filter(|role| role.status != Status::Withdrawn) {
                let standing = Standing::of(snapshot, role, today);
                tally.by_kind[role.kind as usize].add(standing);
                district.entry(role.kind).or_default().add(standing);
            }
        }
        tally
    }

    /// The roles of a kind in the whole city.
    pub(crate) fn of(&self, kind: RoleKind) -> Counts {
        self.by_kind[kind as usize]
    }

    /// The kinds that a district has, each with its count.
    pub(crate) fn of_district(&self, code: &str) -> impl Iterator<Item = (RoleKind, Counts)> {
        self.by_district.get(code).into_iter().flatten().map(|(&kind, &counts)| (kind, counts))
    }
}
