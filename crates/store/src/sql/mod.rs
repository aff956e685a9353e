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
    /// The places whose ids are in the JSON array `$1`: `id`, `revision`, `feature`.
    pub(crate) present_places: &'static str,
    /// Puts the places of the JSON array `$1` (`id`, `after`) in under revision `$2`.
    pub(crate) put_places: &'static str,
    /// Puts the audit rows of the JSON array `$1` (`id`, `before`, `after`) in under revision `$2`.
    pub(crate) put_audit: &'static str,
    /// Puts the sources of the JSON array `$1` (`id`, `source`) in under revision `$2`; those there already stay.
    pub(crate) put_sources: &'static str,
    /// Tells other processes of revision `$1` when the transaction commits; `None` where they see it by themselves.
    pub(crate) notify: Option<&'static str>,
    /// Which database this is, beside the store's own identity: `lineage`.
    pub(crate) lineage: &'static str,
}
