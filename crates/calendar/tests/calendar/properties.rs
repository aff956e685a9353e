//! What holds in any notice, and that no bytes break the reading.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use yuren_calendar::{DayKind, Holiday, OffReason, PublicCalendar, SchoolYear, YearNotice};

/// A notice of one holiday in any year, made so that its sum comes out: the weekdays off that neither the law nor a weekend
/// holiday accounts for are worked on weekend days after the range.
fn notices() -> impl Strategy<Value = YearNotice> {
    (1950..2100i32, 20..330u64, 1..10u64, prop::collection::btree_set(0..10u64, 1..4)).prop_filter_map(
        "the weekday for a holiday on a weekend lies outside the range",
        |(year, start, length, statutory)| {
            let from = NaiveDate::from_ymd_opt(year, 1, 1)? + Days::new(start);
            let to = from + Days::new(length - 1);
            let statutory: Vec<_> =
                statutory.into_iter().filter(|i| *i < length).map(|i| from + Days::new(i)).collect();
            let is_weekend = |day: &NaiveDate| day.weekday().number_from_monday() > 5;
            let owed = statutory.iter().filter(|day| is_weekend(day)).count();
            let idle =
                from.iter_days().take(length as usize).filter(|d| !is_weekend(d) && !statutory.contains(d)).count();
            let makeup_workdays =
                (to + Days::new(1)).iter_days().filter(is_weekend).take(idle.checked_sub(owed)?).collect();
            let (name, name_en) = ("节".to_owned(), "Holiday".to_owned());
            let notice = YearNotice {
                year,
                title: "通知".to_owned(),
                number: "1号".to_owned(),
                issued_on: from - Days::new(20),
                url: None,
                holidays: vec![Holiday { name, name_en, from, to, statutory, makeup_workdays }],
            };
            notice.check().is_ok().then_some(notice)
        },
    )
}

proptest! {
    #[test]
    fn the_kinds_part_the_year_and_as_many_days_are_worked_as_without_bridges(notice in notices()) {
        let year = notice.year;
        let holiday = notice.holidays[0].clone();
        let calendar = PublicCalendar::new(vec![notice]).unwrap();
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let mut counts: HashMap<DayKind, usize> = HashMap::new();
        let (mut weekdays, mut off_by_law) = (0, 0);
        for day in first.iter_days().take_while(|day| day.year() == year) {
            let found = calendar.day(day);
            let kind = found.kind.unwrap();
            *counts.entry(kind).or_default() += 1;
            let is_weekday = day.weekday().number_from_monday() < 6;
            weekdays += usize::from(is_weekday);
            off_by_law += usize::from(match found.off_reason {
                Some(OffReason::Substitute) => true,
                Some(OffReason::Statutory) => is_weekday,
                _ => false,
            });
            prop_assert_eq!(kind == DayKind::OffDay, (holiday.from..=holiday.to).contains(&day));
            prop_assert_eq!(kind == DayKind::OffDay, found.off_reason.is_some());
            prop_assert_eq!(found.holiday.is_some(), matches!(kind, DayKind::OffDay | DayKind::MakeupWorkday));
            if kind == DayKind::Workday { prop_assert!(is_weekday) }
            if matches!(kind, DayKind::Weekend | DayKind::MakeupWorkday) { prop_assert!(!is_weekday) }
        }
        prop_assert_eq!(counts.values().sum::<usize>(), if first.leap_year() { 366 } else { 365 });
        let worked = counts.iter().filter(|(kind, _)| kind.is_worked()).map(|(_, count)| count).sum::<usize>();
        // Bridges move work, they do not take it away.
        prop_assert_eq!(worked, weekdays - off_by_law);
    }

    #[test]
    fn bytes_that_are_no_calendar_are_refused_and_never_more(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(YearNotice::from_toml(&bytes).is_err());
        prop_assert!(SchoolYear::from_toml(&bytes).is_err());
    }
}
