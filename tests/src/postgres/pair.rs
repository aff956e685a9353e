//! A server that takes writes, and a standby that follows it.

use super::keeper::{Keeper, free_ports};
use super::psql;

const PAIR: &str = r#"
begin() {
    make one && start one "$port_one" &&
        "$bin/pg_basebackup" --pgdata "$data/two" --write-recovery-conf --checkpoint fast --no-sync \
            --dbname "host=127.0.0.1 port=$port_one user=postgres application_name=two" &&
        start two "$port_two"
}
caught_up() {
    ask() { "$bin/psql" -h 127.0.0.1 -p "$1" -U postgres -Atc "SELECT $2"; }
    end=$(ask "$port_one" "pg_current_wal_lsn()") || return
    tries=0
    until [ "$(ask "$port_two" "pg_last_wal_replay_lsn() >= '$end'")" = t ]; do
        tries=$((tries + 1))
        [ "$tries" -lt 1000 ] || return
        sleep 0.05
    done
}
lose() {
    stop one
}
promote() {
    "$bin/pg_ctl" promote --pgdata "$data/two" --wait
}
port_one=$2
port_two=$3
"#;

/// Two servers of our own, gone with their guard. `YUREN_TEST_DATABASE_URL` does not replace them.
pub struct Pair {
    keeper: Keeper,
    ports: [u16; 2],
}

impl Pair {
    /// A fresh pair, with a database `city` that has PostGIS.
    pub fn new() -> Self {
        Self::start(PAIR)
    }

    fn start(words: &str) -> Self {
        let ports = free_ports();
        let keeper = Keeper::start(words, &ports);
        let pair = Self { keeper, ports };
        pair.psql("postgres", "CREATE DATABASE city");
        pair.psql("city", "CREATE EXTENSION postgis");
        pair
    }

    /// A fresh pair whose standby has whatever was acknowledged: a commit to `city` waits for it.
    pub fn synchronous() -> Self {
        let pair = Self::start(&format!("{PAIR}standby=two\n"));
        pair.psql("postgres", "ALTER DATABASE city SET synchronous_commit = on");
        pair
    }

    /// The address of the database `city` on both, the standby first.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{},127.0.0.1:{}/city", self.ports[1], self.ports[0])
    }

    /// Waits until the standby has all that the first server holds, stops that one as a crash would, and promotes the standby.
    pub fn fail_over(&mut self) {
        self.keeper.tell("caught_up");
        self.lose_first();
        self.promote();
    }

    /// Stops the first server as a crash would.
    pub fn lose_first(&mut self) {
        self.keeper.tell("lose");
    }

    /// Promotes the standby. It waits for no standby of its own, for there is none.
    pub fn promote(&mut self) {
        // Before it takes writes, so that none of them waits.
        self.psql_on(1, "postgres", "ALTER SYSTEM SET synchronous_standby_names = ''");
        self.psql_on(1, "postgres", "SELECT pg_reload_conf()");
        self.keeper.tell("promote");
    }

    fn psql(&self, database: &str, statement: &str) -> String {
        self.psql_on(0, database, statement)
    }

    fn psql_on(&self, server: usize, database: &str, statement: &str) -> String {
        let port = self.ports[server];
        psql(&self.keeper.programs, &format!("postgres://postgres@127.0.0.1:{port}/{database}"), statement)
    }
}

impl Default for Pair {
    fn default() -> Self {
        Self::new()
    }
}
