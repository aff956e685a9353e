//! Three servers of one database, which are killed, and then the database's primary is lost.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};
use std::thread;

use yuren_tests::editor::Session;
use yuren_tests::{Editor, Pair, Server, until};

use crate::audit::{check, check_histories};
use crate::journal::{Journal, Outcome};
use crate::places::places;
use crate::random::Random;

const SERVERS: usize = 3;
const PLACES: usize = 7;
/// Edits between two faults.
const BETWEEN: usize = 30;
const SEED: u64 = 1_296;

#[test]
fn three_servers_lose_nothing_and_agree_after_kills_and_the_loss_of_the_primary() {
    println!("seed {SEED}");
    let mut pair = Pair::synchronous();
    let fleet = Fleet::start(&pair.url());
    let sign_in = |i: usize| Editor::new(&fleet.server(i), &format!("e{i}"), &["--role", "editor"]).session();
    let sessions = [0, 1, 2].map(sign_in);
    let ids = places(&fleet.server(0), PLACES);
    let watch = Watch::default();
    thread::scope(|threads| {
        let _end = EndWatch(&watch);
        for (i, session) in sessions.iter().enumerate() {
            let (fleet, watch, ids) = (&fleet, &watch, &ids);
            threads.spawn(move || write(fleet, i, session, ids, watch));
            threads.spawn(move || read(fleet, i, ids, watch));
        }
        for i in 0..SERVERS {
            edits_go_on(&watch);
            fleet.kill_and_restart(i);
        }
        edits_go_on(&watch);
        pair.lose_first();
        for i in 0..SERVERS {
            until("a server says that it is degraded", || (fleet.readiness(i).0 == "degraded").then_some(()));
            let refused = watch.unavailable[i].load(Ordering::Relaxed);
            until("an edit is refused", || (watch.unavailable[i].load(Ordering::Relaxed) > refused).then_some(()));
        }
        pair.promote();
        edits_go_on(&watch);
    });
    let agreed = until("all serve the same revision", || {
        let all = [0, 1, 2].map(|i| fleet.readiness(i));
        (all[0].0 == "ready" && all[0] == all[1] && all[1] == all[2]).then(|| all[0].1)
    });
    // Of one moment: what is open "now" is said to the minute.
    let at = "open_at=2026-12-02T10:00";
    let nearest = format!("/api/v1/places/nearest?lon=119.4382&lat=32.4012&k=50&{at}");
    for path in ids.iter().map(|id| format!("/api/v1/places/{id}?{at}")).chain([nearest]) {
        let answers = [0, 1, 2].map(|i| fleet.server(i).get(&path).json());
        assert_eq!(answers[0], answers[1], "{path}");
        assert_eq!(answers[1], answers[2], "{path}");
    }
    let edits = watch.journal.edits();
    check_histories(&sessions[0].clone().at(&fleet.server(1)), &edits.acknowledged);
    let unacknowledged = check(&pair.url(), &edits);
    println!(
        "{SERVERS} kills and a lost primary, {} acknowledged, all there; {unacknowledged} more were committed and not \
         acknowledged, {} were refused meanwhile; {} reads, all answered; all serve revision {agreed}",
        edits.acknowledged.len(),
        watch.unavailable.iter().map(|count| count.load(Ordering::Relaxed)).sum::<usize>(),
        watch.reads.load(Ordering::Relaxed),
    );
}

/// Servers of one store. Whoever holds the lock of one keeps it from being killed.
struct Fleet {
    store: String,
    servers: [RwLock<Arc<Server>>; SERVERS],
}

impl Fleet {
    fn start(store: &str) -> Self {
        let servers = [(); SERVERS].map(|()| RwLock::new(Arc::new(Server::start_on(store, None, &[]))));
        Self { store: store.to_owned(), servers }
    }

    /// The server as of now; it may be killed under its holder.
    fn server(&self, i: usize) -> Arc<Server> {
        Arc::clone(&self.servers[i].read().expect("nobody panics with the lock"))
    }

    fn kill_and_restart(&self, i: usize) {
        let mut server = self.servers[i].write().expect("nobody panics with the lock");
        server.kill();
        *server = Arc::new(Server::start_on(&self.store, None, &[]));
    }

    /// What it says of itself, and the revision that it serves.
    fn readiness(&self, i: usize) -> (String, u64) {
        let readiness = self.server(i).get("/readyz").json();
        let status = readiness["status"].as_str().expect("a status").to_owned();
        (status, readiness["revision"].as_u64().expect("a revision"))
    }
}

/// What those who read and write have seen.
#[derive(Default)]
struct Watch {
    journal: Journal,
    is_over: AtomicBool,
    reads: AtomicUsize,
    /// By server.
    acknowledged: [AtomicUsize; SERVERS],
    unavailable: [AtomicUsize; SERVERS],
}

/// Ends the watch, also when the test fails.
struct EndWatch<'a>(&'a Watch);

impl Drop for EndWatch<'_> {
    fn drop(&mut self) {
        self.0.is_over.store(true, Ordering::Relaxed);
    }
}

/// Edits through one server until the watch is over, whatever happens to it.
fn write(fleet: &Fleet, i: usize, session: &Session, ids: &[String], watch: &Watch) {
    let mut random = Random::new(SEED + i as u64);
    while !watch.is_over.load(Ordering::Relaxed) {
        let server = fleet.server(i);
        match watch.journal.edit(&session.clone().at(&server), &ids[random.within(0..ids.len())]) {
            Outcome::Acknowledged(_) => drop(watch.acknowledged[i].fetch_add(1, Ordering::Relaxed)),
            Outcome::Unavailable => drop(watch.unavailable[i].fetch_add(1, Ordering::Relaxed)),
            Outcome::Late | Outcome::Gone => {}
        }
    }
}

/// Reads from one server whenever it is up, until the watch is over. Every answer must be a good one.
fn read(fleet: &Fleet, i: usize, ids: &[String], watch: &Watch) {
    for id in ids.iter().cycle() {
        if watch.is_over.load(Ordering::Relaxed) {
            return;
        }
        let server = fleet.servers[i].read().expect("nobody panics with the lock");
        let answer = server.get(&format!("/api/v1/places/{id}"));
        assert_eq!(answer.status, 200, "{answer}");
        watch.reads.fetch_add(1, Ordering::Relaxed);
    }
}

/// Waits until every server has acknowledged some more edits.
fn edits_go_on(watch: &Watch) {
    for acknowledged in &watch.acknowledged {
        let count = || acknowledged.load(Ordering::Relaxed);
        let enough = count() + BETWEEN / SERVERS;
        until("edits go on", || (count() >= enough).then_some(()));
    }
}
