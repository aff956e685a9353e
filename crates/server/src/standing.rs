//! How far a role can be relied on: the four columns of the ledger (台账).

use std::str::FromStr;

use chrono::NaiveDate;
use serde::Serialize;
use yuren_catalog::{Freshness, Role};
use yuren_index::Snapshot;

/// How far a role can be relied on; every role that stands is exactly one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Standing {
    /// Somebody checked it, not too long ago (已核对).
    Verified,
    /// Somebody checked it, too long ago (待复核).
    Stale,
    /// Nobody has checked it (未核对).
    Unchecked,
    /// It is an example (示例).
    Synthetic,
}

impl Standing {
    /// Every standing. `standing as usize` is its position here.
    pub(crate) const ALL: [Self; 4] = [Self::Verified, Self::Stale, Self::Unchecked, Self::Synthetic];

    /// The standing of a role on the day `today`.
    pub(crate) fn of(snapshot: &Snapshot, role: &Role, today: NaiveDate) -> Self {
        if snapshot.sources().get(&role.claim.source).is_some_and(|source| source.synthetic) {
            return Self::Synthetic;
        }
        match role.freshness(today) {
            Freshness::Fresh => Self::Verified,
            Freshness::Stale => Self::Stale,
            Freshness::Unchecked => Self::Unchecked,
        }
    }

    /// The name used in requests and answers.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Stale => "stale",
            Self::Unchecked => "unchecked",
            Self::Synthetic => "synthetic",
        }
    }
}

impl FromStr for Standing {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|standing| standing.as_str() == text).ok_or(())
    }
}
