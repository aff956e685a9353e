//! Every day of 2024 to 2026 against the notices' own words, typed here a second time in another shape.

use chrono::{Datelike, NaiveDate};
use yuren_calendar::{Coverage, DayKind, OffReason, PublicCalendar};

use crate::support::{date, days, notice, public};

/// Per holiday: a letter a day of its range (`S` statutory, `b` 补休 substitute, `t` 调休 bridged, `w` weekend), from the day given; then
/// the days worked. The letters are the notices' words read with a wall calendar.
const WORDS: [(&str, &str, &str, &[&str]); 20] = [
    ("元旦", "2024-01-01", "S", &[]),
    ("春节", "2024-02-10", "SSSbbttw", &["2024-02-04", "2024-02-18"]),
    ("清明节", "2024-04-04", "Stw", &["2024-04-07"]),
    ("劳动节", "2024-05-01", "Sttww", &["2024-04-28", "2024-05-11"]),
    ("端午节", "2024-06-10", "S", &[]),
    ("中秋节", "2024-09-15", "wtS", &["2024-09-14"]),
    ("国庆节", "2024-10-01", "SSStwwt", &["2024-09-29", "2024-10-12"]),
    ("元旦", "2025-01-01", "S", &[]),
    ("春节", "2025-01-28", "SSSSwwtt", &["2025-01-26", "2025-02-08"]),
    ("清明节", "2025-04-04", "Sww", &[]),
    ("劳动节", "2025-05-01", "SSwwt", &["2025-04-27"]),
    ("端午节", "2025-05-31", "Swb", &[]),
    ("国庆节、中秋节", "2025-10-01", "SSSwwStt", &["2025-09-28", "2025-10-11"]),
    ("元旦", "2026-01-01", "Stw", &["2026-01-04"]),
    ("春节", "2026-02-15", "wSSSStwwt", &["2026-02-14", "2026-02-28"]),
    ("清明节", "2026-04-04", "wSb", &[]),
    ("劳动节", "2026-05-01", "SSwbt", &["2026-05-09"]),
    ("端午节", "2026-06-19", "Sww", &[]),
    ("中秋节", "2026-09-25", "Sww", &[]),
    ("国庆节", "2026-10-01", "SSSwbtt", &["2026-09-20", "2026-10-10"]),
];

/// What the words say of a date: its kind, why it is off, and its holiday.
fn by_the_words(day: NaiveDate) -> (DayKind, Option<OffReason>, Option<&'static str>) {
    for (name, from, letters, worked) in WORDS {
        if worked.iter().any(|text| date(text) == day) {
            return (DayKind::MakeupWorkday, None, Some(name));
        }
        let offset = (day - date(from)).num_days();
        if let Some(letter) = usize::try_from(offset).ok().and_then(|i| letters.chars().nth(i)) {
            let reason = match letter {
                'S' => OffReason::Statutory,
                'b' => OffReason::Substitute,
                't' => OffReason::Bridged,
                _ => OffReason::Weekend,
            };
            return (DayKind::OffDay, Some(reason), Some(name));
        }
    }
    let is_weekend = day.weekday().number_from_monday() > 5;
    (if is_weekend { DayKind::Weekend } else { DayKind::Workday }, None, None)
}

#[test]
fn every_day_of_the_three_years_is_what_its_notice_says() {
    let calendar = public();
    let mut compared = 0;
    for day in days("2024-01-01", "2026-12-31") {
        let found = calendar.day(day);
        let holiday = found.holiday.map(|holiday| holiday.name.as_str());
        assert_eq!((found.kind.unwrap(), found.off_reason, holiday), by_the_words(day), "{day}");
        assert_eq!(found.coverage, Coverage::Announced);
        assert_eq!(found.notice.unwrap().year, day.year(), "{day}");
        compared += 1;
    }
    assert_eq!(compared, 1_096);
}

#[test]
fn the_regulation_s_statutory_days_are_11_in_2024_and_13_since_2025() {
    let calendar = public();
    for (year, expected) in [(2024, 11), (2025, 13), (2026, 13)] {
        assert_eq!(calendar.statutory_days().filter(|day| day.year() == year).count(), expected, "{year}");
    }
}

#[test]
fn each_year_has_as_many_workdays_as_weekdays_less_the_weekdays_off_and_more_the_weekend_days_worked() {
    let calendar = public();
    // Counted with a pencil: 2024 has 262 weekdays, 19 of them off, 8 days made up; and so on.
    for (year, weekdays, weekdays_off, made_up) in [(2024, 262, 19, 8), (2025, 261, 18, 5), (2026, 261, 19, 6)] {
        let of_year = || days("2024-01-01", "2026-12-31").filter(|day| day.year() == year);
        let worked = of_year().filter(|day| calendar.day(*day).kind.unwrap().is_worked()).count();
        assert_eq!(worked, weekdays - weekdays_off + made_up, "{year}");
    }
}

#[test]
fn the_lists_of_days_are_in_order_and_agree_with_the_days() {
    let calendar = public();
    let of_kind =
        |kind| days("2024-01-01", "2026-12-31").filter(|day| calendar.day(*day).kind == Some(kind)).collect::<Vec<_>>();
    assert_eq!(calendar.off_days().collect::<Vec<_>>(), of_kind(DayKind::OffDay));
    assert_eq!(calendar.makeup_workdays().collect::<Vec<_>>(), of_kind(DayKind::MakeupWorkday));
    assert_eq!(calendar.years().collect::<Vec<_>>(), [2024, 2025, 2026]);
}

#[test]
fn a_day_that_no_notice_covers_is_not_guessed_and_says_whether_its_notice_is_still_to_come() {
    let calendar = public();
    for (text, coverage) in [
        ("1900-01-01", Coverage::NotHeld),
        ("2023-12-31", Coverage::NotHeld),
        ("2027-01-01", Coverage::NotYet),
        ("9999-12-31", Coverage::NotYet),
    ] {
        let day = calendar.day(date(text));
        assert_eq!((day.kind, day.coverage, day.notice, day.holiday), (None, coverage, None, None), "{text}");
    }
    let with_a_gap = PublicCalendar::new(vec![notice(2024), notice(2026)]).unwrap();
    assert_eq!(with_a_gap.day(date("2025-06-03")).coverage, Coverage::NotHeld);
    assert_eq!(PublicCalendar::default().day(date("2026-06-03")).coverage, Coverage::NotHeld);
}

#[test]
fn a_holiday_that_crosses_new_year_is_known_in_the_year_before_too_and_no_other_day_of_it() {
    let mut notice = notice(2026);
    // As in the notice for 2023: off from 31 December to 2 January, the 2nd for the Sunday before.
    notice.year = 2023;
    notice.holidays.truncate(1);
    notice.holidays[0].from = date("2022-12-31");
    notice.holidays[0].to = date("2023-01-02");
    notice.holidays[0].statutory = vec![date("2023-01-01")];
    notice.holidays[0].makeup_workdays.clear();
    let calendar = PublicCalendar::new(vec![notice]).unwrap();
    let day = calendar.day(date("2022-12-31"));
    assert_eq!((day.kind, day.off_reason), (Some(DayKind::OffDay), Some(OffReason::Weekend)));
    assert_eq!(day.notice.unwrap().year, 2023);
    assert_eq!(calendar.day(date("2022-12-30")).kind, None);
    assert_eq!(calendar.day(date("2023-01-02")).off_reason, Some(OffReason::Substitute));
}
