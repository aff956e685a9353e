//! Talking SQL to either engine in the same words.
//!
//! Most statements are one text for both: both take `$1`, `CAST`, `RETURNING` and `ON CONFLICT`. What differs stands in each
//! engine's [`Dialect`]. Rows in bulk go in as one JSON array that the statement takes apart, a batch a round trip.

mod failure;
mod pool;
mod row;
mod statement;
mod transaction;

pub(crate) use failure::{failure, failure_of_commit, failure_of_migration};
pub(crate) use pool::{Connector, Lease, Pool};
pub(crate) use row::Row;
pub(crate) use statement::{Statement, sql};
pub(crate) use transaction::{Begin, Link, Transaction};

/// What the engines say differently.
#[derive(Debug)]
pub(crate) struct Dialect {
    /// Makes the one row of `store` for the city `$1`, unless it is there.
    pub(crate) found_store: &'static str,
    /// About places.
    pub(crate) places: Statements,
    /// About study routes.
    pub(crate) study_routes: Statements,
    /// Puts the sources of the JSON array `$1` (`id`, `source`) in under revision `$2`; those there already stay.
    pub(crate) put_sources: &'static str,
    /// Tells other processes of revision `$1` when the transaction commits; `None` where they see it by themselves.
    pub(crate) notify: Option<&'static str>,
    /// Which database this is, beside the store's own identity: `lineage`.
    pub(crate) lineage: &'static str,
}

/// Statements about what is kept whole under its id. Those that read give `id`, `revision` and the whole as `text`.
#[derive(Debug)]
pub(crate) struct Statements {
    /// Those whose ids are in the JSON array `$1`.
    pub(crate) present: &'static str,
    /// Those with ids above `$1`, by id, at most `$2`.
    pub(crate) page: &'static str,
    /// The one with the id `$1`.
    pub(crate) one: &'static str,
    /// As the commits after `$1` and up to `$2` left them, by revision and id.
    pub(crate) changed: &'static str,
    /// The audit rows of `$1` before revision `$2`, newest first, at most `$3`: those of [`crate::AuditRow`].
    pub(crate) history: &'static str,
    /// Puts those of the JSON array `$1` (`id`, `after`) in under revision `$2`.
    pub(crate) put: &'static str,
    /// Puts the audit rows of the JSON array `$1` (`id`, `before`, `after`) in under revision `$2`.
    pub(crate) put_audit: &'static str,
}
