//! Which occurrences a window holds.

use yuren_calendar::{Recurrence, RecurrenceSet};

use crate::{at, beginnings, day};

#[test]
fn an_exception_leaves_out_its_day_and_counts_as_one() {
    let saturdays = beginnings(
        "2026-09-05 09:00",
        "FREQ=WEEKLY;COUNT=5",
        &[day("2026-09-26")],
        "2026-01-01 00:00",
        "2027-01-01 00:00",
    );
    assert_eq!(saturdays, ["2026-09-05 09:00", "2026-09-12 09:00", "2026-09-19 09:00", "2026-10-03 09:00"]);
}

#[test]
fn the_last_day_is_the_whole_day() {
    let evenings =
        beginnings("2026-12-30 23:30", "FREQ=DAILY;UNTIL=20270101", &[], "2026-12-30 00:00", "2027-02-01 00:00");
    assert_eq!(evenings, ["2026-12-30 23:30", "2026-12-31 23:30", "2027-01-01 23:30"]);
}

#[test]
fn a_leap_day_comes_every_four_years() {
    let days = beginnings("2024-02-29 10:00", "FREQ=YEARLY", &[], "2024-01-01 00:00", "2034-01-01 00:00");
    assert_eq!(days, ["2024-02-29 10:00", "2028-02-29 10:00", "2032-02-29 10:00"]);
}

#[test]
fn the_thirty_first_skips_the_months_without_one() {
    let days = beginnings("2026-12-31 10:00", "FREQ=MONTHLY", &[], "2026-12-01 00:00", "2027-06-01 00:00");
    assert_eq!(days, ["2026-12-31 10:00", "2027-01-31 10:00", "2027-03-31 10:00", "2027-05-31 10:00"]);
}

#[test]
fn what_began_before_the_window_and_goes_on_in_it_is_there() {
    let nightly: Recurrence = "FREQ=DAILY".parse().unwrap();
    let timing = RecurrenceSet {
        starts: at("2026-12-01 22:00"),
        ends: at("2026-12-02 02:00"),
        repeats: Some(&nightly),
        except: &[],
    };
    let within = |from, to| timing.occurrences(at(from), at(to), 9).into_iter().map(|o| o.starts).collect::<Vec<_>>();
    assert_eq!(within("2026-12-31 01:59", "2026-12-31 02:00"), [at("2026-12-30 22:00")]);
    assert_eq!(within("2026-12-31 02:00", "2026-12-31 22:00"), []);
    assert_eq!(within("2026-12-31 02:00", "2026-12-31 22:01"), [at("2026-12-31 22:00")]);
    assert_eq!(within("2026-12-31 01:00", "2027-01-01 00:00"), [at("2026-12-30 22:00"), at("2026-12-31 22:00")]);
}

#[test]
fn what_takes_place_once_is_there_for_as_long_as_it_lasts() {
    let exhibition =
        RecurrenceSet { starts: at("2026-11-01 09:00"), ends: at("2027-02-28 17:00"), repeats: None, except: &[] };
    assert_eq!(exhibition.occurrences(at("2027-01-02 00:00"), at("2027-01-04 00:00"), 9).len(), 1);
    assert_eq!(exhibition.occurrences(at("2027-02-28 17:00"), at("2027-03-04 00:00"), 9), []);
    assert_eq!(exhibition.occurrences(at("2026-10-31 00:00"), at("2026-11-01 09:00"), 9), []);
}

#[test]
fn no_more_are_given_than_asked_for_and_an_empty_window_holds_none() {
    let daily: Recurrence = "FREQ=DAILY".parse().unwrap();
    let timing = RecurrenceSet {
        starts: at("2026-11-01 09:00"),
        ends: at("2026-11-01 10:00"),
        repeats: Some(&daily),
        except: &[],
    };
    assert_eq!(timing.occurrences(at("2026-11-05 00:00"), at("2027-11-05 00:00"), 3).len(), 3);
    assert_eq!(timing.occurrences(at("2026-11-05 09:30"), at("2026-11-05 09:20"), 3), []);
}
