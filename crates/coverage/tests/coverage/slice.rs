//! Time slices of the sample city's calendars, and who counts as open in them.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use yuren_calendar::{
    Admission, Calendar, DaySchedule, Follows, PublicCalendar, SchoolYear, Terms, Timing, YearNotice, parse_date,
};
use yuren_coverage::DayOpening::{Closed, Open, Unknown};
use yuren_coverage::SliceKind::{AfterSchool, Any, Saturday, SummerBreak, Sunday, WinterBreak};
use yuren_coverage::{DayOpening, SliceKind, SliceOpening, Window, day_opening, slice_opening, slice_windows};

fn date(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn file(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)).unwrap()
}

/// Public notices of 2025 and 2026; school years from September 2025 to August 2027.
fn calendar() -> Calendar {
    let notice = |year| YearNotice::from_toml(&file(&format!("data/calendar/cn-{year}.toml"))).unwrap();
    let year = |year| SchoolYear::from_toml(&file(&format!("data/yangzhou/school-year-{year}.toml"))).unwrap();
    Calendar {
        public: PublicCalendar::new(vec![notice(2025), notice(2026)]).unwrap(),
        school_years: vec![year(2025), year(2026)],
    }
}

/// The windows as text: `Mon 2026-11-30 16:30-18:30`.
fn windows(kind: SliceKind, from: &str) -> Vec<String> {
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let written = |window: &Window| {
        format!("{} {}-{}", window.date.format("%a %F"), clock(window.from_minute), clock(window.to_minute))
    };
    slice_windows(kind, &calendar(), date(from)).unwrap().iter().map(written).collect()
}

fn dates(kind: SliceKind, from: &str) -> Vec<String> {
    windows(kind, from).iter().map(|window| window[..14].to_string()).collect()
}

#[test]
fn after_school_is_a_day_of_each_weekday_from_when_primary_schools_are_out() {
    // Twenty school days from Monday, 30 November: the first, fifth, ninth, thirteenth and seventeenth. Fridays let out
    // earlier.
    let expected = [
        "Mon 2026-11-30 16:30-18:30",
        "Fri 2026-12-04 15:30-17:30",
        "Thu 2026-12-10 16:30-18:30",
        "Wed 2026-12-16 16:30-18:30",
        "Tue 2026-12-22 16:30-18:30",
    ];
    assert_eq!(windows(AfterSchool, "2026-11-28"), expected);
}

#[test]
fn after_school_leaves_out_holidays_and_saturdays_on_which_school_is_held() {
    // School is held on Sunday 20 September and Saturday 10 October; 25 to 27 September and 1 to 7 October are off.
    let days = dates(AfterSchool, "2026-09-19");
    assert_eq!(days, ["Mon 2026-09-21", "Mon 2026-09-28", "Fri 2026-10-09", "Thu 2026-10-15", "Wed 2026-10-21"]);
}

#[test]
fn a_saturday_is_ordinary_and_in_a_term() {
    let saturdays = ["Sat 2026-11-28", "Sat 2026-12-05", "Sat 2026-12-12", "Sat 2026-12-19", "Sat 2026-12-26"];
    assert_eq!(dates(Saturday, "2026-11-28"), saturdays);
    assert_eq!(windows(Saturday, "2026-11-28")[0], "Sat 2026-11-28 09:00-17:00");
    // 3 October is in National Day, 10 October is worked for it; 26 September is in Mid-Autumn.
    let saturdays = ["Sat 2026-09-19", "Sat 2026-10-17", "Sat 2026-10-24", "Sat 2026-10-31", "Sat 2026-11-07"];
    assert_eq!(dates(Saturday, "2026-09-19"), saturdays);
    // The summer break ends on 31 August.
    assert_eq!(dates(Sunday, "2026-07-05")[0], "Sun 2026-09-06");
}

