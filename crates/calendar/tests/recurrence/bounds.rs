//! Rules made to keep a program busy.

use yuren_calendar::{LONGEST_REPETITION_DAYS, Recurrence};

use crate::beginnings;

#[test]
fn a_rule_that_never_falls_on_a_day_ends() {
    for rule in [
        "FREQ=DAILY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31;COUNT=1000",
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31",
    ] {
        assert_eq!(
            beginnings("2026-11-05 09:00", rule, &[], "2026-01-01 00:00", "9999-12-31 00:00"),
            [""; 0],
            "{rule}"
        );
    }
}

#[test]
fn nothing_is_followed_for_more_than_ten_years() {
    let yearly = beginnings("2026-11-05 09:00", "FREQ=YEARLY", &[], "0001-01-01 00:00", "9999-12-31 00:00");
    assert_eq!((yearly.len(), yearly.last().map(String::as_str)), (11, Some("2036-11-05 09:00")));
    let rule: Recurrence = "FREQ=DAILY".parse().unwrap();
    let first = "2026-11-05".parse().unwrap();
    let last = first + chrono::Days::new(LONGEST_REPETITION_DAYS.into());
    assert!(rule.falls_on(first, last) && !rule.falls_on(first, last.succ_opt().unwrap()));
}

#[test]
fn days_at_the_ends_of_the_calendar_are_days_like_others() {
    assert_eq!(
        beginnings("9999-12-31 09:00", "FREQ=DAILY;COUNT=2", &[], "9999-12-30 00:00", "9999-12-31 23:00").len(),
        1
    );
    assert_eq!(beginnings("1900-01-01 09:00", "FREQ=DAILY", &[], "1900-01-01 00:00", "1900-01-03 00:00").len(), 2);
}
