//! Committing changes.

use yuren_catalog::{ChangeSet, Expected, Status};
use yuren_store::{Changed, Store, StoreError};

use crate::fixture::{at, change, editor, id, pack, place, rename, set, source};
use crate::home::{Home, on_both_engines};

on_both_engines!(
    a_change_of_what_its_maker_knew_is_committed,
    a_new_place_is_committed_if_there_is_none_of_its_id,
    a_change_of_an_older_state_is_refused_and_nothing_is_written,
    of_several_changes_one_that_is_refused_undoes_all,
    a_withdrawn_place_is_kept,
    sources_come_with_the_changes_that_name_them,
    a_source_is_never_changed_by_another_of_its_key,
    a_set_that_changes_nothing_or_one_place_twice_is_refused,
    a_text_that_is_too_long_is_refused_with_its_length,
    a_place_comes_back_to_the_last_character,
);

async fn name_of(store: &dyn Store, place: &str) -> String {
    store.place(&id(place)).await.unwrap().unwrap().place.name
}

async fn a_change_of_what_its_maker_knew_is_committed(home: &Home) {
    let store = home.seeded().await;
    assert_eq!(rename(&*store, "p-a", "甲新馆", Expected::AsOf(1)).await, Ok(2));
    assert_eq!(rename(&*store, "p-a", "甲老馆", Expected::AsOf(2)).await, Ok(3));
    assert_eq!(rename(&*store, "p-b", "乙新馆", Expected::AsOf(1)).await, Ok(4));
    let contents = store.contents().await.unwrap();
    let revisions: Vec<u64> = contents.places.iter().map(|revised| revised.revision).collect();
    assert_eq!((contents.head.revision, revisions), (4, vec![3, 4, 1]));
    assert_eq!(name_of(&*store, "p-a").await, "甲老馆");
}

async fn a_new_place_is_committed_if_there_is_none_of_its_id(home: &Home) {
    let store = home.seeded().await;
    assert_eq!(rename(&*store, "p-d", "丁馆", Expected::Absent).await, Ok(2));
    let refusal = rename(&*store, "p-d", "丁二馆", Expected::Absent).await.unwrap_err();
    let conflict =
        StoreError::Conflict { changed: Changed::Place(id("p-d")), expected: Expected::Absent, found: Some(2) };
    assert_eq!(refusal, conflict);
    assert_eq!(refusal.to_string(), "p-d is not as expected (none of this id): revision 2 changed it last");
}

async fn a_change_of_an_older_state_is_refused_and_nothing_is_written(home: &Home) {
    let store = home.seeded().await;
    rename(&*store, "p-a", "甲新馆", Expected::AsOf(1)).await.unwrap();
    let before = store.contents().await.unwrap();
    let stale = rename(&*store, "p-a", "甲旧馆", Expected::AsOf(1)).await;
    assert_eq!(
        stale,
        Err(StoreError::Conflict { changed: Changed::Place(id("p-a")), expected: Expected::AsOf(1), found: Some(2) })
    );
    let missing = rename(&*store, "p-x", "无", Expected::AsOf(1)).await;
    assert_eq!(
        missing,
        Err(StoreError::Conflict { changed: Changed::Place(id("p-x")), expected: Expected::AsOf(1), found: None })
    );
    assert_eq!(store.contents().await.unwrap(), before);
    assert_eq!(store.audit(3, None, 10).await.unwrap(), []);
}

async fn of_several_changes_one_that_is_refused_undoes_all(home: &Home) {
    let store = home.seeded().await;
    let before = store.contents().await.unwrap();
    // More than go into the database in one statement, the wrong one last.
    let mut changes: Vec<_> =
        (0..1_200).map(|i| change(place(&format!("p-{i:04}"), "新馆"), Expected::Absent)).collect();
    changes.push(change(place("p-c", "丙新馆"), Expected::AsOf(7)));
    let refusal = store.commit(&set(changes.clone()), &editor(), at(1)).await.unwrap_err();
    assert_eq!(
        refusal,
        StoreError::Conflict { changed: Changed::Place(id("p-c")), expected: Expected::AsOf(7), found: Some(1) }
    );
    assert_eq!(store.contents().await.unwrap(), before);
    changes.last_mut().unwrap().expected = Expected::AsOf(1);
    assert_eq!(store.commit(&set(changes), &editor(), at(2)).await, Ok(2));
    assert_eq!(store.contents().await.unwrap().places.len(), 1_203);
}

