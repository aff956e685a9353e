//! Where a store is: `sqlite:PATH` or `postgres://USER:PASSWORD@HOST[:PORT],…/DATABASE`.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use sqlx::postgres::{PgConnectOptions, PgSslMode};
use thiserror::Error;

/// Longest address, in bytes.
const LONGEST: usize = 2_000;
/// Most hosts of one address.
const MOST_HOSTS: usize = 8;

/// The address of a store. As text it never shows a password.
#[derive(Clone)]
pub struct StoreAddress(pub(crate) Kind);

/// Which engine, and where.
#[derive(Clone)]
pub(crate) enum Kind {
    Sqlite(SqliteAddress),
    Postgres(PostgresAddress),
}

/// A file.
#[derive(Clone)]
pub(crate) struct SqliteAddress {
    pub(crate) path: PathBuf,
    /// Most pages of 4 kB that the file may grow to; `None` = as many as the disk holds.
    pub(crate) max_page_count: Option<u32>,
}

/// One database on the first of several servers that takes writes.
#[derive(Clone)]
pub(crate) struct PostgresAddress {
    /// At least one.
    pub(crate) hosts: Vec<PgConnectOptions>,
    /// The address without its password.
    shown: String,
}

/// The text is no address of a store.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "the store's address is wrong: {problem}; allowed: sqlite:PATH or postgres://USER:PASSWORD@HOST[:PORT],…/DATABASE"
)]
pub struct InvalidAddress {
    problem: String,
}

fn invalid(problem: impl Into<String>) -> InvalidAddress {
    InvalidAddress { problem: problem.into() }
}

impl FromStr for StoreAddress {
    type Err = InvalidAddress;

    /// Of SQLite `?max_page_count=N` bounds the file to N pages of 4 kB. Of PostgreSQL the parameters are those of libpq;
    /// `sslmode` may not ask for TLS, which this build does not have.
    fn from_str(text: &str) -> Result<Self, InvalidAddress> {
        if text.len() > LONGEST {
            return Err(invalid(format!("it has {} bytes, more than {LONGEST}", text.len())));
        }
        if let Some(rest) = text.strip_prefix("sqlite:") {
            sqlite(rest).map(Kind::Sqlite).map(Self)
        } else if let Some(rest) = text.strip_prefix("postgres://").or_else(|| text.strip_prefix("postgresql://")) {
            postgres(rest).map(Kind::Postgres).map(Self)
        } else {
            Err(invalid("it begins with neither sqlite: nor postgres://"))
        }
    }
}

fn sqlite(rest: &str) -> Result<SqliteAddress, InvalidAddress> {
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    if path.is_empty() || path.contains(":memory:") {
        return Err(invalid("it names no file"));
    }
    let max_page_count = match query {
        None => None,
        Some(query) => {
            let pages = query.strip_prefix("max_page_count=").and_then(|pages| pages.parse().ok());
            let pages = pages.filter(|&pages: &u32| pages > 0);
            Some(pages.ok_or_else(|| invalid(format!("{query:?} is not max_page_count=N with N of at least 1")))?)
        }
    };
    Ok(SqliteAddress { path: path.into(), max_page_count })
}

fn postgres(rest: &str) -> Result<PostgresAddress, InvalidAddress> {
    let (authority, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    if path.split('?').next().is_none_or(|path| path.len() < 2) {
        return Err(invalid("it names no database"));
    }
    let (user, hosts) = authority.rsplit_once('@').map_or(("", authority), |(user, hosts)| (user, hosts));
    let names: Vec<&str> = hosts.split(',').collect();
    if names.len() > MOST_HOSTS {
        return Err(invalid(format!("it names {} hosts, more than {MOST_HOSTS}", names.len())));
    }
    let options = names.iter().map(|host| one_host(user, host, path)).collect::<Result<_, _>>()?;
    let name = user.split(':').next().unwrap_or_default();
    let database = path.split('?').next().unwrap_or_default();
    Ok(PostgresAddress { hosts: options, shown: format!("postgres://{name}@{hosts}{database}") })
}

fn one_host(user: &str, host: &str, path: &str) -> Result<PgConnectOptions, InvalidAddress> {
    if host.is_empty() {
        return Err(invalid("one of its hosts is empty"));
    }
    // The parser's own words never repeat what it was given.
    let options: PgConnectOptions = format!("postgres://{user}@{host}{path}")
        .parse()
        .map_err(|error: sqlx::Error| invalid(format!("host {host:?}: {error}")))?;
    match options.get_ssl_mode() {
        PgSslMode::Require | PgSslMode::VerifyCa | PgSslMode::VerifyFull => {
            Err(invalid("its sslmode asks for TLS, which this build does not have"))
        }
        PgSslMode::Disable | PgSslMode::Allow | PgSslMode::Prefer => Ok(options.ssl_mode(PgSslMode::Disable)),
    }
}

impl fmt::Display for StoreAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Sqlite(file) => write!(f, "sqlite:{}", file.path.display()),
            Kind::Postgres(servers) => f.write_str(&servers.shown),
        }
    }
}

impl fmt::Debug for StoreAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
