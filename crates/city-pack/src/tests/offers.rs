//! The sample city's term: talks, exhibitions, workshops and courses, all of them examples.

use chrono::{Days, NaiveDateTime};
use yuren_catalog::{Activity, ActivityKind, Course, Grades, Subject};

use super::*;

fn activities(pack: &CityPack) -> impl Iterator<Item = (&Place, &Activity)> {
    pack.places.iter().flat_map(|place| place.activities.iter().map(move |activity| (place, activity)))
}

fn courses(pack: &CityPack) -> impl Iterator<Item = (&Place, &Course)> {
    pack.places.iter().flat_map(|place| place.courses.iter().map(move |course| (place, course)))
}

#[test]
fn every_row_of_the_tables_is_on_the_map() {
    let (sources, pack) = (sources(), pack());
    assert_eq!(activities(&pack).count(), sources.activities.len());
    assert_eq!(courses(&pack).count(), sources.courses.len());
}

#[test]
fn there_are_54_talks_of_the_lecture_series_and_100_courses_over_all_subjects_and_school_years() {
    let pack = pack();
    let talks = activities(&pack).filter(|(_, activity)| activity.series.as_deref() == Some("家庭教育大讲堂"));
    assert_eq!(talks.filter(|(_, activity)| activity.kind == ActivityKind::Talk).count(), 54);
    assert_eq!(courses(&pack).count(), 100);
    for subject in Subject::ALL {
        assert!(courses(&pack).filter(|(_, course)| course.subject == subject).count() >= 5, "{subject}");
    }
    for grade in 1..=9 {
        assert!(courses(&pack).any(|(_, course)| course.grades.contains(grade)), "{grade}");
    }
    assert!(
        courses(&pack).all(|(_, course)| {
            (course.subject == Subject::FamilyEducation) == (course.grades == Grades::default())
        })
    );
}

#[test]
fn nothing_is_invented_of_a_real_institution() {
    let pack = pack();
    for (place, activity) in activities(&pack) {
        assert!(is_synthetic(&activity.provenance) && activity.title.starts_with("示例"), "{}", activity.title);
        assert_ne!(place.name_provenance.source.as_str(), "osm", "{}: {}", place.name, activity.title);
        assert!(activity.url.is_none(), "{}", activity.title);
    }
    for (place, course) in courses(&pack) {
        assert!(is_synthetic(&course.provenance) && course.title.starts_with("示例"), "{}", course.title);
        assert_ne!(place.name_provenance.source.as_str(), "osm", "{}: {}", place.name, course.title);
    }
}

#[test]
fn every_weekend_from_november_to_june_has_a_talk_or_a_workshop_or_an_exhibition() {
    let pack = pack();
    let saturday =
        |week: u64| "2026-11-07T00:00:00".parse::<NaiveDateTime>().expect("a Saturday") + Days::new(7 * week);
    for week in 0..34 {
        let (from, to) = (saturday(week), saturday(week) + Days::new(2));
        let found: Vec<_> = activities(&pack).filter(|(_, it)| !it.occurrences(from, to, 1).is_empty()).collect();
        assert!(found.iter().any(|(_, it)| it.kind == ActivityKind::Exhibition), "{from}");
        assert!(found.len() >= 3, "{from}: {}", found.len());
    }
}

#[test]
fn every_sort_of_time_is_among_the_examples() {
    let pack = pack();
    let rules: BTreeSet<_> =
        activities(&pack).filter_map(|(_, it)| it.repeats.as_ref()).map(ToString::to_string).collect();
    for part in ["FREQ=WEEKLY", "FREQ=MONTHLY", "INTERVAL=2", "COUNT=", "UNTIL="] {
        assert!(rules.iter().any(|rule| rule.contains(part)), "{part}");
    }
    assert!(activities(&pack).any(|(_, it)| !it.except.is_empty()));
    assert!(activities(&pack).any(|(_, it)| it.during_hours));
    assert!(ActivityKind::ALL.into_iter().all(|kind| activities(&pack).any(|(_, it)| it.kind == kind)));
}
