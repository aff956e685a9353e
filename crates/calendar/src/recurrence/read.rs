//! A rule out of its text.

use std::str::FromStr;

use chrono::{NaiveDate, Weekday};

use super::{
    FREQUENCIES, Frequency, InvalidRecurrence, LONGEST_INTERVAL, MOST_COUNTED, Nth, Recurrence, RecurrenceEnd, WEEKDAYS,
};

/// Longest text of a rule in bytes: every part that is taken, in full, is shorter.
const LONGEST: usize = 300;
/// The parts that are taken.
const PARTS: &str = "FREQ, INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYDAY and WKST, each once, parted by ';'";

impl FromStr for Recurrence {
    type Err = InvalidRecurrence;

    fn from_str(text: &str) -> Result<Self, InvalidRecurrence> {
        read(text).map_err(|(problem, allowed)| InvalidRecurrence {
            text: text.chars().take(80).collect(),
            problem,
            allowed,
        })
    }
}

impl TryFrom<String> for Recurrence {
    type Error = InvalidRecurrence;

    fn try_from(text: String) -> Result<Self, InvalidRecurrence> {
        text.parse()
    }
}

/// What is wrong, and what is allowed instead.
type Refusal = (String, &'static str);

fn read(text: &str) -> Result<Recurrence, Refusal> {
    if text.len() > LONGEST {
        return Err((format!("it has {} bytes", text.len()), "at most 300 bytes"));
    }
    let mut frequency = None;
    let mut seen = Vec::new();
    let mut rule = Recurrence {
        frequency: Frequency::Daily,
        interval: 1,
        end: RecurrenceEnd::Never,
        months: 0,
        month_days: Vec::new(),
        weekdays: Vec::new(),
        week_start: Weekday::Mon,
    };
    for part in text.split(';') {
        let (name, value) = part.split_once('=').ok_or_else(|| (format!("{part:?} is no part of one"), PARTS))?;
        if seen.contains(&name) {
            return Err((format!("{name} stands twice"), PARTS));
        }
        seen.push(name);
        match name {
            "FREQ" => frequency = Some(self::frequency(value)?),
            "INTERVAL" => rule.interval = number(name, value, LONGEST_INTERVAL, "a step from 1 to 1000")?,
            "COUNT" => {
                ends_once(rule.end)?;
                rule.end = RecurrenceEnd::Count(number(name, value, MOST_COUNTED, "a count from 1 to 1000")?);
            }
            "UNTIL" => {
                ends_once(rule.end)?;
                rule.end = RecurrenceEnd::Until(last_day(value)?);
            }
            "BYMONTH" => {
                for month in value.split(',') {
                    rule.months |= 1 << number(name, month, 12, "months from 1 to 12, parted by ','")?;
                }
            }
            "BYMONTHDAY" => rule.month_days = distinct(value, month_day)?,
            "BYDAY" => rule.weekdays = distinct(value, nth)?,
            "WKST" => rule.week_start = weekday(value)?,
            _ => return Err((format!("there is no {name:?} here"), PARTS)),
        }
    }
    rule.frequency = frequency.ok_or_else(|| ("it has no FREQ".to_owned(), PARTS))?;
    fits(&rule)?;
    Ok(rule)
}

/// What the parts may not say together (RFC 5545, section 3.3.10), and the one reading of an nth weekday that is taken: in
/// its month.
fn fits(rule: &Recurrence) -> Result<(), Refusal> {
    if rule.frequency == Frequency::Weekly && !rule.month_days.is_empty() {
        return Err(("a weekly rule has no BYMONTHDAY".to_owned(), "BYMONTHDAY in a daily, monthly or yearly rule"));
    }
    let in_a_month = rule.frequency == Frequency::Monthly || rule.frequency == Frequency::Yearly && rule.months != 0;
    if !in_a_month && rule.weekdays.iter().any(|day| day.nth.is_some()) {
        return Err((
            "an nth weekday is one of a month".to_owned(),
            "a number before a weekday in a monthly rule, or in a yearly one with BYMONTH",
        ));
    }
    Ok(())
}

fn ends_once(end: RecurrenceEnd) -> Result<(), Refusal> {
    match end {
        RecurrenceEnd::Never => Ok(()),
        _ => Err(("it has both COUNT and UNTIL".to_owned(), "one of the two")),
    }
}

fn frequency(text: &str) -> Result<Frequency, Refusal> {
    let known = FREQUENCIES.iter().find(|(name, _)| *name == text).map(|&(_, frequency)| frequency);
    known.ok_or_else(|| (format!("FREQ is {text:?}"), "DAILY, WEEKLY, MONTHLY or YEARLY; nothing finer"))
}

fn number(name: &str, text: &str, largest: u16, allowed: &'static str) -> Result<u16, Refusal> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let value = plain.then(|| text.parse().ok()).flatten().filter(|value| (1..=largest).contains(value));
    value.ok_or_else(|| (format!("{name} is {text:?}"), allowed))
}

fn last_day(text: &str) -> Result<NaiveDate, Refusal> {
    let plain = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    let day = plain.then(|| NaiveDate::parse_from_str(text, "%Y%m%d").ok()).flatten();
    // A time in another zone is another day here: the rule would end on a day that nobody wrote.
    day.ok_or_else(|| (format!("UNTIL is {text:?}"), "the last day in the city, such as UNTIL=20270115"))
}

/// The values of a list, each once: what stands twice says nothing more.
fn distinct<T: PartialEq>(text: &str, read: impl Fn(&str) -> Result<T, Refusal>) -> Result<Vec<T>, Refusal> {
    let mut values = Vec::new();
    for value in text.split(',') {
        let value = read(value)?;
        if !values.contains(&value) {
            values.push(value);
        }
    }
    Ok(values)
}

fn month_day(text: &str) -> Result<i8, Refusal> {
    signed(text, 31).ok_or_else(|| (format!("BYMONTHDAY is {text:?}"), "days from 1 to 31, or -1 to -31 from the end"))
}

fn nth(text: &str) -> Result<Nth, Refusal> {
    let allowed =
        "MO to SU, after a number from 1 to 5, or -1 to -5 from the month's end, where one of a month is meant";
    let refused = || (format!("BYDAY is {text:?}"), allowed);
    let (number, day) = text.split_at_checked(text.len().saturating_sub(2)).ok_or_else(refused)?;
    let nth = if number.is_empty() { None } else { Some(signed(number, 5).ok_or_else(refused)?) };
    Ok(Nth { nth, weekday: weekday(day).map_err(|_| refused())? })
}

/// A number from 1 to `largest`, or the same below zero.
fn signed(text: &str, largest: i8) -> Option<i8> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let value: i8 = plain.then(|| text.parse().ok()).flatten()?;
    (1..=largest).contains(&value.abs()).then_some(value)
}

fn weekday(text: &str) -> Result<Weekday, Refusal> {
    let known = WEEKDAYS.iter().find(|(name, _)| *name == text).map(|&(_, weekday)| weekday);
    known.ok_or_else(|| (format!("{text:?} is no weekday"), "MO, TU, WE, TH, FR, SA or SU"))
}
