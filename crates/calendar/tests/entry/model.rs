//! Hours whose meaning is known without reading any grammar.

use chrono::{Datelike, Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::*;
use yuren_calendar::{Admission, Calendar, DayKind, Follows, HolidayReading, MakeupWorkdays, OffReason, SchoolDay};

use crate::support::Place;

const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Spans of a day in minutes from its midnight; some end on the next day.
pub(crate) type Spans = Vec<(u16, u16)>;

/// Opening hours as a table.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// By weekday, Monday first.
    week: [Spans; 7],
    /// On public holidays; `None` = as on any day.
    public_holidays: Option<Spans>,
    /// In school holidays, above all others; `None` = as on any day.
    school_holidays: Option<Spans>,
    pub(crate) admission: Admission,
    /// A notice: first day, number of days, its spans on each.
    notice: Option<(NaiveDate, u64, Spans)>,
}

impl Model {
    /// The table in OpenStreetMap's grammar.
    fn hours(&self) -> String {
        let mut rules: Vec<String> =
            WEEKDAYS.iter().zip(&self.week).map(|(day, spans)| format!("{day} {}", text(spans))).collect();
        rules.extend(self.public_holidays.iter().map(|spans| format!("PH {}", text(spans))));
        rules.extend(self.school_holidays.iter().map(|spans| format!("SH {}", text(spans))));
        rules.join("; ")
    }

    pub(crate) fn place(&self) -> Place {
        let place = Place::open(&self.hours()).with(self.admission);
        match &self.notice {
            Some((from, days, spans)) => {
                let to = *from + Days::new(days - 1);
                place.announcing(&from.to_string(), Some(&to.to_string()), "2025-01-01", &text(spans))
            }
            None => place,
        }
    }

    /// The spans that begin on a day, by the words of the rules and no grammar. `None` = nobody can say.
    pub(crate) fn spans(&self, calendar: &Calendar, date: NaiveDate) -> Option<Spans> {
        if let Some((from, days, spans)) = &self.notice
            && (*from..*from + Days::new(*days)).contains(&date)
        {
            return Some(spans.clone());
        }
        let day = calendar.day(date);
        let (kind, school) = (day.public.kind?, day.school?);
        let is_break = matches!(school, SchoolDay::WinterBreak | SchoolDay::SummerBreak);
        let weekday = date.weekday().num_days_from_monday() as usize;
        let as_it_is = || {
            let is_public_holiday = match self.admission.holidays.unwrap_or_default() {
                HolidayReading::OffDay => kind == DayKind::OffDay,
                HolidayReading::Statutory => day.public.off_reason == Some(OffReason::Statutory),
            };
            match (&self.school_holidays, &self.public_holidays) {
                (Some(spans), _) if is_break => spans.clone(),
                (_, Some(spans)) if is_public_holiday => spans.clone(),
                _ => self.week[weekday].clone(),
            }
        };
        let as_workday = || match &self.school_holidays {
            Some(spans) if is_break => Some(spans.clone()),
            _ => self.week[1..5].iter().all(|spans| *spans == self.week[0]).then(|| self.week[0].clone()),
        };
        let is_makeup = kind == DayKind::MakeupWorkday;
        match self.admission.follows {
            Some(Follows::Workdays) if is_makeup => as_workday(),
            Some(Follows::Workdays) if kind != DayKind::Workday => Some(Vec::new()),
            Some(Follows::SchoolDays) if school != SchoolDay::School => Some(Vec::new()),
            Some(Follows::SchoolDays) if weekday >= 5 => as_workday(),
            Some(Follows::Weekends) if is_makeup => Some(Vec::new()),
            None if is_makeup => match self.admission.makeup_workdays {
                Some(MakeupWorkdays::AsWorkday) => as_workday(),
                Some(MakeupWorkdays::Closed) => Some(Vec::new()),
                Some(MakeupWorkdays::AsWeekend) => Some(as_it_is()),
                None => {
                    let spans = as_it_is();
                    let works = as_workday().is_none_or(|spans| !spans.is_empty());
                    if spans.is_empty() && works { None } else { Some(spans) }
                }
            },
            _ => Some(as_it_is()),
        }
    }
}

