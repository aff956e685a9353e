//! Databases on a PostgreSQL server with PostGIS.
//!
//! `YUREN_TEST_DATABASE_URL` names a server and a superuser on it. Without it the tests of one process share a server of
//! their own: a fresh folder, a free port, gone with the process however that ends.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Makes a server in a new folder, says so, and takes both away when its standard input ends, which it does when this
/// process does. `$1` = folder of the server's programs, `$2` = port.
///
/// A commit waits for a standby that does not exist wherever `synchronous_commit` is switched on.
const SERVE: &str = r#"
data=$(mktemp -d) || exit
"$1/initdb" --pgdata "$data/pg" --username postgres --auth trust --encoding UTF8 --locale C --no-sync >"$data/initdb" 2>&1 &&
"$1/pg_ctl" start --pgdata "$data/pg" --wait --timeout 120 --log "$data/log" --options "-p $2 -F \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=400 -c shared_buffers=64MB \
    -c synchronous_standby_names=gone -c synchronous_commit=local" >"$data/pg_ctl" 2>&1 &&
echo ready || cat "$data/initdb" "$data/pg_ctl" "$data/log"
cat >/dev/null
"$1/pg_ctl" stop --pgdata "$data/pg" --mode immediate >/dev/null 2>&1
rm -rf "$data"
"#;

/// An empty database with PostGIS in it, dropped with its guard.
pub struct Database {
    name: String,
    server: &'static Server,
}

impl Database {
    /// A fresh one.
    pub fn new() -> Self {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let server = server();
        let name = format!("yuren_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let template = server.template.unwrap_or("template1");
        server.psql(None, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
        server.psql(Some(&name), "CREATE EXTENSION IF NOT EXISTS postgis");
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
        self.server.psql(Some(&self.name), statement)
    }
}

impl Default for Database {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.server.psql(None, &format!("DROP DATABASE {} WITH (FORCE)", self.name));
    }
}

/// A server.
struct Server {
    programs: PathBuf,
    /// Its address without a database.
    base: String,
    /// A database that has PostGIS, to copy: putting PostGIS in takes long. A server that is not ours gets none.
    template: Option<&'static str>,
    /// Ends the server when its standard input is closed.
    _keeper: Option<Child>,
}

impl Server {
    fn psql(&self, database: Option<&str>, statement: &str) -> String {
        let psql = if self.programs.join("psql").is_file() { self.programs.join("psql") } else { "psql".into() };
        let address = format!("{}/{}", self.base, database.unwrap_or("postgres"));
        let mut command = Command::new(psql);
        command.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1", "--dbname"]);
        let output = command
            .arg(address)
            .arg("--command")
            .arg(statement)
            .env("PGOPTIONS", "-c client_min_messages=warning")
            .output();
        let output = output.unwrap_or_else(|error| panic!("psql does not start ({error}). {INSTALL}"));
        assert!(output.status.success(), "{statement}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("psql writes UTF-8").trim_end().to_owned()
    }
}

const INSTALL: &str = "Install PostgreSQL with PostGIS (sudo apt-get install postgresql postgresql-postgis), or set \
    YUREN_TEST_DATABASE_URL to the address of a superuser on such a server.";

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
    let programs = programs().unwrap_or_else(|| panic!("initdb and pg_ctl are not found. {INSTALL}"));
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port();
    let mut keeper = as_somebody_who_may();
    keeper.args(["sh", "-c", SERVE, "sh"]).arg(&programs).arg(port.to_string());
    // Elsewhere than here, where that somebody may not be let in; and in a group of its own, so that what interrupts the tests
    // does not keep it from clearing up.
    keeper.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut keeper, 0);
    let mut keeper = keeper.spawn().unwrap_or_else(|error| panic!("a shell does not start ({error})"));
    let mut said = BufReader::new(keeper.stdout.take().expect("a pipe"));
    let mut first = String::new();
    said.read_line(&mut first).expect("a line of the server's keeper");
    if first.trim() != "ready" {
        drop(keeper.stdin.take());
        said.read_to_string(&mut first).expect("the server's own words");
        panic!("PostgreSQL does not start: {first}");
    }
    let base = format!("postgres://postgres@127.0.0.1:{port}");
    let template = "with_postgis";
    let server = Server { programs, base, template: Some(template), _keeper: Some(keeper) };
    server.psql(None, &format!("CREATE DATABASE {template}"));
    server.psql(Some(template), "CREATE EXTENSION postgis");
    server
}

/// The start of a command that does not run as root, as whom PostgreSQL refuses to run: Debian's package brings an account.
fn as_somebody_who_may() -> Command {
    let id = Command::new("id").arg("-u").output().expect("id starts");
    if id.stdout.trim_ascii() == b"0" {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
        command
    } else {
        Command::new("env")
    }
}

/// The folder with `initdb` in it: on `PATH`, or where Debian puts the newest version's.
fn programs() -> Option<PathBuf> {
    let has_initdb = |folder: &PathBuf| folder.join("initdb").is_file();
    let on_path = std::env::var_os("PATH").and_then(|path| std::env::split_paths(&path).find(has_initdb));
    let debian = fs::read_dir(Path::new("/usr/lib/postgresql")).into_iter().flatten().flatten();
    let version = |folder: &PathBuf| folder.iter().nth_back(1).and_then(|name| name.to_str()?.parse::<u32>().ok());
    on_path.or_else(|| debian.map(|entry| entry.path().join("bin")).filter(has_initdb).max_by_key(version))
}
