//! What an engine's error means to one who asked the store.
//!
//! An engine's own words may repeat values that were stored, so that only its code is passed on.

use sqlx::migrate::MigrateError;
use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;

use crate::StoreError;

/// SQLite's primary result code for a disk that gives errors.
const SQLITE_IO_ERROR: i32 = 10;

/// The failure of a statement, or of connecting: what it would have written is not.
pub(crate) fn failure(error: sqlx::Error) -> StoreError {
    match error {
        sqlx::Error::Database(error) => {
            if let Some(error) = error.try_downcast_ref::<PgDatabaseError>() {
                of_postgres(error.code())
            } else if error.try_downcast_ref::<SqliteError>().is_some() {
                of_sqlite(error.code().and_then(|code| code.parse().ok()).unwrap_or_default())
            } else {
                StoreError::Unexpected("an error of no known engine".to_owned())
            }
        }
        sqlx::Error::Io(error) => StoreError::Unavailable(error.kind().to_string()),
        sqlx::Error::WorkerCrashed | sqlx::Error::BeginFailed => {
            StoreError::Unavailable("the connection was lost".to_owned())
        }
        sqlx::Error::Tls(_) => {
            StoreError::Refused("the server asks for TLS, which this build does not have".to_owned())
        }
        sqlx::Error::Configuration(_) => StoreError::Refused("its address cannot be used".to_owned()),
        sqlx::Error::Protocol(_) => StoreError::Unavailable("the connection broke off".to_owned()),
        sqlx::Error::RowNotFound => StoreError::Unexpected("a row that must be there is not".to_owned()),
        sqlx::Error::Encode(_) => StoreError::Unexpected("a value could not be sent".to_owned()),
        _ => StoreError::Unexpected("an answer that does not fit its statement".to_owned()),
    }
}

/// The failure of a commit: where the connection broke, or the disk gave errors, nobody knows whether it was written.
pub(crate) fn failure_of_commit(error: sqlx::Error) -> StoreError {
    let is_answer = match &error {
        sqlx::Error::Database(answer) => match answer.code().as_deref() {
            // The server was shut down while the commit waited: it may have been written.
            Some(code) if answer.try_downcast_ref::<PgDatabaseError>().is_some() => {
                !code.starts_with("57P") && !code.starts_with("08")
            }
            Some(code) => code.parse().is_ok_and(|code: i32| code & 0xff != SQLITE_IO_ERROR),
            None => false,
        },
        _ => false,
    };
    match failure(error) {
        StoreError::Unavailable(detail) if !is_answer => StoreError::Uncertain(detail),
        known => known,
    }
}

/// The failure of making or renewing the schema.
pub(crate) fn failure_of_migration(error: MigrateError) -> StoreError {
    match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => failure(error),
        MigrateError::VersionMissing(version) => StoreError::Newer(version),
        MigrateError::VersionMismatch(version) => {
            StoreError::Corrupt(format!("schema {version} is not the one that this program makes"))
        }
        _ => StoreError::Unexpected("the schema could not be made".to_owned()),
    }
}

/// By SQLSTATE.
fn of_postgres(code: &str) -> StoreError {
    let told = format!("SQLSTATE {code}");
    match code {
        "53100" => StoreError::Full,
        "55P03" => StoreError::Unavailable("another change holds the lock".to_owned()),
        "57014" => StoreError::Unavailable("the statement took too long".to_owned()),
        "25006" => StoreError::Unavailable("the server is a standby and takes no writes".to_owned()),
        "40001" | "40P01" => StoreError::Unavailable(told),
        "58P01" | "0A000" => StoreError::Refused("PostGIS is not installed on the server".to_owned()),
        "42501" => {
            StoreError::Refused("the account lacks a right; `CREATE EXTENSION postgis` needs an owner's".to_owned())
        }
        _ => match &code[..2] {
            "08" | "53" | "57" | "58" => StoreError::Unavailable(told),
            "28" => StoreError::Refused(format!("it does not let us in ({told})")),
            "3D" => StoreError::Refused("there is no such database".to_owned()),
            "XX" => StoreError::Corrupt(told),
            _ => StoreError::Unexpected(told),
        },
    }
}

/// By SQLite's result code, whose lowest byte is the primary one.
fn of_sqlite(code: i32) -> StoreError {
    let told = format!("SQLite code {code}");
    match code & 0xff {
        5 | 6 => StoreError::Unavailable("another process is writing".to_owned()),
        8 => StoreError::Refused("the file may not be written".to_owned()),
        SQLITE_IO_ERROR => StoreError::Unavailable(format!("the disk gives errors ({told})")),
        11 | 26 => StoreError::Corrupt(told),
        13 => StoreError::Full,
        14 => StoreError::Refused("the file cannot be opened".to_owned()),
        _ => StoreError::Unexpected(told),
    }
}
