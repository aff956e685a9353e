//! Which texts are hours, and what they mean on one day.

use yuren_calendar::Hours;

use crate::support::{Place, calendar};

#[test]
fn school_holidays_before_weekdays_mean_those_weekdays_of_the_school_holidays() {
    let calendar = calendar();
    let hall = Place::open("Sa,Su 09:00-16:00; SH Tu-Su 10:00-12:00");
    // A Wednesday in term, a Wednesday and a Monday in the winter break, and its Saturday.
    assert_eq!(hall.spans(&calendar, "2025-11-05"), "");
    assert_eq!(hall.spans(&calendar, "2026-02-04"), "10:00-12:00");
    assert_eq!(hall.spans(&calendar, "2026-02-02"), "");
    assert_eq!(hall.spans(&calendar, "2026-02-07"), "10:00-12:00");
    // With a comma they are holidays, and those weekdays.
    let comma = Place::open("SH,We 10:00-12:00");
    assert_eq!(comma.spans(&calendar, "2025-11-05"), "10:00-12:00");
    assert_eq!(comma.spans(&calendar, "2025-11-06"), "");
    assert_eq!(comma.spans(&calendar, "2026-02-05"), "10:00-12:00");
}

#[test]
fn both_holidays_before_a_weekday_and_quotes_with_holidays_in_them_are_read() {
    let calendar = calendar();
    let both = Place::open("PH,SH Mo 10:00-12:00");
    assert_eq!(both.spans(&calendar, "2026-02-02"), "10:00-12:00");
    assert_eq!(both.spans(&calendar, "2025-10-06"), "10:00-12:00");
    assert_eq!(both.spans(&calendar, "2025-10-07"), "");
    let quoted = Place::open("Mo \"SH Mo\"; SH Tu 10:00-12:00");
    assert_eq!(quoted.spans(&calendar, "2026-02-03"), "10:00-12:00");
}

#[test]
fn a_span_past_midnight_belongs_to_the_day_on_which_it_begins() {
    let calendar = calendar();
    // 30 September 2025 is a Tuesday, and the day after it off.
    let late = Place::open("Mo-Su 18:00-02:00; PH off");
    assert_eq!(late.spans(&calendar, "2025-09-30"), "00:00-02:00,18:00-24:00");
    assert_eq!(late.spans(&calendar, "2025-10-01"), "00:00-02:00");
    assert_eq!(late.spans(&calendar, "2025-10-02"), "");
    assert_eq!(late.spans(&calendar, "2025-10-09"), "18:00-24:00");
}

#[test]
fn leap_days_are_days() {
    assert_eq!(Place::open("Feb 29 09:00-12:00").spans(&calendar(), "2024-02-29"), "09:00-12:00");
    assert_eq!(Place::open("2024 Feb 29 off; Mo-Su 09:00-12:00").spans(&calendar(), "2024-02-28"), "09:00-12:00");
}

#[test]
fn what_cannot_be_answered_honestly_is_refused_with_its_reason() {
    let cases = [
        ("周二至周日", "they do not follow the grammar"),
        ("Mo-Fr 09:00–17:00", "they do not follow the grammar"),
        ("sunrise-sunset", "times by the sun"),
        ("18:00+", "an open end"),
        ("10:00-16:00/30", "times that repeat"),
        ("PH +1 day off; Mo-Su 09:00-17:00", "days counted from a holiday"),
        ("Mo SH 09:00-17:00", "a weekday before a holiday"),
        ("Mo 20:00-02:00 || Tu 09:00-17:00", "a fallback"),
    ];
    for (text, what) in cases {
        let error = Hours::parse(text).unwrap_err();
        assert!(error.what.contains(what), "{text}: {error}");
        assert!(error.to_string().contains("allowed: OpenStreetMap's opening_hours"), "{error}");
    }
    assert!(Hours::parse(&"Mo ".repeat(100)).unwrap_err().what.contains("300 characters"));
}

#[test]
fn what_lists_really_say_is_read() {
    for text in [
        "24/7",
        "Mo-Su 00:00-24:00",
        "Tu-Su 09:00-17:00; PH off",
        "Apr-Oct 06:00-21:00; Nov-Mar 07:00-19:00",
        "Sa[2] 14:00-16:30",
        "We-Mo 09:00-17:00; Tu off",
        "Mo-Fr 16:00-18:00; Sa,Su 09:00-16:30; SH Mo-Su 09:00-16:30",
        "Mo-Fr 14:00-21:00; Sa,Su,PH 09:00-21:00",
        "Mar-Nov Sa,Su 09:00-16:30; SH Mo-Su 09:00-16:30; Dec-Feb off",
        "2026 Mar 01-2026 Apr 30 off",
        "Mo-Fr 09:00-12:00, Sa 10:00-11:00",
    ] {
        assert!(Hours::parse(text).is_ok(), "{text}");
    }
}
