//! Points in WGS-84: the datum found out, ids made where there are none, and what stands twice told.

use std::collections::HashMap;

use yuren_geodesy::{BBox, DatumName, mainland};

use super::rows::{PointRow, position, tell_outside};
use super::{Point, PointsAsked};
use crate::finding::{Severity, Spot, said};
use crate::rules::{Context, seven_decimals};
use crate::shifts::Taken;
use crate::{Draft, Field, Findings, RuleName, Table, datum};

/// WGS-84 for a city outside mainland China, where no published map is shifted; a finding says so.
pub(super) fn beyond_shifts(table: &Table, within: &BBox, findings: &mut Findings) -> Option<DatumName> {
    let [west, south, east, north] = within.to_array();
    let spots = [
        [west, south],
        [west, north],
        [east, south],
        [east, north],
        [f64::midpoint(west, east), f64::midpoint(south, north)],
    ];
    if table.rows.is_empty() || spots.iter().any(|&[lon, lat]| mainland::contains(lon, lat)) {
        return None;
    }
    let at = Spot { sheet: Some(table.sheet.clone()), ..Spot::default() };
    let meaning = said(
        "按 WGS-84 处理：本市在中国大陆以外，那里的地图不加偏移",
        "taken as WGS-84: the city lies outside mainland China, where maps are not shifted",
    );
    let mend = said("如果不对，请声明坐标系", "declare the datum if it is another");
    findings.add(Severity::Note, RuleName::Datum, at, DatumName::Wgs84.as_str(), meaning, mend);
    Some(DatumName::Wgs84)
}

/// The datum of the rows, and their points in WGS-84.
pub(super) fn points(
    context: &Context<'_>,
    rows: Vec<PointRow>,
    asked: &PointsAsked,
    findings: &mut Findings,
) -> (Option<DatumName>, Vec<Point>) {
    let (drafts, weights): (Vec<Draft>, Vec<f64>) = rows.into_iter().map(|row| (row.draft, row.weight)).unzip();
    let Some(datum) = datum::decide(context, &drafts, findings) else { return (None, Vec::new()) };
    let mut placed = Vec::with_capacity(drafts.len());
    for (draft, weight) in drafts.into_iter().zip(weights) {
        let at = draft.numbers.and_then(|numbers| Taken::As(datum).spot(numbers)).map(seven_decimals);
        match at.filter(|&at| asked.bounds.within.contains(at)) {
            Some(at) => placed.push((draft, at, weight)),
            None => tell_outside(context, &draft, &asked.bounds.within, findings),
        }
    }
    let mut ids = Ids::of(placed.iter().map(|(draft, ..)| draft));
    let mut spots: HashMap<[i64; 2], u32> = HashMap::new();
    let mut points = Vec::with_capacity(placed.len());
    for (draft, at, weight) in placed {
        let Some(id) = ids.take(context, &draft, findings) else { continue };
        let spot = [at.lon(), at.lat()].map(|degrees| (degrees * 1e7).round() as i64);
        if let Some(row) = spots.get(&spot) {
            let meaning = said(
                format!("与第 {row} 行在同一点上；两行都保留"),
                format!("it stands on the same point as row {row}; both are kept"),
            );
            let mend = said("如果是同一个点，请合并为一行", "make them one row if they are one point");
            let value = format!("{}, {}", at.lon(), at.lat());
            findings.add(Severity::Warning, RuleName::SameSpot, position(context, &draft), &value, meaning, mend);
        } else {
            spots.insert(spot, draft.row);
        }
        let name = if draft.name.is_empty() { id.clone() } else { draft.name };
        points.push(Point { id, name, at, weight });
    }
    (Some(datum), points)
}

/// Ids that are taken, by the row that has them.
struct Ids(HashMap<String, u32>);

impl Ids {
    /// Those that the rows have of their own: the first row with an id keeps it.
    fn of<'a>(drafts: impl Iterator<Item = &'a Draft>) -> Self {
        let mut ids = HashMap::new();
        for draft in drafts.filter(|draft| draft.has_own_key) {
            ids.entry(draft.key.clone()).or_insert(draft.row);
        }
        Self(ids)
    }

    /// The row's own id, or one made of its number; `None` and a finding if an earlier row has it.
    fn take(&mut self, context: &Context<'_>, draft: &Draft, findings: &mut Findings) -> Option<String> {
        let Draft { row, key, has_own_key, .. } = draft;
        let at = context.spot(*row, Some(Field::Key));
        if *has_own_key {
            let first = self.0.get(key).copied().unwrap_or(*row);
            if first == *row {
                return Some(key.clone());
            }
            let meaning = said(format!("编号与第 {first} 行相同"), format!("row {first} has the same id"));
            let mend = said("请给每一行不同的编号", "give every row an id of its own");
            findings.add(Severity::Error, RuleName::DuplicateKey, at, key, meaning, mend);
            return None;
        }
        let mut id = format!("r{row}");
        while self.0.contains_key(&id) {
            id.push('_');
        }
        self.0.insert(id.clone(), *row);
        if at.column.is_some() {
            let meaning = said(format!("没有编号；用 {id}"), format!("it has no id; {id} is taken"));
            let mend = said("如果有编号，请填写", "write its id if it has one");
            findings.add(Severity::Note, RuleName::MissingKey, at, "", meaning, mend);
        }
        Some(id)
    }
}