async fn a_withdrawn_place_is_kept(home: &Home) {
    let store = home.seeded().await;
    let mut gone = place("p-b", "乙馆");
    gone.status = Status::Withdrawn;
    store.commit(&set(vec![change(gone.clone(), Expected::AsOf(1))]), &editor(), at(1)).await.unwrap();
    let contents = store.contents().await.unwrap();
    assert_eq!(contents.places[1].place, gone);
    assert_eq!(store.history(&id("p-b"), None, 10).await.unwrap().len(), 2);
}

async fn sources_come_with_the_changes_that_name_them(home: &Home) {
    let store = home.seeded().await;
    let before = store.head().await.unwrap();
    let mut changes = set(vec![change(place("p-d", "丁馆"), Expected::Absent)]);
    changes.sources.insert("museum".into(), source("博物馆"));
    store.commit(&changes, &editor(), at(1)).await.unwrap();
    let contents = store.contents().await.unwrap();
    assert_eq!(contents.sources.len(), 2);
    assert_eq!(contents.sources[&"museum".into()], source("博物馆"));
    let yuren_store::Since::Following(following) = store.since(&before).await.unwrap() else {
        panic!("the same store")
    };
    assert_eq!(following.sources, changes.sources);
}

async fn a_source_is_never_changed_by_another_of_its_key(home: &Home) {
    let store = home.seeded().await;
    let only = |source| ChangeSet { sources: [("bureau".into(), source)].into(), ..ChangeSet::default() };
    let refusal = store.commit(&only(source("别的")), &editor(), at(1)).await;
    assert_eq!(refusal, Err(StoreError::SourceTaken("bureau".into())));
    assert_eq!(store.contents().await.unwrap().sources, pack().sources);
    assert_eq!(store.commit(&only(source("教育局")), &editor(), at(1)).await, Ok(2));
}

async fn a_set_that_changes_nothing_or_one_place_twice_is_refused(home: &Home) {
    let store = home.seeded().await;
    let nothing = store.commit(&set(vec![]), &editor(), at(1)).await.unwrap_err().to_string();
    assert_eq!(nothing, "the change set changes nothing; allowed: at least one place, study route or source");
    let twice = vec![change(place("p-a", "一"), Expected::AsOf(1)), change(place("p-a", "二"), Expected::AsOf(1))];
    let twice = store.commit(&set(twice), &editor(), at(1)).await.unwrap_err().to_string();
    assert_eq!(twice, "p-a is changed twice; allowed: one change a place");
}

async fn a_text_that_is_too_long_is_refused_with_its_length(home: &Home) {
    let store = home.seeded().await;
    let mut wordy = set(vec![change(place("p-a", "甲"), Expected::AsOf(1))]);
    wordy.why = "因".repeat(2_001);
    let refusal = store.commit(&wordy, &editor(), at(1)).await.unwrap_err().to_string();
    assert_eq!(refusal, "the reason has 2001 characters; allowed: at most 2000");
    let large = rename(&*store, "p-a", &"馆".repeat(100_000), Expected::AsOf(1)).await.unwrap_err().to_string();
    assert!(large.starts_with("p-a has 300") && large.ends_with("bytes; allowed: at most 262144"), "{large}");
}

async fn a_place_comes_back_to_the_last_character(home: &Home) {
    let store = home.seeded().await;
    for (i, name) in
        ["'; DROP TABLE place; --", "a\u{7f}\t\n\"\\u0041", "𠀀🏫\u{200d}", "\u{feff}é"].into_iter().enumerate()
    {
        let id_text = format!("p-odd-{i}");
        rename(&*store, &id_text, name, Expected::Absent).await.unwrap();
        assert_eq!(store.place(&id(&id_text)).await.unwrap().unwrap().place, place(&id_text, name));
    }
}
