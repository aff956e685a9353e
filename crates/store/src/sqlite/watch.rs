//! Noticing what another process writes into the file.

use std::time::Duration;

use sqlx::{Row, SqliteConnection};
use tokio::time::{MissedTickBehavior, interval};

use super::connect::SqliteConnector;
use crate::sql::Connector;
use crate::wake::{Wake, Watcher};

/// How often one looks.
const EVERY: Duration = Duration::from_millis(250);

/// Looks at `PRAGMA data_version` on a connection of its own: it changes with every commit of any other connection.
pub(crate) fn watch(connector: SqliteConnector, wake: Wake) -> Watcher {
    Watcher(tokio::spawn(async move {
        let mut ticks = interval(EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut connection = None;
        let mut last = None;
        loop {
            ticks.tick().await;
            let version = data_version(&connector, &mut connection).await;
            // Without an answer nobody knows, so that all look for themselves.
            if version.is_none() || version != last {
                wake.wake();
            }
            last = version;
        }
    }))
}

async fn data_version(connector: &SqliteConnector, connection: &mut Option<SqliteConnection>) -> Option<i64> {
    let mut open = match connection.take() {
        Some(open) => open,
        None => connector.connect().await.ok()?,
    };
    let row = sqlx::query("PRAGMA data_version").fetch_one(&mut open).await.ok()?;
    *connection = Some(open);
    row.try_get(0).ok()
}
