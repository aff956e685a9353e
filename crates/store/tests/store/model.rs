//! A store against a plain model of it, over random commits, right ones and wrong ones.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use yuren_catalog::{Expected, Place, PlaceId, Revision};
use yuren_store::{Head, Since, Store, StoreError};

use crate::fixture::{at, change, editor, pack, place, set};
use crate::home::{Home, run};

/// What is tried: for some of ten places, a name and how wrong the expectation is (0 = right).
type Attempt = BTreeMap<u8, (u8, u8)>;

/// What a store must hold.
#[derive(Default)]
struct Model {
    revision: Revision,
    places: BTreeMap<PlaceId, (Place, Revision)>,
    history: BTreeMap<PlaceId, Vec<(Revision, Option<String>, String)>>,
}

impl Model {
    fn put(&mut self, place: Place) {
        let before = self.places.insert(place.id.clone(), (place.clone(), self.revision));
        let row = (self.revision, before.map(|(place, _)| place.to_feature_json()), place.to_feature_json());
        self.history.entry(place.id).or_default().insert(0, row);
    }

    /// What a change of this place expects: what is there, or something that is not.
    fn expected(&self, id: &PlaceId, wrong: u8) -> Expected {
        match (self.places.get(id), wrong) {
            (None, 0) | (Some(_), 1) => Expected::Absent,
            (Some((_, revision)), 0) => Expected::AsOf(*revision),
            (there, _) => Expected::AsOf(there.map_or(1, |(_, revision)| revision + 1)),
        }
    }
}

async fn holds(home: &Home, attempts: &[Attempt]) {
    let store = home.seeded().await;
    let mut model = Model { revision: 1, ..Model::default() };
    for place in pack().places {
        model.put(place);
    }
    // Followers that set out after each commit, to be led to the same end.
    let mut followers = vec![(store.head().await.unwrap(), model.places.clone())];
    for attempt in attempts {
        let to_change = |(i, (name, wrong)): (&u8, &(u8, u8))| {
            let place = place(&format!("p-{}", char::from(b'a' + i)), &format!("馆 {name}"));
            let expected = model.expected(&place.id, *wrong);
            change(place, expected)
        };
        let changes: Vec<_> = attempt.iter().map(to_change).collect();
        let is_right = attempt.values().all(|(_, wrong)| *wrong == 0);
        let outcome = store.commit(&set(changes.clone()), &editor(), at(1)).await;
        if is_right {
            model.revision += 1;
            assert_eq!(outcome, Ok(model.revision));
            for change in changes {
                model.put(change.place);
            }
            followers.push((store.head().await.unwrap(), model.places.clone()));
        } else {
            assert!(matches!(outcome, Err(StoreError::Conflict { .. })), "{outcome:?}");
        }
    }
    agrees(&*store, &model).await;
    for (head, known) in followers {
        assert_eq!(follow(&*store, head, known).await, model.places);
    }
}

async fn agrees(store: &dyn Store, model: &Model) {
    let contents = store.contents().await.unwrap();
    assert_eq!(contents.head.revision, model.revision);
    assert!(contents.places.iter().map(|r| (&r.place, r.revision)).eq(model.places.values().map(|(p, r)| (p, *r))));
    for (id, rows) in &model.history {
        let history = store.history(id, None, 1_000).await.unwrap();
        assert!(history.into_iter().map(|row| (row.revision, row.before, row.after)).eq(rows.iter().cloned()));
    }
}

async fn follow(
    store: &dyn Store,
    mut head: Head,
    mut known: BTreeMap<PlaceId, (Place, Revision)>,
) -> BTreeMap<PlaceId, (Place, Revision)> {
    loop {
        let Since::Following(following) = store.since(&head).await.unwrap() else { panic!("it is the same store") };
        for revised in following.places {
            known.insert(revised.place.id.clone(), (revised.place, revised.revision));
        }
        head = following.head;
        if !following.more {
            return known;
        }
    }
}

fn check(cases: u32, home: fn() -> Home) {
    // Most expectations are right, so that commits of several places get through often enough.
    let wrong = prop_oneof![8 => Just(0u8), 1 => Just(1), 1 => Just(2)];
    let attempt = prop::collection::btree_map(0..10u8, (any::<u8>(), wrong), 1..5);
    let mut runner = TestRunner::new(Config { cases, ..Config::default() });
    let outcome = runner.run(&prop::collection::vec(attempt, 0..12), |attempts| {
        run(holds(&home(), &attempts));
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn sqlite_agrees_with_the_model() {
    check(24, Home::sqlite);
}

#[test]
fn postgres_agrees_with_the_model() {
    check(24, Home::postgres);
}
