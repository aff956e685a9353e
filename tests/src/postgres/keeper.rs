//! Servers of our own, and the shell that keeps them.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// What to do where there is no PostgreSQL.
pub(super) const INSTALL: &str = "Install PostgreSQL with PostGIS (sudo apt-get install postgresql postgresql-postgis), \
    or set YUREN_TEST_DATABASE_URL to the address of a superuser on such a server.";

/// The words of every keeper. `$1` = folder of the server's programs; the ports follow. A keeper ends its servers and takes
/// their folder away when its standard input ends, which it does when this process does, however that ends.
///
/// Wherever `synchronous_commit` is switched on, a commit waits for the standby that `$standby` names, else for one that does
/// not exist. It stands in a file, and not among the options, so that whoever promotes a standby can take it back.
const WORDS: &str = r#"
bin=$1
data=$(mktemp -d) || exit
make() {
    "$bin/initdb" --pgdata "$data/$1" --username postgres --auth trust --encoding UTF8 --locale C --no-sync &&
        echo "synchronous_standby_names = '${standby:-gone}'" >>"$data/$1/postgresql.conf"
}
start() {
    "$bin/pg_ctl" start --pgdata "$data/$1" --wait --timeout 120 --log "$data/$1.log" --options "-p $2 -F \
        -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=400 -c shared_buffers=64MB \
        -c synchronous_commit=local"
}
stop() {
    "$bin/pg_ctl" stop --pgdata "$data/$1" --mode immediate
}
"#;

/// Does as it is told, a word of the keeper's a line, until its standard input ends.
const OBEY: &str = r#"
if begin >"$data/told" 2>&1; then echo ready; else cat "$data/told" "$data"/*.log; fi
while read -r word; do
    if $word >"$data/told" 2>&1; then echo ready; else cat "$data/told" "$data"/*.log; break; fi
done
stop one >/dev/null 2>&1
stop two >/dev/null 2>&1
rm -rf "$data"
"#;

/// A shell that keeps servers.
pub(super) struct Keeper {
    pub(super) programs: PathBuf,
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
    shell: Child,
}

impl Keeper {
    /// Starts servers as `words` say: a shell function `begin`, and others for [`Keeper::tell`].
    pub(super) fn start(words: &str, ports: &[u16]) -> Self {
        let programs = programs().unwrap_or_else(|| panic!("initdb and pg_ctl are not found. {INSTALL}"));
        let mut shell = as_somebody_who_may();
        shell.args(["sh", "-c", &[WORDS, words, OBEY].concat(), "sh"]).arg(&programs);
        shell.args(ports.iter().map(u16::to_string));
        // Elsewhere than here, where that somebody may not be let in; and in a group of its own, so that what interrupts the
        // tests does not keep it from clearing up.
        shell.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut shell, 0);
        let mut shell = shell.spawn().unwrap_or_else(|error| panic!("a shell does not start ({error})"));
        let stdout = BufReader::new(shell.stdout.take().expect("a pipe"));
        let mut keeper = Self { programs, stdin: shell.stdin.take(), stdout, shell };
        keeper.hear("PostgreSQL does not start");
        keeper
    }

    /// Has it do one of its words, to its end.
    pub(super) fn tell(&mut self, word: &str) {
        let stdin = self.stdin.as_mut().expect("a pipe until it is dropped");
        writeln!(stdin, "{word}").expect("the keeper listens");
        self.hear(word);
    }

    fn hear(&mut self, what: &str) {
        let mut said = String::new();
        self.stdout.read_line(&mut said).expect("a line of the keeper");
        if said.trim() != "ready" {
            drop(self.stdin.take());
            self.stdout.read_to_string(&mut said).expect("the server's own words");
            panic!("{what}: {said}");
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.stdin.take());
        // A keeper that does not end is left to itself.
        let _ = self.shell.wait();
    }
}

/// Ports of 127.0.0.1 that nobody listens on.
pub(super) fn free_ports<const N: usize>() -> [u16; N] {
    // All are held before one is let go, so that no two are the same.
    let held = [(); N].map(|()| TcpListener::bind("127.0.0.1:0").expect("a free port"));
    held.each_ref().map(|listener| listener.local_addr().expect("an address").port())
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

/// The folder of the server's programs: that of the `initdb` on `PATH`, or where Debian puts the newest version's.
fn programs() -> Option<PathBuf> {
    // What is on `PATH` may be links to some of the programs only.
    let home = |folder: PathBuf| Some(folder.join("initdb").canonicalize().ok()?.parent()?.to_owned());
    let on_path = std::env::var_os("PATH").and_then(|path| std::env::split_paths(&path).find_map(home));
    let debian = fs::read_dir(Path::new("/usr/lib/postgresql")).into_iter().flatten().flatten();
    let version = |folder: &PathBuf| folder.iter().nth_back(1).and_then(|name| name.to_str()?.parse::<u32>().ok());
    on_path.or_else(|| debian.filter_map(|entry| home(entry.path().join("bin"))).max_by_key(version))
}
