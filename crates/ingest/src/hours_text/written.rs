//! Weekdays, times and seasons in OpenStreetMap's grammar.

use super::days::WEEK;
use super::season::Season;
use super::span::{DAY, Span};

const NAMES: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// A rule: days and their times, in a season.
pub(super) fn rule(season: Option<Season>, days: &str, times: &[Span]) -> String {
    let season = season.map(|season| season.written() + " ").unwrap_or_default();
    format!("{season}{days} {}", self::times(times))
}

/// A weekday's name.
pub(super) fn weekday(day: u8) -> &'static str {
    NAMES[usize::from(day)]
}

/// Weekdays: `Tu-Su`, `Sa,Su`, `Mo,We,Fr`.
pub(super) fn weekdays(bits: u8) -> String {
    debug_assert!(bits != 0 && bits <= WEEK);
    let mut parts = Vec::new();
    let mut day = 0;
    while day < 7 {
        let length = (day..7).take_while(|d| bits & 1 << d != 0).count() as u8;
        match length {
            0 => {}
            1 | 2 => parts.extend((day..day + length).map(|day| weekday(day).to_owned())),
            _ => parts.push(format!("{}-{}", weekday(day), weekday(day + length - 1))),
        }
        day += length.max(1);
    }
    parts.join(",")
}

fn times(spans: &[Span]) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    // A closing on the next day is written as that day's clock shows it.
    let end = |minute: u16| clock(if minute > DAY { minute - DAY } else { minute });
    spans.iter().map(|span| format!("{}-{}", clock(span.from), end(span.to))).collect::<Vec<_>>().join(",")
}