#[test]
fn a_break_is_spread_over_all_of_it_with_no_weekday_twice() {
    // 60 days from 3 July 2027 on: every twelfth; 23 days from 30 January: every fourth.
    let summer = ["Sat 2027-07-03", "Thu 2027-07-15", "Tue 2027-07-27", "Sun 2027-08-08", "Fri 2027-08-20"];
    assert_eq!(dates(SummerBreak, "2026-11-28"), summer.map(ToString::to_string));
    let winter = ["Sat 2027-01-30", "Wed 2027-02-03", "Sun 2027-02-07", "Thu 2027-02-11", "Mon 2027-02-15"];
    assert_eq!(dates(WinterBreak, "2026-11-28"), winter.map(ToString::to_string));
    // 35 days are left of the summer of 2026, and every seventh would be a Tuesday.
    let late = ["Tue 2026-07-28", "Mon 2026-08-03", "Sun 2026-08-09", "Sat 2026-08-15", "Fri 2026-08-21"];
    assert_eq!(dates(SummerBreak, "2026-07-28"), late.map(ToString::to_string));
}

#[test]
fn of_a_break_that_is_all_but_over_the_next_one_is_taken_where_it_is_known() {
    assert_eq!(dates(SummerBreak, "2026-08-27").len(), 5);
    assert_eq!(dates(SummerBreak, "2026-08-27")[0], "Thu 2026-08-27");
    assert_eq!(dates(SummerBreak, "2026-08-28")[0], "Sat 2027-07-03");
    assert_eq!(dates(SummerBreak, "2027-08-30"), ["Mon 2027-08-30", "Tue 2027-08-31"]);
}

#[test]
fn days_that_no_notice_covers_are_no_sample_days() {
    assert_eq!(dates(Saturday, "2026-12-13"), ["Sat 2026-12-19", "Sat 2026-12-26"]);
    assert_eq!(dates(AfterSchool, "2026-12-29"), ["Tue 2026-12-29", "Wed 2026-12-30", "Thu 2026-12-31"]);
}

#[test]
fn where_no_day_of_a_slice_is_known_it_is_said_until_when_days_are() {
    let problem = |calendar: &Calendar, kind, from| slice_windows(kind, calendar, date(from)).unwrap_err().to_string();
    let known = calendar();
    assert_eq!(
        problem(&known, Saturday, "2026-12-27"),
        "no ordinary Saturday in a term is known from 2026-12-27 on: the calendars tell such days until 2026-12-31"
    );
    assert_eq!(
        problem(&known, WinterBreak, "2027-02-22"),
        "no day of a winter break is known from 2027-02-22 on: the calendars tell such days until 2027-08-31"
    );
    assert_eq!(
        problem(&Calendar { school_years: Vec::new(), ..known.clone() }, AfterSchool, "2026-11-28"),
        "no school day with a time when primary schools are out is known from 2026-11-28 on: the calendars tell no \
         such day: it takes a school year, and a public notice for days in a term"
    );
    // A school year that says of no stage when it is out.
    let mut silent = known;
    silent.school_years.iter_mut().for_each(|year| year.dismissals.clear());
    assert!(problem(&silent, AfterSchool, "2026-11-28").contains("when primary schools are out is known"));
    assert!(slice_windows(Saturday, &silent, date("2026-11-28")).is_ok());
}

#[test]
fn any_time_needs_no_calendar_and_the_end_of_time_is_no_trouble() {
    assert_eq!(slice_windows(Any, &Calendar::default(), date("2026-11-28")), Ok(Vec::new()));
    for kind in [AfterSchool, Saturday, Sunday, WinterBreak, SummerBreak] {
        assert!(slice_windows(kind, &calendar(), NaiveDate::MAX).is_err(), "{kind}");
    }
}

/// What hours say of each of a slice's days.
fn openings(hours: Option<&str>, admission: Admission, kind: SliceKind) -> Vec<DayOpening> {
    let calendar = calendar();
    let timing = Timing::new(Terms { hours, admission, ..Terms::default() }, []);
    let timeline = |day: NaiveDate| Arc::new(DaySchedule::new(&timing, &calendar, day));
    let windows = slice_windows(kind, &calendar, date("2026-11-28")).unwrap();
    windows.iter().map(|window| day_opening(&timing, &timeline, window)).collect()
}

