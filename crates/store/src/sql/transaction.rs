//! A transaction on either engine, in which nothing waits for ever.

use std::time::Duration;

use sqlx::{PgConnection, SqliteConnection};
use tokio::time::timeout;

use super::{Lease, Row, Statement, failure, failure_of_commit, sql};
use crate::StoreError;

/// How long a statement may take; the servers' own limits are shorter and end it in order.
const STATEMENT: Duration = Duration::from_secs(20);
/// How long a commit may take before its outcome counts as unknown.
const COMMIT: Duration = Duration::from_secs(5);

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Begin {
    /// Reading one state of the store, however long it takes.
    Read,
    /// Writing.
    Write,
}

/// A connection to either engine.
pub(crate) enum Link {
    Sqlite(Lease<SqliteConnection>),
    Postgres(Lease<PgConnection>),
}

/// An open transaction. Dropped, it is rolled back and its connection closed.
pub(crate) struct Transaction {
    link: Link,
    purpose: Begin,
}

impl Transaction {
    pub(crate) async fn begin(link: Link, purpose: Begin) -> Result<Self, StoreError> {
        let statement = match (&link, purpose) {
            (Link::Sqlite(_), Begin::Read) | (Link::Postgres(_), Begin::Write) => "BEGIN",
            // Takes the writers' lock at once: a reader that becomes a writer later can be refused half-way.
            (Link::Sqlite(_), Begin::Write) => "BEGIN IMMEDIATE",
            (Link::Postgres(_), Begin::Read) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        let mut begun = Self { link, purpose };
        begun.execute(sql(statement)).await?;
        Ok(begun)
    }

    /// Runs a statement; answers with the number of rows it touched.
    pub(crate) async fn execute(&mut self, statement: Statement) -> Result<u64, StoreError> {
        let touched = match &mut self.link {
            Link::Sqlite(lease) => {
                in_time(async { Ok(statement.for_sqlite().execute(&mut **lease).await?.rows_affected()) }).await?
            }
            Link::Postgres(lease) => {
                in_time(async { Ok(statement.for_postgres().execute(&mut **lease).await?.rows_affected()) }).await?
            }
        };
        touched.map_err(failure)
    }

    /// Runs a statement; answers with all its rows.
    pub(crate) async fn rows(&mut self, statement: Statement) -> Result<Vec<Row>, StoreError> {
        let rows = match &mut self.link {
            Link::Sqlite(lease) => {
                let rows = in_time(statement.for_sqlite().fetch_all(&mut **lease)).await?;
                rows.map(|rows| rows.into_iter().map(Row::Sqlite).collect())
            }
            Link::Postgres(lease) => {
                let rows = in_time(statement.for_postgres().fetch_all(&mut **lease)).await?;
                rows.map(|rows| rows.into_iter().map(Row::Postgres).collect())
            }
        };
        rows.map_err(failure)
    }

    /// Runs a statement; answers with its row, if there is one.
    pub(crate) async fn row(&mut self, statement: Statement) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(statement).await?.pop())
    }

    /// Ends it as its work ended: what was written lasts, or nothing was written. Only [`StoreError::Uncertain`] leaves open
    /// which.
    pub(crate) async fn end<T>(self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        match (outcome, self.purpose) {
            (Ok(value), Begin::Write) => self.commit().await.map(|()| value),
            // The connection is lost or too slow: closing it undoes as much.
            (Err(error @ StoreError::Unavailable(_)), _) => Err(error),
            // What was read stays so however this ends.
            (outcome, _) => {
                self.roll_back().await;
                outcome
            }
        }
    }

    async fn commit(mut self) -> Result<(), StoreError> {
        let commit = sql("COMMIT");
        let outcome = match &mut self.link {
            Link::Sqlite(lease) => {
                timeout(COMMIT, commit.for_sqlite().execute(&mut **lease)).await.map(|o| o.map(drop))
            }
            Link::Postgres(lease) => {
                timeout(COMMIT, commit.for_postgres().execute(&mut **lease)).await.map(|o| o.map(drop))
            }
        };
        match outcome {
            Ok(Ok(())) => {
                self.hand_back();
                Ok(())
            }
            Ok(Err(error)) => Err(failure_of_commit(error)),
            Err(_) => Err(StoreError::Uncertain(format!("no answer in {} s", COMMIT.as_secs()))),
        }
    }

    async fn roll_back(mut self) {
        if self.execute(sql("ROLLBACK")).await.is_ok() {
            self.hand_back();
        }
    }

    fn hand_back(self) {
        match self.link {
            Link::Sqlite(lease) => lease.hand_back(),
            Link::Postgres(lease) => lease.hand_back(),
        }
    }
}

async fn in_time<T>(work: impl Future<Output = T>) -> Result<T, StoreError> {
    let outcome = timeout(STATEMENT, work).await;
    outcome.map_err(|_| StoreError::Unavailable(format!("no answer in {} s", STATEMENT.as_secs())))
}
