//! The audit trail: who, when, what, before, after, why.

use chrono::{DateTime, Utc};
use yuren_catalog::{PlaceId, Revision};

use crate::commit::signed;
use crate::engine::Engine;
use crate::sql::{Begin, Row, Statement, sql};
use crate::{Author, StoreError};

/// Most rows of one answer.
pub(crate) const MOST_ROWS: u32 = 1_000;

/// What one commit did to one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRow {
    /// The commit.
    pub revision: Revision,
    /// When, to the microsecond.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Author,
    /// Why, in their words.
    pub why: String,
    /// Which place.
    pub place: PlaceId,
    /// The place before, as [`yuren_catalog::Place::to_feature_json`] wrote it; `None` = there was none.
    pub before: Option<String>,
    /// The place after, likewise.
    pub after: String,
}

/// See [`crate::Store::history`].
pub(crate) async fn history(
    engine: &impl Engine,
    place: &PlaceId,
    before: Option<Revision>,
    limit: u32,
) -> Result<Vec<AuditRow>, StoreError> {
    let select = sql("SELECT audit.revision, at, author, why, place, CAST(before AS text) AS before, \
        CAST(after AS text) AS after FROM audit JOIN commits ON commits.revision = audit.revision \
        WHERE place = $1 AND audit.revision < $2 ORDER BY audit.revision DESC LIMIT $3");
    let before = before.map_or(i64::MAX, signed);
    read(engine, select.bind(place.as_str()).bind(before).bind(i64::from(limit.min(MOST_ROWS)))).await
}

/// See [`crate::Store::audit`].
pub(crate) async fn audit(
    engine: &impl Engine,
    revision: Revision,
    after: Option<&PlaceId>,
    limit: u32,
) -> Result<Vec<AuditRow>, StoreError> {
    let select = sql("SELECT audit.revision, at, author, why, place, CAST(before AS text) AS before, \
        CAST(after AS text) AS after FROM audit JOIN commits ON commits.revision = audit.revision \
        WHERE audit.revision = $1 AND place > $2 ORDER BY place LIMIT $3");
    let after = after.map_or("", PlaceId::as_str);
    read(engine, select.bind(signed(revision)).bind(after).bind(i64::from(limit.min(MOST_ROWS)))).await
}

async fn read(engine: &impl Engine, select: Statement) -> Result<Vec<AuditRow>, StoreError> {
    let mut tx = engine.begin(Begin::Read).await?;
    let outcome = tx.rows(select).await;
    tx.end(outcome).await?.iter().map(audit_row).collect()
}

fn audit_row(row: &Row) -> Result<AuditRow, StoreError> {
    Ok(AuditRow {
        revision: row.count("revision")?,
        at: row.get("at")?,
        by: row.parse("author")?,
        why: row.get("why")?,
        place: row.parse("place")?,
        before: row.get("before")?,
        after: row.get("after")?,
    })
}
