//! Committing a change set: one transaction under one revision.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Display;

use chrono::{DateTime, Utc};
use serde::Serialize;
use yuren_catalog::{ChangeSet, Expected, Revision, Source, SourceKey};

use crate::engine::Engine;
use crate::record::{Change, Record, Row, from_text, to_json, to_text};
use crate::sql::{Begin, Dialect, Transaction, sql};
use crate::text::{LONGEST_WHY, bound};
use crate::{Author, StoreError};

/// Most places and study routes that one commit may change.
pub const MOST_CHANGES: usize = 200_000;
/// Places, or study routes, that go into the database in one statement.
pub(crate) const BATCH: usize = 500;

/// See [`crate::Store::commit`].
pub(crate) async fn commit(
    engine: &impl Engine,
    set: &ChangeSet,
    by: &Author,
    at: DateTime<Utc>,
) -> Result<Revision, StoreError> {
    check(set)?;
    let mut tx = engine.begin(Begin::Write).await?;
    let outcome = commit_in(&mut tx, engine.dialect(), set, by, at).await;
    let revision = tx.end(outcome).await?;
    engine.wake().wake();
    Ok(revision)
}

fn check(set: &ChangeSet) -> Result<(), StoreError> {
    bound("the reason", &set.why, LONGEST_WHY)?;
    let count = count(set);
    if count == 0 && set.sources.is_empty() {
        return Err(StoreError::OutOfBounds(
            "the change set changes nothing; allowed: at least one place, study route or source".into(),
        ));
    }
    if count > MOST_CHANGES {
        return Err(StoreError::OutOfBounds(format!("{count} changes at once; allowed: at most {MOST_CHANGES}")));
    }
    once("place", set.changes.iter().map(|change| &change.place.id))?;
    once("study route", set.study_routes.iter().map(|change| &change.route.id))
}

/// How many places and study routes the set changes.
fn count(set: &ChangeSet) -> usize {
    set.changes.len() + set.study_routes.len()
}

/// Refuses what is changed twice.
fn once<K: std::hash::Hash + Eq + Display>(what: &str, mut ids: impl Iterator<Item = K>) -> Result<(), StoreError> {
    let mut seen = HashSet::new();
    match ids.find_map(|id| seen.replace(id)) {
        Some(id) => Err(StoreError::OutOfBounds(format!("{id} is changed twice; allowed: one change a {what}"))),
        None => Ok(()),
    }
}

async fn commit_in(
    tx: &mut Transaction,
    dialect: &Dialect,
    set: &ChangeSet,
    by: &Author,
    at: DateTime<Utc>,
) -> Result<Revision, StoreError> {
    let revision = next_revision(tx).await?;
    if revision == 1 {
        return Err(StoreError::Empty);
    }
    put_commit(tx, revision, at, by, &set.why, count(set)).await?;
    put_sources(tx, dialect, revision, &set.sources).await?;
    put_changes(tx, dialect, revision, &set.changes).await?;
    // After the places, at which they stop.
    put_changes(tx, dialect, revision, &set.study_routes).await?;
    notify(tx, dialect, revision).await?;
    Ok(revision)
}

/// The next revision. From here to the end of the transaction every other commit waits.
pub(crate) async fn next_revision(tx: &mut Transaction) -> Result<Revision, StoreError> {
    let row = tx.row(sql("UPDATE store SET revision = revision + 1 RETURNING revision")).await?;
    row.ok_or_else(|| StoreError::Corrupt("table store has no row".to_owned()))?.count("revision")
}

pub(crate) async fn put_commit(
    tx: &mut Transaction,
    revision: Revision,
    at: DateTime<Utc>,
    by: &Author,
    why: &str,
    changes: usize,
) -> Result<(), StoreError> {
    let insert = sql("INSERT INTO commits (revision, at, author, why, changes) VALUES ($1, $2, $3, $4, $5)");
    let row = insert.bind(signed(revision)).bind(at).bind(by.to_string()).bind(why).bind(signed(changes as u64));
    tx.execute(row).await.map(drop)
}

