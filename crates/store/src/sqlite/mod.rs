//! The embedded engine: one file, written ahead (WAL) and synced at every commit.

mod connect;
mod dialect;
mod watch;

use std::time::Duration;

use async_trait::async_trait;
use sqlx::Connection;
use tokio::time::{Instant, sleep};
use yuren_catalog::RegionCode;

use self::connect::SqliteConnector;
use crate::StoreError;
use crate::address::SqliteAddress;
use crate::engine::{self, Engine};
use crate::schema::migrator;
use crate::sql::{Begin, Connector, Dialect, Link, Pool, Transaction, failure, failure_of_migration};
use crate::wake::{Wake, Watcher};

/// How long one who opens a file waits for others who make its schema.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long before it is tried again.
const PAUSE: Duration = Duration::from_millis(50);

/// A store in an SQLite file.
pub struct SqliteStore {
    pool: Pool<SqliteConnector>,
    wake: Wake,
    _watcher: Watcher,
}

impl SqliteStore {
    pub(crate) async fn open(address: &SqliteAddress, city: &RegionCode) -> Result<Self, StoreError> {
        let connector = SqliteConnector::new(address)?;
        migrate_in_turn(&connector).await?;
        let wake = Wake::new();
        let watcher = watch::watch(connector.clone(), wake.clone());
        let store = Self { pool: Pool::new(connector), wake, _watcher: watcher };
        engine::found(&store, city).await?;
        Ok(store)
    }
}

#[async_trait]
impl Engine for SqliteStore {
    fn dialect(&self) -> &'static Dialect {
        &dialect::DIALECT
    }

    async fn begin(&self, begin: Begin) -> Result<Transaction, StoreError> {
        Transaction::begin(Link::Sqlite(self.pool.lease().await?), begin).await
    }

    fn wake(&self) -> &Wake {
        &self.wake
    }
}

/// Makes the schema, trying again while another process makes it. SQLite does not wait by itself everywhere: turning a new file
/// to write-ahead is refused at once while somebody else holds it.
async fn migrate_in_turn(connector: &SqliteConnector) -> Result<(), StoreError> {
    let end = Instant::now() + PATIENCE;
    loop {
        match migrate(connector).await {
            Err(StoreError::Unavailable(_)) if Instant::now() < end => sleep(PAUSE).await,
            outcome => return outcome,
        }
    }
}

/// Under the writers' lock, so that of two processes that open a new file one waits for the other.
async fn migrate(connector: &SqliteConnector) -> Result<(), StoreError> {
    let steps = [
        include_str!("../../migrations/sqlite/0001_places.sql"),
        include_str!("../../migrations/sqlite/0002_people.sql"),
        include_str!("../../migrations/sqlite/0003_links.sql"),
        include_str!("../../migrations/sqlite/0004_study_routes.sql"),
    ];
    let mut connection = connector.connect().await?;
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.map_err(failure)?;
    migrator(steps).run_direct(None, &mut *transaction, false).await.map_err(failure_of_migration)?;
    transaction.commit().await.map_err(failure)?;
    connection.close().await.map_err(failure)
}
