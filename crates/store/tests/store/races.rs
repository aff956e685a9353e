//! Several who write at once.

use yuren_catalog::Expected;
use yuren_store::{Changed, StoreError};

use crate::fixture::{id, rename};
use crate::home::{Home, on_both_engines};

on_both_engines!(of_two_who_change_one_place_exactly_one_wins_each_round, those_who_change_different_places_all_win,);

const ROUNDS: u64 = 20;

async fn of_two_who_change_one_place_exactly_one_wins_each_round(home: &Home) {
    let (one, other) = (home.seeded().await, home.open().await);
    for round in 1..=ROUNDS {
        let expected = Expected::AsOf(round);
        let (first, second) =
            tokio::join!(rename(&*one, "p-a", "甲一", expected), rename(&*other, "p-a", "甲二", expected));
        let lost = StoreError::Conflict { changed: Changed::Place(id("p-a")), expected, found: Some(round + 1) };
        let (name, loser) = if first.is_ok() { ("甲一", second) } else { ("甲二", first) };
        assert_eq!(loser, Err(lost), "round {round}");
        assert_eq!(one.place(&id("p-a")).await.unwrap().unwrap().place.name, name);
    }
    assert_eq!(one.head().await.unwrap().revision, ROUNDS + 1);
    assert_eq!(one.history(&id("p-a"), None, 100).await.unwrap().len() as u64, ROUNDS + 1);
}

async fn those_who_change_different_places_all_win(home: &Home) {
    let (one, other) = (home.seeded().await, home.open().await);
    let mut tasks = Vec::new();
    for writer in 0..16 {
        let store = if writer % 2 == 0 { one.clone() } else { other.clone() };
        tasks.push(tokio::spawn(async move {
            rename(&*store, &format!("p-new-{writer}"), "新馆", Expected::Absent).await
        }));
    }
    let mut revisions = Vec::new();
    for task in tasks {
        revisions.push(task.await.unwrap().unwrap());
    }
    revisions.sort_unstable();
    assert!(revisions.into_iter().eq(2..18));
}
