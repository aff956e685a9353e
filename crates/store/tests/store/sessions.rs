//! Sessions.

use yuren_store::{Session, Store, StoreError, TokenHash};

use crate::accounts::{make, name, password};
use crate::fixture::at;
use crate::home::{Home, on_both_engines};

on_both_engines!(
    a_session_lasts_until_it_expires,
    a_session_ends_when_told_to,
    a_new_password_or_a_shut_account_ends_all_its_sessions,
    nobody_is_signed_in_to_what_is_not_there_or_shut,
);

fn session(number: u8, who: &str) -> Session {
    let token = TokenHash([number; 32]);
    Session { token, account: name(who), csrf: TokenHash([number + 100; 32]), created: at(0), expires: at(100) }
}

async fn begin(store: &dyn Store, number: u8, who: &str) {
    store.begin_session(&session(number, who)).await.unwrap();
}

async fn lasts(store: &dyn Store, number: u8) -> bool {
    store.signed_in(&TokenHash([number; 32]), at(10)).await.unwrap().is_some()
}

async fn a_session_lasts_until_it_expires(home: &Home) {
    let store = home.open().await;
    make(&*store, "li.na").await;
    begin(&*store, 1, "li.na").await;
    let signed_in = store.signed_in(&TokenHash([1; 32]), at(99)).await.unwrap().unwrap();
    assert_eq!((signed_in.session, signed_in.account.name), (session(1, "li.na"), name("li.na")));
    assert_eq!(store.signed_in(&TokenHash([1; 32]), at(100)).await, Ok(None));
    assert_eq!(store.signed_in(&TokenHash([2; 32]), at(10)).await, Ok(None));
    assert_eq!(store.delete_expired(at(99)).await, Ok(0));
    assert_eq!(store.delete_expired(at(100)).await, Ok(1));
}

async fn a_session_ends_when_told_to(home: &Home) {
    let store = home.open().await;
    make(&*store, "li.na").await;
    make(&*store, "wang").await;
    for (number, who) in [(1, "li.na"), (2, "li.na"), (3, "li.na"), (4, "wang")] {
        begin(&*store, number, who).await;
    }
    store.end_session(&TokenHash([1; 32])).await.unwrap();
    assert!(!lasts(&*store, 1).await && lasts(&*store, 2).await);
    assert_eq!(store.sign_out_everywhere(&name("li.na")).await, Ok(2));
    assert!(!lasts(&*store, 2).await && lasts(&*store, 4).await);
}

async fn a_new_password_or_a_shut_account_ends_all_its_sessions(home: &Home) {
    let store = home.open().await;
    make(&*store, "li.na").await;
    begin(&*store, 1, "li.na").await;
    store.set_password(&name("li.na"), &password("two")).await.unwrap();
    assert!(!lasts(&*store, 1).await);
    begin(&*store, 2, "li.na").await;
    store.set_disabled(&name("li.na"), true).await.unwrap();
    store.set_disabled(&name("li.na"), false).await.unwrap();
    assert!(!lasts(&*store, 2).await);
}

async fn nobody_is_signed_in_to_what_is_not_there_or_shut(home: &Home) {
    let store = home.open().await;
    let missing = Err(StoreError::Missing("open account li.na".to_owned()));
    assert_eq!(store.begin_session(&session(1, "li.na")).await, missing);
    make(&*store, "li.na").await;
    store.set_disabled(&name("li.na"), true).await.unwrap();
    assert_eq!(store.begin_session(&session(1, "li.na")).await, missing);
}
