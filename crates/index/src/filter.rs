//! Which places a question is about.

use yuren_catalog::{Fee, RegionCode, Role, RoleKind, RoleKindSet, Status};

/// A set of fees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FeeSet(u8);

impl FeeSet {
    /// No fee.
    pub const EMPTY: Self = Self(0);

    /// Whether no fee is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether `fee` is in the set.
    pub fn contains(self, fee: Fee) -> bool {
        self.0 & (1 << fee as u8) != 0
    }

    /// The fees in the set, in the order of [`Fee::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Fee> {
        Fee::ALL.into_iter().filter(move |&fee| self.contains(fee))
    }
}

impl FromIterator<Fee> for FeeSet {
    fn from_iter<I: IntoIterator<Item = Fee>>(fees: I) -> Self {
        Self(fees.into_iter().fold(0, |bits, fee| bits | 1 << fee as u8))
    }
}

/// What a place must be to be found. All parts must hold on one and the same role; a withdrawn role holds none, and a
/// withdrawn place is found by no filter, not even the empty one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// The role is of one of these kinds; empty = of any.
    pub roles: RoleKindSet,
    /// The role costs one of these; empty = any, known or not.
    pub fees: FeeSet,
    /// The place lies in one of these regions, at any depth; empty = anywhere.
    pub regions: Vec<RegionCode>,
}

impl Filter {
    /// Whether it asks for nothing in particular.
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty() && self.fees.is_empty() && self.regions.is_empty()
    }

    /// Whether this role is of the kinds and fees asked for, and stands.
    pub fn matches_role(&self, role: &Role) -> bool {
        role.status != Status::Withdrawn && self.matches(role.kind, role.fee())
    }

    /// Whether the kind and the fee are among those asked for.
    pub(crate) fn matches(&self, kind: RoleKind, fee: Fee) -> bool {
        (self.roles.is_empty() || self.roles.contains(kind)) && (self.fees.is_empty() || self.fees.contains(fee))
    }
}
