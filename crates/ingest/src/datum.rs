//! Which datum a sheet's coordinates are in: declared, or told from where its rows ought to be.
//!
//! Every row with an anchor (a place of its name that the city knows, or the village or town that it names) is off it by
//! some vector. In the right datum these vectors scatter about zero; in a wrong one all are shifted by some 500 m (GCJ-02)
//! or 1,200 m (BD-09). So the weighted median of the vectors is compared between the datums.

use yuren_geodesy::DatumName;

use crate::finding::{Said, Severity, Spot, said};
use crate::rules::Context;
use crate::shifts::{Taken, offset_m};
use crate::{Draft, Findings, RuleName};

/// A decision needs its lead to be so many times its uncertainty.
const SURE: f64 = 3.0;
/// A median this far off, in metres, fits no datum, whatever the others do.
const MISFIT_M: f64 = 200.0;
/// Rows that disagree about their district count only from so many on.
const MIN_DISTRICT_ROWS: usize = 3;

/// How well a way to take the numbers fits.
#[derive(Clone, Copy, Debug)]
struct Fit {
    taken: Taken,
    /// Length of the median vector in metres.
    off_m: f64,
    /// Its standard error in metres.
    error_m: f64,
    /// Rows with an anchor.
    rows: usize,
}

/// The datum in which a sheet is taken, and a finding that says why. Without one that is sure the sheet is refused.
pub(crate) fn decide(context: &Context<'_>, drafts: &[Draft], findings: &mut Findings) -> Option<DatumName> {
    let placed: Vec<&Draft> = drafts.iter().filter(|draft| draft.numbers.is_some()).collect();
    if placed.is_empty() {
        return None;
    }
    let mut tell = |severity, value: &str, meaning: Said, mend: Said| {
        let at = Spot { sheet: Some(context.sheet.clone()), ..Spot::default() };
        findings.add(severity, RuleName::Datum, at, value, meaning, mend);
    };
    let by_anchors = by_anchors(context, &placed);
    if let Some(declared) = context.import.datum {
        let [zh, en] = Taken::As(declared).name();
        if let Some(fit) = by_anchors.filter(|fit| fit.taken != Taken::As(declared)) {
            let [other_zh, other_en] = fit.taken.name();
            let Fit { rows, off_m, .. } = fit;
            let meaning = said(
                format!("声明为 {zh}，但 {rows} 行有据可查的坐标更像 {other_zh}（偏差中位数 {off_m:.0} 米）"),
                format!(
                    "it is declared {en}, and the {rows} rows that can be checked look like {other_en} (median off by {off_m:.0} m)"
                ),
            );
            let mend = said("请核对坐标系声明", "check the declared datum");
            tell(Severity::Warning, declared.as_str(), meaning, mend);
        }
        return Some(declared);
    }
    if let Some(Fit { taken, off_m, error_m, rows }) = by_anchors {
        let [zh, en] = taken.name();
        let reason = said(
            format!("按 {zh} 处理：{rows} 行有据可查，偏差中位数 {off_m:.0} 米（±{error_m:.0} 米）"),
            format!("taken as {en}: {rows} rows can be checked, their median is off by {off_m:.0} m (±{error_m:.0} m)"),
        );
        return if let Taken::As(datum) = taken {
            tell(
                Severity::Note,
                datum.as_str(),
                reason,
                said("如果不对，请声明坐标系", "declare the datum if it is another"),
            );
            Some(datum)
        } else {
            let meaning = said(format!("整表像是{zh}"), format!("the whole sheet looks like {en}"));
            tell(
                Severity::Error,
                "",
                meaning,
                said("请用原始坐标重新导出", "export it with its coordinates unconverted"),
            );
            None
        };
    }
    let (datum, meaning) = if let Some(datum) = context.mapping.header_datum {
        let [zh, en] = Taken::As(datum).name();
        (
            datum,
            said(
                format!("按表头或文件格式所说的 {zh} 处理"),
                format!("taken as {en}, which its header or its format says"),
            ),
        )
    } else if let Some((datum, inside, rows)) = by_districts(context, &placed) {
        let [zh, en] = Taken::As(datum).name();
        (
            datum,
            said(
                format!("按 {zh} 处理：{rows} 行中有 {inside} 行落在所填区县内，多于其他坐标系"),
                format!(
                    "taken as {en}: {inside} of {rows} rows lie in the district that they name, more than in any other datum"
                ),
            ),
        )
    } else {
        let meaning = said("无法判断坐标系", "the datum of its coordinates cannot be told");
        let mend = said("请声明坐标系：wgs84、gcj02（高德、腾讯）或 bd09（百度）", "declare it: wgs84, gcj02 or bd09");
        tell(Severity::Error, "", meaning, mend);
        return None;
    };
    tell(Severity::Note, datum.as_str(), meaning, said("如果不对，请声明坐标系", "declare the datum if it is another"));
    Some(datum)
}

