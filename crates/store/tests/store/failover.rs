//! Servers that go, come back, or turn out to be others.

use yuren_catalog::Expected;
use yuren_store::{Since, StoreError, open};
use yuren_tests::Pair;

use crate::fixture::{at, pack, rename};
use crate::following::follow_to;
use crate::home::{Home, run};

#[test]
fn the_store_goes_on_at_the_standby_that_was_promoted_and_its_readers_begin_anew() {
    run(async {
        let mut pair = Pair::new();
        let store = open(&pair.url().parse().unwrap(), &"321000".parse().unwrap()).await.unwrap();
        store.seed(&pack(), at(0)).await.unwrap();
        let known = store.head().await.unwrap();
        let mut changes = store.changes();
        pair.fail_over();
        assert_eq!(store.since(&known).await, Ok(Since::Rebuild));
        let contents = store.contents().await.unwrap();
        assert_eq!((contents.head.revision, contents.places.len()), (1, 3));
        assert_ne!(contents.head.lineage, known.lineage);
        let other = open(&pair.url().parse().unwrap(), &"321000".parse().unwrap()).await.unwrap();
        assert_eq!(rename(&*other, "p-a", "甲新馆", Expected::AsOf(1)).await, Ok(2));
        follow_to(&*store, &mut changes, 2).await;
    });
}

#[test]
fn cut_connections_are_made_again_and_the_listener_too() {
    run(async {
        let home = Home::postgres();
        let (here, elsewhere) = (home.seeded().await, home.open().await);
        let Home::Postgres(database) = &home else { unreachable!() };
        let mut changes = here.changes();
        for revision in 2..4 {
            database.cut_connections();
            assert_eq!(rename(&*elsewhere, "p-a", "甲馆", Expected::AsOf(revision - 1)).await, Ok(revision));
            follow_to(&*here, &mut changes, revision).await;
        }
    });
}

#[test]
fn a_copy_of_a_database_is_of_another_lineage() {
    run(async {
        let home = Home::postgres();
        let known = home.seeded().await.head().await.unwrap();
        let Home::Postgres(database) = &home else { unreachable!() };
        database.cut_connections();
        let copy = Home::Postgres(database.duplicate());
        assert_eq!(copy.open().await.since(&known).await, Ok(Since::Rebuild));
    });
}

#[test]
fn where_there_are_standbys_only_the_store_is_unavailable() {
    run(async {
        let pair = Pair::new();
        let both = pair.url();
        let (standby, _) = both.split_once(',').unwrap();
        let refusal =
            open(&format!("{standby}/city").parse().unwrap(), &"321000".parse().unwrap()).await.err().unwrap();
        let reason = "no server takes writes: there are standbys only".to_owned();
        assert_eq!(refusal, StoreError::Unavailable(reason));
    });
}
