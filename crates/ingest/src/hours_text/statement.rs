//! What a notice states, one statement after another, in whatever order.

use yuren_calendar::MakeupWorkdays;

use super::cursor::Cursor;
use super::days::{Days, DaysSaid};
use super::season::Season;
use super::span::Span;
use super::token::{Lexeme, Token};
use super::{entry, opening, visit};

/// Something stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Statement {
    /// Open on these days at these times.
    Opens(Opening),
    /// Open on these days, the times of which stand elsewhere.
    OpenDays(Days, Times),
    /// Closed on these days.
    Closed(DaysSaid),
    /// But not on these days.
    Excepted(Days, Around),
    /// Open on holidays, at times that stand elsewhere.
    OpenOn(Days, How),
    /// Never closed on any day.
    NeverClosed,
    /// Opens at a minute of the day.
    From(u16),
    /// Closes at a minute of the day.
    Until(u16),
    /// Nobody is let in any more from these minutes of the day on.
    LastAdmissionAt(Vec<u16>),
    /// Nobody is let in any more for so many minutes before closing.
    LastAdmissionBefore(u16),
    /// What a make-up workday counts as.
    Makeup(Makeup),
    /// How one books.
    Books(Books),
    /// Whom it is for.
    Admits(Admits),
}

/// Times of opening, with what stands right beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) season: Option<Season>,
    pub(super) days: Option<DaysSaid>,
    pub(super) spans: Vec<Span>,
}

/// Where the times of days stand that have none beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Times {
    /// Right before, and the days in a bracket behind them.
    Before,
    /// Anywhere.
    Anywhere,
}

/// Which statement an exception is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// The next: 除法定节假日外,周一闭馆.
    Next,
    /// The last: 周一闭馆,法定节假日除外.
    Last,
}

/// In which words holidays are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// 开放
    Open,
    /// 照常开放
    AsUsual,
    /// (含节假日)
    Included,
}

/// What is said of make-up workdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Makeup {
    /// 照常开放
    AsUsual,
    /// By words: as a workday, as a weekend, closed.
    Counts(MakeupWorkdays),
}

/// One thing said of booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Books {
    Required,
    NotRequired,
    /// At least, and at most, so many days before.
    Days {
        lead: Option<u16>,
        ahead: Option<u16>,
    },
    GroupNotice(u16),
    Release(u16),
    Slots(Vec<Span>),
}

/// One thing said of whom it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admits {
    AloneFrom(u8),
    WithAdult,
    Ages { min: Option<u8>, max: Option<u8> },
}

/// A statement, and the tokens that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) statement: Statement,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Ways to read a statement, the more particular ones first.
const READERS: [fn(&mut Cursor<'_>) -> Option<Statement>; 15] = [
    visit::release,
    entry::last_admission,
    entry::makeup,
    visit::audience,
    visit::booking,
    opening::excepted,
    opening::closed,
    opening::opens,
    opening::all_day,
    opening::open_on,
    opening::open_days,
    opening::included,
    entry::from_or_until,
    entry::never_closed,
    visit::slots,
];

/// All statements; where one makes no sense, the tokens of it.
pub(super) fn statements(lexemes: &[Lexeme]) -> Result<Vec<Said>, (usize, usize)> {
    let mut cursor = Cursor::new(lexemes);
    let mut all = Vec::new();
    loop {
        while cursor.eat_any(&SEPARATORS) {}
        if cursor.is_at_end() {
            return Ok(all);
        }
        let from = cursor.at();
        let Some(statement) = READERS.iter().find_map(|read| cursor.attempt(read)) else {
            let farthest = cursor.farthest().max(from);
            let is_end =
                |lexeme: &Lexeme| matches!(lexeme.token, Token::Comma | Token::Stop | Token::Opening | Token::Closing);
            let rest = lexemes[farthest..].iter().position(is_end).unwrap_or(lexemes.len() - farthest);
            return Err((from, (farthest + rest).max(from + 1)));
        };
        all.push(Said { statement, from, to: cursor.at() });
    }
}

/// What stands between statements. That a place is open, or that its times follow, says nothing by itself.
const SEPARATORS: [Token; 10] = [
    Token::Comma,
    Token::Pause,
    Token::Stop,
    Token::Colon,
    Token::Opening,
    Token::Closing,
    Token::And,
    Token::Label,
    Token::Open,
    Token::FreeOpen,
];
