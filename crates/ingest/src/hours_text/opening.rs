//! Statements of when it is open and on which days not.

use super::cursor::Cursor;
use super::days::{DaysSaid, Named, WEEK, days_said, exception};
use super::season::season;
use super::span::{Span, span, spans};
use super::statement::{Around, How, Opening, Statement, Times};
use super::token::Token;

/// What may stand between days and their times.
const FILLERS: [Token; 6] = [Token::Label, Token::Colon, Token::Open, Token::Comma, Token::Opening, Token::Time];

/// Times, with or without season and days before them: 夏季(5月1日-9月30日)周二至周日 9:00-18:00.
pub(super) fn opens(cursor: &mut Cursor<'_>) -> Option<Statement> {
    let season = season(cursor);
    while cursor.eat_any(&FILLERS) {}
    let days = cursor.attempt(|cursor| {
        let said = days_said(cursor)?;
        pass_free(cursor, &said);
        while cursor.eat_any(&FILLERS) {}
        // 节假日开放,9:00-17:00: the times may be those of every day.
        let ends_sentence = cursor.last() == Some(&Token::Comma) && said.days.is_holidays_only();
        (!ends_sentence).then_some(said)
    });
    let spans = if cursor.eat(&Token::AllDay) { vec![all_week(days.as_ref())?] } else { spans(cursor)? };
    // What follows may be of other times: 9:00-17:00停止入馆.
    cursor.attempt(|cursor| {
        cursor.eat(&Token::AsUsual);
        cursor.eat_any(&[Token::Open, Token::FreeOpen]).then_some(())
    });
    (cursor.peek() != Some(&Token::LastAdmission)).then_some(())?;
    Some(Statement::Opens(Opening { season, days, spans }))
}

/// The whole day, of days that are every day: 周六全天 may be the morning and the afternoon.
fn all_week(days: Option<&DaysSaid>) -> Option<Span> {
    days.is_none_or(|said| said.days.has(Named::EveryDay) || said.days.weekdays == WEEK).then_some(Span::ALL_DAY)
}

/// Passes 免费开放 behind days that are all days: 周三免费开放 may be open on others, for money.
fn pass_free(cursor: &mut Cursor<'_>, said: &DaysSaid) {
    if said.days.weekday_bits() == WEEK {
        cursor.eat(&Token::FreeOpen);
    }
}

/// 24小时开放.
pub(super) fn all_day(cursor: &mut Cursor<'_>) -> Option<Statement> {
    cursor.want(&Token::AllDay)?;
    cursor.eat_any(&[Token::Open, Token::FreeOpen]);
    Some(Statement::Opens(Opening { spans: vec![Span::ALL_DAY], ..Opening::default() }))
}

/// 周一闭馆, 闭馆日:周一.
pub(super) fn closed(cursor: &mut Cursor<'_>) -> Option<Statement> {
    let said = cursor.attempt(|cursor| {
        let said = days_said(cursor)?;
        // 法定节假日照常闭馆 may be said of those alone that fall on a closing day.
        if !cursor.eat(&Token::AllDay) && cursor.eat(&Token::AsUsual) && said.days.holidays.is_some() {
            return None;
        }
        cursor.eat_any(&[Token::Closed, Token::ClosedLabel]).then_some(said)
    });
    let said = if let Some(said) = said {
        said
    } else {
        if !cursor.eat(&Token::ClosedLabel) {
            cursor.want(&Token::Closed)?;
            (cursor.peek() == Some(&Token::Colon)).then_some(())?;
        }
        cursor.eat(&Token::Colon);
        let said = days_said(cursor)?;
        cursor.eat(&Token::AllDay);
        // 闭馆日:周一9:00-11:00 would be times of closing.
        (cursor.attempt(span).is_none() && cursor.peek() != Some(&Token::Open)).then_some(())?;
        said
    };
    // 周二至周日,周一闭馆: where a comma stands, two sentences may meet.
    (!said.has_comma).then_some(Statement::Closed(said))
}

/// 周一除外, 除法定节假日外.
pub(super) fn excepted(cursor: &mut Cursor<'_>) -> Option<Statement> {
    let around = if cursor.peek() == Some(&Token::Except) { Around::Next } else { Around::Last };
    exception(cursor).map(|days| Statement::Excepted(days, around))
}

/// 法定节假日照常开放, 节假日不休息.
pub(super) fn open_on(cursor: &mut Cursor<'_>) -> Option<Statement> {
    let said = days_said(cursor)?;
    (said.days.holidays.is_some() && said.excepted.is_none() && !said.with_makeup_days).then_some(())?;
    cursor.eat(&Token::Comma);
    let how = if cursor.eat(&Token::AsUsual) {
        cursor.eat(&Token::Open);
        How::AsUsual
    } else if cursor.eat(&Token::NotClosed) {
        How::AsUsual
    } else {
        cursor.want(&Token::Open)?;
        How::Open
    };
    // 节假日开放时间… is about times.
    let is_about_times = matches!(cursor.peek(), Some(Token::Time | Token::Clock(_) | Token::By));
    (!is_about_times).then_some(Statement::OpenOn(said.days, how))
}

/// (含节假日)
pub(super) fn included(cursor: &mut Cursor<'_>) -> Option<Statement> {
    cursor.want(&Token::Including)?;
    let said = days_said(cursor)?;
    said.days.holidays.map(|_| Statement::OpenOn(said.days, How::Included))
}

/// 周二至周日开放; (周二至周日) behind times; 周二至周日 before seasons or a bracket.
pub(super) fn open_days(cursor: &mut Cursor<'_>) -> Option<Statement> {
    let is_bracketed = cursor.last() == Some(&Token::Opening);
    let said = days_said(cursor)?;
    (!said.has_comma && said.excepted.is_none() && !said.with_makeup_days).then_some(())?;
    if is_bracketed && cursor.peek() == Some(&Token::Closing) {
        return Some(Statement::OpenDays(said.days, Times::Before));
    }
    cursor.eat(&Token::AsUsual);
    let is_open = cursor.eat(&Token::Open) || said.days.weekday_bits() == WEEK && cursor.eat(&Token::FreeOpen);
    cursor.eat_any(&[Token::Colon, Token::Comma]);
    let is_heading = cursor.peek() == Some(&Token::Opening)
        || cursor.peek() == Some(&Token::Season)
        || cursor.attempt(|cursor| season(cursor).is_none().then_some(())).is_none();
    (is_open || is_heading).then_some(Statement::OpenDays(said.days, Times::Anywhere))
}
