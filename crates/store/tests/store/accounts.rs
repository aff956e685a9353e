//! Accounts.

use yuren_catalog::{RoleKind, RoleKindSet};
use yuren_store::{Access, AccountName, AccountRole, PasswordHash, Store, StoreError};

use crate::fixture::at;
use crate::home::{Home, on_both_engines};

on_both_engines!(
    an_account_is_read_as_it_was_made,
    an_account_may_have_no_password_until_it_is_given_one,
    a_name_is_taken_once,
    failed_sign_ins_are_counted_and_lock,
    an_account_that_is_not_there_is_told,
);

pub(crate) fn name(text: &str) -> AccountName {
    text.parse().unwrap()
}

pub(crate) fn password(text: &str) -> PasswordHash {
    PasswordHash::new(format!("$argon2id$v=19$m=19456,t=2,p=1${text}")).unwrap()
}

pub(crate) fn everywhere(role: AccountRole) -> Access {
    Access { role, districts: vec![], kinds: RoleKindSet::EMPTY }
}

pub(crate) async fn make(store: &dyn Store, who: &str) {
    store.create_account(&name(who), Some(&password("one")), &everywhere(AccountRole::Editor), at(0)).await.unwrap();
}

async fn an_account_is_read_as_it_was_made(home: &Home) {
    let store = home.open().await;
    let access = Access {
        role: AccountRole::Reviewer,
        districts: vec!["321002".parse().unwrap(), "321003".parse().unwrap()],
        kinds: [RoleKind::Venue, RoleKind::Heritage].into_iter().collect(),
    };
    store.create_account(&name("li.na"), Some(&password("one")), &access, at(5)).await.unwrap();
    make(&*store, "wang").await;
    let account = store.account(&name("li.na")).await.unwrap().unwrap();
    assert_eq!((&account.access, account.disabled, account.failed, account.created), (&access, false, 0, at(5)));
    assert_eq!(account.password, Some(password("one")));
    assert!(!format!("{account:?}").contains("argon2"));
    let all = store.accounts().await.unwrap();
    assert_eq!(all.iter().map(|account| account.name.as_str()).collect::<Vec<_>>(), ["li.na", "wang"]);

    store.set_access(&name("li.na"), &everywhere(AccountRole::Viewer)).await.unwrap();
    let account = store.account(&name("li.na")).await.unwrap().unwrap();
    assert_eq!(account.access, everywhere(AccountRole::Viewer));
}

async fn an_account_may_have_no_password_until_it_is_given_one(home: &Home) {
    let store = home.open().await;
    let password_of = async || store.account(&name("li.na")).await.unwrap().unwrap().password;
    store.create_account(&name("li.na"), None, &everywhere(AccountRole::Editor), at(0)).await.unwrap();
    assert_eq!(password_of().await, None);
    store.set_password(&name("li.na"), &password("one")).await.unwrap();
    assert_eq!(password_of().await, Some(password("one")));
}

async fn a_name_is_taken_once(home: &Home) {
    let store = home.open().await;
    make(&*store, "li.na").await;
    let twice =
        store.create_account(&name("li.na"), Some(&password("two")), &everywhere(AccountRole::Admin), at(1)).await;
    assert_eq!(twice, Err(StoreError::Exists("account li.na".to_owned())));
    assert_eq!(store.account(&name("li.na")).await.unwrap().unwrap().password, Some(password("one")));
}

async fn failed_sign_ins_are_counted_and_lock(home: &Home) {
    let store = home.open().await;
    make(&*store, "li.na").await;
    let account = async || store.account(&name("li.na")).await.unwrap().unwrap();
    assert_eq!(store.sign_in_failed(&name("li.na"), 3, at(900)).await, Ok(1));
    assert_eq!(store.sign_in_failed(&name("li.na"), 3, at(901)).await, Ok(2));
    assert_eq!(account().await.locked_until, None);
    assert_eq!(store.sign_in_failed(&name("li.na"), 3, at(902)).await, Ok(3));
    assert_eq!(account().await.locked_until, Some(at(902)));
    store.sign_in_succeeded(&name("li.na")).await.unwrap();
    assert_eq!((account().await.failed, account().await.locked_until), (0, None));
}

async fn an_account_that_is_not_there_is_told(home: &Home) {
    let store = home.open().await;
    let missing = Err(StoreError::Missing("account wang".to_owned()));
    assert_eq!(store.account(&name("wang")).await, Ok(None));
    assert_eq!(store.set_password(&name("wang"), &password("two")).await, missing);
    assert_eq!(store.set_disabled(&name("wang"), true).await, missing);
    assert_eq!(store.sign_in_succeeded(&name("wang")).await, missing);
}

#[test]
fn a_name_or_hash_that_is_none_is_refused() {
    for text in ["", "Li", "李娜", "a b", "[operator]", &"x".repeat(65)] {
        assert!(text.parse::<AccountName>().is_err(), "{text}");
    }
    assert!(PasswordHash::new("hunter2".to_owned()).is_err());
}
