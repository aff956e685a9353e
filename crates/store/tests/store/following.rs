//! Following a store, and being woken.

use std::time::Duration;

use yuren_catalog::Expected;
use yuren_store::{Changes, Following, Head, Since, Store};

use crate::fixture::{at, change, editor, place, rename, set};
use crate::home::{Home, on_both_engines};

on_both_engines!(
    who_follows_gets_what_changed_in_the_order_of_revisions,
    of_a_place_changed_several_times_the_last_change_is_told,
    a_long_way_is_told_in_whole_commits,
    who_knows_another_lineage_or_a_later_revision_reads_all_again,
    a_commit_wakes_those_who_wait,
    a_commit_by_another_process_wakes_those_who_wait,
    what_happens_between_two_waits_is_not_missed,
);

async fn since(store: &dyn Store, known: &Head) -> Following {
    match store.since(known).await.unwrap() {
        Since::Following(following) => following,
        Since::Rebuild => panic!("{known:?} is of this store"),
    }
}

fn told(following: &Following) -> Vec<(&str, u64)> {
    following.places.iter().map(|revised| (revised.place.name.as_str(), revised.revision)).collect()
}

async fn who_follows_gets_what_changed_in_the_order_of_revisions(home: &Home) {
    let store = home.seeded().await;
    let head = store.head().await.unwrap();
    assert_eq!(
        since(&*store, &head).await,
        Following { head: head.clone(), places: vec![], study_routes: vec![], sources: [].into(), more: false }
    );
    rename(&*store, "p-c", "丙二", Expected::AsOf(1)).await.unwrap();
    rename(&*store, "p-a", "甲二", Expected::AsOf(1)).await.unwrap();
    let following = since(&*store, &head).await;
    assert_eq!(told(&following), [("丙二", 2), ("甲二", 3)]);
    assert_eq!(following.head, store.head().await.unwrap());
    assert!(!following.more);
}

async fn of_a_place_changed_several_times_the_last_change_is_told(home: &Home) {
    let store = home.seeded().await;
    let head = store.head().await.unwrap();
    rename(&*store, "p-a", "甲二", Expected::AsOf(1)).await.unwrap();
    rename(&*store, "p-b", "乙二", Expected::AsOf(1)).await.unwrap();
    rename(&*store, "p-a", "甲三", Expected::AsOf(2)).await.unwrap();
    assert_eq!(told(&since(&*store, &head).await), [("乙二", 3), ("甲三", 4)]);
}

async fn a_long_way_is_told_in_whole_commits(home: &Home) {
    let store = home.seeded().await;
    let mut known = store.head().await.unwrap();
    for commit in 0..4 {
        let new = |i| change(place(&format!("p-{commit}-{i:04}"), "新馆"), Expected::Absent);
        store.commit(&set((0..900).map(new).collect()), &editor(), at(1)).await.unwrap();
    }
    let first = since(&*store, &known).await;
    assert_eq!((first.places.len(), first.head.revision, first.more), (2_700, 4, true));
    known = first.head;
    let second = since(&*store, &known).await;
    assert_eq!((second.places.len(), second.head.revision, second.more), (900, 5, false));
}

async fn who_knows_another_lineage_or_a_later_revision_reads_all_again(home: &Home) {
    let store = home.seeded().await;
    let head = store.head().await.unwrap();
    let elsewhere = Head { lineage: "another".to_owned(), ..head.clone() };
    assert_eq!(store.since(&elsewhere).await, Ok(Since::Rebuild));
    let later = Head { revision: 2, ..head };
    assert_eq!(store.since(&later).await, Ok(Since::Rebuild));
}

/// Waits until the store is at this revision, as a server does: woken, it looks.
pub(crate) async fn follow_to(store: &dyn Store, changes: &mut Changes, revision: u64) {
    let follow = async {
        while store.head().await.unwrap().revision < revision {
            changes.changed().await;
        }
    };
    tokio::time::timeout(Duration::from_mins(1), follow).await.expect("somebody wakes us");
}

async fn a_commit_wakes_those_who_wait(home: &Home) {
    let store = home.seeded().await;
    let mut changes = store.changes();
    let ((), renamed) =
        tokio::join!(follow_to(&*store, &mut changes, 2), rename(&*store, "p-a", "甲二", Expected::AsOf(1)));
    assert_eq!(renamed, Ok(2));
}

async fn a_commit_by_another_process_wakes_those_who_wait(home: &Home) {
    let here = home.seeded().await;
    let elsewhere = home.open().await;
    let mut changes = here.changes();
    for revision in 2..6 {
        let expected = Expected::AsOf(revision - 1);
        let ((), renamed) =
            tokio::join!(follow_to(&*here, &mut changes, revision), rename(&*elsewhere, "p-a", "甲馆", expected));
        assert_eq!(renamed, Ok(revision));
    }
}

async fn what_happens_between_two_waits_is_not_missed(home: &Home) {
    let store = home.seeded().await;
    let mut changes = store.changes();
    rename(&*store, "p-a", "甲二", Expected::AsOf(1)).await.unwrap();
    // It happened before the wait: the wait is over at once.
    tokio::time::timeout(Duration::from_mins(1), changes.changed()).await.expect("it was not missed");
}
