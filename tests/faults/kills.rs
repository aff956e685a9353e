//! A server that is killed while many edit.

use std::thread;

use yuren_tests::editor::Session;
use yuren_tests::{Editor, Server};

use crate::audit::{check, check_histories};
use crate::home::Home;
use crate::journal::{Journal, Outcome};
use crate::places::places;
use crate::random::Random;

const KILLS: usize = 100;
const EDITORS: usize = 4;
/// Places that each editor has to itself; the rest is shared.
const OWN: usize = 2;
const PLACES: usize = EDITORS * OWN + 3;
/// A server is killed after so many acknowledged edits at most.
const LONGEST_LIFE: usize = 12;
const SEED: u64 = 20_250_214;

#[test]
fn sqlite_keeps_every_acknowledged_edit_whenever_the_server_is_killed() {
    kill_again_and_again(&Home::sqlite());
}

#[test]
fn postgres_keeps_every_acknowledged_edit_whenever_the_server_is_killed() {
    kill_again_and_again(&Home::postgres());
}

fn kill_again_and_again(home: &Home) {
    println!("{}: seed {SEED}", home.engine());
    let mut random = Random::new(SEED);
    let journal = Journal::default();
    let mut server = Server::start_on(&home.store(), None, &[]);
    let ids = places(&server, PLACES);
    let sign_in = |editor| Editor::new(&server, &format!("e{editor}"), &["--role", "editor"]).session();
    let sessions: Vec<Session> = (0..EDITORS).map(sign_in).collect();
    for _ in 0..KILLS {
        let target = journal.count() + random.within(1..LONGEST_LIFE + 1);
        storm(&server, &sessions, &ids, &journal, target, &mut random);
        drop(server);
        server = Server::start_on(&home.store(), None, &[]);
        let served = server.get("/readyz").json()["revision"].as_u64();
        let newest = journal.edits().acknowledged.iter().map(|edit| edit.revision).max();
        assert!(served >= newest, "{newest:?} was acknowledged, {served:?} is served");
    }
    check_histories(&sessions[0].clone().at(&server), &journal.edits().acknowledged);
    drop(server);
    home.check_file();
    let unacknowledged = check(&home.store(), &journal.edits());
    println!(
        "{}: {KILLS} kills, {} acknowledged, all there; {unacknowledged} more were committed and not acknowledged",
        home.engine(),
        journal.count()
    );
}

/// All edit until so many edits are acknowledged; then the server is killed under them.
fn storm(server: &Server, sessions: &[Session], ids: &[String], journal: &Journal, target: usize, random: &mut Random) {
    thread::scope(|threads| {
        for (editor, session) in sessions.iter().enumerate() {
            let mut random = random.fork();
            let session = session.clone().at(server);
            threads.spawn(move || {
                let shared = &ids[EDITORS * OWN..];
                loop {
                    let id = match random.within(0..2) {
                        0 => &ids[editor * OWN + random.within(0..OWN)],
                        _ => &shared[random.within(0..shared.len())],
                    };
                    match journal.edit(&session, id) {
                        Outcome::Acknowledged(number) if number == target => server.kill(),
                        Outcome::Acknowledged(_) | Outcome::Late => {}
                        Outcome::Gone => break,
                        Outcome::Unavailable => panic!("the store was there all the time"),
                    }
                }
            });
        }
    });
}
