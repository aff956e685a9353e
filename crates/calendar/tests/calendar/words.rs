//! A day in words.

use yuren_calendar::{Calendar, Words};

use crate::support::{date, public};

#[test]
fn each_sort_of_day_is_told_by_its_holiday_and_what_is_not_announced_is_told_as_that() {
    let calendar = Calendar { public: public(), school_years: Vec::new() };
    for (text, zh, en) in [
        ("2026-11-27", "工作日", "Workday"),
        ("2026-11-28", "周末", "Weekend"),
        ("2026-10-01", "国庆节（法定节假日）", "National Day (statutory holiday)"),
        ("2026-10-04", "国庆节假期（周末）", "Weekend of National Day"),
        ("2026-04-06", "清明节补休", "Day off for Qingming Festival, which falls on a weekend"),
        ("2026-02-20", "春节调休放假", "Day off for Spring Festival, made up for on another day"),
        ("2026-10-10", "国庆节调休上班", "Make-up workday for National Day"),
        ("2027-01-01", "2027 年放假安排尚未公布", "The days off of 2027 have not been announced yet"),
        ("2023-01-01", "没有 2023 年的放假安排", "No notice on the days off of 2023 is held here"),
    ] {
        assert_eq!(calendar.day(date(text)).words(), Words { zh: zh.to_owned(), en: en.to_owned() }, "{text}");
    }
}
