//! Which days: weekdays, days by what they are, the second Saturday of a month, and what is excepted of them in brackets.

use yuren_calendar::HolidayReading;

use super::cursor::Cursor;
use super::token::Token;

/// All seven weekdays; bit 0 is Monday.
pub(super) const WEEK: u8 = 0b111_1111;
/// Monday to Friday.
pub(super) const MONDAY_TO_FRIDAY: u8 = 0b001_1111;
/// Saturday and Sunday.
pub(super) const WEEKEND: u8 = 0b110_0000;

/// Days by what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    EveryDay,
    Workdays,
    SchoolDays,
    Weekend,
    Breaks,
    MakeupDays,
}

/// A set of days as a notice names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Days {
    /// Weekdays named one by one or from one to another.
    pub(super) weekdays: u8,
    pub(super) named: Vec<Named>,
    pub(super) holidays: Option<HolidayReading>,
    /// Weekdays of a month: which, and the how many-th; -1 = the last.
    pub(super) of_month: Vec<(u8, Vec<i8>)>,
}

impl Days {
    pub(super) fn has(&self, named: Named) -> bool {
        self.named.contains(&named)
    }

    /// Whether these are holidays and nothing else.
    pub(super) fn is_holidays_only(&self) -> bool {
        *self == Self { holidays: self.holidays, ..Self::default() } && self.holidays.is_some()
    }

    /// The weekdays, those of a weekend too; `None` if there is anything else among the days.
    pub(super) fn plain_weekdays(&self) -> Option<u8> {
        let is_plain = self.named.iter().all(|&named| named == Named::Weekend);
        (is_plain && self.holidays.is_none() && self.of_month.is_empty()).then(|| self.weekday_bits())
    }

    /// The weekdays that are meant, be they named one by one or by what they are.
    pub(super) fn weekday_bits(&self) -> u8 {
        self.named.iter().fold(self.weekdays, |bits, named| {
            bits | match named {
                Named::EveryDay => WEEK,
                Named::Workdays | Named::SchoolDays => MONDAY_TO_FRIDAY,
                Named::Weekend => WEEKEND,
                Named::Breaks | Named::MakeupDays => 0,
            }
        })
    }

    fn add(&mut self, other: Self) {
        self.weekdays |= other.weekdays;
        for named in other.named {
            if !self.has(named) {
                self.named.push(named);
            }
        }
        self.holidays = self.holidays.or(other.holidays);
        self.of_month.extend(other.of_month);
    }
}

/// Days, and what a bracket behind them says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DaysSaid {
    pub(super) days: Days,
    /// Whether a comma stands between them: it may as well end a sentence.
    pub(super) has_comma: bool,
    /// (法定节假日除外)
    pub(super) excepted: Option<Days>,
    /// (含调休上班日)
    pub(super) with_makeup_days: bool,
}

/// Days with what a bracket behind them says of them.
pub(super) fn days_said(cursor: &mut Cursor<'_>) -> Option<DaysSaid> {
    let (days, has_comma) = days(cursor)?;
    let mut said = DaysSaid { days, has_comma, ..DaysSaid::default() };
    while let Some(()) = cursor.attempt(|cursor| bracket(cursor, &mut said)) {}
    Some(said)
}

/// Days: 周二至周日, 周六、周日及法定节假日, 每月第二个周六.
fn days(cursor: &mut Cursor<'_>) -> Option<(Days, bool)> {
    let mut days = cursor.attempt(atom)?;
    let mut has_comma = false;
    loop {
        let comma = cursor.peek() == Some(&Token::Comma);
        let joined = cursor.attempt(|cursor| {
            let is_joined = cursor.eat_any(&[Token::Pause, Token::And, Token::Comma]);
            cursor.eat(&Token::And);
            let is_weekday_last =
                matches!(cursor.last(), Some(Token::Weekday(_))) && cursor.peek() != Some(&Token::Each);
            let next = atom(cursor)?;
            // 寒暑假周一至周五 are the days that are both: only weekdays stand side by side as a list.
            let are_weekdays = is_weekday_last && next.weekdays != 0;
            (is_joined || are_weekdays).then_some(next)
        });
        match joined {
            Some(next) => days.add(next),
            None => break,
        }
        has_comma |= comma;
    }
    // 寒暑假每天: on each of these days.
    cursor.eat(&Token::EveryDay);
    let is_mixed = days.has(Named::EveryDay) && days != Days { named: vec![Named::EveryDay], ..Days::default() };
    (!is_mixed).then_some((days, has_comma))
}

