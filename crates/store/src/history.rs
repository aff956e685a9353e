//! The audit trail: who, when, what, before, after, why.

use chrono::{DateTime, Utc};
use yuren_catalog::{Id, Place, PlaceId, Revision};

use crate::commit::signed;
use crate::engine::Engine;
use crate::record::Record;
use crate::sql::{Begin, Row, Statement, sql};
use crate::{Author, StoreError};

/// Most rows of one answer.
pub(crate) const MOST_ROWS: u32 = 1_000;

/// What one commit did to one place; or to one study route, whose id is the `I`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow<I = PlaceId> {
    /// The commit.
    pub revision: Revision,
    /// When, to the microsecond.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Author,
    /// Why, in their words.
    pub why: String,
    /// To which.
    pub of: I,
    /// It before, a place as [`yuren_catalog::Place::to_feature_json`] wrote it; `None` = there was none.
    pub before: Option<String>,
    /// It after, likewise.
    pub after: String,
}

/// See [`crate::Store::history`], [`crate::Store::study_route_history`].
pub(crate) async fn history<R: Record>(
    engine: &impl Engine,
    of: &Id<R>,
    before: Option<Revision>,
    limit: u32,
) -> Result<Vec<AuditRow<Id<R>>>, StoreError> {
    let select = sql(R::statements(engine.dialect()).history);
    let before = before.map_or(i64::MAX, signed);
    read::<R>(engine, select.bind(of.as_str()).bind(before).bind(i64::from(limit.min(MOST_ROWS)))).await
}

/// See [`crate::Store::audit`].
pub(crate) async fn audit(
    engine: &impl Engine,
    revision: Revision,
    after: Option<&PlaceId>,
    limit: u32,
) -> Result<Vec<AuditRow>, StoreError> {
    let select = sql("SELECT audit.revision, at, author, why, place AS id, CAST(before AS text) AS before, \
        CAST(after AS text) AS after FROM audit JOIN commits ON commits.revision = audit.revision \
        WHERE audit.revision = $1 AND place > $2 ORDER BY place LIMIT $3");
    let after = after.map_or("", PlaceId::as_str);
    read::<Place>(engine, select.bind(signed(revision)).bind(after).bind(i64::from(limit.min(MOST_ROWS)))).await
}

async fn read<R: Record>(engine: &impl Engine, select: Statement) -> Result<Vec<AuditRow<Id<R>>>, StoreError> {
    let mut tx = engine.begin(Begin::Read).await?;
    let outcome = tx.rows(select).await;
    tx.end(outcome).await?.iter().map(audit_row::<R>).collect()
}

fn audit_row<R: Record>(row: &Row) -> Result<AuditRow<Id<R>>, StoreError> {
    Ok(AuditRow {
        revision: row.count("revision")?,
        at: row.get("at")?,
        by: row.parse("author")?,
        why: row.get("why")?,
        of: row.parse("id")?,
        before: row.get("before")?,
        after: row.get("after")?,
    })
}
