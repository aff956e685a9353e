//! Opening hours look like opening hours. Only what is certain is turned into OpenStreetMap's grammar; all else stays text.

use super::Judged;
use crate::finding::{Severity, said};
use crate::{Field, RuleName};

/// Longest text in characters, as in OpenStreetMap.
const LONGEST: usize = 255;

/// Words that speak of time where no digits do.
const WORDS: [&str; 16] = [
    "全天",
    "上午",
    "下午",
    "晚上",
    "周",
    "星期",
    "节假日",
    "工作日",
    "寒假",
    "暑假",
    "24/7",
    "Mo",
    "Sa",
    "sunrise",
    "off",
    "closed",
];

pub(super) fn check(judged: &mut Judged<'_>) {
    let Some(text) = judged.text(Field::Hours) else { return };
    let length = text.chars().count();
    if length > LONGEST {
        let meaning = said(
            format!("有 {length} 个字符，最多 {LONGEST} 个"),
            format!("it has {length} characters; {LONGEST} are allowed"),
        );
        let mend = said("请缩短", "shorten it");
        judged.say(Severity::Warning, RuleName::Hours, Some(Field::Hours), &text, meaning, mend);
        return;
    }
    if !looks_like_hours(&text) {
        let meaning =
            said("不像开放时间；文字照原样保留", "it does not look like opening hours; the text is kept as it is");
        let mend = said("请写成如“周二至周日 9:00-17:00”", "write such as \"Tu-Su 09:00-17:00\"");
        judged.say(Severity::Warning, RuleName::Hours, Some(Field::Hours), &text, meaning, mend);
    }
    judged.draft.hours = Some(certain(&text).unwrap_or(text));
}

fn looks_like_hours(text: &str) -> bool {
    let bytes = text.as_bytes();
    let has_clock = text
        .char_indices()
        .any(|(at, c)| matches!(c, ':' | '：' | '点' | '时') && at > 0 && bytes[at - 1].is_ascii_digit());
    has_clock || WORDS.iter().any(|word| text.contains(word))
}

/// A single span of clock times, with or without a span of weekdays before it, in OpenStreetMap's grammar.
fn certain(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '：' => ':',
            '—' | '–' | '－' | '~' | '～' | '至' | '到' => '-',
            c => c,
        })
        .collect();
    let plain = plain.replace("--", "-");
    let at = plain.find(|c: char| c.is_ascii_digit())?;
    let (days, times) = plain.split_at(at);
    let (opens, closes) = times.split_once('-')?;
    let times = format!("{}-{}", clock(opens)?, clock(closes)?);
    if days.is_empty() || days == "每天" || days == "每日" {
        return Some(format!("Mo-Su {times}"));
    }
    let (first, last) = days.split_once('-')?;
    let last =
        if last.starts_with('周') || last.starts_with("星期") { last.to_owned() } else { format!("周{last}") };
    Some(format!("{}-{} {times}", weekday(first)?, weekday(&last)?))
}

/// `9:00` as `09:00`.
fn clock(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once(':')?;
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(hour) || !is_digits(minute) || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour <= 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

fn weekday(text: &str) -> Option<&'static str> {
    let day = text.strip_prefix('周').or_else(|| text.strip_prefix("星期"))?;
    Some(match day {
        "一" => "Mo",
        "二" => "Tu",
        "三" => "We",
        "四" => "Th",
        "五" => "Fr",
        "六" => "Sa",
        "日" | "天" => "Su",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_is_turned_into_the_grammar() {
        let cases = [
            ("9:00-17:00", Some("Mo-Su 09:00-17:00")),
            ("周二至周日 9：00—17：00", Some("Tu-Su 09:00-17:00")),
            ("周一到五 08:30~11:30", Some("Mo-Fr 08:30-11:30")),
            ("每天 8:00 - 18:00", Some("Mo-Su 08:00-18:00")),
            ("周二至周日 9:00-17:00（周一闭馆）", None),
            ("Tu-Su 09:00-17:00", None),
            ("夏季9:00-18:00", None),
            ("8-17", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(certain(text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn hours_are_told_from_what_is_none() {
        for text in ["9:00-17:00", "周一闭馆", "8点至5点", "全天开放", "Mo-Fr 09:00-17:00; PH off"] {
            assert!(looks_like_hours(text), "{text}");
        }
        for text in ["0514-87654321", "请电话咨询", "免费", "："] {
            assert!(!looks_like_hours(text), "{text}");
        }
    }
}