fn text(spans: &Spans) -> String {
    if spans.is_empty() {
        return "off".to_owned();
    }
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    spans.iter().map(|&(from, to)| format!("{}-{}", clock(from), clock(to))).collect::<Vec<_>>().join(",")
}

/// None, one or two spans of a day, apart from each other; the last may end on the next day, at 06:00 at the latest.
fn some_spans() -> impl Strategy<Value = Spans> {
    let quarter = |quarters: u16| quarters * 15;
    let day = (24_u16..60, 1_u16..24, 1_u16..8, 1_u16..40).prop_map(move |(opens, first, pause, second)| {
        let pause_from = opens + first;
        let again = pause_from + pause;
        (quarter(opens), quarter(pause_from), quarter(again), quarter((again + second).min(120)))
    });
    prop_oneof![
        2 => Just(Vec::new()),
        4 => day.clone().prop_map(|(opens, closes, _, _)| vec![(opens, closes)]),
        3 => day.clone().prop_filter("in order", |(_, _, again, closes)| again < closes && *again < 1_440)
            .prop_map(|(opens, pause, again, closes)| vec![(opens, pause), (again, closes)]),
        2 => Just(vec![(0, 1_440)]),
        1 => (64_u16..96, 97_u16..120).prop_map(move |(opens, closes)| vec![(quarter(opens), quarter(closes))]),
        1 => Just(vec![(0, 360), (1_200, 1_440)]),
    ]
}

fn some_week() -> impl Strategy<Value = [Spans; 7]> {
    let alike = (some_spans(), some_spans(), some_spans()).prop_map(|(workday, saturday, sunday)| {
        let mut week: [Spans; 7] = std::array::from_fn(|_| workday.clone());
        (week[5], week[6]) = (saturday, sunday);
        week
    });
    let museum = some_spans().prop_map(|open| {
        let mut week: [Spans; 7] = std::array::from_fn(|_| open.clone());
        week[0] = Vec::new();
        week
    });
    let any = vec(some_spans(), 7).prop_map(|spans| spans.try_into().unwrap());
    prop_oneof![3 => alike, 2 => museum, 2 => any]
}

fn some_admission() -> impl Strategy<Value = Admission> {
    let follows = prop_oneof![
        3 => Just(None),
        1 => Just(Some(Follows::Workdays)),
        1 => Just(Some(Follows::SchoolDays)),
        1 => Just(Some(Follows::Weekends)),
    ];
    let makeup = proptest::option::of(prop_oneof![
        Just(MakeupWorkdays::AsWorkday),
        Just(MakeupWorkdays::AsWeekend),
        Just(MakeupWorkdays::Closed),
    ]);
    let holidays = proptest::option::of(prop_oneof![Just(HolidayReading::OffDay), Just(HolidayReading::Statutory)]);
    let last = proptest::option::of(0_u16..150);
    (follows, makeup, holidays, last).prop_map(|(follows, makeup_workdays, holidays, last_admission_minutes)| {
        Admission { follows, makeup_workdays, holidays, last_admission_minutes }
    })
}

/// Days that every calendar of the tests knows, and the 101 days after them too.
pub(crate) fn some_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..236).prop_map(|days| NaiveDate::from_ymd_opt(2025, 9, 20).unwrap() + Days::new(days))
}

pub(crate) fn some_model() -> impl Strategy<Value = Model> {
    let holidays = || proptest::option::of(some_spans());
    let notice = proptest::option::weighted(0.3, (some_day(), 1_u64..20, some_spans()));
    (some_week(), holidays(), holidays(), some_admission(), notice).prop_map(
        |(week, public_holidays, school_holidays, admission, notice)| Model {
            week,
            public_holidays,
            school_holidays,
            admission,
            notice,
        },
    )
}
