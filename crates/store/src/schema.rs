//! The schema's steps, embedded in the program.

use std::borrow::Cow;

use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

/// What each step is about, for both engines.
const STEPS: [&str; 4] = ["places", "people", "links", "study routes"];

/// The steps of an engine, given their SQL in the order of [`STEPS`].
pub(crate) fn migrator(sql: [&'static str; STEPS.len()]) -> Migrator {
    let steps = (1..).zip(STEPS).zip(sql);
    let migration = |((version, about), sql): ((i64, &'static str), &'static str)| {
        Migration::new(version, Cow::Borrowed(about), MigrationType::Simple, sql.into_sql_str(), false)
    };
    Migrator::with_migrations(steps.map(migration).collect())
}
