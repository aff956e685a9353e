//! Repetition by rule (重复规则): the part of iCalendar's recurrence rules (RFC 5545, section 3.3.10) that dated activities
//! need, read strictly.

mod days;
mod occurrences;
mod read;

use std::fmt;

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

pub use occurrences::{Occurrence, RecurrenceSet};

/// No rule is followed for more than so many days after its first: ten years. It bounds the work on a rule that counts.
pub const LONGEST_REPETITION_DAYS: u32 = 3_660;
/// Most occurrences that a rule may count.
const MOST_COUNTED: u16 = 1_000;
/// Longest step from one period to the next, in periods.
const LONGEST_INTERVAL: u16 = 1_000;

/// A recurrence rule: on which days something that begins on some day comes again. Its text is an `RRULE` value such as
/// `FREQ=WEEKLY;BYDAY=SA;COUNT=8`.
///
/// Taken are `FREQ` from `DAILY` to `YEARLY`, `INTERVAL`, `COUNT`, `UNTIL` as a day, `BYMONTH`, `BYMONTHDAY`, `BYDAY` and
/// `WKST`; the time of day is always that of the first occurrence. Anything else is refused by name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Recurrence {
    frequency: Frequency,
    interval: u16,
    end: RecurrenceEnd,
    /// Bit `n` for the month `n`; 0 = any month.
    months: u16,
    /// Days of the month, from its end where negative; empty = any.
    month_days: Vec<i8>,
    /// Weekdays, by the text's order; empty = any.
    weekdays: Vec<Nth>,
    /// The day on which a week begins.
    week_start: Weekday,
}

/// When a rule ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecurrenceEnd {
    /// Nobody said: it is endless.
    Never,
    /// After so many occurrences, those left out by an exception counted.
    Count(u16),
    /// After this day.
    Until(NaiveDate),
}

/// How long a rule's period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A weekday, or the `nth` such day of its month, from the month's end where negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Nth {
    nth: Option<i8>,
    weekday: Weekday,
}

/// The text is no rule that is followed here.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{text:?} is no rule that is followed: {problem}; allowed: {allowed}")]
pub struct InvalidRecurrence {
    /// What was found, cut to a length that can be shown.
    pub text: String,
    /// What is wrong with it.
    pub problem: String,
    /// What is allowed there.
    pub allowed: &'static str,
}

impl Recurrence {
    /// When it ends.
    pub fn end(&self) -> RecurrenceEnd {
        self.end
    }
}

/// Two letters for a weekday, as in `BYDAY`.
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Mon),
    ("TU", Weekday::Tue),
    ("WE", Weekday::Wed),
    ("TH", Weekday::Thu),
    ("FR", Weekday::Fri),
    ("SA", Weekday::Sat),
    ("SU", Weekday::Sun),
];

const FREQUENCIES: [(&str, Frequency); 4] = [
    ("DAILY", Frequency::Daily),
    ("WEEKLY", Frequency::Weekly),
    ("MONTHLY", Frequency::Monthly),
    ("YEARLY", Frequency::Yearly),
];

/// The name of `value` in a table of names.
fn name_of<T: PartialEq>(table: &[(&'static str, T)], value: &T) -> &'static str {
    table.iter().find(|(_, known)| known == value).map_or("", |&(name, _)| name)
}

impl fmt::Display for Recurrence {
    /// The rule's one text, parts in the order of the standard's examples.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FREQ={}", name_of(&FREQUENCIES, &self.frequency))?;
        match self.end {
            RecurrenceEnd::Never => {}
            RecurrenceEnd::Count(count) => write!(f, ";COUNT={count}")?,
            RecurrenceEnd::Until(day) => write!(f, ";UNTIL={}", day.format("%Y%m%d"))?,
        }
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        list(f, "BYMONTH", (1..=12_u8).filter(|month| self.months & 1 << month != 0))?;
        list(f, "BYMONTHDAY", self.month_days.iter())?;
        list(f, "BYDAY", self.weekdays.iter())?;
        if self.week_start != Weekday::Mon {
            write!(f, ";WKST={}", name_of(&WEEKDAYS, &self.week_start))?;
        }
        Ok(())
    }
}

/// `;BYDAY=SA,SU`, or nothing for no value.
fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, name: &str, values: impl Iterator<Item = T>) -> fmt::Result {
    for (i, value) in values.enumerate() {
        if i == 0 {
            write!(f, ";{name}={value}")?;
        } else {
            write!(f, ",{value}")?;
        }
    }
    Ok(())
}

impl fmt::Display for Nth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(nth) = self.nth {
            write!(f, "{nth}")?;
        }
        f.write_str(name_of(&WEEKDAYS, &self.weekday))
    }
}

impl From<Recurrence> for String {
    fn from(rule: Recurrence) -> Self {
        rule.to_string()
    }
}
