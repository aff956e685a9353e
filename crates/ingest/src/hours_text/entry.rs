//! Statements of the last admission, of opening and closing by themselves, and of make-up workdays.

use yuren_calendar::MakeupWorkdays;

use super::cursor::Cursor;
use super::span::told;
use super::statement::{Makeup, Statement};
use super::token::Token;

/// 16:30停止入馆, 最晚入馆时间16:30, 闭馆前30分钟停止入馆.
pub(super) fn last_admission(cursor: &mut Cursor<'_>) -> Option<Statement> {
    if cursor.eat(&Token::LastAdmission) {
        cursor.eat(&Token::Time);
        cursor.eat(&Token::Colon);
        if let Some(minutes) = cursor.attempt(minutes_before) {
            return Some(Statement::LastAdmissionBefore(minutes));
        }
        return Some(Statement::LastAdmissionAt(clocks(cursor)?));
    }
    cursor.eat(&Token::EveryDay);
    if let Some(minutes) = cursor.attempt(minutes_before) {
        cursor.want(&Token::LastAdmission)?;
        return Some(Statement::LastAdmissionBefore(minutes));
    }
    let clocks = clocks(cursor)?;
    cursor.eat(&Token::After);
    cursor.want(&Token::LastAdmission)?;
    Some(Statement::LastAdmissionAt(clocks))
}

/// 闭馆前30分钟, 提前半小时.
fn minutes_before(cursor: &mut Cursor<'_>) -> Option<u16> {
    if cursor.eat(&Token::BeforeClosing) {
        cursor.eat(&Token::Ahead);
    } else {
        cursor.want(&Token::Ahead)?;
    }
    match cursor.take()? {
        Token::Minutes(minutes) => u16::try_from(minutes).ok(),
        _ => None,
    }
}

/// One clock time or several: 上午11:00、下午16:30.
fn clocks(cursor: &mut Cursor<'_>) -> Option<Vec<u16>> {
    let mut clocks = vec![told(cursor)?.lone_minute()?];
    while let Some(next) = cursor.attempt(|cursor| {
        cursor.eat_any(&[Token::Pause, Token::And, Token::Comma]).then_some(())?;
        told(cursor)?.lone_minute()
    }) {
        clocks.push(next);
    }
    Some(clocks)
}

/// 9:00开馆; 17:00闭馆, 闭馆时间:17:00.
pub(super) fn from_or_until(cursor: &mut Cursor<'_>) -> Option<Statement> {
    if cursor.eat(&Token::ClosedLabel) {
        cursor.eat(&Token::Colon);
        return Some(Statement::Until(told(cursor)?.lone_minute()?));
    }
    cursor.eat(&Token::EveryDay);
    let minute = told(cursor)?.lone_minute()?;
    let is_after = cursor.eat(&Token::After);
    match cursor.take()? {
        Token::Open => Some(Statement::From(minute)),
        Token::Closed | Token::Cleared if !is_after => Some(Statement::Until(minute)),
        _ => None,
    }
}

/// 全年无休.
pub(super) fn never_closed(cursor: &mut Cursor<'_>) -> Option<Statement> {
    cursor.eat_any(&[Token::NeverClosed, Token::NotClosed]).then_some(Statement::NeverClosed)
}

/// 调休上班日照常开放, 调休上班日按工作日时间开放, 调休上班日闭馆.
pub(super) fn makeup(cursor: &mut Cursor<'_>) -> Option<Statement> {
    use MakeupWorkdays::{AsWeekend, AsWorkday, Closed};
    if cursor.eat(&Token::Including) {
        cursor.want(&Token::MakeupDays)?;
        return Some(Statement::Makeup(Makeup::Counts(AsWorkday)));
    }
    cursor.eat(&Token::Each);
    cursor.want(&Token::MakeupDays)?;
    cursor.eat(&Token::Comma);
    if cursor.eat(&Token::By) {
        let counts = match cursor.take()? {
            Token::Workdays => AsWorkday,
            Token::Weekend => AsWeekend,
            _ => return None,
        };
        while cursor.eat_any(&[Token::Time, Token::Label, Token::By, Token::Open, Token::AsUsual]) {}
        return Some(Statement::Makeup(Makeup::Counts(counts)));
    }
    if cursor.eat_any(&[Token::Closed, Token::Excepted]) {
        return Some(Statement::Makeup(Makeup::Counts(Closed)));
    }
    let is_as_usual = cursor.eat(&Token::AsUsual);
    (cursor.eat(&Token::Open) || is_as_usual).then_some(Statement::Makeup(Makeup::AsUsual))
}