/// Sources that are there already must be the same.
pub(crate) async fn put_sources(
    tx: &mut Transaction,
    dialect: &Dialect,
    revision: Revision,
    sources: &BTreeMap<SourceKey, Source>,
) -> Result<(), StoreError> {
    #[derive(Serialize)]
    struct SourceRow<'a> {
        id: &'a str,
        source: String,
    }
    let to_row = |(key, source): (_, &Source)| SourceRow {
        id: SourceKey::as_str(key),
        source: serde_json::to_string(source).expect("a source has string keys only"),
    };
    let rows: Vec<SourceRow<'_>> = sources.iter().map(to_row).collect();
    if let Some(large) =
        rows.iter().find(|row| row.id.len() + row.source.len() > 16_384 || row.source.contains("\\u0000"))
    {
        let id = large.id;
        return Err(StoreError::OutOfBounds(format!(
            "source {id:?} is too large or holds a NUL; allowed: at most 16 kB"
        )));
    }
    for batch in rows.chunks(BATCH) {
        tx.execute(sql(dialect.put_sources).bind_json(to_json(batch)).bind(signed(revision))).await?;
    }
    if sources.is_empty() {
        return Ok(());
    }
    let stored = tx.rows(sql("SELECT id, CAST(source AS text) AS source FROM source")).await?;
    for row in stored {
        let key = SourceKey::from(row.get::<String>("id")?.as_str());
        let text: String = row.get("source")?;
        if sources.get(&key).is_some_and(|wanted| serde_json::from_str::<Source>(&text).ok().as_ref() != Some(wanted)) {
            return Err(StoreError::SourceTaken(key));
        }
    }
    Ok(())
}

/// Puts the changes in, if everything is as its change expects.
async fn put_changes<C: Change>(
    tx: &mut Transaction,
    dialect: &Dialect,
    revision: Revision,
    changes: &[C],
) -> Result<(), StoreError> {
    for batch in changes.chunks(BATCH) {
        let rows = expected_rows(tx, dialect, batch).await?;
        put_rows::<C::Of>(tx, dialect, revision, &rows).await?;
    }
    Ok(())
}

/// The rows of these changes, if everything is as its change expects.
async fn expected_rows<'a, C: Change>(
    tx: &mut Transaction,
    dialect: &Dialect,
    changes: &'a [C],
) -> Result<Vec<Row<'a>>, StoreError> {
    let ids: Vec<&str> = changes.iter().map(|change| change.parts().0.id().as_str()).collect();
    let mut present = BTreeMap::new();
    for row in tx.rows(sql(C::Of::statements(dialect).present).bind_json(to_json(&ids))).await? {
        let (id, text): (String, String) = (row.get("id")?, row.get("text")?);
        // PostgreSQL keeps an object's members in its own order; read and written again they are in ours.
        let before = from_text::<C::Of>(&id, &text)?.to_json();
        present.insert(id, (row.count("revision")?, before));
    }
    let to_row = |change: &'a C| {
        let (record, expected) = change.parts();
        let id = record.id().as_str();
        let (found, before) = present.remove(id).unzip();
        let is_expected = match expected {
            Expected::Absent => found.is_none(),
            Expected::AsOf(revision) => found == Some(revision),
        };
        if is_expected {
            Ok(Row { id, before, after: to_text(record)? })
        } else {
            Err(StoreError::Conflict { changed: C::Of::named(record.id()), expected, found })
        }
    };
    changes.iter().map(to_row).collect()
}

/// Puts places, or study routes, in.
pub(crate) async fn put_rows<R: Record>(
    tx: &mut Transaction,
    dialect: &Dialect,
    revision: Revision,
    rows: &[Row<'_>],
) -> Result<(), StoreError> {
    let (statements, json) = (R::statements(dialect), to_json(rows));
    tx.execute(sql(statements.put).bind_json(json.clone()).bind(signed(revision))).await?;
    tx.execute(sql(statements.put_audit).bind_json(json).bind(signed(revision))).await.map(drop)
}

pub(crate) async fn notify(tx: &mut Transaction, dialect: &Dialect, revision: Revision) -> Result<(), StoreError> {
    match dialect.notify {
        Some(notify) => tx.rows(sql(notify).bind(revision.to_string())).await.map(drop),
        None => Ok(()),
    }
}

/// The number as databases hold it.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
