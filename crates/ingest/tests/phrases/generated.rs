//! Phrases made from a known meaning: what is read of them opens and closes when they say.

use chrono::{Datelike, NaiveDate};
use opening_hours_syntax::{ExtendedTime, RuleKind};
use proptest::prelude::*;
use yuren_ingest::HoursText;

use crate::meaning::{days, hours, is_holiday};

/// A meaning, as plain as can be: which weekdays at which times, and what holds on holidays.
#[derive(Clone, Debug)]
struct Known {
    /// Monday first; times of opening in minutes of the day.
    week: [Vec<(u16, u16)>; 7],
    holidays: Holidays,
}

#[derive(Clone, Debug, PartialEq)]
enum Holidays {
    /// Nothing is said of them: their weekday counts.
    AsWeekday,
    Closed,
    At(Vec<(u16, u16)>),
}

impl Known {
    fn on(&self, day: NaiveDate) -> &[(u16, u16)] {
        match &self.holidays {
            Holidays::Closed if is_holiday(day) => &[],
            Holidays::At(times) if is_holiday(day) => times,
            _ => &self.week[day.weekday().num_days_from_monday() as usize],
        }
    }
}

const NAMES: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

/// Times of a day: one span, or two with a break at noon, in half hours.
fn times() -> impl Strategy<Value = Vec<(u16, u16)>> {
    let half = |n: u16| n * 30;
    let one = (16_u16..22, 28_u16..44).prop_map(move |(from, to)| vec![(half(from), half(to))]);
    let two = (16_u16..20, 22_u16..25, 26_u16..30, 32_u16..40)
        .prop_map(move |(a, b, c, d)| vec![(half(a), half(b)), (half(c), half(d))]);
    prop_oneof![one, two]
}

/// How a time is written: 9:00, 九点半, 下午2:30.
fn clock(minute: u16, style: u8) -> String {
    let (hour, minute) = (minute / 60, minute % 60);
    let half = if minute == 30 { "半" } else { "" };
    match style % 4 {
        0 => format!("{hour}:{minute:02}"),
        1 => format!("{hour}点{half}"),
        2 if hour <= 12 => format!("上午{hour}:{minute:02}"),
        2 if hour < 18 => format!("下午{}:{minute:02}", hour - 12),
        2 => format!("晚上{}:{minute:02}", hour - 12),
        _ => format!("{}点{half}", chinese(hour)),
    }
}

fn chinese(n: u16) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match n {
        1..=9 => digits[usize::from(n)].to_owned(),
        10..=19 => format!("十{}", digits[usize::from(n - 10)]),
        _ => format!("二十{}", digits[usize::from(n - 20)]),
    }
}

fn spans(times: &[(u16, u16)], style: u8) -> String {
    let dash = ["-", "至", "—", "~"][usize::from(style / 4 % 4)];
    let join = ["，", "、", " ", "；"][usize::from(style / 16 % 4)];
    let span = |&(from, to): &(u16, u16)| format!("{}{dash}{}", clock(from, style), clock(to, style));
    times.iter().map(span).collect::<Vec<_>>().join(join)
}

/// A phrase and what it means.
fn phrase() -> impl Strategy<Value = (String, Known)> {
    (times(), times(), any::<u8>(), 0_usize..7, 0_usize..8).prop_map(|(a, b, style, day, form)| {
        let (at, other) = (spans(&a, style), spans(&b, style));
        let all = |times: &Vec<(u16, u16)>| std::array::from_fn::<_, 7, _>(|_| times.clone());
        let but = |day: usize| std::array::from_fn::<_, 7, _>(|d| if d == day { Vec::new() } else { a.clone() });
        let name = NAMES[day];
        let (text, week, holidays) = match form {
            0 => (format!("每天{at}"), all(&a), Holidays::AsWeekday),
            1 => (format!("{at}，周{name}闭馆"), but(day), Holidays::AsWeekday),
            2 => (format!("{at}（每周{name}休馆，法定节假日除外）"), but(day), Holidays::At(a.clone())),
            3 => (format!("除周{name}外，每天{at}"), but(day), Holidays::AsWeekday),
            4 => (format!("开放时间：{at}，节假日闭馆"), all(&a), Holidays::Closed),
            5 => {
                let week = std::array::from_fn(|d| if d < 5 { a.clone() } else { b.clone() });
                (format!("周一至周五{at}；周六、周日{other}"), week, Holidays::AsWeekday)
            }
            6 => (format!("星期一至星期日：{at}；节假日：{other}"), all(&a), Holidays::At(b.clone())),
            _ => {
                let week = std::array::from_fn(|d| if d == day { a.clone() } else { Vec::new() });
                (format!("每周{name}{at}"), week, Holidays::AsWeekday)
            }
        };
        (text, Known { week, holidays })
    })
}

proptest! {
    #[test]
    fn a_phrase_of_known_meaning_is_read_as_that((text, known) in phrase()) {
        let read = HoursText::parse(&text);
        prop_assert!(read.is_ok(), "{}: {:?}", text, read);
        let read = hours(&read.expect("just looked at").opening_hours);
        for day in days() {
            let opens: Vec<_> = read.schedule_at(day).into_iter().filter(|range| range.kind == RuleKind::Open).map(|range| range.range).collect();
            let time = |minute: u16| ExtendedTime::new((minute / 60) as u8, (minute % 60) as u8).expect("a time");
            let wanted: Vec<_> = known.on(day).iter().map(|&(from, to)| time(from)..time(to)).collect();
            prop_assert_eq!(opens, wanted, "{} on {}", text, day);
        }
    }
}
