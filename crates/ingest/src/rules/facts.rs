//! Fees, numbers, ages, bookings and states: what can be read of them. What cannot is left unknown.

use std::str::FromStr;

use yuren_catalog::{Fee, Status, Wheelchair};

use super::Judged;
use crate::finding::{Severity, said};
use crate::{Field, RuleName};

/// Words that stand for yes and for no.
const YES: [&str; 9] = ["是", "有", "需", "需要", "须", "yes", "true", "required", "y"];
const NO: [&str; 10] = ["否", "无", "不", "不需要", "无需", "免预约", "no", "false", "n", "不用"];

/// Longest visit in minutes: a day.
const LONGEST_VISIT: u16 = 1_440;
/// Oldest youngest age.
const OLDEST: u8 = 99;

pub(super) fn check(judged: &mut Judged<'_>) {
    judged.draft.fee = read(judged, Field::Fee, "免费 / 收费", "free or paid", fee);
    judged.draft.capacity =
        read(judged, Field::Capacity, "大于 0 的人数", "a number of persons above 0", |text, _| {
            leading_number::<u32>(text).filter(|&n| n > 0)
        });
    judged.draft.visit_minutes =
        read(judged, Field::VisitMinutes, "1 到 1440 的分钟数", "minutes between 1 and 1440", |text, _| {
            minutes(text)
        });
    judged.draft.wheelchair =
        read(judged, Field::Wheelchair, "是 / 部分 / 否", "yes, limited or no", |text, _| wheelchair(text));
    judged.draft.min_age = read(judged, Field::MinAge, "0 到 99 的岁数", "an age between 0 and 99", |text, _| {
        leading_number::<u8>(text).filter(|&age| age <= OLDEST)
    });
    judged.draft.booking = read(judged, Field::Booking, "是 / 否", "yes or no", |text, _| booking(text));
    judged.draft.status =
        read(judged, Field::Status, "开放 / 暂停 / 撤销", "active, suspended or withdrawn", |text, _| {
            status(text)
        });
}

/// Reads a cell by a function of its text and its column's name; a finding if it cannot.
pub(super) fn read<T>(
    judged: &mut Judged<'_>,
    field: Field,
    allowed_zh: &str,
    allowed_en: &str,
    value_of: impl Fn(&str, &str) -> Option<T>,
) -> Option<T> {
    let text = judged.text(field).filter(|text| !is_unknown(text))?;
    let header = judged.context.mapping.column(field).map(|column| &*judged.context.mapping.columns[column].header);
    let value = value_of(&text.to_lowercase(), header.unwrap_or_default());
    if value.is_none() {
        let meaning = said("看不懂，按未知处理", "it cannot be read, and is left unknown");
        let mend = said(format!("请写{allowed_zh}"), format!("write {allowed_en}"));
        judged.say(Severity::Warning, RuleName::FactForm, Some(field), &text, meaning, mend);
    }
    value
}

/// Words by which people say that they do not know.
fn is_unknown(text: &str) -> bool {
    ["未知", "不详", "待定", "unknown", "-", "—", "/", "／", "\\", "?", "？"].contains(&text.to_lowercase().as_str())
}

fn fee(text: &str, header: &str) -> Option<Fee> {
    let asks_whether_free = header.contains("免费");
    let says_free = ["免费", "免票", "不收费", "公益", "free", "gratis"].iter().any(|word| text.contains(word));
    let money = text.chars().any(|c| c.is_ascii_digit()) && leading_number::<f64>(text).is_none_or(|n| n > 0.0);
    if ["部分", "partly"].iter().any(|word| text.contains(word)) {
        None
    } else if NO.contains(&text) {
        Some(if asks_whether_free { Fee::Paid } else { Fee::Free })
    } else if YES.contains(&text) {
        Some(if asks_whether_free { Fee::Free } else { Fee::Paid })
    } else if says_free && !money {
        Some(Fee::Free)
    } else if says_free {
        None
    } else if text == "0" || text == "0元" {
        Some(Fee::Free)
    } else if money || ["收费", "付费", "购票", "paid"].iter().any(|word| text.contains(word)) {
        Some(Fee::Paid)
    } else {
        None
    }
}