#[test]
fn half_an_hour_of_the_window_makes_a_day() {
    let none = Admission::default();
    // School is out at 16:30, on Fridays at 15:30; the second sample day is a Friday.
    assert_eq!(openings(Some("Mo-Su 09:00-17:00"), none, AfterSchool), [Open; 5]);
    assert_eq!(openings(Some("Mo-Su 09:00-16:59"), none, AfterSchool), [Closed, Open, Closed, Closed, Closed]);
    assert_eq!(openings(Some("Mo-Su 18:00-21:00"), none, AfterSchool), [Open, Closed, Open, Open, Open]);
    // Two quarters of an hour are half of one.
    assert_eq!(openings(Some("Mo-Su 16:30-16:45,17:00-17:15"), none, AfterSchool)[0], Open);
    // Whoever comes half an hour before it closes is not let in any more.
    let last = Admission { last_admission_minutes: Some(30), ..none };
    assert_eq!(openings(Some("Mo-Su 09:00-17:00"), last, AfterSchool), [Closed, Open, Closed, Closed, Closed]);
    let school_days = Admission { follows: Some(Follows::SchoolDays), ..none };
    assert_eq!(openings(Some("Mo-Fr 16:00-18:00"), school_days, AfterSchool), [Open; 5]);
    assert_eq!(openings(Some("Mo-Fr 16:00-18:00"), school_days, SummerBreak), [Closed; 5]);
    // Of the summer's five days the third is a Tuesday.
    assert_eq!(openings(Some("Mo,We-Su 09:00-17:00"), none, SummerBreak), [Open, Open, Closed, Open, Open]);
}

#[test]
fn hours_that_nobody_knows_or_that_are_not_certain_are_unknown() {
    let none = Admission::default();
    assert_eq!(openings(None, none, Saturday), [Unknown; 5]);
    assert_eq!(openings(Some("全年开放，详见公告"), none, Saturday), [Unknown; 5]);
    assert_eq!(openings(Some("Mo-Su 09:00-17:00 \"by appointment\""), none, Saturday), [Unknown; 5]);
    assert_eq!(openings(Some("Mo-Su 18:00-19:00 unknown"), none, Saturday), [Closed; 5]);
    // Whether days in the winter break of 2027 are off by law is not announced yet; it matters to who is closed on
    // them.
    let winter = openings(Some("Mo-Su 09:00-17:00; PH off"), none, WinterBreak);
    assert_eq!(winter, [Unknown; 5]);
    assert_eq!(openings(Some("Mo-Su 09:00-17:00"), none, WinterBreak), [Open; 5]);
}

#[test]
fn a_site_is_open_in_a_slice_on_half_of_its_days_and_unknown_days_decide_nothing() {
    for (days, expected) in [
        (&[][..], SliceOpening::Yes),
        (&[Open, Open, Open, Closed, Closed], SliceOpening::Yes),
        (&[Open, Open, Closed, Closed, Closed], SliceOpening::No),
        (&[Open, Closed], SliceOpening::Yes),
        (&[Open, Open, Unknown, Closed, Closed], SliceOpening::Unknown),
        (&[Open, Unknown, Closed, Closed, Closed], SliceOpening::No),
        (&[Open, Open, Open, Unknown, Unknown], SliceOpening::Yes),
        (&[Unknown], SliceOpening::Unknown),
    ] {
        assert_eq!(slice_opening(days), expected, "{days:?}");
    }
}

#[test]
fn every_slice_has_a_name_of_its_own() {
    let ids = SliceKind::ALL.map(SliceKind::id);
    assert_eq!(ids, ["any", "after_school", "saturday", "sunday", "winter_break", "summer_break"]);
}
