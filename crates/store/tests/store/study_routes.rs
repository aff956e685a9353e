//! Study routes go the way that places go.

use sqlx::{Connection, Executor, SqliteConnection};
use yuren_catalog::{ChangeSet, CityPack, Expected, Revision, Status, StudyRoute, StudyRouteChange, StudyRouteId};
use yuren_store::{AuditRow, Author, Changed, Since, Store, StoreError, fingerprint};

use crate::fixture::{at, change, editor, pack, place, set};
use crate::home::{Home, on_both_engines};

on_both_engines!(
    the_routes_of_a_pack_come_out_as_they_went_in,
    a_pack_with_another_route_has_another_fingerprint,
    a_route_is_changed_by_who_knew_it_and_by_nobody_else,
    places_and_routes_of_one_set_are_of_one_revision_or_are_not_changed_at_all,
    who_follows_gets_routes_as_their_last_change_left_them,
    a_route_s_history_says_who_when_what_before_after_and_why,
    a_set_that_changes_a_route_twice_is_refused,
    a_store_of_before_there_were_routes_is_brought_up_to_date,
);

fn id(text: &str) -> StudyRouteId {
    text.parse().unwrap()
}

/// A route with every kind of text in it that databases are known to trip over.
fn route(id: &str, title: &str) -> StudyRoute {
    let route = serde_json::json!({
        "id": id, "title": title, "theme": "canal", "subjects": ["history"], "grades": [5, 6],
        "aim": "说出 “甲'乙\\丙\"丁” 🏛\n画一张图", "provenance": { "source": "bureau" },
        "stops": [{ "place": "p-a", "minutes": 40, "task": "数一数。" }, { "place": "p-b" }],
    });
    serde_json::from_value(route).unwrap()
}

/// The small city with two routes.
fn pack_with_routes() -> CityPack {
    CityPack { study_routes: vec![route("s-a", "甲线"), route("s-b", "乙线")], ..pack() }
}

async fn seeded(home: &Home) -> std::sync::Arc<dyn Store> {
    let store = home.open().await;
    store.seed(&pack_with_routes(), at(0)).await.unwrap();
    store
}

fn route_set(changes: &[(&StudyRoute, Expected)]) -> ChangeSet {
    let change =
        |(route, expected): &(&StudyRoute, Expected)| StudyRouteChange { route: (*route).clone(), expected: *expected };
    ChangeSet { study_routes: changes.iter().map(change).collect(), why: "because".to_owned(), ..ChangeSet::default() }
}

async fn put(store: &dyn Store, route: &StudyRoute, expected: Expected) -> Result<Revision, StoreError> {
    store.commit(&route_set(&[(route, expected)]), &editor(), at(60)).await
}

async fn the_routes_of_a_pack_come_out_as_they_went_in(home: &Home) {
    let store = home.open().await;
    let empty = store.head().await.unwrap();
    store.seed(&pack_with_routes(), at(0)).await.unwrap();
    let contents = store.contents().await.unwrap();
    let routes: Vec<_> = contents.study_routes.iter().map(|revised| revised.route.clone()).collect();
    assert_eq!(routes, pack_with_routes().study_routes);
    assert!(contents.study_routes.iter().all(|revised| revised.revision == 1));
    assert_eq!(store.study_routes().await.unwrap(), contents.study_routes);
    assert_eq!(store.study_route(&id("s-b")).await.unwrap(), Some(contents.study_routes[1].clone()));
    assert_eq!(store.study_route(&id("s-none")).await.unwrap(), None);
    let Since::Following(following) = store.since(&empty).await.unwrap() else { panic!("it is the same store") };
    assert_eq!(following.study_routes, contents.study_routes);
}

async fn a_pack_with_another_route_has_another_fingerprint(home: &Home) {
    let store = seeded(home).await;
    assert_eq!(store.pack().await.unwrap(), Some(fingerprint(&pack_with_routes())));
    let mut other = pack_with_routes();
    other.study_routes[1].title.push('新');
    assert_ne!(fingerprint(&other), fingerprint(&pack_with_routes()));
    // A pack without routes has the fingerprint that it had before there were any.
    assert_ne!(fingerprint(&pack()), fingerprint(&pack_with_routes()));
}

async fn a_route_is_changed_by_who_knew_it_and_by_nobody_else(home: &Home) {
    let store = seeded(home).await;
    assert_eq!(put(&*store, &route("s-a", "甲线二"), Expected::AsOf(1)).await, Ok(2));
    let stale = put(&*store, &route("s-a", "甲线三"), Expected::AsOf(1)).await.unwrap_err();
    let conflict =
        StoreError::Conflict { changed: Changed::StudyRoute(id("s-a")), expected: Expected::AsOf(1), found: Some(2) };
    assert_eq!(stale, conflict);
    let there = put(&*store, &route("s-b", "乙线二"), Expected::Absent).await.unwrap_err();
    assert_eq!(there.to_string(), "s-b is not as expected (none of this id): revision 1 changed it last");
    assert_eq!(put(&*store, &route("s-c", "丙线"), Expected::Absent).await, Ok(3));
    let mut withdrawn = route("s-b", "乙线");
    withdrawn.status = Status::Withdrawn;
    assert_eq!(put(&*store, &withdrawn, Expected::AsOf(1)).await, Ok(4));
    let told: Vec<_> = store
        .study_routes()
        .await
        .unwrap()
        .into_iter()
        .map(|revised| (revised.route.title, revised.route.status, revised.revision))
        .collect();
    let active = Status::Active;
    assert_eq!(
        told,
        [("甲线二".to_owned(), active, 2), ("乙线".to_owned(), Status::Withdrawn, 4), ("丙线".to_owned(), active, 3)]
    );
}

