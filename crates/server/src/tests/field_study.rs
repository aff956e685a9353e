//! What becomes of a question for a day of field study before it is solved.

use serde_json::{Value, json};
use yuren_catalog::{CityPack, Role};
use yuren_index::Snapshot;
use yuren_itinerary::{Slot, Window};

use super::tiny_city;
use crate::field_study::building::{Day, Meaning};
use crate::field_study::candidate::{Barred, Candidate};
use crate::field_study::question::FieldStudy;
use crate::planning::Planner;

/// The day of a question on a Thursday in the tiny city, whose first venue's role is changed by `fields`.
fn day(fields: &Value, question: &Value) -> (Snapshot, FieldStudy, Day) {
    let mut pack = tiny_city();
    change(&mut pack, fields);
    let snapshot = Snapshot::new(pack, 1);
    let planner = Planner::new(None);
    let mut body = json!({ "school": { "lon": 119.39, "lat": 32.4 }, "date": "2026-12-03", "pupils": 40, "adults": 4 });
    for (field, value) in question.as_object().expect("fields") {
        body[field] = value.clone();
    }
    let body = serde_json::from_value(body).expect("a question");
    let question = FieldStudy::of_body(&body, &snapshot, &planner).expect("a good question");
    let day = Day::new(&question, &snapshot, &planner);
    (snapshot, question, day)
}

fn change(pack: &mut CityPack, fields: &Value) {
    let role = &mut pack.places[0].roles[1];
    let mut changed = serde_json::to_value(&*role).expect("a role");
    for (field, value) in fields.as_object().expect("fields") {
        changed[field] = json!({ "value": value, "source": "real" });
    }
    *role = serde_json::from_value::<Role>(changed).expect("a role");
}

/// The candidate that the first venue is.
fn first(day: &Day) -> &Candidate {
    day.candidates.iter().find(|candidate| candidate.place == 0).expect("a candidate")
}

#[test]
fn a_visit_begins_before_the_minute_from_which_nobody_is_let_in() {
    let (_, _, plain) = day(&json!({}), &json!({}));
    assert_eq!(first(&plain).hours.windows, [Window { open: 540, last_entry: 1020, close: 1020 }]);
    assert_eq!(first(&plain).hours.last_entry, None);
    let (_, _, early) = day(&json!({ "admission": { "last_admission_minutes": 60 } }), &json!({}));
    assert_eq!(first(&early).hours.windows, [Window { open: 540, last_entry: 959, close: 1020 }]);
    assert_eq!(first(&early).hours.last_entry, Some(960));
}

#[test]
fn who_is_too_young_is_barred_but_from_what_must_be_visited() {
    let audience = json!({ "audience": { "min_age": 12 } });
    let (_, _, fifth) = day(&audience, &json!({ "grade": 5 }));
    assert_eq!(first(&fifth).barred, Some(Barred::NotForThisAge { min_age: Some(12), max_age: None }));
    assert_eq!(fifth.visit_of(0), None);
    // The youngest of the seventh grade are twelve.
    assert_eq!(first(&day(&audience, &json!({ "grade": 7 })).2).barred, None);
    let (_, _, must) = day(&audience, &json!({ "grade": 5, "must": ["p-00"] }));
    let point = must.visit_of(0).expect("it is put to the solver");
    assert!(must.problem.points[point].must);
}

#[test]
fn what_must_be_visited_may_be_of_any_kind_and_nobody_knows_when_a_school_is_open() {
    let (_, _, day) = day(&json!({}), &json!({ "must": ["p-01"] }));
    let point = day.visit_of(1).expect("it is put to the solver");
    assert_eq!(day.problem.points[point].windows, []);
    assert_eq!(
        day.candidates.iter().find(|one| one.place == 1).expect("a candidate").barred,
        Some(Barred::HoursUnknown)
    );
}

#[test]
fn capacity_group_sizes_and_slots_become_limits() {
    let booking =
        json!({ "required": true, "group_min": 10, "group_max": 50, "slots": [{ "from": "09:00", "to": "10:00" }] });
    let (_, _, day) = day(&json!({ "booking": booking, "capacity": 45 }), &json!({}));
    let point = &day.problem.points[day.visit_of(0).expect("a point")];
    assert_eq!((point.group_min, point.group_max, point.at_once), (Some(10), Some(45), Some(45)));
    assert_eq!(point.slots, [Slot { from: 540, to: 600, people: 45 }]);
}

#[test]
fn lunch_can_be_had_by_every_place_or_within_its_hours() {
    let hours = json!({ "hours": "Tu-Su 09:00-12:00" });
    let at = |lunch: Value| {
        let (_, _, day) = day(&hours, &json!({ "lunch": lunch, "back_by": "16:00" }));
        let visit = day.visit_of(0).expect("a point");
        day.problem.points[day.lunch_by(visit).expect("lunch")].windows.clone()
    };
    assert_eq!(at(json!({})), [Window { open: 660, last_entry: 740, close: 780 }]);
    assert_eq!(at(json!({ "at": "stops" })), [Window { open: 660, last_entry: 680, close: 720 }]);
    let (_, question, day) = day(&hours, &json!({ "back_by": "12:30" }));
    assert_eq!(question.lunch, None, "who is back at half past twelve has lunch at school");
    assert!(day.meanings.iter().all(|meaning| matches!(meaning, Meaning::Visit(_))));
}

#[test]
fn a_leg_by_coach_is_rounded_up_and_has_five_minutes_to_get_on_and_off() {
    let (_, _, day) = day(&json!({}), &json!({}));
    let node = day.problem.points[day.visit_of(0).expect("a point")].node;
    // 0.01° at 32.4° N are 940.6 m; × 1.35 at 28 km/h 2.72 minutes: 3, and 5.
    assert_eq!(day.problem.travel[0][node], 8);
}

#[test]
fn words_that_match_are_worth_more_than_all_that_do_not() {
    let (_, _, day) = day(&json!({}), &json!({ "words": "场馆2" }));
    let of = |place: u32| day.candidates.iter().find(|one| one.place == place).expect("a candidate").worth.clone();
    assert_eq!(of(2).fit, ["words"]);
    // A venue, the words, an example, 1.13 km of 30 away: 160 + 200 + 0 + 96. Another without the words has a fifth of 160 + 0 + 95.
    assert_eq!((of(2).score, of(4).score), (456, 51));
}
