//! Activities and courses: that they can take place, belong to their place, and say what is made up.

use yuren_catalog::{Activity, CityPack, Course, Role};

use crate::fixture::{MUSEUM, PARK, edited, findings, museum, no_finding, one_finding};

const FILE: &str = "places/321002.geojson";

fn activity(pack: &mut CityPack) -> &mut Activity {
    &mut pack.places[MUSEUM].activities[0]
}

fn course(pack: &mut CityPack) -> &mut Course {
    &mut pack.places[MUSEUM].courses[0]
}

#[track_caller]
fn told(change: impl FnOnce(&mut CityPack), expected: &str) {
    let (severity, rest) = expected.split_once(' ').unwrap();
    one_finding(change, museum(severity, &format!(", {rest}")));
}

/// The finding about the museum's file with `from` in its one activity replaced.
#[track_caller]
fn unread(from: &str, to: &str, expected: &str) {
    let told = findings(edited(FILE, from, to));
    let expected = museum("error", &format!(", activities[0].{expected}"));
    assert!(told.iter().any(|finding| finding.starts_with(&expected)), "{told:#?}");
}

#[test]
fn an_activity_ends_after_it_begins_and_within_a_year() {
    told(
        |pack| activity(pack).ends = activity(pack).starts,
        "error activities[0].ends: it ends on 2026-12-05 14:00:00, not after it begins on 2026-12-05 14:00:00; correct \
         starts or ends",
    );
    let year_later = |days: &str| format!("2027-12-{days}T14:00:00").parse().unwrap();
    no_finding(|pack| activity(pack).ends = year_later("06"));
    told(
        |pack| activity(pack).ends = year_later("07"),
        "error activities[0].ends: it lasts from 2026-12-05 14:00:00 to 2027-12-07 14:00:00; an activity lasts at most \
         366 days: what goes on for ever is no activity",
    );
}

#[test]
fn an_activity_of_another_age_is_mistyped() {
    told(
        |pack| {
            activity(pack).starts = "9999-12-04T14:00:00".parse().unwrap();
            activity(pack).ends = "9999-12-04T15:00:00".parse().unwrap();
        },
        "error activities[0].starts: it begins in the year 9999; write a year from 1990 to 2199",
    );
}

#[test]
fn a_time_is_one_on_the_citys_clocks() {
    for time in ["2026-12-05", "2026-12-05T14:00:00Z", "2026-12-05T14:00+08:00", "2026-02-30T14:00", "2026-12-05T24:00"]
    {
        unread("2026-12-05T14:00", time, &format!("starts: \"{time}\""));
    }
}

#[test]
fn a_rule_that_is_not_followed_is_told_with_what_is_allowed() {
    unread(
        "FREQ=WEEKLY;COUNT=8;BYDAY=SA",
        "FREQ=HOURLY",
        "repeats: \"FREQ=HOURLY\" is no rule that is followed: FREQ is \"HOURLY\"; write DAILY, WEEKLY, MONTHLY or \
         YEARLY; nothing finer",
    );
}

#[test]
fn a_rule_falls_on_the_day_on_which_it_begins() {
    told(
        |pack| activity(pack).repeats = Some("FREQ=WEEKLY;COUNT=8;BYDAY=SU".parse().unwrap()),
        "error activities[0].repeats: the rule FREQ=WEEKLY;COUNT=8;BYDAY=SU does not fall on 2026-12-05, on which it \
         begins; let it begin on a day of the rule",
    );
}

#[test]
fn a_rule_without_an_end_is_a_warning() {
    told(
        |pack| activity(pack).repeats = Some("FREQ=WEEKLY;BYDAY=SA".parse().unwrap()),
        "warning activities[0].repeats: the rule FREQ=WEEKLY;BYDAY=SA has no end; add COUNT or UNTIL: who knows that it \
         goes on?",
    );
}

#[test]
fn days_are_left_out_of_what_comes_again() {
    told(
        |pack| activity(pack).repeats = None,
        "error activities[0].except: days are left out of what takes place once; give the rule in repeats, or leave \
         except out",
    );
    told(
        |pack| activity(pack).except = vec!["2027-01-02".parse().unwrap(); 367],
        "error activities[0].except: 367 days are left out; leave out those that are over; at most 366 are kept",
    );
}

#[test]
fn who_comes_during_the_hours_needs_hours() {
    no_finding(|pack| activity(pack).during_hours = true);
    told(
        |pack| {
            activity(pack).during_hours = true;
            pack.places[MUSEUM].roles[0].hours = None;
        },
        "warning activities[0].during_hours: one comes during the place's hours, and it has none; give a role of the \
         place its hours",
    );
}