async fn places_and_routes_of_one_set_are_of_one_revision_or_are_not_changed_at_all(home: &Home) {
    let store = seeded(home).await;
    let before = store.contents().await.unwrap();
    let both = |expected| ChangeSet {
        changes: vec![change(place("p-a", "甲新馆"), Expected::AsOf(1))],
        ..route_set(&[(&route("s-a", "甲新线"), expected)])
    };
    let refusal = store.commit(&both(Expected::AsOf(7)), &editor(), at(1)).await;
    assert!(matches!(refusal, Err(StoreError::Conflict { .. })), "{refusal:?}");
    assert_eq!(store.contents().await.unwrap(), before);
    assert_eq!(store.commit(&both(Expected::AsOf(1)), &editor(), at(1)).await, Ok(2));
    let after = store.contents().await.unwrap();
    assert_eq!((after.places[0].revision, after.study_routes[0].revision), (2, 2));
}

async fn who_follows_gets_routes_as_their_last_change_left_them(home: &Home) {
    let store = seeded(home).await;
    let head = store.head().await.unwrap();
    put(&*store, &route("s-b", "乙线二"), Expected::AsOf(1)).await.unwrap();
    store.commit(&set(vec![change(place("p-a", "甲二"), Expected::AsOf(1))]), &editor(), at(1)).await.unwrap();
    put(&*store, &route("s-a", "甲线二"), Expected::AsOf(1)).await.unwrap();
    put(&*store, &route("s-b", "乙线三"), Expected::AsOf(2)).await.unwrap();
    let Since::Following(following) = store.since(&head).await.unwrap() else { panic!("it is the same store") };
    let told: Vec<_> =
        following.study_routes.iter().map(|revised| (revised.route.title.as_str(), revised.revision)).collect();
    assert_eq!(told, [("甲线二", 4), ("乙线三", 5)]);
    assert_eq!((following.places.len(), following.head.revision, following.more), (1, 5, false));
}

async fn a_route_s_history_says_who_when_what_before_after_and_why(home: &Home) {
    let store = seeded(home).await;
    let text = |route: &StudyRoute| serde_json::to_string(route).unwrap();
    let (old, new) = (route("s-a", "甲线"), route("s-a", "甲新线"));
    put(&*store, &new, Expected::AsOf(1)).await.unwrap();
    let row = |revision, at, by, why: &str, before, after| AuditRow {
        revision,
        at,
        by,
        why: why.to_owned(),
        of: id("s-a"),
        before,
        after,
    };
    let expected = [
        row(2, at(60), editor(), "because", Some(text(&old)), text(&new)),
        row(1, at(0), Author::CityPack, "the city pack", None, text(&old)),
    ];
    assert_eq!(store.study_route_history(&id("s-a"), None, 10).await.unwrap(), expected);
    assert_eq!(store.study_route_history(&id("s-a"), Some(2), 10).await.unwrap(), expected[1..]);
    assert_eq!(store.study_route_history(&id("s-a"), None, 1).await.unwrap(), expected[..1]);
    assert_eq!(store.study_route_history(&id("s-none"), None, 10).await.unwrap(), []);
}

async fn a_set_that_changes_a_route_twice_is_refused(home: &Home) {
    let store = seeded(home).await;
    let twice = route_set(&[(&route("s-a", "一"), Expected::AsOf(1)), (&route("s-a", "二"), Expected::AsOf(1))]);
    let refusal = store.commit(&twice, &editor(), at(1)).await.unwrap_err();
    assert_eq!(refusal.to_string(), "s-a is changed twice; allowed: one change a study route");
    assert_eq!(store.head().await.unwrap().revision, 1);
}

async fn a_store_of_before_there_were_routes_is_brought_up_to_date(home: &Home) {
    drop(home.seeded().await);
    let undo = "DROP TABLE study_route_audit; DROP TABLE study_route; DELETE FROM _sqlx_migrations WHERE version = 4;";
    match home {
        Home::Sqlite(folder) => {
            let file = format!("sqlite:{}", folder.join("var/city.db").display());
            let mut connection = SqliteConnection::connect(&file).await.unwrap();
            connection.execute(undo).await.unwrap();
            connection.close().await.unwrap();
        }
        Home::Postgres(database) => _ = database.psql(undo),
    }
    let store = home.open().await;
    assert_eq!(store.study_routes().await.unwrap(), []);
    assert_eq!(put(&*store, &route("s-a", "甲线"), Expected::Absent).await, Ok(2));
    let contents = store.contents().await.unwrap();
    assert_eq!((contents.places.len(), contents.study_routes.len()), (3, 1));
}
