//! An id or code stands once in the whole pack.

use std::collections::HashMap;
use std::collections::hash_map::Entry::{Occupied, Vacant};
use std::hash::Hash;

use crate::pack::draft::Draft;
use crate::pack::report::{Report, Spot};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    let mut places = HashMap::new();
    let mut roles = HashMap::new();
    let (mut activities, mut courses) = (HashMap::new(), HashMap::new());
    let mut codes = HashMap::new();
    for entry in &draft.places {
        let (at, place) = (entry.spot(), &entry.value);
        once(&mut places, &place.id, at, || "id".to_owned(), report);
        for (i, role) in place.roles.iter().enumerate() {
            once(&mut roles, &role.id, at, || format!("roles[{i}].id"), report);
        }
        for (i, activity) in place.activities.iter().enumerate() {
            once(&mut activities, &activity.id, at, || format!("activities[{i}].id"), report);
        }
        for (i, course) in place.courses.iter().enumerate() {
            once(&mut courses, &course.id, at, || format!("courses[{i}].id"), report);
        }
    }
    let mut study_routes = HashMap::new();
    for entry in &draft.study_routes {
        once(&mut study_routes, &entry.value.id, entry.spot(), || "id".to_owned(), report);
    }
    for entry in &draft.regions {
        once(&mut codes, &entry.value.code, entry.spot(), || "id".to_owned(), report);
    }
}

fn once<'a, K: Hash + Eq + std::fmt::Display>(
    seen: &mut HashMap<&'a K, Spot<'a>>,
    id: &'a K,
    at: Spot<'a>,
    field: impl Fn() -> String,
    report: &mut Report,
) {
    match seen.entry(id) {
        Vacant(free) => _ = free.insert(at),
        Occupied(taken) => {
            let Spot { file, number, .. } = taken.get();
            let problem = format!("\"{id}\" already stands in {file}, feature #{number}");
            report.error(at, &field(), problem, "remove one of the two, or give the newer one an id of its own");
        }
    }
}
