//! What an engine must be able to do; everything else is the same for all.

use async_trait::async_trait;
use yuren_catalog::RegionCode;

use crate::StoreError;
use crate::sql::{Begin, Dialect, Transaction, sql};
use crate::wake::Wake;

/// SQLite or PostgreSQL.
#[async_trait]
pub(crate) trait Engine: Send + Sync {
    /// How it says what engines say differently.
    fn dialect(&self) -> &'static Dialect;

    /// A transaction on a connection that takes writes.
    async fn begin(&self, begin: Begin) -> Result<Transaction, StoreError>;

    /// Wakes those who wait for changes.
    fn wake(&self) -> &Wake;
}

/// Makes sure that the store is this city's: founds an empty one, and refuses another's.
pub(crate) async fn found(engine: &impl Engine, city: &RegionCode) -> Result<(), StoreError> {
    let mut tx = engine.begin(Begin::Write).await?;
    let outcome = found_in(&mut tx, engine.dialect(), city).await;
    tx.end(outcome).await
}

async fn found_in(tx: &mut Transaction, dialect: &Dialect, city: &RegionCode) -> Result<(), StoreError> {
    tx.execute(sql(dialect.found_store).bind(city.as_str())).await?;
    let row = tx.row(sql("SELECT city FROM store")).await?;
    let found: String = row.ok_or_else(|| StoreError::Corrupt("table store has no row".to_owned()))?.get("city")?;
    if found == city.as_str() { Ok(()) } else { Err(StoreError::WrongCity { asked: city.as_str().to_owned(), found }) }
}