/// The way that fits best, if it is sure.
fn by_anchors(context: &Context<'_>, placed: &[&Draft]) -> Option<Fit> {
    let anchored: Vec<_> = placed
        .iter()
        .filter_map(|draft| {
            let numbers = draft.numbers?;
            Some((numbers, context.anchors.of(&draft.name, draft.region.as_ref(), numbers)?))
        })
        .collect();
    let error_m = 1.25 / anchored.iter().map(|(_, anchor)| anchor.radius_m.powi(-2)).sum::<f64>().sqrt();
    let fit = |taken: Taken| {
        let offsets = anchored.iter().filter_map(|&(numbers, anchor)| {
            let [east, north] = offset_m(anchor.point, taken.spot(numbers)?);
            Some(([east, north], anchor.radius_m.recip()))
        });
        let offsets: Vec<([f64; 2], f64)> = offsets.collect();
        let median =
            |axis: usize| weighted_median(offsets.iter().map(|(offset, weight)| (offset[axis], *weight)).collect());
        Fit { taken, off_m: median(0).hypot(median(1)), error_m, rows: anchored.len() }
    };
    if anchored.is_empty() {
        return None;
    }
    let mut fits = Taken::ALL.map(fit);
    fits.sort_by(|a, b| a.off_m.total_cmp(&b.off_m));
    let [best, second, ..] = fits;
    let is_sure = best.off_m < MISFIT_M && best.off_m + SURE * error_m < second.off_m;
    is_sure.then_some(best)
}

fn weighted_median(mut values: Vec<(f64, f64)>) -> f64 {
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = values.iter().map(|(_, weight)| weight).sum::<f64>() / 2.0;
    let mut upto = 0.0;
    let middle = values.iter().find(|(_, weight)| {
        upto += weight;
        upto >= half
    });
    middle.map_or(f64::INFINITY, |&(value, _)| value)
}

/// The datum in which most rows lie in the district that they name, with how many and of how many, if it leads.
fn by_districts(context: &Context<'_>, placed: &[&Draft]) -> Option<(DatumName, usize, usize)> {
    let stated: Vec<_> = placed
        .iter()
        .filter_map(|draft| Some((draft.numbers?, context.gazetteer.outlined_district(draft.region.as_ref()?)?)))
        .collect();
    let inside = |datum: DatumName| {
        let lies = |&&(numbers, district): &&([f64; 2], &yuren_catalog::Region)| {
            let spot = Taken::As(datum).spot(numbers).and_then(|spot| context.gazetteer.district_at(spot));
            spot.is_some_and(|found| found.code == district.code)
        };
        stated.iter().filter(lies).count()
    };
    let mut counts = DatumName::ALL.map(|datum| (inside(datum), datum));
    counts.sort_by_key(|&(count, _)| std::cmp::Reverse(count));
    let [(most, datum), (next, _), _] = counts;
    (most >= next + MIN_DISTRICT_ROWS.max(stated.len() / 50)).then_some((datum, most, stated.len()))
}
