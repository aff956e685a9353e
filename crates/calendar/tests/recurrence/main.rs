//! Rules of repetition, held against other implementations of RFC 5545.

mod bounds;
mod dateutil;
mod reading;
mod rrule_crate;
mod windows;

use chrono::{NaiveDate, NaiveDateTime};
use yuren_calendar::{Occurrence, Recurrence, RecurrenceSet};

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The beginnings of what lasts an hour from `starts` and comes again by the rule, inside the window.
fn beginnings(starts: &str, rule: &str, except: &[NaiveDate], from: &str, to: &str) -> Vec<String> {
    let (starts, rule) = (at(starts), rule.parse::<Recurrence>().unwrap());
    let timing = RecurrenceSet { starts, ends: starts + chrono::TimeDelta::hours(1), repeats: Some(&rule), except };
    let text = |occurrence: Occurrence| occurrence.starts.format("%Y-%m-%d %H:%M").to_string();
    timing.occurrences(at(from), at(to), 1_000).into_iter().map(text).collect()
}
