//! What a correction is: what a reader says is wrong with a place. They say it in words; none carries a point.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use yuren_catalog::{Id, PlaceId};

use crate::{AccountName, StoreError};

/// The opaque identifier of a correction.
pub type CorrectionId = Id<Correction>;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CorrectionKind {
    /// It is no longer there.
    Closed,
    /// It is somewhere else.
    Moved,
    /// It is open at other hours.
    Hours,
    /// It costs something.
    NotFree,
    /// It is called otherwise.
    Name,
    /// Something there is dangerous.
    Unsafe,
    /// Something else.
    Other,
}

impl CorrectionKind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Closed, Self::Moved, Self::Hours, Self::NotFree, Self::Name, Self::Unsafe, Self::Other];

    /// The name used in requests and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Moved => "moved",
            Self::Hours => "hours",
            Self::NotFree => "not_free",
            Self::Name => "name",
            Self::Unsafe => "unsafe",
            Self::Other => "other",
        }
    }
}

impl FromStr for CorrectionKind {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        let kind = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        let allowed = || Self::ALL.map(Self::as_str).join(", ");
        kind.ok_or_else(|| StoreError::OutOfBounds(format!("the correction's kind is none; allowed: {}", allowed())))
    }
}

/// A hash of where a report came from, with a salt that is thrown away every day: it counts reports and finds nobody.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReporterHash(pub [u8; 32]);

impl fmt::Debug for ReporterHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReporterHash")
    }
}

/// A report as it comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCorrection {
    /// Its identifier, made by the caller.
    pub id: CorrectionId,
    /// Which place it is about.
    pub place: PlaceId,
    /// What is wrong.
    pub kind: CorrectionKind,
    /// In the reporter's words; at most 2,000 characters.
    pub text: String,
    /// How to answer the reporter, if they said; at most 200 characters.
    pub contact: Option<String>,
    /// For counting.
    pub reporter: ReporterHash,
}

/// What became of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is right, and was or will be mended.
    Accepted,
    /// It is not.
    Rejected,
}

/// Whether somebody has dealt with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CorrectionState {
    /// Nobody has.
    Open,
    /// Somebody has.
    Closed(Verdict),
}

impl CorrectionState {
    /// The name used in requests and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed(Verdict::Accepted) => "accepted",
            Self::Closed(Verdict::Rejected) => "rejected",
        }
    }
}

impl FromStr for CorrectionState {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        let all = [Self::Open, Self::Closed(Verdict::Accepted), Self::Closed(Verdict::Rejected)];
        let state = all.into_iter().find(|state| state.as_str() == text);
        state.ok_or_else(|| StoreError::OutOfBounds("the state is none of open, accepted, rejected".to_owned()))
    }
}

/// How a report was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// What became of it.
    pub verdict: Verdict,
    /// What the reporter may read; at most 2,000 characters.
    pub reply: String,
    /// Who closed it.
    pub by: AccountName,
    /// When.
    pub at: DateTime<Utc>,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Its identifier.
    pub id: CorrectionId,
    /// Which place it is about.
    pub place: PlaceId,
    /// What is wrong.
    pub kind: CorrectionKind,
    /// In the reporter's words.
    pub text: String,
    /// How to answer the reporter; erased when the report is closed.
    pub contact: Option<String>,
    /// When it came in.
    pub at: DateTime<Utc>,
    /// How it was closed; `None` = it is open.
    pub closing: Option<Closing>,
}
