//! Hearing of commits by other servers.

use std::time::Duration;

use sqlx::Row;
use sqlx::postgres::{PgListener, PgPoolOptions};
use tokio::time::{sleep, timeout};

use super::connect::PostgresConnector;
use super::dialect::CHANNEL;
use crate::StoreError;
use crate::sql::failure;
use crate::wake::{Wake, Watcher};

/// Without a word for so long, one asks: a connection can die without a sound.
const SILENCE: Duration = Duration::from_secs(5);
/// How long one waits before connecting again.
const PAUSE: Duration = Duration::from_millis(500);

/// Listens on a connection of its own, and finds the server anew whenever it is lost. What was said meanwhile nobody heard,
/// so that everybody looks for themselves once the listener stands.
pub(crate) fn listen(connector: PostgresConnector, wake: Wake) -> Watcher {
    Watcher(tokio::spawn(async move {
        loop {
            if let Err(error) = listen_on_one(&connector, &wake).await {
                tracing::debug!(%error, "the listener lost its server");
            }
            wake.wake();
            sleep(PAUSE).await;
        }
    }))
}

async fn listen_on_one(connector: &PostgresConnector, wake: &Wake) -> Result<(), StoreError> {
    let (host, _) = connector.find().await?;
    let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(SILENCE).connect_lazy_with(host.clone());
    let mut listener = PgListener::connect_with(&pool).await.map_err(failure)?;
    listener.eager_reconnect(false);
    listener.listen(CHANNEL).await.map_err(failure)?;
    wake.wake();
    let mut last = None;
    loop {
        match timeout(SILENCE, listener.try_recv()).await {
            Ok(Ok(Some(_))) => wake.wake(),
            Ok(Ok(None)) => return Ok(()),
            Ok(Err(error)) => return Err(failure(error)),
            Err(_) => {
                let revision = timeout(SILENCE, revision(&mut listener)).await;
                let revision = revision.map_err(|_| StoreError::Unavailable("it fell silent".to_owned()))??;
                if last.replace(revision) != Some(revision) {
                    wake.wake();
                }
            }
        }
    }
}

async fn revision(listener: &mut PgListener) -> Result<i64, StoreError> {
    let row = sqlx::query("SELECT revision FROM store").fetch_one(listener).await.map_err(failure)?;
    row.try_get("revision").map_err(failure)
}
