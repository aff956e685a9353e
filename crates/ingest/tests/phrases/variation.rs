//! The same phrase typed otherwise means the same.

use proptest::prelude::*;
use yuren_ingest::HoursText;

use crate::table;

/// Words and signs that mean the same; of each line the first is what the tables mostly have.
const SAME: [&[&str]; 11] = [
    &["周一", "星期一", "礼拜一"],
    &["周二", "星期二"],
    &["周日", "星期日", "星期天", "周天"],
    &["闭馆", "休馆"],
    &["每天", "每日"],
    &["，", ",", "， "],
    &["（", "(", "【"],
    &["）", ")", "】"],
    &["-", "至", "到", "—", "～", "~", "--"],
    &["法定节假日", "法定假日"],
    &["停止入馆", "停止入场", "停止进馆"],
];

/// The phrase with each word or sign replaced by the one of its line that `choice` tells.
fn with_synonyms(phrase: &str, choice: &[usize]) -> String {
    let mut text = phrase.to_owned();
    for (i, (words, choice)) in SAME.iter().zip(choice).enumerate() {
        // A mark, so that no word is replaced twice.
        let mark = char::from_u32(0xe000 + i as u32).expect("a private character").to_string();
        text = text.replace(words[0], &mark).replace(&mark, words[choice % words.len()]);
    }
    text
}

/// ASCII as full-width forms.
fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c })
        .collect()
}

/// Spaces between all characters but those of numbers, which they would part.
fn spaced(text: &str) -> String {
    let is_numeral = |c: char| c.is_numeric() || "一二三四五六七八九十两".contains(c);
    let mut spaced = String::new();
    let mut before = None;
    for c in text.chars() {
        if before.is_some_and(|before| !(is_numeral(before) && is_numeral(c))) {
            spaced.push(' ');
        }
        spaced.push(c);
        before = Some(c);
    }
    spaced
}

#[test]
fn full_width_forms_and_spaces_change_nothing() {
    for (row, read) in table::read() {
        for typed in [full_width(&row.phrase), spaced(&row.phrase), full_width(&spaced(&row.phrase))] {
            assert_eq!(HoursText::parse(&typed).as_ref(), Ok(&read), "{row}: {typed}");
        }
    }
}

#[test]
fn what_stays_text_stays_text_in_full_width() {
    for row in table::rows().iter().filter(|row| HoursText::parse(&row.phrase).is_err()) {
        let typed = full_width(&row.phrase);
        assert!(HoursText::parse(&typed).is_err(), "{row}: {typed}");
    }
}

proptest! {
    #[test]
    fn synonyms_change_nothing(choice in prop::collection::vec(0_usize..6, SAME.len())) {
        for (row, read) in table::read() {
            let typed = with_synonyms(&row.phrase, &choice);
            prop_assert_eq!(HoursText::parse(&typed), Ok(read), "{}: {}", row, typed);
        }
    }

    #[test]
    fn no_text_is_too_strange(text in ".{0,255}") {
        let _ = HoursText::parse(&text);
    }

    #[test]
    fn no_heap_of_words_is_too_strange(at in prop::collection::vec(0_usize..WORDS.len(), 0..40)) {
        let text: String = at.iter().map(|&at| WORDS[at]).collect();
        if let Ok(read) = HoursText::parse(&text) {
            prop_assert!(opening_hours_syntax(&read.opening_hours), "{}: {}", text, read.opening_hours);
        }
    }
}

/// Words of which a phrase may be made, and what stands between them.
const WORDS: [&str; 44] = [
    "周",
    "周一",
    "至",
    "、",
    "，",
    "（",
    "）",
    "9",
    ":",
    "00",
    "9:00",
    "17:00",
    "-",
    "点",
    "半",
    "闭馆",
    "除",
    "外",
    "除外",
    "法定节假日",
    "工作日",
    "周末",
    "寒暑假",
    "每",
    "每月",
    "第二个",
    "上午",
    "下午",
    "次日",
    "夏季",
    "5月",
    "1日",
    "停止入馆",
    "闭馆前",
    "30分钟",
    "提前",
    "3天",
    "预约",
    "团队",
    "岁",
    "以下",
    "十七",
    "调休上班日",
    "照常",
];

fn opening_hours_syntax(text: &str) -> bool {
    text.parse::<opening_hours::OpeningHours>().is_ok()
}
