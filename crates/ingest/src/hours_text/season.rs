//! A season by its dates: 5月1日至9月30日. A season's name alone says nothing certain.

use super::cursor::Cursor;
use super::token::Token;

/// Days of each month, February as in a leap year.
const DAYS: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// From a day of the year to another, each as month and day; it may go over the new year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Season {
    from: (u32, u32),
    to: (u32, u32),
    /// Whether it is named (夏季), so that there must be others.
    pub(super) is_named: bool,
}

impl Season {
    /// In OpenStreetMap's grammar: `May-Sep`, `May 01-Oct 07`.
    pub(super) fn written(self) -> String {
        let name = |month: u32| NAMES[month as usize - 1];
        let ((from, first), (to, last)) = (self.from, self.to);
        if first == 1 && last == DAYS[to as usize - 1] {
            return if from == to { name(from).to_owned() } else { format!("{}-{}", name(from), name(to)) };
        }
        format!("{} {first:02}-{} {last:02}", name(from), name(to))
    }

    /// Whether a day of a leap year, from 0, is in it.
    fn contains(self, day: u32) -> bool {
        let [from, to] = [self.from, self.to].map(day_of_year);
        if from <= to { (from..=to).contains(&day) } else { day >= from || day <= to }
    }
}

/// Whether the seasons leave no day of the year out and none is in two. One without a name may stand for itself.
pub(super) fn are_whole(seasons: &[Season]) -> bool {
    let counts = (0..DAYS.iter().sum()).map(|day| seasons.iter().filter(|season| season.contains(day)).count());
    match seasons {
        [only] if !only.is_named => true,
        _ => counts.into_iter().all(|count| count == 1),
    }
}

fn day_of_year((month, day): (u32, u32)) -> u32 {
    DAYS[..month as usize - 1].iter().sum::<u32>() + day - 1
}

/// A season with its dates: 夏季(5月1日-9月30日), 4月至10月, 11月-次年3月.
pub(super) fn season(cursor: &mut Cursor<'_>) -> Option<Season> {
    cursor.attempt(|cursor| {
        if cursor.eat(&Token::Season) {
            cursor.eat_any(&[Token::Label, Token::Open]);
            let is_in_brackets = cursor.eat_any(&[Token::Opening, Token::Colon]);
            let (from, to) = dates(cursor)?;
            if is_in_brackets {
                cursor.eat(&Token::Closing);
            }
            return Some(Season { from, to, is_named: true });
        }
        let (from, to) = dates(cursor)?;
        let is_named = cursor
            .attempt(|cursor| {
                cursor.want(&Token::Opening)?;
                cursor.want(&Token::Season)?;
                cursor.want(&Token::Closing)
            })
            .is_some();
        Some(Season { from, to, is_named })
    })
}

fn dates(cursor: &mut Cursor<'_>) -> Option<((u32, u32), (u32, u32))> {
    let first = cursor.take()?;
    cursor.want(&Token::To)?;
    cursor.eat(&Token::NextYear);
    let (from, to) = match (first, cursor.take()?) {
        (Token::Month(from) | Token::Number(from), Token::Month(to)) => {
            ((from, 1), (to, *DAYS.get(to.checked_sub(1)? as usize)?))
        }
        (Token::MonthDay(from, first), Token::MonthDay(to, last)) => ((from, first), (to, last)),
        _ => return None,
    };
    let exists = |(month, day): (u32, u32)| (1..=12).contains(&month) && (1..=DAYS[month as usize - 1]).contains(&day);
    // To the end of February is to its last day in every year.
    let to = if to == (2, 28) { (2, 29) } else { to };
    (exists(from) && exists(to) && from != to).then_some((from, to))
}
