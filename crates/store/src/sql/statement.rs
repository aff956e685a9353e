//! A statement with its values, for either engine.

use chrono::{DateTime, SecondsFormat, SubsecRound, Utc};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgArguments, PgTypeInfo};
use sqlx::query::Query;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Encode, Postgres, Sqlite, Type};

/// A value of a statement; each may be null.
#[derive(Clone)]
pub(crate) enum Value {
    Integer(Option<i64>),
    Boolean(bool),
    Text(Option<String>),
    Json(String),
    Bytes(Option<Vec<u8>>),
    Time(Option<DateTime<Utc>>),
}

/// A statement and its values, `$1` first.
#[derive(Clone)]
pub(crate) struct Statement {
    text: &'static str,
    values: Vec<Value>,
}

/// A statement without values yet.
pub(crate) fn sql(text: &'static str) -> Statement {
    Statement { text, values: Vec::new() }
}

impl Statement {
    /// Adds the next value.
    pub(crate) fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Adds the next value: JSON as text.
    pub(crate) fn bind_json(mut self, json: String) -> Self {
        self.values.push(Value::Json(json));
        self
    }

    pub(crate) fn for_sqlite(self) -> Query<'static, Sqlite, SqliteArguments> {
        self.values.into_iter().fold(sqlx::query(self.text), |query, value| match value {
            Value::Integer(number) => query.bind(number),
            Value::Boolean(truth) => query.bind(truth),
            Value::Text(text) => query.bind(text),
            Value::Json(json) => query.bind(json),
            Value::Bytes(bytes) => query.bind(bytes),
            // Always as long, so that text sorts as time passes.
            Value::Time(time) => query.bind(time.map(|time| time.to_rfc3339_opts(SecondsFormat::Micros, true))),
        })
    }

    pub(crate) fn for_postgres(self) -> Query<'static, Postgres, PgArguments> {
        self.values.into_iter().fold(sqlx::query(self.text), |query, value| match value {
            Value::Integer(number) => query.bind(number),
            Value::Boolean(truth) => query.bind(truth),
            Value::Text(text) => query.bind(text),
            Value::Json(json) => query.bind(JsonText(json)),
            Value::Bytes(bytes) => query.bind(bytes),
            Value::Time(time) => query.bind(time),
        })
    }
}

/// Text that PostgreSQL is to take as `json`, which keeps it as it is.
struct JsonText(String);

impl Type<Postgres> for JsonText {
    fn type_info() -> PgTypeInfo {
        // The number that PostgreSQL gives `json` in every database.
        PgTypeInfo::with_oid(Oid(114))
    }
}

impl Encode<'_, Postgres> for JsonText {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        <&str as Encode<'_, Postgres>>::encode(self.0.as_str(), buffer)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(Some(number))
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        Self::Integer(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Boolean(truth)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(Some(bytes.to_vec()))
    }
}

impl From<Option<Vec<u8>>> for Value {
    fn from(bytes: Option<Vec<u8>>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<DateTime<Utc>> for Value {
    fn from(time: DateTime<Utc>) -> Self {
        Self::from(Some(time))
    }
}

impl From<Option<DateTime<Utc>>> for Value {
    /// Both engines keep microseconds; what is finer is cut off, so that both give back the same.
    fn from(time: Option<DateTime<Utc>>) -> Self {
        Self::Time(time.map(|time| time.trunc_subsecs(6)))
    }
}
