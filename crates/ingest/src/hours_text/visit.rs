//! Statements of booking and of whom it is for.

use super::cursor::Cursor;
use super::span::{DAY, spans, told};
use super::statement::{Admits, Books, Statement};
use super::token::Token;

/// A grown-up's age: 未成年人 are those below it (民法典 第十七条).
const OF_AGE: u8 = 18;
/// The oldest age that is taken for one.
const OLDEST: u32 = 99;

/// 每天8:00放号.
pub(super) fn release(cursor: &mut Cursor<'_>) -> Option<Statement> {
    cursor.eat_any(&[Token::EveryDay, Token::Each]);
    let minute = told(cursor)?.lone_minute()?;
    cursor.eat(&Token::After);
    cursor.want(&Token::Release)?;
    Some(Statement::Books(Books::Release(minute)))
}

/// 预约时段:9:00-11:00、13:00-15:00.
pub(super) fn slots(cursor: &mut Cursor<'_>) -> Option<Statement> {
    cursor.want(&Token::SlotLabel)?;
    cursor.eat(&Token::Colon);
    let slots = spans(cursor)?;
    slots.iter().all(|slot| slot.to <= DAY).then_some(Statement::Books(Books::Slots(slots)))
}

/// 需提前3天预约, 可提前7天预约, 无需预约, 团队须提前3天预约.
pub(super) fn booking(cursor: &mut Cursor<'_>) -> Option<Statement> {
    let is_group = cursor.eat(&Token::Group);
    let is_single = !is_group && cursor.eat(&Token::Single);
    if !is_group && cursor.eat(&Token::NoBooking) {
        return Some(Statement::Books(Books::NotRequired));
    }
    let (mut must, mut may) = (false, false);
    loop {
        if cursor.eat_any(&[Token::Must, Token::AtLeast]) {
            must = true;
        } else if cursor.eat_any(&[Token::May, Token::AtMost]) {
            may = true;
        } else {
            break;
        }
    }
    let days = if cursor.eat(&Token::Ahead) { cursor.attempt(day_counts) } else { None };
    let is_release = days.is_some() && cursor.eat(&Token::Release);
    let is_booking = cursor.eat(&Token::Book);
    if is_group {
        let Some((days, None)) = days else { return None };
        return (must && !may && !is_release).then_some(Statement::Books(Books::GroupNotice(days)));
    }
    let said = match days {
        Some((days, None)) if is_release && !must => Books::Days { lead: None, ahead: Some(days) },
        _ if is_release || !is_booking => return None,
        Some((from, Some(to))) if !must => Books::Days { lead: Some(from), ahead: Some(to) },
        Some((days, None)) if must && !may => Books::Days { lead: Some(days), ahead: None },
        Some((days, None)) if may && !must => Books::Days { lead: None, ahead: Some(days) },
        // 提前3天预约 alone: no sooner than that, or no later?
        Some(_) => return None,
        None if may => return None,
        None => Books::Required,
    };
    // 个人预约: who comes in groups may not need to.
    (!is_single || said != Books::Required || must).then_some(Statement::Books(said))
}

/// 3天, 1-7天, 1天以上.
fn day_counts(cursor: &mut Cursor<'_>) -> Option<(u16, Option<u16>)> {
    let days = |token: Token| match token {
        Token::DayCount(days) | Token::Number(days) => u16::try_from(days).ok().filter(|&days| days <= 365),
        _ => None,
    };
    let is_range = cursor.peek_at(1) == Some(&Token::To);
    let first = cursor.take()?;
    if is_range {
        cursor.take();
        let Some(&Token::DayCount(_)) = cursor.peek() else { return None };
        let (from, to) = (days(first)?, days(cursor.take()?)?);
        return (from < to).then_some((from, Some(to)));
    }
    let Token::DayCount(_) = first else { return None };
    cursor.eat(&Token::AndAbove);
    Some((days(first)?, None))
}

/// 14岁以下须由成人陪同, 未成年人须由监护人陪同, 适合6-12岁儿童.
pub(super) fn audience(cursor: &mut Cursor<'_>) -> Option<Statement> {
    let admits = cursor.attempt(young_ones).or_else(|| cursor.attempt(children)).or_else(|| cursor.attempt(ages))?;
    Some(Statement::Admits(admits))
}

/// Those under an age come with an adult, or not at all.
fn young_ones(cursor: &mut Cursor<'_>) -> Option<Admits> {
    let is_under = cursor.eat(&Token::Under);
    let mut from = age(cursor)?;
    if !is_under && cursor.eat(&Token::AtOrBelow) {
        from += 1;
    } else if !is_under {
        cursor.want(&Token::Below)?;
        // 14岁以下(含14岁)
        let included = cursor.attempt(|cursor| {
            cursor.want(&Token::Opening)?;
            cursor.want(&Token::Including)?;
            let included = age(cursor)?;
            cursor.want(&Token::Closing)?;
            (included == from).then_some(included)
        });
        from += u8::from(included.is_some());
    }
    cursor.eat_any(&[Token::Child, Token::Minor]);
    if cursor.eat(&Token::Refused) {
        return Some(Admits::Ages { min: Some(from), max: None });
    }
    cursor.want(&Token::Must)?;
    cursor.want(&Token::Accompanied)?;
    Some(Admits::AloneFrom(from))
}

/// Children come with an adult.
fn children(cursor: &mut Cursor<'_>) -> Option<Admits> {
    let admits = if cursor.eat(&Token::Minor) { Admits::AloneFrom(OF_AGE) } else { Admits::WithAdult };
    cursor.eat(&Token::Child);
    cursor.want(&Token::Must)?;
    cursor.want(&Token::Accompanied)?;
    Some(admits)
}

/// 适合6-12岁儿童, 限6岁以上.
fn ages(cursor: &mut Cursor<'_>) -> Option<Admits> {
    cursor.want(&Token::Suits)?;
    cursor.eat(&Token::Colon);
    let admits = if cursor.peek_at(1) == Some(&Token::To) {
        let min = match cursor.take()? {
            Token::Number(age) | Token::Age(age) => u8::try_from(age).ok()?,
            _ => return None,
        };
        cursor.take();
        let max = age(cursor)?;
        (min < max).then_some(Admits::Ages { min: Some(min), max: Some(max) })?
    } else {
        let min = age(cursor)?;
        cursor.want(&Token::AndAbove)?;
        Admits::Ages { min: Some(min), max: None }
    };
    cursor.eat(&Token::Child);
    Some(admits)
}

fn age(cursor: &mut Cursor<'_>) -> Option<u8> {
    match cursor.take()? {
        Token::Age(age) if age <= OLDEST => u8::try_from(age).ok(),
        _ => None,
    }
}
