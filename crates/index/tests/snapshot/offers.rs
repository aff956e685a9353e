//! Activities and courses of a city.

use yuren_catalog::{Activity, Course, Place, Status};
use yuren_index::Snapshot;

use crate::support::{code, pack, place};

fn activity(id: &str, status: Status) -> Activity {
    let said = serde_json::json!({ "id": id, "kind": "talk", "title": "讲座", "starts": "2026-12-05T14:00",
        "ends": "2026-12-05T15:00", "status": status, "provenance": { "source": "list" } });
    serde_json::from_value(said).expect("an activity")
}

fn course(id: &str, status: Status) -> Course {
    let said = serde_json::json!({ "id": id, "title": "课程", "subject": "art", "status": status,
        "provenance": { "source": "list" } });
    serde_json::from_value(said).expect("a course")
}

/// A place with nothing, one with everything, and a withdrawn one.
fn snapshot() -> Snapshot {
    let bare = |id: &str| place(id, "馆", 119.4, 32.4, &code("321002"), &"list".into());
    let full = Place {
        activities: vec![
            activity("a-1", Status::Active),
            activity("a-2", Status::Withdrawn),
            activity("a-3", Status::Suspended),
        ],
        courses: vec![course("c-1", Status::Active), course("c-2", Status::Withdrawn)],
        ..bare("p-2")
    };
    let gone = Place { status: Status::Withdrawn, activities: vec![activity("a-4", Status::Active)], ..bare("p-3") };
    Snapshot::new(pack(vec![bare("p-1"), full, gone], Vec::new()), 1)
}

#[test]
fn what_is_withdrawn_or_stands_at_a_withdrawn_place_is_in_no_list() {
    let snapshot = snapshot();
    let activities: Vec<_> = snapshot.activities().map(|(place, it)| (place.id.as_str(), it.id.as_str())).collect();
    assert_eq!(activities, [("p-2", "a-1"), ("p-2", "a-3")]);
    let courses: Vec<_> = snapshot.courses().map(|(place, it)| (place.id.as_str(), it.id.as_str())).collect();
    assert_eq!(courses, [("p-2", "c-1")]);
}

#[test]
fn everything_is_found_by_its_id_withdrawn_or_not() {
    let snapshot = snapshot();
    let place_of = |id: &str| {
        snapshot.activity(&id.parse().expect("an id")).map(|(place, it)| (place.id.as_str(), it.id.as_str()))
    };
    assert_eq!(place_of("a-2"), Some(("p-2", "a-2")));
    assert_eq!(place_of("a-4"), Some(("p-3", "a-4")));
    assert_eq!(place_of("a-9"), None);
    let (place, course) = snapshot.course(&"c-2".parse().expect("an id")).expect("it is there");
    assert_eq!((place.id.as_str(), course.id.as_str()), ("p-2", "c-2"));
}

#[test]
fn an_edit_moves_what_it_moves() {
    let before = snapshot();
    let mut emptied = before.place(&"p-2".parse().expect("an id")).expect("it is there").clone();
    let moved = emptied.activities.remove(0);
    let mut taking = before.place(&"p-1".parse().expect("an id")).expect("it is there").clone();
    taking.activities.push(moved);
    let after = before.edited(vec![emptied, taking], std::collections::BTreeMap::new(), 2);
    let (place, _) = after.activity(&"a-1".parse().expect("an id")).expect("it is there");
    assert_eq!(place.id.as_str(), "p-1");
}
