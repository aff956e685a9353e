//! Where a test's store lives, on either engine.

use std::path::PathBuf;

use sqlx::{Connection, Row, SqliteConnection};
use yuren_tests::{Database, Scratch};

use crate::audit::run;

/// A folder with a SQLite file, or a database; removed with its guard.
pub(crate) enum Home {
    Sqlite(Scratch),
    Postgres(Database),
}

impl Home {
    pub(crate) fn sqlite() -> Self {
        Self::Sqlite(Scratch::new())
    }

    pub(crate) fn postgres() -> Self {
        Self::Postgres(Database::new())
    }

    /// The address of the store.
    pub(crate) fn store(&self) -> String {
        match self {
            Self::Sqlite(scratch) => scratch.store(),
            Self::Postgres(database) => database.url(),
        }
    }

    pub(crate) fn engine(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        }
    }

    /// Fails if the file is damaged. PostgreSQL was not killed, only its clients.
    pub(crate) fn check_file(&self) {
        let Self::Sqlite(scratch) = self else { return };
        let store = scratch.store();
        let file = PathBuf::from(store.trim_start_matches("sqlite:"));
        let said: String = run(async {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
            let mut connection = SqliteConnection::connect_with(&options).await.expect("a connection");
            let row = sqlx::query("PRAGMA integrity_check").fetch_one(&mut connection).await.expect("a row");
            row.get(0)
        });
        assert_eq!(said, "ok");
    }
}