fn atom(cursor: &mut Cursor<'_>) -> Option<Days> {
    while cursor.eat_any(&[Token::Each, Token::Only]) {}
    let named = |named| Some(Days { named: vec![named], ..Days::default() });
    let holidays = |reading| Some(Days { holidays: Some(reading), ..Days::default() });
    match cursor.take()? {
        Token::Weekday(first) => {
            let last = cursor.attempt(|cursor| {
                cursor.want(&Token::To)?;
                cursor.eat(&Token::Each);
                match cursor.take()? {
                    Token::Weekday(last) if last != first => Some(last),
                    _ => None,
                }
            });
            let count = (last.unwrap_or(first) + 7 - first) % 7;
            let weekdays = (0..=count).fold(0, |bits, step| bits | 1 << ((first + step) % 7));
            Some(Days { weekdays, ..Days::default() })
        }
        Token::EachMonth => {
            let Token::Nth(which) = cursor.take()? else { return None };
            let Token::Weekday(day) = cursor.take()? else { return None };
            Some(Days { of_month: vec![(day, which)], ..Days::default() })
        }
        Token::EveryDay => named(Named::EveryDay),
        Token::Workdays => named(Named::Workdays),
        Token::SchoolDays => named(Named::SchoolDays),
        Token::Weekend => named(Named::Weekend),
        Token::Breaks => named(Named::Breaks),
        Token::MakeupDays => named(Named::MakeupDays),
        Token::Holidays => holidays(HolidayReading::OffDay),
        Token::StatutoryDays => holidays(HolidayReading::Statutory),
        _ => None,
    }
}

/// (法定节假日除外), (含调休上班日), or the same days in other words: 工作日(周一至周五).
fn bracket(cursor: &mut Cursor<'_>, said: &mut DaysSaid) -> Option<()> {
    cursor.want(&Token::Opening)?;
    if let Some(excepted) = cursor.attempt(exception) {
        said.excepted = Some(excepted).filter(|_| said.excepted.is_none());
        said.excepted.as_ref()?;
    } else if cursor.eat(&Token::Including) {
        cursor.want(&Token::MakeupDays)?;
        said.with_makeup_days = true;
    } else {
        let (again, _) = days(cursor)?;
        let is_same = again.weekday_bits() == said.days.weekday_bits() && again.weekday_bits() != 0;
        let is_plain = |days: &Days| days.holidays.is_none() && days.of_month.is_empty();
        if !is_same || !is_plain(&again) || !is_plain(&said.days) {
            return None;
        }
        // 周一至周五(工作日): what they are says more than which they are.
        let named: Vec<Named> = said.days.named.iter().chain(&again.named).copied().collect();
        let weekdays = if named.is_empty() { again.weekdays } else { 0 };
        said.days = Days { weekdays, named, ..Days::default() };
    }
    cursor.want(&Token::Closing)
}

/// What is excepted: 周一除外, 除法定节假日外, 不含节假日.
pub(super) fn exception(cursor: &mut Cursor<'_>) -> Option<Days> {
    if cursor.eat(&Token::Without) {
        return Some(days(cursor)?.0);
    }
    let is_around = cursor.eat(&Token::Except);
    let (days, has_comma) = days(cursor)?;
    if has_comma {
        return None;
    }
    if is_around {
        cursor.eat(&Token::Closed);
        cursor.eat_any(&[Token::Outside, Token::Excepted]).then_some(days)
    } else {
        cursor.want(&Token::Excepted).map(|()| days)
    }
}
