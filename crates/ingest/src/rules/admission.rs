//! Columns that say of admission what the text of the hours does not: they stand above it.

use yuren_calendar::{Admission, Follows, MakeupWorkdays};

use super::Judged;
use super::facts::read;
use crate::{Field, HoursText};

pub(super) fn check(judged: &mut Judged<'_>) {
    let hours = judged.text(Field::Hours).unwrap_or_default();
    let last = read(
        judged,
        Field::LastAdmission,
        "闭馆前多少分钟，或几点（须能读懂开放时间，且闭馆时间只有一个）",
        "minutes before closing, or a clock time beside hours that are read and have one closing",
        |text, _| last_admission(text, &hours),
    );
    let follows = read(
        judged,
        Field::Follows,
        "工作日 / 上学日 / 周末",
        "workdays, school_days or weekends",
        |text, _| follows(text),
    );
    let makeup = read(
        judged,
        Field::MakeupWorkdays,
        "按工作日 / 按周末 / 闭馆",
        "as_workday, as_weekend or closed",
        |text, _| makeup_workdays(text),
    );
    let said = judged.draft.admission.unwrap_or_default();
    let admission = Admission {
        follows: follows.or(said.follows),
        makeup_workdays: makeup.or(said.makeup_workdays),
        holidays: said.holidays,
        last_admission_minutes: last.or(said.last_admission_minutes),
    };
    judged.draft.admission = (admission != Admission::default()).then_some(admission);
}

/// 30, 30分钟, 闭馆前半小时, or 16:30 by the closing that the hours have: read as the same words behind hours are.
fn last_admission(text: &str, hours: &str) -> Option<u16> {
    let before = text.trim_start_matches("闭馆前").trim();
    let unit = if before.bytes().all(|b| b.is_ascii_digit()) { "分钟" } else { "" };
    let by_minutes = format!("0:00-24:00，闭馆前{before}{unit}停止入馆");
    let by_clock = format!("{hours}，{text}停止入馆");
    let minutes = |phrase: &str| HoursText::parse(phrase).ok()?.admission?.last_admission_minutes;
    minutes(&by_minutes).or_else(|| minutes(&by_clock))
}

fn follows(text: &str) -> Option<Follows> {
    match text {
        "工作日" | "法定工作日" | "workdays" => Some(Follows::Workdays),
        "上学日" | "教学日" | "上课日" | "school_days" => Some(Follows::SchoolDays),
        "周末" | "双休日" | "weekends" => Some(Follows::Weekends),
        _ => None,
    }
}

fn makeup_workdays(text: &str) -> Option<MakeupWorkdays> {
    match text {
        "按工作日" | "按工作日开放" | "照常开放" | "正常开放" | "开放" | "as_workday" => {
            Some(MakeupWorkdays::AsWorkday)
        }
        "按周末" | "按周末开放" | "按双休日开放" | "as_weekend" => Some(MakeupWorkdays::AsWeekend),
        "闭馆" | "不开放" | "休息" | "closed" => Some(MakeupWorkdays::Closed),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_admission_is_minutes_or_a_clock_time_before_the_one_closing() {
        let hours = "周二至周日 9:00-17:00";
        for (text, wanted) in [
            ("30", Some(30)),
            ("30分钟", Some(30)),
            ("闭馆前半小时", Some(30)),
            ("16:00", Some(60)),
            ("下午4点半", Some(30)),
            ("17:30", None),
            ("600", None),
            ("看情况", None),
        ] {
            assert_eq!(last_admission(text, hours), wanted, "{text}");
        }
        assert_eq!(last_admission("16:30", "9:00-11:30，14:00-17:00"), None);
        assert_eq!(last_admission("16:30", ""), None);
    }
}
