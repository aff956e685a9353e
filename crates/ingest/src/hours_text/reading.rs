//! A text's tokens to its statements, in whatever order they stand.

use super::cursor::Cursor;
use super::statement::{Said, Statement};
use super::token::{Lexeme, Token};
use super::{entry, opening, visit};

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
