//! Databases on a PostgreSQL server with PostGIS.
//!
//! `YUREN_TEST_DATABASE_URL` names a server and a superuser on it. Without it the tests of one process share a server of
//! their own: a fresh folder, a free port, gone with the process however that ends.

mod keeper;
mod pair;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

use self::keeper::{INSTALL, Keeper, free_ports};
pub use self::pair::Pair;

/// An empty database with PostGIS in it, dropped with its guard.
pub struct Database {
    name: String,
    server: &'static Server,
}

impl Database {
    /// A fresh one.
    pub fn new() -> Self {
        let server = server();
        Self::copy(server, server.template.unwrap_or("template1"))
    }

    /// Another one with the same in it. Nobody may be connected to this one.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self::copy(self.server, &self.name)
    }

    fn copy(server: &'static Server, template: &str) -> Self {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let name = format!("yuren_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        server.psql("postgres", &format!("CREATE DATABASE {name} TEMPLATE {template}"));
        server.psql(&name, "CREATE EXTENSION IF NOT EXISTS postgis");
        Self { name, server }
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("{}/{}", self.server.base, self.name)
    }

    /// Its name on the server.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What `psql` answers to this statement: a line a row, with `|` between columns.
    pub fn psql(&self, statement: &str) -> String {
        self.server.psql(&self.name, statement)
    }

    /// Cuts everybody's connections to it.
    pub fn cut_connections(&self) {
        let cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{}'";
        self.server.psql("postgres", &cut.replace("{}", &self.name));
    }
}

impl Default for Database {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.server.psql("postgres", &format!("DROP DATABASE {} WITH (FORCE)", self.name));
    }
}

/// A server that tests share.
struct Server {
    programs: PathBuf,
    /// Its address without a database.
    base: String,
    /// A database that has PostGIS, to copy: putting PostGIS in takes long. A server that is not ours gets none.
    template: Option<&'static str>,
    /// Ends the server with this process, if it is ours.
    _keeper: Option<Mutex<Keeper>>,
}

impl Server {
    fn psql(&self, database: &str, statement: &str) -> String {
        psql(&self.programs, &format!("{}/{database}", self.base), statement)
    }
}

fn psql(programs: &Path, address: &str, statement: &str) -> String {
    let beside = programs.join("psql");
    let mut command = Command::new(if beside.is_file() { beside } else { "psql".into() });
    command.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1"]);
    command.args(["--dbname", address, "--command", statement]).env("PGOPTIONS", "-c client_min_messages=warning");
    let output = command.output().unwrap_or_else(|error| panic!("psql does not start ({error}). {INSTALL}"));
    assert!(output.status.success(), "{statement}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("psql writes UTF-8").trim_end().to_owned()
}

fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| named().unwrap_or_else(start))
}

/// The server that the environment names.
fn named() -> Option<Server> {
    let url = std::env::var("YUREN_TEST_DATABASE_URL").ok()?;
    let end = url.find("://").and_then(|scheme| url[scheme + 3..].find('/').map(|path| scheme + 3 + path));
    let base = url[..end.unwrap_or(url.len())].to_owned();
    Some(Server { programs: PathBuf::new(), base, template: None, _keeper: None })
}

/// A server of our own.
fn start() -> Server {
    let [port] = free_ports();
    let keeper = Keeper::start("begin() { make one && start one \"$port\"; }\nport=$2\n", &[port]);
    let (programs, template) = (keeper.programs.clone(), "with_postgis");
    let base = format!("postgres://postgres@127.0.0.1:{port}");
    let server = Server { programs, base, template: Some(template), _keeper: Some(Mutex::new(keeper)) };
    server.psql("postgres", &format!("CREATE DATABASE {template}"));
    server.psql(template, "CREATE EXTENSION postgis");
    server
}
