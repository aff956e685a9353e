//! Time slices (时段): when people would go, as a few sample days that stand for many alike.

mod opening;

use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};
use thiserror::Error;
use yuren_calendar::{Calendar, DayKind, SchoolDay, SchoolStage};

pub use opening::{DayOpening, SliceOpening, USEFUL_MINUTES, day_opening, slice_opening};

/// The most sample days of a slice.
pub const SAMPLE_DAYS: usize = 5;
/// For so many days ahead it is looked for days of a slice: a school year and more.
const HORIZON_DAYS: usize = 400;
/// Sample days after school are spread over so many school days: four weeks, of which every fourth day is another
/// weekday.
const SCHOOL_DAYS: usize = 20;
/// How long after school is, in minutes.
const AFTER_SCHOOL_MINUTES: u16 = 120;
/// A day without school, from nine to five.
const FREE_DAY: (u16, u16) = (9 * 60, 17 * 60);
/// The last minute of a day.
const DAY_END: u16 = 24 * 60;

/// A slice of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SliceKind {
    /// Any time: hours do not matter.
    Any,
    /// School days from Monday to Friday, from when primary schools are out, for two hours.
    AfterSchool,
    /// Saturdays in a term that are no make-up workday and in no holiday, 9:00 to 17:00.
    Saturday,
    /// Sundays of the same sort.
    Sunday,
    /// Days of the winter break (寒假), 9:00 to 17:00.
    WinterBreak,
    /// Days of the summer break (暑假), 9:00 to 17:00.
    SummerBreak,
}

impl SliceKind {
    /// All, in the order in which a planner chooses among them.
    pub const ALL: [Self; 6] =
        [Self::Any, Self::AfterSchool, Self::Saturday, Self::Sunday, Self::WinterBreak, Self::SummerBreak];

    /// Its name in addresses and answers.
    pub fn id(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::AfterSchool => "after_school",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
            Self::WinterBreak => "winter_break",
            Self::SummerBreak => "summer_break",
        }
    }
}

impl fmt::Display for SliceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Any => "day",
            Self::AfterSchool => "school day with a time when primary schools are out",
            Self::Saturday => "ordinary Saturday in a term",
            Self::Sunday => "ordinary Sunday in a term",
            Self::WinterBreak => "day of a winter break",
            Self::SummerBreak => "day of a summer break",
        })
    }
}

/// Some minutes of a sample day, by the city's clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Which day.
    pub date: NaiveDate,
    /// Its first minute after midnight.
    pub from_minute: u16,
    /// The minute after its last, at most 1,440.
    pub to_minute: u16,
}

/// The calendars know no day of the slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("no {kind} is known from {from} on: {}", known(*known_until))]
pub struct SliceError {
    /// Of which slice.
    pub kind: SliceKind,
    /// From which day on it was looked.
    pub from: NaiveDate,
    /// The last day of which the calendars can say whether it is one; `None` = of no day at all.
    pub known_until: Option<NaiveDate>,
}

fn known(until: Option<NaiveDate>) -> String {
    match until {
        Some(until) => format!("the calendars tell such days until {until}"),
        None => "the calendars tell no such day: it takes a school year, and a public notice for days in a term".into(),
    }
}

/// The sample days of a slice, from a day on: at most [`SAMPLE_DAYS`], no two alike in weekday where the slice has
/// several.
///
/// - After school: every fourth of the next 20 school days, so that in ordinary weeks each weekday comes once.
/// - Saturday and Sunday: the next five.
/// - A break: spread over what is left of it, if that is five days or more; else over the next break, as far as it is
///   known.
/// - Any: none is needed.
///
/// Where the calendars know fewer, there are fewer; where they know none, that is an error.
pub fn slice_windows(kind: SliceKind, calendar: &Calendar, from: NaiveDate) -> Result<Vec<Window>, SliceError> {
    let window = |date: NaiveDate| window(kind, calendar, date);
    let coming = || from.iter_days().take(HORIZON_DAYS);
    let windows: Vec<Window> = match kind {
        SliceKind::Any => return Ok(Vec::new()),
        SliceKind::AfterSchool => spread(&coming().filter_map(window).take(SCHOOL_DAYS).collect::<Vec<_>>()),
        SliceKind::Saturday | SliceKind::Sunday => coming().filter_map(window).take(SAMPLE_DAYS).collect(),
        SliceKind::WinterBreak | SliceKind::SummerBreak => {
            let days: Vec<Window> = coming().filter_map(window).collect();
            let mut breaks = days.chunk_by(|one, next| one.date.succ_opt() == Some(next.date));
            let long = breaks.clone().find(|days| days.len() >= SAMPLE_DAYS);
            spread(long.or_else(|| breaks.next()).unwrap_or_default())
        }
    };
    if windows.is_empty() {
        return Err(SliceError { kind, from, known_until: known_until(kind, calendar) });
    }
    Ok(windows)
}

/// The window of a date, if the date is known to be of the slice.
fn window(kind: SliceKind, calendar: &Calendar, date: NaiveDate) -> Option<Window> {
    let day = calendar.day(date);
    let is_ordinary = |weekday| {
        date.weekday() == weekday && day.school == Some(SchoolDay::Free) && day.public.kind == Some(DayKind::Weekend)
    };
    let is_of_it = match kind {
        SliceKind::Any => return None,
        SliceKind::AfterSchool => {
            let is_weekday = !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
            let out = day.dismissal(SchoolStage::Primary).filter(|_| is_weekday)?.minutes();
            let to_minute = (out + AFTER_SCHOOL_MINUTES).min(DAY_END);
            return (out < to_minute).then_some(Window { date, from_minute: out, to_minute });
        }
        SliceKind::Saturday => is_ordinary(Weekday::Sat),
        SliceKind::Sunday => is_ordinary(Weekday::Sun),
        SliceKind::WinterBreak => day.school == Some(SchoolDay::WinterBreak),
        SliceKind::SummerBreak => day.school == Some(SchoolDay::SummerBreak),
    };
    is_of_it.then_some(Window { date, from_minute: FREE_DAY.0, to_minute: FREE_DAY.1 })
}

/// Days as far apart as they can be, and not whole weeks: venues rest on a fixed weekday, and that must not decide.
fn spread(days: &[Window]) -> Vec<Window> {
    let stride = (days.len() / SAMPLE_DAYS).max(1);
    let stride = if stride.is_multiple_of(7) { stride - 1 } else { stride };
    days.iter().step_by(stride).take(SAMPLE_DAYS).copied().collect()
}

/// The last day of which can be said whether it is of the slice: breaks are known by the school year, days in a term by
/// the public notice too.
fn known_until(kind: SliceKind, calendar: &Calendar) -> Option<NaiveDate> {
    let schools = calendar.school_years.iter().map(|year| year.to).max()?;
    if matches!(kind, SliceKind::WinterBreak | SliceKind::SummerBreak) {
        return Some(schools);
    }
    let announced = calendar.public.years().last().and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31))?;
    Some(schools.min(announced))
}
