//! Opening the file.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};

use crate::StoreError;
use crate::address::SqliteAddress;
use crate::sql::{Connector, failure};

/// How long a writer waits for another process's.
const PATIENCE: Duration = Duration::from_secs(4);

/// Opens connections to one file.
#[derive(Clone)]
pub(crate) struct SqliteConnector(SqliteConnectOptions);

impl SqliteConnector {
    /// Makes the file and its folder where they are not there.
    pub(crate) fn new(address: &SqliteAddress) -> Result<Self, StoreError> {
        make(&address.path).map_err(|error| {
            StoreError::Refused(format!("{} cannot be made: {}", address.path.display(), error.kind()))
        })?;
        let options = SqliteConnectOptions::new()
            .filename(&address.path)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .disable_statement_logging();
        Ok(Self(match address.max_page_count {
            Some(pages) => options.pragma("max_page_count", pages.to_string()),
            None => options,
        }))
    }
}

#[async_trait]
impl Connector for SqliteConnector {
    type Connection = SqliteConnection;

    async fn connect(&self) -> Result<SqliteConnection, StoreError> {
        self.0.connect().await.map_err(failure)
    }
}

/// Makes an empty file that only its owner may read: there are accounts and contacts in it.
fn make(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}
