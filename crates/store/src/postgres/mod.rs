//! The shared engine: PostgreSQL with PostGIS, on whichever of several servers takes writes.

mod connect;
mod dialect;
mod listen;

use async_trait::async_trait;
use sqlx::Connection;
use yuren_catalog::RegionCode;

use self::connect::PostgresConnector;
use crate::StoreError;
use crate::address::PostgresAddress;
use crate::engine::{self, Engine};
use crate::schema::migrator;
use crate::sql::{Begin, Connector, Dialect, Link, Pool, Transaction, failure, failure_of_migration};
use crate::wake::{Wake, Watcher};

/// A store in a PostgreSQL database.
pub struct PostgresStore {
    pool: Pool<PostgresConnector>,
    wake: Wake,
    _watcher: Watcher,
}

impl PostgresStore {
    pub(crate) async fn open(address: &PostgresAddress, city: &RegionCode) -> Result<Self, StoreError> {
        let connector = PostgresConnector::new(&address.hosts);
        migrate(&connector).await?;
        let wake = Wake::new();
        let watcher = listen::listen(connector.clone(), wake.clone());
        let store = Self { pool: Pool::new(connector), wake, _watcher: watcher };
        engine::found(&store, city).await?;
        Ok(store)
    }
}

#[async_trait]
impl Engine for PostgresStore {
    fn dialect(&self) -> &'static Dialect {
        &dialect::DIALECT
    }

    async fn begin(&self, begin: Begin) -> Result<Transaction, StoreError> {
        Transaction::begin(Link::Postgres(self.pool.lease().await?), begin).await
    }

    fn wake(&self) -> &Wake {
        &self.wake
    }
}

/// The migrator takes a lock of its own, so that of two servers that start at once one waits for the other.
async fn migrate(connector: &PostgresConnector) -> Result<(), StoreError> {
    let steps = [
        include_str!("../../migrations/postgres/0001_places.sql"),
        include_str!("../../migrations/postgres/0002_people.sql"),
        include_str!("../../migrations/postgres/0003_links.sql"),
        include_str!("../../migrations/postgres/0004_study_routes.sql"),
    ];
    let mut connection = connector.connect().await?;
    migrator(steps).run_direct(None, &mut connection, false).await.map_err(failure_of_migration)?;
    connection.close().await.map_err(failure)
}
