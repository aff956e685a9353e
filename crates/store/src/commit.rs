//! Committing a change set: one transaction under one revision.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use serde::Serialize;
use yuren_catalog::{ChangeSet, Expected, PlaceChange, Revision, Source, SourceKey};

use crate::engine::Engine;
use crate::feature::{PlaceRow, from_text, to_json, to_text};
use crate::sql::{Begin, Dialect, Transaction, sql};
use crate::text::{LONGEST_WHY, bound};
use crate::{Author, StoreError};

/// Most places that one commit may change.
pub const MOST_CHANGES: usize = 200_000;
/// Places that go into the database in one statement.
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
    if set.changes.is_empty() && set.sources.is_empty() {
        return Err(StoreError::OutOfBounds(
            "the change set changes nothing; allowed: at least one place or source".into(),
        ));
    }
    if set.changes.len() > MOST_CHANGES {
        let count = set.changes.len();
        return Err(StoreError::OutOfBounds(format!("{count} changes at once; allowed: at most {MOST_CHANGES}")));
    }
    let mut seen = HashSet::new();
    match set.changes.iter().find(|change| !seen.insert(&change.place.id)) {
        Some(twice) => {
            let id = &twice.place.id;
            Err(StoreError::OutOfBounds(format!("{id} is changed twice; allowed: one change a place")))
        }
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
    put_commit(tx, revision, at, by, &set.why, set.changes.len()).await?;
    put_sources(tx, dialect, revision, &set.sources).await?;
    for batch in set.changes.chunks(BATCH) {
        let rows = expected_rows(tx, dialect, batch).await?;
        put_places(tx, dialect, revision, &rows).await?;
    }
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
    struct Row<'a> {
        id: &'a str,
        source: String,
    }
    let to_row = |(key, source): (_, &Source)| Row {
        id: SourceKey::as_str(key),
        source: serde_json::to_string(source).expect("a source has string keys only"),
    };
    let rows: Vec<Row<'_>> = sources.iter().map(to_row).collect();
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

/// The rows of these changes, if every place is as its change expects.
async fn expected_rows<'a>(
    tx: &mut Transaction,
    dialect: &Dialect,
    changes: &'a [PlaceChange],
) -> Result<Vec<PlaceRow<'a>>, StoreError> {
    let ids: Vec<&str> = changes.iter().map(|change| change.place.id.as_str()).collect();
    let mut present = BTreeMap::new();
    for row in tx.rows(sql(dialect.present_places).bind_json(to_json(&ids))).await? {
        let (id, text): (String, String) = (row.get("id")?, row.get("feature")?);
        // PostgreSQL keeps a feature's members in its own order; read and written again they are in ours.
        let before = from_text(&id, &text)?.to_feature_json();
        present.insert(id, (row.count("revision")?, before));
    }
    let to_row = |change: &'a PlaceChange| {
        let id = change.place.id.as_str();
        let (found, before) = present.remove(id).unzip();
        let is_expected = match change.expected {
            Expected::Absent => found.is_none(),
            Expected::AsOf(revision) => found == Some(revision),
        };
        if is_expected {
            Ok(PlaceRow { id, before, after: to_text(&change.place)? })
        } else {
            Err(StoreError::Conflict { place: change.place.id.clone(), expected: change.expected, found })
        }
    };
    changes.iter().map(to_row).collect()
}

pub(crate) async fn put_places(
    tx: &mut Transaction,
    dialect: &Dialect,
    revision: Revision,
    rows: &[PlaceRow<'_>],
) -> Result<(), StoreError> {
    let json = to_json(rows);
    tx.execute(sql(dialect.put_places).bind_json(json.clone()).bind(signed(revision))).await?;
    tx.execute(sql(dialect.put_audit).bind_json(json).bind(signed(revision))).await.map(drop)
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
