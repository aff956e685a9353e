//! The audit trail.

use yuren_catalog::Expected;
use yuren_store::{AuditRow, Author};

use crate::fixture::{at, change, editor, id, place, rename, set};
use crate::home::{Home, on_both_engines};

on_both_engines!(
    a_place_s_history_says_who_when_what_before_after_and_why,
    a_long_history_is_read_in_parts,
    a_commit_says_all_that_it_did,
    a_time_is_kept_to_the_microsecond,
);

async fn a_place_s_history_says_who_when_what_before_after_and_why(home: &Home) {
    let store = home.seeded().await;
    rename(&*store, "p-a", "甲新馆", Expected::AsOf(1)).await.unwrap();
    let (old, new) = (place("p-a", "甲馆").to_feature_json(), place("p-a", "甲新馆").to_feature_json());
    let row = |revision, at, by, why: &str, before, after| AuditRow {
        revision,
        at,
        by,
        why: why.to_owned(),
        of: id("p-a"),
        before,
        after,
    };
    let history = store.history(&id("p-a"), None, 10).await.unwrap();
    let expected = [
        row(2, at(60), editor(), "because", Some(old.clone()), new),
        row(1, at(0), Author::CityPack, "the city pack", None, old),
    ];
    assert_eq!(history, expected);
    assert_eq!(store.history(&id("p-nowhere"), None, 10).await.unwrap(), []);
}

async fn a_long_history_is_read_in_parts(home: &Home) {
    let store = home.seeded().await;
    for revision in 1..6 {
        rename(&*store, "p-a", &format!("甲 {revision}"), Expected::AsOf(revision)).await.unwrap();
    }
    let mut seen = Vec::new();
    let mut before = None;
    loop {
        let part = store.history(&id("p-a"), before, 2).await.unwrap();
        assert!(part.len() <= 2);
        let Some(last) = part.last() else { break };
        before = Some(last.revision);
        seen.extend(part.iter().map(|row| row.revision));
    }
    assert_eq!(seen, [6, 5, 4, 3, 2, 1]);
}

async fn a_commit_says_all_that_it_did(home: &Home) {
    let store = home.seeded().await;
    let changes = vec![
        change(place("p-z", "新"), Expected::Absent),
        change(place("p-b", "乙新馆"), Expected::AsOf(1)),
        change(place("p_0", "零"), Expected::Absent),
    ];
    store.commit(&set(changes), &Author::Operator, at(1)).await.unwrap();
    let places = |rows: Vec<AuditRow>| rows.into_iter().map(|row| row.of.to_string()).collect::<Vec<_>>();
    // By the bytes of their ids, whatever the database's language is.
    assert_eq!(places(store.audit(2, None, 10).await.unwrap()), ["p-b", "p-z", "p_0"]);
    assert_eq!(places(store.audit(2, Some(&id("p-b")), 1).await.unwrap()), ["p-z"]);
    assert_eq!(store.audit(2, None, 10).await.unwrap()[0].by, Author::Operator);
}

async fn a_time_is_kept_to_the_microsecond(home: &Home) {
    let store = home.seeded().await;
    let fine = at(0) + chrono::TimeDelta::nanoseconds(123_456_789);
    store.commit(&set(vec![change(place("p-a", "甲"), Expected::AsOf(1))]), &editor(), fine).await.unwrap();
    let kept = store.history(&id("p-a"), None, 1).await.unwrap()[0].at;
    assert_eq!(kept, at(0) + chrono::TimeDelta::microseconds(123_456));
}
