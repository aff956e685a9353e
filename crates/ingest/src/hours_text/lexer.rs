//! A plain text as tokens: words, weekdays, and numbers with their units.

use super::numbers::{number, numbered};
use super::plain::Plain;
use super::token::{Lexeme, Token};
use super::words::word;

/// Weekdays by their characters, Monday first; Sunday has two more.
const WEEKDAYS: [&str; 7] = ["一1", "二2", "三3", "四4", "五5", "六6", "日天7"];
/// What stands after a number that is no weekday, in 周五、六点.
const UNITS: &str = ":.点时月十百个天岁周人名年层楼号分刻小第-";

/// The tokens of a text. What is no word is [`Token::Unknown`].
pub(super) fn lex(plain: &Plain) -> Vec<Lexeme> {
    let chars = &plain.chars;
    let mut lexemes: Vec<Lexeme> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if chars[at] == ' ' {
            at += 1;
            continue;
        }
        let (token, length) = next(chars, at, &lexemes);
        if let Some(token) = token {
            lexemes.push(Lexeme { token, from: at, to: at + length });
        }
        at += length;
    }
    lexemes
}

fn next(chars: &[char], at: usize, before: &[Lexeme]) -> (Option<Token>, usize) {
    if let Some((day, length)) = weekday(chars, at).or_else(|| another_weekday(chars, at, before)) {
        return (Some(Token::Weekday(day)), length);
    }
    let word = word(chars, at);
    let numbered = numbered(chars, at);
    // 半小时 and 二十四小时 are words; the longer reading counts.
    if let Some((token, length)) = numbered
        && word.as_ref().is_none_or(|&(_, word_length)| word_length < length)
    {
        return (Some(token), length);
    }
    word.or_else(|| number(chars, at).map(|(n, length)| (Some(Token::Number(n)), length)))
        .unwrap_or((Some(Token::Unknown), 1))
}

/// 周一, 星期日, 礼拜天, 周1.
fn weekday(chars: &[char], at: usize) -> Option<(u8, usize)> {
    let prefix = ["周", "星期", "礼拜"].iter().find(|prefix| {
        let length = prefix.chars().count();
        chars.len() >= at + length && prefix.chars().eq(chars[at..at + length].iter().copied())
    })?;
    let length = prefix.chars().count();
    Some((day_of(*chars.get(at + length)?)?, length + 1))
}

/// The 五 of 周一至五 and 周三、五: a weekday after another.
fn another_weekday(chars: &[char], at: usize, before: &[Lexeme]) -> Option<(u8, usize)> {
    let day = day_of(chars[at])?;
    if chars[at + 1..].first().is_some_and(|&c| UNITS.contains(c) || c.is_ascii_digit()) && chars[at].is_ascii_digit() {
        return None;
    }
    let follows_unit = chars[at + 1..].first().is_some_and(|&c| UNITS.contains(c) && c != '-');
    let last = before.last()?;
    let is_joined = matches!(last.token, Token::To | Token::Pause | Token::Comma | Token::And);
    let day_before = if is_joined { before.iter().rev().nth(1)? } else { last };
    let is_weekday = matches!(day_before.token, Token::Weekday(_));
    // 周6 9点: a digit goes on a list of digits only.
    let is_same_script = chars[at].is_ascii_digit() == chars[day_before.to - 1].is_ascii_digit();
    let may = is_weekday && !follows_unit && is_same_script && (is_joined || !chars[at].is_ascii_digit());
    may.then_some((day, 1))
}

fn day_of(c: char) -> Option<u8> {
    (0..).zip(WEEKDAYS).find(|(_, names)| names.contains(c)).map(|(day, _)| day)
}
