//! Two editors at two servers of one store, who change one place from one entity tag at once.

use std::thread;

use yuren_tests::{Editor, Server};

use crate::audit::{check, check_histories};
use crate::home::Home;
use crate::journal::{Journal, Outcome, renamed};
use crate::places::places;

const ROUNDS: usize = 100;

#[test]
fn of_two_editors_at_one_sqlite_file_exactly_one_wins_each_round() {
    race(&Home::sqlite());
}

#[test]
fn of_two_editors_at_one_postgres_database_exactly_one_wins_each_round() {
    race(&Home::postgres());
}

fn race(home: &Home) {
    let servers = [(); 2].map(|()| Server::start_on(&home.store(), None, &[]));
    let id = places(&servers[0], 1).remove(0);
    let sign_in = |(server, name)| Editor::new(server, name, &["--role", "editor"]);
    let editors = [(&servers[0], "one"), (&servers[1], "other")].map(sign_in);
    let journal = Journal::default();
    let mut wins = [0; 2];
    for round in 0..ROUNDS {
        let (place, tag) = editors[round % 2].place(&id);
        let put = |editor: &Editor<'_>| {
            let text = journal.new_text();
            let answer = editor.put(&renamed(&place, &text), &tag, &text);
            journal.told(&id, text, &answer)
        };
        let outcomes = thread::scope(|threads| {
            let other = threads.spawn(|| put(&editors[1]));
            [put(&editors[0]), other.join().expect("an outcome")]
        });
        match outcomes {
            [Outcome::Acknowledged(_), Outcome::Late] => wins[0] += 1,
            [Outcome::Late, Outcome::Acknowledged(_)] => wins[1] += 1,
            _ => panic!("round {round}: {outcomes:?}"),
        }
    }
    check_histories(&editors[0], &journal.edits().acknowledged);
    assert_eq!(check(&home.store(), &journal.edits()), 0, "nothing was committed that nobody was told of");
    println!("{}: {ROUNDS} rounds, each won by one: {} and {}", home.engine(), wins[0], wins[1]);
}