#[test]
fn the_role_that_holds_it_is_one_of_the_place() {
    for (list, change) in [
        ("activities", (|pack| activity(pack).role = Some("r-school".parse().unwrap())) as fn(&mut CityPack)),
        ("courses", |pack| course(pack).role = Some("r-school".parse().unwrap())),
    ] {
        told(
            change,
            &format!(
                "error {list}[0].role: the place has no role \"r-school\"; write the id of one of its roles, or leave \
                 role out"
            ),
        );
    }
}

#[test]
fn an_id_stands_once_in_the_whole_city() {
    let mend = "remove one of the two, or give the newer one an id of its own";
    one_finding(
        |pack| {
            let (tours, course) = (activity(pack).clone(), course(pack).clone());
            pack.places[PARK].activities = vec![Activity { role: None, ..tours }];
            pack.places[PARK].courses = vec![Course { id: "c-other".parse().unwrap(), ..course }];
        },
        format!(
            "error places/321071.geojson, p-park, activities[0].id: \"a-tours\" already stands in {FILE}, feature #1; {mend}"
        ),
    );
    told(
        |pack| {
            let course = course(pack).clone();
            pack.places[MUSEUM].courses.push(course);
        },
        &format!("error courses[1].id: \"c-canal\" already stands in {FILE}, feature #1; {mend}"),
    );
}

#[test]
fn a_place_has_so_many_activities_and_courses_at_most() {
    told(
        |pack| {
            let tours = activity(pack).clone();
            let tour = |i| Activity { id: format!("a-{i}").parse().unwrap(), ..tours.clone() };
            pack.places[MUSEUM].activities = (0..501).map(tour).collect();
        },
        "error activities: the place has 501 activities; keep at most 500",
    );
    told(
        |pack| {
            let course = course(pack).clone();
            let numbered = |i| Course { id: format!("c-{i}").parse().unwrap(), ..course.clone() };
            pack.places[MUSEUM].courses = (0..201).map(numbered).collect();
        },
        "error courses: the place has 201 courses; keep at most 200",
    );
}

#[test]
fn what_is_made_up_says_so_in_its_title_and_nothing_else_does() {
    told(
        |pack| activity(pack).provenance.source = "synthetic".into(),
        "error activities[0].title: \"古城导览\" is made up and reads like a real one; begin it with 示例, or give its real \
         source",
    );
    told(
        |pack| "示例课程".clone_into(&mut course(pack).title),
        "error courses[0].provenance.source: \"示例课程\" reads as made up and its source is not synthetic; write the key \
         of a synthetic source",
    );
    no_finding(|pack| {
        "示例导览".clone_into(&mut activity(pack).title);
        activity(pack).provenance.source = "synthetic".into();
    });
}

#[test]
fn texts_can_be_read() {
    told(
        |pack| activity(pack).title.clear(),
        "error activities[0].title: it is empty; write it, or leave the feature out",
    );
    let long = "长".repeat(501);
    told(
        |pack| course(pack).summary = Some(long.clone()),
        &format!(
            "error courses[0].summary: it has 501 characters: \"{}…\"; shorten it to 500 characters",
            "长".repeat(80)
        ),
    );
    no_finding(|pack| activity(pack).summary = Some("长".repeat(500)));
    told(
        |pack| activity(pack).summary = Some("左\u{202e}右".to_owned()),
        "error activities[0].summary: it holds a character that cannot be seen; remove that character",
    );
}

#[test]
fn a_link_can_be_followed_and_somebody_fits_in() {
    told(
        |pack| activity(pack).url = Some("javascript:alert(1)".to_owned()),
        "error activities[0].url: \"javascript:alert(1)\" is not a web address; write it in full, such as \
         \"https://www.example.cn/visit\"",
    );
    told(
        |pack| activity(pack).capacity = Some(0),
        "error activities[0].capacity: nobody fits in; write a number of persons, or leave capacity out",
    );
    told(
        |pack| course(pack).minutes = Some(0),
        "error courses[0].minutes: 0 minutes is not the length of a course; write minutes between 1 and 4800",
    );
}

#[test]
fn who_says_so_is_a_source_of_the_city() {
    told(
        |pack| activity(pack).provenance.source = "rumour".into(),
        "error activities[0].provenance.source: \"rumour\" is not in sources.toml; write the key of one of its tables, or \
         add a table for it",
    );
}

#[test]
fn a_place_of_example_roles_may_have_real_activities() {
    let is_synthetic = |role: &Role| role.claim.source.as_str() == "synthetic";
    no_finding(|pack| {
        let tours = Activity { id: "a-park".parse().unwrap(), role: None, ..activity(pack).clone() };
        assert!(pack.places[PARK].roles.iter().all(is_synthetic));
        pack.places[PARK].activities = vec![tours];
    });
}
