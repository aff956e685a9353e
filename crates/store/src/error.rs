//! What can go wrong with a store, told apart by what one does about it.

use std::fmt;

use thiserror::Error;
use yuren_catalog::{Expected, PlaceId, Revision, SourceKey, StudyRouteId};

/// Why a store did not do as asked. Holds no password and nothing of a place but its id.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The database cannot be reached, is too busy, or is being handed over to another server. Nothing was written: try
    /// again later.
    #[error("the store cannot be reached now: {0}")]
    Unavailable(String),
    /// The database was asked to commit and did not say whether it did: ask it, before trying again.
    #[error("the store did not say whether it committed: {0}")]
    Uncertain(String),
    /// The disk, or the share of it that the store may use, is full. Nothing was written; reading goes on.
    #[error("the store's disk is full: nothing was written")]
    Full,
    /// Somebody else changed it since. Nothing was written.
    #[error("{changed} is not as expected ({}): {}", as_expected(*.expected), as_found(*.found))]
    Conflict {
        /// What.
        changed: Changed,
        /// What the change was a change of.
        expected: Expected,
        /// The revision that last changed it; `None` = there is none.
        found: Option<Revision>,
    },
    /// The store holds another city.
    #[error("the store holds city {found}, not {asked}")]
    WrongCity {
        /// The city that was asked for.
        asked: String,
        /// The city that it holds.
        found: String,
    },
    /// The city is put in once, and it was.
    #[error("the store is at revision {0} already; a city pack is put into an empty one only")]
    NotEmpty(Revision),
    /// Nothing can be changed before the city is put in.
    #[error("the store is empty; put a city pack in first")]
    Empty,
    /// The source has this key already and says something else.
    #[error("there is another source {0:?} already")]
    SourceTaken(SourceKey),
    /// Something with this name or id is there already.
    #[error("{0} is there already")]
    Exists(String),
    /// Nothing with this name or id is there, or it is in no state for this.
    #[error("there is no {0}")]
    Missing(String),
    /// What was handed over is out of bounds; says what, its value, and what is allowed.
    #[error("{0}")]
    OutOfBounds(String),
    /// The database does not let us in, or not do what is needed: its settings or rights must be mended.
    #[error("the database refuses: {0}")]
    Refused(String),
    /// The store was made by a newer version of this program.
    #[error("the store was made by a newer version of this program (schema {0}); use that version")]
    Newer(i64),
    /// What is stored cannot be read.
    #[error("the store is damaged: {0}")]
    Corrupt(String),
    /// A fault of this program.
    #[error("the database answered unexpectedly: {0}")]
    Unexpected(String),
}

/// What a conflict is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// A place.
    Place(PlaceId),
    /// A study route.
    StudyRoute(StudyRouteId),
}

impl fmt::Display for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Place(id) => write!(f, "{id}"),
            Self::StudyRoute(id) => write!(f, "{id}"),
        }
    }
}

fn as_expected(expected: Expected) -> String {
    match expected {
        Expected::Absent => "none of this id".to_owned(),
        Expected::AsOf(revision) => format!("as of revision {revision}"),
    }
}

fn as_found(found: Option<Revision>) -> String {
    found.map_or_else(|| "there is none".to_owned(), |revision| format!("revision {revision} changed it last"))
}
