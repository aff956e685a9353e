//! How an answer was worked out, in lines for people.

use crate::answer::coverage::CoverageAnswer;
use crate::answer::travel_kind::TravelKind;

/// Name and value, each in Chinese with the English beside it.
pub(super) fn statement(answer: &CoverageAnswer<'_>) -> Vec<[String; 2]> {
    let method = &answer.method;
    let kind = match method.kind {
        TravelKind::Estimate => {
            format!("直线估算 × {} ÷ {} km/h · estimate from the straight line", method.detour, method.km_h)
        }
        TravelKind::Network => "按道路 · by streets".to_owned(),
    };
    let threshold = match method.max_m {
        Some(metres) => format!("{metres} m 直线 · straight ({} min)", method.max_minutes),
        None => format!("{} min", method.max_minutes),
    };
    let dates: Vec<String> = method.slice.dates.iter().map(ToString::to_string).collect();
    let slice = match (&method.slice.from, &method.slice.to) {
        (Some(from), Some(to)) => format!("{} {from}–{to}: {}", method.slice.id, dates.join(", ")),
        _ => "any".to_owned(),
    };
    let mut lines = vec![
        ["出行方式 mode".to_owned(), method.mode.to_string()],
        ["时间依据 times".to_owned(), kind],
        ["阈值 threshold".to_owned(), threshold],
        ["时段 time slice".to_owned(), slice],
        ["需求点 demand".to_owned(), method.demand.to_owned()],
        ["数据日期 data date".to_owned(), method.data_date.to_string()],
        ["权重合计 weight".to_owned(), answer.summary.weight.to_string()],
        ["已覆盖 served share".to_owned(), format!("{:.1} %", answer.summary.served_share * 100.0)],
        ["可能覆盖 perhaps share".to_owned(), format!("{:.1} %", answer.summary.perhaps_share * 100.0)],
    ];
    if !answer.closed.is_empty() {
        let metres: f64 = answer.closed.iter().map(|stretch| stretch.length_m).sum();
        let told =
            format!("{} 段,共 {metres:.0} m · {} stretches, {metres:.0} m", answer.closed.len(), answer.closed.len());
        lines.push(["封闭道路 closed streets".to_owned(), told]);
    }
    lines.extend(method.notes.iter().map(|note| [format!("说明 {}", note.code), format!("{} · {}", note.zh, note.en)]));
    lines
}
