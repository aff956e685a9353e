//! Numbers, Arabic and Chinese, with the unit that follows them: clock times, dates, lengths of time, ages.

use super::token::{Clock, Token};

const CHINESE: &str = "一二三四五六七八九";
/// What makes 时 after a number another word than that for the hour.
const NO_HOUR: [char; 5] = ['间', '段', '许', '长', '令'];

/// A number with its unit, and its length in characters.
pub(super) fn numbered(chars: &[char], at: usize) -> Option<(Token, usize)> {
    if let Some(found) = nth(chars, at) {
        return Some(found);
    }
    let (n, digits) = number(chars, at)?;
    let end = at + digits;
    let is = |word: &str| word.chars().enumerate().all(|(i, c)| chars.get(end + i) == Some(&c));
    let unit = |token: Token, word: &str| Some((token, digits + word.chars().count()));
    if let Some((clock, length)) = clock(chars, at, n, digits) {
        return Some((Token::Clock(clock), length));
    }
    if is(".")
        && let Some((minute, 2)) = arabic(chars, end + 1)
    {
        return Some((Token::Dotted(n, minute), digits + 3));
    }
    for word in ["月份", "月"] {
        if is(word) {
            let after = end + word.chars().count();
            let day = number(chars, after);
            return match day.filter(|&(_, n)| matches!(chars.get(after + n), Some('日' | '号'))) {
                Some((day, length)) => Some((Token::MonthDay(n, day), after + length + 1 - at)),
                None => unit(Token::Month(n), word),
            };
        }
    }
    // 提前一周, and not the 周 of a weekday or an age.
    if is("周") && !chars.get(end + 1).is_some_and(|c| "一二三四五六日天末岁年1234567".contains(*c)) {
        return unit(Token::DayCount(n * 7), "周");
    }
    let units: [(&str, Token); 8] = [
        ("个小时", Token::Minutes(n * 60)),
        ("小时", Token::Minutes(n * 60)),
        ("分钟", Token::Minutes(n)),
        ("天", Token::DayCount(n)),
        ("日", Token::DayCount(n)),
        ("周岁", Token::Age(n)),
        ("岁", Token::Age(n)),
        ("分", Token::Minutes(n)),
    ];
    units.into_iter().find(|(word, _)| is(word)).and_then(|(word, token)| unit(token, word))
}

/// A number from 0 to 9999, and its length in characters.
pub(super) fn number(chars: &[char], at: usize) -> Option<(u32, usize)> {
    arabic(chars, at).or_else(|| chinese(chars, at))
}

fn arabic(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let digits: String = chars.get(at..)?.iter().take_while(|c| c.is_ascii_digit()).collect();
    (1..=4).contains(&digits.len()).then(|| digits.parse().ok().map(|n| (n, digits.len()))).flatten()
}

/// 九, 十, 十七, 二十, 二十四: what clocks and calendars need. 一百 and 一二 are none.
fn chinese(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let run: Vec<char> =
        chars.get(at..)?.iter().copied().take_while(|&c| super::plain::is_numeral(c) && !c.is_ascii_digit()).collect();
    let digit = |c: char| {
        let found = CHINESE.chars().position(|known| known == c).map(|i| i as u32 + 1);
        found.or((c == '两').then_some(2))
    };
    let value = match run.as_slice() {
        ['十'] => 10,
        [one] => digit(*one)?,
        ['十', one] => 10 + digit(*one)?,
        [ten, '十'] => digit(*ten)? * 10,
        [ten, '十', one] => digit(*ten)? * 10 + digit(*one)?,
        _ => return None,
    };
    Some((value, run.len()))
}

/// `9:00`, 9点, 九点半, 9时30分, 9点一刻.
fn clock(chars: &[char], at: usize, hour: u32, digits: usize) -> Option<(Clock, usize)> {
    let mut end = at + digits;
    let is_padded = digits == 2 && chars[at] == '0';
    let is = |end: usize, word: &str| word.chars().enumerate().all(|(i, c)| chars.get(end + i) == Some(&c));
    if is(end, ":") {
        let (minute, 2) = arabic(chars, end + 1)? else { return None };
        end += 3;
        // A spreadsheet's seconds.
        if is(end, ":00") && !chars.get(end + 3).is_some_and(char::is_ascii_digit) {
            end += 3;
        }
        return Some((Clock { hour, minute, is_padded }, end - at));
    }
    let word = ["点钟", "点整", "时整", "点", "时"].into_iter().find(|word| is(end, word))?;
    end += word.chars().count();
    if word == "时" && chars.get(end).is_some_and(|c| NO_HOUR.contains(c)) {
        return None;
    }
    let minute = match number(chars, end) {
        Some((n, length)) if is(end + length, "刻") && (n == 1 || n == 3) => {
            end += length + 1;
            n * 15
        }
        Some((n, length)) if is(end + length, "分") && !is(end + length, "分钟") => {
            end += length + 1;
            n
        }
        Some((n, length))
            if length >= 2 && !chars.get(end + length).is_some_and(|c| ":点时月日号天岁个小分人".contains(*c)) =>
        {
            end += length;
            n
        }
        _ if is(end, "半") && !is(end, "半小") && !is(end, "半个") => {
            end += 1;
            30
        }
        _ => 0,
    };
    Some((Clock { hour, minute, is_padded }, end - at))
}

/// 第二个, 第一、三个, 最后一个.
fn nth(chars: &[char], at: usize) -> Option<(Token, usize)> {
    let last = "最后一个";
    if last.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c)) {
        return Some((Token::Nth(vec![-1]), 4));
    }
    let mut end = at;
    let mut found = Vec::new();
    loop {
        match chars.get(end) {
            Some('第') => end += 1,
            Some(_) if !found.is_empty() => {}
            _ => return None,
        }
        let (n, length) = number(chars, end)?;
        found.push(i8::try_from(n).ok().filter(|n| (1..=5).contains(n))?);
        end += length;
        match chars.get(end)? {
            '个' => return Some((Token::Nth(found), end + 1 - at)),
            '、' | ',' | '和' | '及' => end += 1,
            _ => return None,
        }
    }
}
