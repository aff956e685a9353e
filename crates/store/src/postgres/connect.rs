//! Finding the server that takes writes.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions, Row};
use tokio::time::timeout;

use crate::StoreError;
use crate::sql::{Connector, failure};

/// How long one server may take to say whether it takes writes.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// Limits that the server itself keeps to, so that nothing hangs: `(name, value)`.
const LIMITS: [(&str, &str); 4] = [
    ("statement_timeout", "15s"),
    ("lock_timeout", "4s"),
    ("idle_in_transaction_session_timeout", "30s"),
    // What is stored is in UTC and so is what psql shows of it here.
    ("TimeZone", "UTC"),
];

/// Opens connections to the first server that takes writes, beginning with the one that did so last.
#[derive(Clone)]
pub(crate) struct PostgresConnector {
    hosts: Arc<[PgConnectOptions]>,
    last: Arc<AtomicUsize>,
}

impl PostgresConnector {
    pub(crate) fn new(hosts: &[PgConnectOptions]) -> Self {
        let with_limits = |host: &PgConnectOptions| {
            let named = match host.get_application_name() {
                Some(_) => host.clone(),
                None => host.clone().application_name("yuren"),
            };
            named.options(LIMITS).disable_statement_logging()
        };
        Self { hosts: hosts.iter().map(with_limits).collect(), last: Arc::default() }
    }

    /// The server that takes writes, and a connection to it.
    pub(crate) async fn find(&self) -> Result<(&PgConnectOptions, PgConnection), StoreError> {
        let first = self.last.load(Ordering::Relaxed);
        let mut worst = None;
        for i in (0..self.hosts.len()).map(|i| (first + i) % self.hosts.len()) {
            match connect(&self.hosts[i]).await {
                Ok(connection) => {
                    self.last.store(i, Ordering::Relaxed);
                    return Ok((&self.hosts[i], connection));
                }
                // One that refuses us says more than one that is not there.
                Err(error @ StoreError::Unavailable(_)) => worst = worst.or(Some(error)),
                Err(error) => worst = Some(error),
            }
        }
        Err(worst.expect("an address has at least one host"))
    }
}

#[async_trait]
impl Connector for PostgresConnector {
    type Connection = PgConnection;

    async fn connect(&self) -> Result<PgConnection, StoreError> {
        self.find().await.map(|(_, connection)| connection)
    }
}

/// A connection to this server, if it takes writes. One that does not stays so until it is promoted, and one that does
/// cuts its connections before it becomes a standby, so that asking once is enough.
async fn connect(host: &PgConnectOptions) -> Result<PgConnection, StoreError> {
    let asked = timeout(PATIENCE, async {
        let mut connection = host.connect().await?;
        let row = sqlx::query("SELECT pg_is_in_recovery()").fetch_one(&mut connection).await?;
        Ok((connection, row.try_get(0)?))
    });
    let answer = asked.await.map_err(|_| StoreError::Unavailable("a server does not answer".to_owned()))?;
    let (connection, is_standby): (_, bool) = answer.map_err(failure)?;
    if is_standby {
        return Err(StoreError::Unavailable("no server takes writes: there are standbys only".to_owned()));
    }
    Ok(connection)
}
