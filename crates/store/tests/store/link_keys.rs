//! The key that signs links.

use yuren_catalog::Expected;
use yuren_store::{Author, LinkKey};

use crate::fixture::{at, change, id, place, set};
use crate::home::{Home, on_both_engines};

on_both_engines!(
    a_link_key_is_made_once_and_is_the_same_for_every_server,
    of_two_servers_that_make_a_key_at_once_both_keep_the_same,
    what_staff_confirm_by_a_link_is_theirs_in_the_history,
);

async fn a_link_key_is_made_once_and_is_the_same_for_every_server(home: &Home) {
    let [one, other] = [home.open().await, home.open().await];
    assert_eq!(one.link_key().await, Ok(None));
    assert_eq!(one.keep_link_key(&LinkKey([1; 32])).await, Ok(LinkKey([1; 32])));
    assert_eq!(other.keep_link_key(&LinkKey([2; 32])).await, Ok(LinkKey([1; 32])));
    assert_eq!(other.link_key().await, Ok(Some(LinkKey([1; 32]))));
    assert_eq!(format!("{:?}", LinkKey([1; 32])), "LinkKey", "a key is never shown");
}

async fn of_two_servers_that_make_a_key_at_once_both_keep_the_same(home: &Home) {
    let [one, other] = [home.open().await, home.open().await];
    let (a, b) = (LinkKey([1; 32]), LinkKey([2; 32]));
    let (kept, kept_too) = tokio::join!(one.keep_link_key(&a), other.keep_link_key(&b));
    assert_eq!(kept, kept_too);
    assert!([Ok(a), Ok(b)].contains(&kept), "{kept:?}");
}

async fn what_staff_confirm_by_a_link_is_theirs_in_the_history(home: &Home) {
    let store = home.seeded().await;
    let by = Author::Link("扬州市图书馆 “总馆”".parse().unwrap());
    let changes = set(vec![change(place("p-a", "甲新馆"), Expected::AsOf(1))]);
    store.commit(&changes, &by, at(1)).await.unwrap();
    assert_eq!(store.history(&id("p-a"), None, 1).await.unwrap()[0].by, by);
}
