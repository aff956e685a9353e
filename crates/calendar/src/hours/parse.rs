//! Text to hours.

use opening_hours_syntax::rules::day::WeekDayRange;
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{OpeningHoursExpression, RuleOperator, RuleSequence};
use thiserror::Error;

use super::Hours;
use super::compile::{Join, Rule, compile, goes_past_midnight};

/// Longest text in characters, as in OpenStreetMap.
const LONGEST: usize = 255;
const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// The text is no opening hours that can be evaluated.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{what}; allowed: OpenStreetMap's opening_hours, such as Tu-Su 09:00-17:00; PH off")]
pub struct InvalidHours {
    /// What is wrong with it.
    pub what: String,
}

fn invalid(what: impl Into<String>) -> InvalidHours {
    InvalidHours { what: what.into() }
}

pub(super) fn parse(text: &str) -> Result<Hours, InvalidHours> {
    let length = text.chars().count();
    if length > LONGEST {
        return Err(invalid(format!("the hours have {length} characters, at most {LONGEST} are read")));
    }
    let expression = opening_hours_syntax::parse(text).map_err(|error| invalid(first_line(&error.to_string())))?;
    let rules = joined(text, expression)?;
    for rule in &rules {
        check(&rule.rule)?;
    }
    let past_midnight = rules.iter().any(|rule| goes_past_midnight(&rule.rule));
    if past_midnight && rules.iter().any(|rule| rule.rule.operator == RuleOperator::Fallback) {
        return Err(invalid("a fallback (||) beside a span past midnight is not evaluated"));
    }
    compile(&rules, past_midnight).ok_or_else(|| {
        invalid("the hours are understood and cannot be written down again; that is a fault of this map")
    })
}

/// The grammar's message, of which the place in the text is the part that helps.
fn first_line(message: &str) -> String {
    let place = message.lines().next().unwrap_or_default().trim().trim_start_matches("--> ");
    let expected = message.lines().last().unwrap_or_default().trim().trim_start_matches("= ");
    let expected: String = expected.chars().take(120).collect();
    format!("they do not follow the grammar at {place}: {expected}")
}

fn check(rule: &RuleSequence) -> Result<(), InvalidHours> {
    let of_holiday = |range: &WeekDayRange| matches!(range, WeekDayRange::Holiday { offset, .. } if *offset != 0);
    if rule.day_selector.weekday.iter().any(of_holiday) {
        return Err(invalid("days counted from a holiday are not evaluated"));
    }
    for TimeSpan { range, open_end, repeats } in &rule.time_selector.spans {
        if *open_end {
            return Err(invalid("an open end (+) says no closing time"));
        }
        if repeats.is_some() {
            return Err(invalid("times that repeat (/) are not evaluated"));
        }
        if [&range.start, &range.end].into_iter().any(|time| !matches!(time, Time::Fixed(_))) {
            return Err(invalid("times by the sun are not evaluated"));
        }
    }
    Ok(())
}

/// The rules, each with how its holidays and weekdays are joined. The grammar's tree does not say it, so the text is asked: its
/// `SH Mo` and `SH,Mo` stand in the order of the rules that have both.
fn joined(text: &str, expression: OpeningHoursExpression) -> Result<Vec<Rule>, InvalidHours> {
    let mut joins = joins(text)?.into_iter();
    let rules: Vec<Rule> = expression
        .rules
        .into_iter()
        .map(|rule| {
            let weekdays = &rule.day_selector.weekday;
            let starts_with_holiday = matches!(weekdays.first(), Some(WeekDayRange::Holiday { .. }));
            let has_weekday = weekdays.iter().any(|range| matches!(range, WeekDayRange::Fixed { .. }));
            let join = if starts_with_holiday && has_weekday { joins.next() } else { Some(Join::Either) };
            join.map(|join| Rule { rule, join })
        })
        .collect::<Option<_>>()
        .ok_or_else(|| invalid("holidays and weekdays stand together in a way that is not understood"))?;
    if joins.next().is_some() {
        return Err(invalid("holidays and weekdays stand together in a way that is not understood"));
    }
    Ok(rules)
}

/// How holidays and the weekdays right after them are joined, in the order of the text.
fn joins(text: &str) -> Result<Vec<Join>, InvalidHours> {
    // What stands in quotes is no grammar.
    let plain: String = text.split('"').step_by(2).collect::<Vec<_>>().join(" \u{0} ");
    let mut joins = Vec::new();
    let mut rest = plain.as_str();
    while let Some(at) = ["PH", "SH"].iter().filter_map(|kind| rest.find(kind)).min() {
        let (preceding, after) = (&rest[..at], &rest[at + 2..]);
        let tail = after.trim_start();
        let is_weekday = |text: &str| WEEKDAYS.iter().any(|day| text.starts_with(day));
        if let Some(listed) = tail.strip_prefix(',') {
            if is_weekday(listed.trim_start()) {
                joins.push(Join::Either);
            }
        } else if is_weekday(tail) {
            joins.push(Join::Both);
        }
        // `Mo SH`: the grammar has no such form, and its readers disagree on it.
        if preceding.ends_with(' ') && WEEKDAYS.iter().any(|day| preceding.trim_end().ends_with(day)) {
            return Err(invalid("a weekday before a holiday, without a comma, is not understood"));
        }
        rest = after;
    }
    Ok(joins)
}
