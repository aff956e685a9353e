//! Putting a city pack into an empty store.

use std::hash::Hasher;

use chrono::{DateTime, Utc};
use siphasher::sip128::{Hasher128, SipHasher13};
use yuren_catalog::{CityPack, Revision};

use crate::commit::{BATCH, next_revision, notify, put_commit, put_rows, put_sources};
use crate::engine::Engine;
use crate::record::{Record, Row};
use crate::sql::{Begin, Dialect, Transaction, sql};
use crate::{Author, StoreError};

/// A fingerprint of what a store takes from a pack, its places, study routes and sources: 32 hexadecimal digits. Equal packs have equal
/// ones; it tells whether a pack changed, and guards against no forger.
pub fn fingerprint(pack: &CityPack) -> String {
    let mut hasher = SipHasher13::new();
    let mut add = |text: &str| {
        hasher.write_usize(text.len());
        hasher.write(text.as_bytes());
    };
    for (key, source) in &pack.sources {
        add(key.as_str());
        add(&serde_json::to_string(source).expect("a source has string keys only"));
    }
    for place in &pack.places {
        add(&place.to_json());
    }
    for route in &pack.study_routes {
        add(&route.to_json());
    }
    format!("{:032x}", hasher.finish128().as_u128())
}

/// See [`crate::Store::seed`].
pub(crate) async fn seed(engine: &impl Engine, pack: &CityPack, at: DateTime<Utc>) -> Result<Revision, StoreError> {
    let mut tx = engine.begin(Begin::Write).await?;
    let outcome = seed_in(&mut tx, engine.dialect(), pack, at).await;
    let revision = tx.end(outcome).await?;
    engine.wake().wake();
    Ok(revision)
}

async fn seed_in(
    tx: &mut Transaction,
    dialect: &Dialect,
    pack: &CityPack,
    at: DateTime<Utc>,
) -> Result<Revision, StoreError> {
    let revision = next_revision(tx).await?;
    if revision != 1 {
        return Err(StoreError::NotEmpty(revision - 1));
    }
    put_commit(tx, revision, at, &Author::CityPack, "the city pack", pack.places.len() + pack.study_routes.len())
        .await?;
    put_sources(tx, dialect, revision, &pack.sources).await?;
    put_first(tx, dialect, revision, &pack.places).await?;
    put_first(tx, dialect, revision, &pack.study_routes).await?;
    tx.execute(sql("UPDATE store SET pack = $1").bind(fingerprint(pack))).await?;
    notify(tx, dialect, revision).await?;
    Ok(revision)
}

async fn put_first<R: Record>(
    tx: &mut Transaction,
    dialect: &Dialect,
    revision: Revision,
    records: &[R],
) -> Result<(), StoreError> {
    for batch in records.chunks(BATCH) {
        let rows: Vec<Row<'_>> = batch.iter().map(Row::first).collect::<Result<_, _>>()?;
        put_rows::<R>(tx, dialect, revision, &rows).await?;
    }
    Ok(())
}

/// See [`crate::Store::pack`].
pub(crate) async fn pack(engine: &impl Engine) -> Result<Option<String>, StoreError> {
    let mut tx = engine.begin(Begin::Read).await?;
    let outcome = tx.row(sql("SELECT pack FROM store")).await;
    let row = tx.end(outcome).await?;
    row.map_or(Ok(None), |row| row.get("pack"))
}

/// See [`crate::Store::took_in`].
pub(crate) async fn took_in(engine: &impl Engine, pack: &CityPack) -> Result<(), StoreError> {
    let mut tx = engine.begin(Begin::Write).await?;
    let outcome = tx.execute(sql("UPDATE store SET pack = $1").bind(fingerprint(pack))).await;
    tx.end(outcome).await.map(drop)
}
