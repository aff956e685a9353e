//! An expression for each sort of day, without a holiday in it.

use std::str::FromStr;

use opening_hours::OpeningHours;
use opening_hours_syntax::ExtendedTime;
use opening_hours_syntax::rules::day::{HolidayKind, WeekDayRange};
use opening_hours_syntax::rules::time::{Time, TimeSelector, TimeSpan};
use opening_hours_syntax::rules::{OpeningHoursExpression, RuleKind, RuleOperator, RuleSequence};

use super::span::DAY;
use super::{Hours, Sort};

/// How a rule's holidays and weekdays are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// `SH,Mo`: school holidays, and Mondays.
    Either,
    /// `SH Mo`: Mondays of the school holidays.
    Both,
}

/// A rule of an expression.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) rule: RuleSequence,
    pub(super) join: Join,
}

/// `None` if the crate cannot read what it writes.
pub(super) fn compile(rules: &[Rule], past_midnight: bool) -> Option<Hours> {
    let of_sorts = |part: fn(RuleSequence) -> Option<RuleSequence>| -> Option<[OpeningHours; 4]> {
        let variants = Sort::ALL.map(|sort| variant(rules, sort, part));
        let [a, b, c, d] = variants;
        Some([a?, b?, c?, d?])
    };
    Some(Hours {
        own: of_sorts(until_midnight)?,
        after_midnight: if past_midnight { Some(of_sorts(after_midnight)?) } else { None },
        public_holidays: mention(rules, HolidayKind::Public),
        school_holidays: mention(rules, HolidayKind::School),
    })
}

fn variant(rules: &[Rule], sort: Sort, part: fn(RuleSequence) -> Option<RuleSequence>) -> Option<OpeningHours> {
    let rules: Vec<_> = rules.iter().filter_map(|rule| on_a_day_of(sort, rule)).filter_map(part).collect();
    let is_empty = rules.is_empty();
    let text = if is_empty { "closed".to_owned() } else { OpeningHoursExpression { rules }.to_string() };
    OpeningHours::from_str(&text).ok()
}

/// The rule on a day of this sort, with no holiday in it; `None` if it never is about such a day.
fn on_a_day_of(sort: Sort, Rule { rule, join }: &Rule) -> Option<RuleSequence> {
    let holds = |kind: HolidayKind| match kind {
        HolidayKind::Public => sort.public_holiday,
        HolidayKind::School => sort.school_holiday,
    };
    let weekday = &rule.day_selector.weekday;
    let holidays: Vec<HolidayKind> = weekday
        .iter()
        .filter_map(|range| if let WeekDayRange::Holiday { kind, .. } = range { Some(*kind) } else { None })
        .collect();
    if holidays.is_empty() {
        return Some(rule.clone());
    }
    let weekdays: Vec<WeekDayRange> =
        weekday.iter().filter(|range| matches!(range, WeekDayRange::Fixed { .. })).cloned().collect();
    let is_such_a_day = holidays.into_iter().any(holds);
    let left = match (join, is_such_a_day) {
        // Any weekday will do: no weekday is named.
        (Join::Either, true) => Vec::new(),
        (Join::Either, false) if weekdays.is_empty() => return None,
        (Join::Both, false) => return None,
        (Join::Either, false) | (Join::Both, true) => weekdays,
    };
    let mut rule = rule.clone();
    rule.day_selector.weekday = left;
    Some(rule)
}

fn minutes(time: Time) -> u16 {
    match time {
        Time::Fixed(time) => time.mins_from_midnight(),
        // Refused before.
        Time::Variable(_) => 0,
    }
}

/// The end of a span in minutes from the midnight before it: an end at or before its beginning is the next day's.
fn end(span: &TimeSpan) -> u16 {
    let (from, to) = (minutes(span.range.start), minutes(span.range.end));
    if to <= from { to + DAY } else { to }
}

pub(super) fn goes_past_midnight(rule: &RuleSequence) -> bool {
    rule.time_selector.spans.iter().any(|span| end(span) > DAY)
}

/// The rule, its spans cut at midnight.
fn until_midnight(rule: RuleSequence) -> Option<RuleSequence> {
    if !goes_past_midnight(&rule) {
        return Some(rule);
    }
    let cut = |span: &TimeSpan| {
        let from = minutes(span.range.start);
        (from < DAY).then(|| Some(TimeSpan::fixed_range(fixed(from)?, fixed(end(span).min(DAY))?))).flatten()
    };
    let spans = rule.time_selector.spans.iter().filter_map(cut).collect();
    with_spans(rule, spans)
}

/// What of the rule lies after midnight, in the next day's times.
fn after_midnight(rule: RuleSequence) -> Option<RuleSequence> {
    let later = |span: &TimeSpan| {
        let to = end(span).checked_sub(DAY).filter(|&to| to > 0)?;
        // A span that begins after midnight, `25:00-27:00`, does so in the next day's times.
        let from = minutes(span.range.start).saturating_sub(DAY);
        Some(TimeSpan::fixed_range(fixed(from)?, fixed(to)?))
    };
    let spans = rule.time_selector.spans.iter().filter_map(later).collect();
    with_spans(rule, spans)
}

/// The rule with these spans and no others. Without any it still stands above the rules before it, unless it only adds to them.
fn with_spans(mut rule: RuleSequence, spans: Vec<TimeSpan>) -> Option<RuleSequence> {
    if spans.is_empty() {
        if rule.operator == RuleOperator::Additional {
            return None;
        }
        rule.kind = RuleKind::Closed;
        rule.comment = "".into();
    }
    rule.time_selector = TimeSelector::new(spans);
    Some(rule)
}

fn fixed(minutes: u16) -> Option<ExtendedTime> {
    ExtendedTime::from_mins_from_midnight(minutes)
}

/// Whether the rules say something of holidays of this kind.
fn mention(rules: &[Rule], kind: HolidayKind) -> bool {
    let is_kind = |range: &WeekDayRange| matches!(range, WeekDayRange::Holiday { kind: found, .. } if *found == kind);
    rules.iter().any(|rule| rule.rule.day_selector.weekday.iter().any(is_kind))
}
