//! The same rules by the `rrule` crate, which expands sets where ours puts a condition on each day.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use yuren_calendar::{LONGEST_REPETITION_DAYS, Recurrence, RecurrenceSet};

fn a_start() -> impl Strategy<Value = NaiveDateTime> {
    // Leap years and years of 53 weeks are among them.
    (0..2_600_u64, 0..24_u32, 0..60_u32).prop_map(|(days, hour, minute)| {
        let day = NaiveDate::from_ymd_opt(2023, 1, 1).unwrap() + Days::new(days);
        day.and_hms_opt(hour, minute, 0).unwrap()
    })
}

fn a_weekday() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["MO", "TU", "WE", "TH", "FR", "SA", "SU"][..])
}

fn list<T: ToString>(name: &str, values: &[T]) -> String {
    let values: Vec<_> = values.iter().map(T::to_string).collect();
    if values.is_empty() { String::new() } else { format!(";{name}={}", values.join(",")) }
}

fn an_end() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (1..60_u16).prop_map(|count| format!(";COUNT={count}")),
        // From before any first day to years after it.
        (0..4_000_u64).prop_map(|days| {
            let day = NaiveDate::from_ymd_opt(2022, 12, 1).unwrap() + Days::new(days);
            format!(";UNTIL={}", day.format("%Y%m%d"))
        }),
    ]
}

fn a_rule() -> impl Strategy<Value = String> {
    let weekdays = || vec(a_weekday(), 0..4);
    let month_days = || vec(prop_oneof![1..=31_i8, -31..=-1_i8], 0..4);
    let months = || vec(1..=12_u8, 0..4);
    // The crate refuses a fifth weekday from a month's end.
    let nth = || vec((prop_oneof![1..=5_i8, -4..=-1_i8], a_weekday()).prop_map(|(n, day)| format!("{n}{day}")), 0..3);
    let by = prop_oneof![
        (months(), month_days(), weekdays()).prop_map(|(months, days, weekdays)| {
            format!("FREQ=DAILY{}{}{}", list("BYMONTH", &months), list("BYMONTHDAY", &days), list("BYDAY", &weekdays))
        }),
        (months(), weekdays(), a_weekday()).prop_map(|(months, weekdays, start)| {
            format!("FREQ=WEEKLY{}{};WKST={start}", list("BYMONTH", &months), list("BYDAY", &weekdays))
        }),
        (months(), month_days(), weekdays()).prop_map(|(months, days, weekdays)| {
            format!("FREQ=MONTHLY{}{}{}", list("BYMONTH", &months), list("BYMONTHDAY", &days), list("BYDAY", &weekdays))
        }),
        (months(), nth())
            .prop_map(|(months, nth)| { format!("FREQ=MONTHLY{}{}", list("BYMONTH", &months), list("BYDAY", &nth)) }),
        (months(), month_days()).prop_map(|(months, days)| {
            format!("FREQ=YEARLY{}{}", list("BYMONTH", &months), list("BYMONTHDAY", &days))
        }),
        (vec(1..=12_u8, 1..4), nth())
            .prop_map(|(months, nth)| { format!("FREQ=YEARLY{}{}", list("BYMONTH", &months), list("BYDAY", &nth)) }),
    ];
    (by, 1..7_u16, an_end()).prop_map(|(by, interval, end)| format!("{by};INTERVAL={interval}{end}"))
}

/// The beginnings that the crate gives from the first on until `to`, at most as many as a property looks at.
fn by_the_crate(starts: NaiveDateTime, rule: &str, to: NaiveDateTime) -> Vec<NaiveDateTime> {
    // It wants the end of a rule as an instant; ours is a day.
    let rule = match rule.split_once(";UNTIL=") {
        Some((before, day)) => format!("{before};UNTIL={day}T235959Z"),
        None => rule.to_owned(),
    };
    let text = format!("DTSTART:{}\nRRULE:{rule}", starts.format("%Y%m%dT%H%M%SZ"));
    let Ok(set) = text.parse::<rrule::RRuleSet>() else {
        // The only one of these that it refuses is a rule that ends before it begins.
        assert!(rule.contains("UNTIL"), "{text}");
        return Vec::new();
    };
    let before = rrule::Tz::UTC;
    let last = to.min(starts + Days::new(LONGEST_REPETITION_DAYS.into()));
    set.before(last.and_utc().with_timezone(&before)).all(2_000).dates.iter().map(chrono::DateTime::naive_utc).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_rule_gives_what_the_rrule_crate_gives(
        starts in a_start(), rule in a_rule(), from in 0..900_u64, length in 1..500_u64,
        left_out in option::of(0..20_usize),
    ) {
        let from = starts.date().and_time(chrono::NaiveTime::MIN) + Days::new(from);
        let to = from + Days::new(length);
        let theirs = by_the_crate(starts, &rule, to);
        let except: Vec<_> = left_out.and_then(|i| theirs.get(i)).map(NaiveDateTime::date).into_iter().collect();
        let theirs: Vec<_> =
            theirs.into_iter().filter(|&at| from <= at && at < to && !except.contains(&at.date())).collect();
        let recurrence: Recurrence = rule.parse().unwrap();
        prop_assert_eq!(recurrence.to_string().parse::<Recurrence>().unwrap(), recurrence.clone());
        // So short that nothing from before the window reaches into it.
        let ends = starts + TimeDelta::nanoseconds(1);
        let timing = RecurrenceSet { starts, ends, repeats: Some(&recurrence), except: &except };
        let ours: Vec<_> = timing.occurrences(from, to, 2_000).into_iter().map(|o| o.starts).collect();
        prop_assert_eq!(ours, theirs, "{} from {}", rule, starts);
    }
}
