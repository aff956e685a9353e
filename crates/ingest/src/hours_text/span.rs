//! Clock times and spans of them: which hour a 12-hour clock means, and whether that is certain.

use super::cursor::Cursor;
use super::token::{Clock, Period, Token};

/// Minutes of a day.
pub(super) const DAY: u16 = 24 * 60;
/// Opening before this is told from a 12-hour clock's afternoon only by how it is written.
const EARLY: u16 = 7 * 60;

/// From a minute of the day to another; beyond [`DAY`] it ends on the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Span {
    pub(super) from: u16,
    pub(super) to: u16,
}

impl Span {
    /// A whole day.
    pub(super) const ALL_DAY: Self = Self { from: 0, to: DAY };
}

/// A clock time with the part of the day that stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    period: Option<Period>,
    clock: Clock,
}

impl Told {
    /// The minute of the day, if it is certain.
    pub(super) fn minute(self) -> Option<u16> {
        let Clock { hour, minute, .. } = self.clock;
        if minute > 59 || hour > 24 || hour == 24 && minute > 0 {
            return None;
        }
        let hour = match (self.period, hour) {
            (None, _)
            | (Some(Period::Night), 0..=6)
            | (Some(Period::Morning), 4..=12)
            | (Some(Period::Noon), 11..=14)
            | (Some(Period::Afternoon), 12..=19)
            | (Some(Period::Evening), 17..=24) => hour,
            (Some(Period::Noon), 1..=2) | (Some(Period::Afternoon), 1..=7) | (Some(Period::Evening), 5..=12) => {
                hour + 12
            }
            _ => return None,
        };
        let minutes = (hour * 60 + minute) as u16;
        (minutes <= DAY).then_some(minutes)
    }

    /// The minute of the day where nothing else says which half of it is meant.
    pub(super) fn lone_minute(self) -> Option<u16> {
        self.minute().filter(|&minute| self.period.is_some() || self.clock.is_padded || minute >= EARLY)
    }
}

/// A clock time, with 上午 and the like before it.
pub(super) fn told(cursor: &mut Cursor<'_>) -> Option<Told> {
    cursor.attempt(|cursor| {
        let period = period(cursor);
        let Token::Clock(clock) = cursor.take()? else { return None };
        Some(Told { period, clock })
    })
}

fn period(cursor: &mut Cursor<'_>) -> Option<Period> {
    let Some(Token::Period(period)) = cursor.peek() else { return None };
    let period = *period;
    cursor.take();
    cursor.eat(&Token::Colon);
    Some(period)
}

/// A span: `9:00-17:00`, 下午2点至5点半, 18:00-次日2:00.
pub(super) fn span(cursor: &mut Cursor<'_>) -> Option<Span> {
    cursor.attempt(|cursor| {
        let period_before = period(cursor);
        let (opens, closes) = ends(cursor)?;
        cursor.eat(&Token::To);
        let is_next_day = cursor.eat(&Token::NextDay);
        let period_after = period(cursor);
        let closes = match closes {
            Some(closes) => closes,
            None => match cursor.take()? {
                Token::Clock(clock) => clock,
                _ => return None,
            },
        };
        exact(Told { period: period_before, clock: opens }, Told { period: period_after, clock: closes }, is_next_day)
    })
}

/// The opening, up to the dash; of what is written with dots or with one unit the closing too.
fn ends(cursor: &mut Cursor<'_>) -> Option<(Clock, Option<Clock>)> {
    let first = cursor.take()?;
    if !matches!(cursor.peek(), Some(Token::To)) {
        return None;
    }
    match first {
        Token::Clock(opens) => Some((opens, None)),
        // 9-17点: the unit stands for both.
        Token::Number(hour) if matches!(cursor.peek_at(1), Some(Token::Clock(Clock { minute: 0, .. }))) => {
            Some((Clock { hour, minute: 0, is_padded: false }, None))
        }
        Token::Dotted(hour, minute) => {
            let Some(&Token::Dotted(to_hour, to_minute)) = cursor.peek_at(1) else { return None };
            let may_be_date = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
            if may_be_date(hour, minute) && may_be_date(to_hour, to_minute) {
                return None;
            }
            cursor.take();
            cursor.take();
            let closes = Clock { hour: to_hour, minute: to_minute, is_padded: false };
            Some((Clock { hour, minute, is_padded: false }, Some(closes)))
        }
        _ => None,
    }
}

/// The span, if both halves of the day are certain and it goes forward.
fn exact(opens: Told, closes: Told, is_next_day: bool) -> Option<Span> {
    let from = opens.minute().filter(|&from| from < DAY)?;
    if is_next_day {
        let to = closes.minute().filter(|&to| to < from)?;
        let is_certain = opens.period.is_some() || from >= 12 * 60;
        return is_certain.then_some(Span { from, to: to + DAY });
    }
    // 下午2:00-5:30: what is said of the opening holds on.
    let closes = Told { period: closes.period.or(opens.period.filter(|_| closes.clock.hour < 13)), ..closes };
    let to = match (opens.period, closes.minute()) {
        // 上午10:00-12:30, 上午9:00-下午5:00 and 下午1:00-13:30 fit; 上午9:00-17:00 is a slip of some sort.
        (Some(Period::Morning), Some(to)) if closes.period.is_none() && to > 13 * 60 => return None,
        (_, to) => to?,
    };
    let is_certain = opens.period.is_some() || is_by_24_hours(opens.clock, from, to);
    (from < to && is_certain).then_some(Span { from, to })
}

/// Whether times without a word such as 下午 can only be those of a clock of 24 hours. `6:00-8:00` may be an evening's.
fn is_by_24_hours(opens: Clock, from: u16, to: u16) -> bool {
    const NOON: u16 = 12 * 60;
    if opens.hour == 0 || from >= EARLY + 60 {
        return true;
    }
    let ends_late = to > NOON || from >= EARLY && to > 10 * 60;
    from >= 4 * 60 && (ends_late || opens.is_padded)
}

/// Spans, each after the last: `8:30-11:30,14:00-17:00`.
pub(super) fn spans(cursor: &mut Cursor<'_>) -> Option<Vec<Span>> {
    let mut spans = vec![span(cursor)?];
    while let Some(next) = cursor.attempt(|cursor| {
        cursor.eat_any(&[Token::Comma, Token::Pause, Token::And, Token::Stop]);
        span(cursor)
    }) {
        spans.push(next);
    }
    spans.is_sorted_by(|a, b| a.to <= b.from).then_some(spans)
}
