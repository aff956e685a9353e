//! Rules of repetition as lists write them: `每周六`, `每周三、周五`, `每天`, `每月第二个周六`, or an iCalendar rule itself.

use chrono::NaiveDate;
use yuren_catalog::calendar::Recurrence;

/// Characters for weekdays, Monday first, and their letters in a rule.
const WEEKDAYS: [(char, &str); 8] =
    [('一', "MO"), ('二', "TU"), ('三', "WE"), ('四', "TH"), ('五', "FR"), ('六', "SA"), ('日', "SU"), ('天', "SU")];
const NUMBERS: [(char, i8); 4] = [('一', 1), ('二', 2), ('三', 3), ('四', 4)];

/// The rule of a text, ending after `last` where it does not say itself when; `None` = it cannot be read.
pub(super) fn read(text: &str, last: Option<NaiveDate>) -> Option<Recurrence> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let rule = match plain.strip_prefix("RRULE:").unwrap_or(&plain) {
        rule if rule.contains("FREQ=") => rule.to_owned(),
        words => in_words(words)?,
    };
    let ends = ["COUNT=", "UNTIL="].iter().any(|part| rule.contains(part));
    match last.filter(|_| !ends) {
        Some(last) => format!("{rule};UNTIL={}", last.format("%Y%m%d")).parse().ok(),
        None => rule.parse().ok(),
    }
}

fn in_words(words: &str) -> Option<String> {
    if ["每天", "每日", "天天"].contains(&words) {
        return Some("FREQ=DAILY".to_owned());
    }
    if let Some(rest) = words.strip_prefix("每月第") {
        let (&(_, nth), rest) = NUMBERS.iter().find_map(|known| Some((known, rest.strip_prefix(known.0)?)))?;
        let [day] = weekdays(rest.strip_prefix('个').unwrap_or(rest))?[..] else { return None };
        return Some(format!("FREQ=MONTHLY;BYDAY={nth}{day}"));
    }
    let (interval, rest) = match words.strip_prefix("隔周").or_else(|| words.strip_prefix("每两周")) {
        Some(rest) => (";INTERVAL=2", rest.strip_prefix('的').unwrap_or(rest)),
        None => ("", words.strip_prefix('每')?),
    };
    if interval.is_empty() && rest == "周末" {
        return Some("FREQ=WEEKLY;BYDAY=SA,SU".to_owned());
    }
    let days = weekdays(rest)?;
    Some(format!("FREQ=WEEKLY{interval};BYDAY={}", days.join(",")))
}

/// `周六`, `星期三和星期五`, `周一至周五`; `None` = something else.
fn weekdays(text: &str) -> Option<Vec<&'static str>> {
    let position = |c: char| WEEKDAYS.iter().position(|&(known, _)| known == c).map(|i| i.min(6));
    let mut days: Vec<usize> = Vec::new();
    let mut is_range = false;
    for c in text.replace("星期", "周").replace("周", "").chars() {
        match c {
            '、' | ',' | '，' | '和' | '及' | '/' => {}
            '至' | '到' | '-' if !days.is_empty() => is_range = true,
            _ => {
                let day = position(c)?;
                if std::mem::take(&mut is_range) {
                    let first = *days.last()?;
                    days.extend(first + 1..day);
                }
                days.push(day);
            }
        }
    }
    days.sort_unstable();
    days.dedup();
    let letters: Vec<_> = days.into_iter().map(|day| WEEKDAYS[day].1).collect();
    (!letters.is_empty() && !is_range && text.contains(['周', '期'])).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_as_lists_write_them() {
        for (text, wanted) in [
            ("每周六", "FREQ=WEEKLY;BYDAY=SA"),
            ("每星期六", "FREQ=WEEKLY;BYDAY=SA"),
            ("每周六、日", "FREQ=WEEKLY;BYDAY=SA,SU"),
            ("每周三和周五", "FREQ=WEEKLY;BYDAY=WE,FR"),
            ("每周一至周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            ("每周末", "FREQ=WEEKLY;BYDAY=SA,SU"),
            ("隔周周六", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA"),
            ("每天", "FREQ=DAILY"),
            ("每月第二个周六", "FREQ=MONTHLY;BYDAY=2SA"),
            ("FREQ=WEEKLY;BYDAY=SA;COUNT=8", "FREQ=WEEKLY;COUNT=8;BYDAY=SA"),
            ("RRULE:FREQ=DAILY;COUNT=3", "FREQ=DAILY;COUNT=3"),
        ] {
            assert_eq!(read(text, None).map(|rule| rule.to_string()).as_deref(), Some(wanted), "{text}");
        }
        for text in
            ["周六", "每周", "每周八", "每月", "有时", "每周六到", "FREQ=HOURLY", "每月第九个周六", "每周六上午"]
        {
            assert_eq!(read(text, None), None, "{text}");
        }
    }

    #[test]
    fn a_last_day_ends_a_rule_that_says_no_end_itself() {
        let last = NaiveDate::from_ymd_opt(2027, 1, 23);
        let said = |text| read(text, last).map(|rule| rule.to_string());
        assert_eq!(said("每周六").as_deref(), Some("FREQ=WEEKLY;UNTIL=20270123;BYDAY=SA"));
        assert_eq!(said("FREQ=DAILY;COUNT=3").as_deref(), Some("FREQ=DAILY;COUNT=3"));
    }
}
