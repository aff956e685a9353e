//! School days, breaks and dismissal of the sample city's example year.

use yuren_calendar::SchoolDay::{Free, School, SummerBreak, WinterBreak};
use yuren_calendar::{Calendar, ClockTime, SchoolStage, SchoolYear};

use crate::support::{date, days, file, public};

fn school_year(year: i32) -> SchoolYear {
    SchoolYear::from_toml(&file(&format!("data/yangzhou/school-year-{year}.toml"))).unwrap()
}

fn calendar() -> Calendar {
    Calendar { public: public(), school_years: vec![school_year(2025), school_year(2026)] }
}

#[test]
fn a_school_day_is_a_worked_day_in_a_term() {
    let calendar = calendar();
    for (text, expected) in [
        ("2025-08-31", None), // before the first school year
        ("2025-09-01", Some(School)),
        ("2025-09-28", Some(School)), // a Sunday, worked for National Day
        ("2025-10-08", Some(Free)),   // off for National Day
        ("2025-10-31", Some(Free)),   // sports day
        ("2025-11-01", Some(Free)),   // a Saturday
        ("2026-02-06", Some(School)),
        ("2026-02-07", Some(WinterBreak)),
        ("2026-02-14", Some(WinterBreak)), // worked, but in the break
        ("2026-03-01", Some(WinterBreak)),
        ("2026-03-02", Some(School)),
        ("2026-07-03", Some(School)),
        ("2026-07-04", Some(SummerBreak)),
        ("2026-08-31", Some(SummerBreak)),
        ("2026-09-01", Some(School)),
        ("2026-10-10", Some(School)), // a Saturday, worked for National Day
    ] {
        let day = calendar.day(date(text));
        assert_eq!(day.school, expected, "{text}");
        assert_eq!(day.is_school_day(), expected.map(|day| day == School), "{text}");
    }
}

#[test]
fn a_day_in_a_term_of_a_year_that_is_not_announced_is_unknown_but_a_break_is_known() {
    let calendar = calendar();
    for (text, expected) in [
        ("2026-12-31", Some(School)),
        ("2027-01-04", None), // a Monday
        ("2027-01-09", None), // a Saturday, which a notice may yet make a workday
        ("2027-01-30", Some(WinterBreak)),
        ("2027-02-22", None),
        ("2027-07-03", Some(SummerBreak)),
    ] {
        assert_eq!(calendar.day(date(text)).school, expected, "{text}");
        assert_eq!(calendar.dismissal(date(text), SchoolStage::Primary).is_some(), expected == Some(School), "{text}");
    }
}

#[test]
fn the_school_s_own_days_stand_above_the_public_calendar() {
    let mut year = school_year(2026);
    year.school_days = vec![date("2026-10-31"), date("2027-01-09"), date("2027-07-03")];
    year.free_days = vec![date("2027-01-04")];
    year.check().unwrap();
    let calendar = Calendar { public: public(), school_years: vec![year] };
    for (text, expected) in
        [("2026-10-31", School), ("2027-01-09", School), ("2027-07-03", School), ("2027-01-04", Free)]
    {
        assert_eq!(calendar.day(date(text)).school, Some(expected), "{text}");
    }
}

#[test]
fn school_is_out_by_stage_and_weekday_and_only_where_school_is_held() {
    let calendar = calendar();
    let out = |text, stage| calendar.dismissal(date(text), stage).map(|time: ClockTime| time.to_string());
    assert_eq!(out("2026-11-26", SchoolStage::Primary).as_deref(), Some("16:30"));
    assert_eq!(out("2026-11-27", SchoolStage::Primary).as_deref(), Some("15:30"), "a Friday");
    assert_eq!(out("2026-11-27", SchoolStage::Junior).as_deref(), Some("17:30"));
    assert_eq!(out("2026-11-28", SchoolStage::Senior), None, "a Saturday");
    assert_eq!(out("2026-08-03", SchoolStage::Primary), None, "summer break");
    let mut silent = school_year(2026);
    silent.dismissals.retain(|dismissal| dismissal.stage != SchoolStage::Senior);
    let calendar = Calendar { public: public(), school_years: vec![silent] };
    assert_eq!(calendar.dismissal(date("2026-11-26"), SchoolStage::Senior), None, "nobody said");
}

#[test]
fn the_days_of_the_breaks_are_those_that_the_calendar_calls_breaks() {
    let calendar = calendar();
    let expected: Vec<_> = days("2025-09-01", "2026-08-31")
        .filter(|day| matches!(calendar.day(*day).school, Some(WinterBreak | SummerBreak)))
        .collect();
    assert_eq!(school_year(2025).break_days().collect::<Vec<_>>(), expected);
    // 7 February to 1 March, and 4 July to 31 August.
    assert_eq!(expected.len(), 23 + 59);
}

#[test]
fn each_slip_in_a_school_year_is_named_with_its_value_and_what_is_allowed() {
    let text = String::from_utf8(file("data/yangzhou/school-year-2026.toml")).unwrap();
    for (old, new, expected) in [
        ("example = true\n", "", "missing field `example`"),
        ("to = \"2027-08-31\"", "to = \"2028-08-31\"", "to: 2028-08-31 is not in the 400 days after 2026-09-01"),
        ("to = \"2027-08-31\"", "to = \"2026-08-31\"", "to: 2026-08-31 is not in the 400 days after 2026-09-01"),
        (
            "from = \"2027-02-22\"",
            "from = \"2027-01-29\"",
            "term[1].from: 2027-01-29 does not fit; allowed: a day from 2026-09-01",
        ),
        (
            "to = \"2027-07-02\"",
            "to = \"2027-09-02\"",
            "term[1].to: 2027-09-02 does not fit; allowed: a day from 2027-02-22 to 2027-08-31",
        ),
        ("free_days = [\"2026-10-30\"]", "free_days = [\"2027-08-02\"]", "free_days[0]: 2027-08-02 is in no term"),
        (
            "free_days =",
            "school_days = [\"2025-01-01\"]\nfree_days =",
            "school_days[0]: 2025-01-01 is a free day or not in this school year",
        ),
        ("stage = \"senior\"", "stage = \"kindergarten\"", "dismissal[3].stage: unknown variant `kindergarten`"),
        ("time = \"18:00\"", "time = \"25:00\"", "dismissal[3].time: \"25:00\" is no time of day; allowed: HH:MM"),
        (
            "stage = \"junior\"",
            "stage = \"primary\"",
            "dismissal[2]: 16:30 and 17:30 are for the same stage and weekday",
        ),
        ("weekdays = [\"Fri\"]", "weekdays = [\"Freitag\"]", "dismissal[1].weekdays[0]"),
        (
            "[[term]]\nname = \"第二学期\"",
            "[[term]]\nname = \"x\"\nfrom = \"2027-02-10\"\nto = \"2027-02-11\"\n[[term]]\nname = \"第二学期\"",
            "term: there are 3 terms; allowed: two",
        ),
    ] {
        assert!(text.contains(old), "{old:?} is not in the file");
        let problem = SchoolYear::from_toml(text.replacen(old, new, 1).as_bytes()).expect_err(new).to_string();
        assert!(problem.contains(expected), "{new:?} was refused by {problem:?}, not by {expected:?}");
    }
}