fn minutes(text: &str) -> Option<u16> {
    let hours = ["小时", "hour", "h"].iter().any(|unit| text.contains(unit));
    let number: f64 = leading_number(text)?;
    let minutes = if hours { number * 60.0 } else { number };
    (minutes.fract() == 0.0 && (1.0..=f64::from(LONGEST_VISIT)).contains(&minutes)).then_some(minutes as u16)
}

/// A word in Chinese, or one of OpenStreetMap's.
fn wheelchair(text: &str) -> Option<Wheelchair> {
    match text {
        "是" | "有" | "可以" | "yes" | "designated" => Some(Wheelchair::Yes),
        "部分" | "limited" => Some(Wheelchair::Limited),
        "否" | "无" | "不可以" | "no" => Some(Wheelchair::No),
        _ => None,
    }
}

fn booking(text: &str) -> Option<bool> {
    let negative = NO.contains(&text) || ["无需", "不需", "免预约"].iter().any(|word| text.contains(word));
    let positive = YES.contains(&text) || ["预约", "须", "必须"].iter().any(|word| text.contains(word));
    if negative { Some(false) } else { positive.then_some(true) }
}

fn status(text: &str) -> Option<Status> {
    let is_any = |words: &[&str]| words.contains(&text);
    if is_any(&["开放", "正常", "在用", "启用", "运行", "正常开放", "active", "open", "是"]) {
        Some(Status::Active)
    } else if is_any(&["暂停", "暂停开放", "维修", "闭馆", "停用", "suspended", "closed"]) {
        Some(Status::Suspended)
    } else if is_any(&["撤销", "取消", "关闭", "注销", "withdrawn", "removed"]) {
        Some(Status::Withdrawn)
    } else {
        None
    }
}

/// The number with which a text begins, or that it is but for a unit and 约.
fn leading_number<T: FromStr>(text: &str) -> Option<T> {
    let text = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    // A range such as 30-50 is no number.
    if text[end..].contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    text[..end].trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fee_is_free_or_paid_only_where_the_cell_says_so() {
        let cases = [
            ("免费", "收费", Some(Fee::Free)),
            ("否", "是否收费", Some(Fee::Free)),
            ("否", "是否免费", Some(Fee::Paid)),
            ("是", "是否免费", Some(Fee::Free)),
            ("30元", "门票", Some(Fee::Paid)),
            ("0元", "门票", Some(Fee::Free)),
            ("no", "fee", Some(Fee::Free)),
            ("yes", "fee", Some(Fee::Paid)),
            ("学生免费，成人20元", "门票", None),
            ("部分免费", "收费", None),
            ("见公告", "收费", None),
        ];
        for (text, header, wanted) in cases {
            assert_eq!(fee(text, header), wanted, "{header}: {text}");
        }
    }

    #[test]
    fn wheelchairs_get_in_only_where_the_cell_says_so() {
        let cases = [
            ("是", Some(Wheelchair::Yes)),
            ("designated", Some(Wheelchair::Yes)),
            ("部分", Some(Wheelchair::Limited)),
            ("limited", Some(Wheelchair::Limited)),
            ("不可以", Some(Wheelchair::No)),
            ("no", Some(Wheelchair::No)),
            ("有坡道", None),
            ("bad", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(wheelchair(text), wanted, "{text}");
        }
    }

    #[test]
    fn numbers_are_read_with_their_units_and_ranges_are_not_guessed() {
        assert_eq!(leading_number::<u32>("约120人"), Some(120));
        assert_eq!(leading_number::<u32>("30-50"), None);
        assert_eq!(minutes("1.5小时"), Some(90));
        assert_eq!(minutes("90分钟"), Some(90));
        assert_eq!(minutes("3000"), None);
        assert_eq!(booking("需提前预约"), Some(true));
        assert_eq!(booking("无需预约"), Some(false));
    }
}
