//! Rows to points in the file's own datum.

use std::collections::HashSet;

use yuren_geodesy::BBox;

use super::columns::Columns;
use super::{PointUse, PointsAsked, weight};
use crate::finding::{Severity, Spot, said};
use crate::rules::swapped::is_near;
use crate::rules::{self, Context};
use crate::{Draft, Findings, RuleName, Table};

/// A row that may become a point: its key, name and numbers, and how much it counts.
pub(super) struct PointRow {
    pub(super) draft: Draft,
    pub(super) weight: f64,
}

/// The rows that are sound as far as that can be said before their datum is known; `None` and a finding if they are too many.
pub(super) fn read(
    context: &Context<'_>,
    table: &Table,
    columns: &Columns,
    refused: &HashSet<u32>,
    asked: &PointsAsked,
    findings: &mut Findings,
) -> Option<Vec<PointRow>> {
    let bounds = &asked.bounds;
    let mut sound = Vec::new();
    let mut count = 0_usize;
    for row in table.rows.iter().filter(|row| !refused.contains(&row.number)) {
        let mut draft = rules::read_point(context, row, [bounds.id_chars, bounds.name_chars], findings);
        let weight = columns.weight.map_or(Ok(1.0), |column| weight::read(row.cell(column), bounds.weight));
        let weight = weight.map_err(|meaning| {
            let column = columns.weight.unwrap_or_default();
            let at = Spot { column: Some(column as u32), ..context.spot(row.number, None) };
            let value = row.cell(column).trimmed();
            findings.add(Severity::Error, RuleName::Weight, at, &value, meaning, weight::mend(bounds.weight));
        });
        check_near(context, &mut draft, &bounds.within, findings);
        let (Ok(weight), Some(_), false) = (weight, draft.numbers, draft.refused) else { continue };
        count += 1;
        // More than are taken are only counted.
        if count <= bounds.points {
            sound.push(PointRow { draft, weight });
        }
    }
    if count > bounds.points {
        too_many(context, count, asked, findings);
        return None;
    }
    Some(sound)
}

/// Refuses numbers that are no point of the city or near it in any datum.
fn check_near(context: &Context<'_>, draft: &mut Draft, within: &BBox, findings: &mut Findings) {
    let Some([lon, lat]) = draft.numbers else { return };
    if is_near(within, lon, lat) {
        return;
    }
    draft.refused = true;
    if lon.abs() <= 180.0 && lat.abs() <= 90.0 {
        tell_outside(context, draft, within, findings);
        return;
    }
    let meaning = said(
        "不是经纬度：经度在 ±180 以内，纬度在 ±90 以内",
        "they are no degrees: a longitude is within ±180, a latitude within ±90",
    );
    let mend = said(
        "请写小数度；投影坐标（米）请先换算成经纬度",
        "write decimal degrees; convert projected coordinates, in metres, first",
    );
    let at = position(context, draft);
    findings.add(Severity::Error, RuleName::CoordinateForm, at, &format!("{lon}, {lat}"), meaning, mend);
}

/// Tells that a point lies outside the city and what is around it.
pub(super) fn tell_outside(context: &Context<'_>, draft: &Draft, within: &BBox, findings: &mut Findings) {
    let [lon, lat] = draft.numbers.unwrap_or_default();
    let [west, south, east, north] = within.to_array();
    let meaning = said("这一点不在本市及其周边", "the point is not in the city or around it");
    let mend = said(
        format!("经度应在 {west} 到 {east}，纬度在 {south} 到 {north}"),
        format!("longitude {west} to {east} and latitude {south} to {north} are taken"),
    );
    let at = position(context, draft);
    findings.add(Severity::Error, RuleName::OutsideCity, at, &format!("{lon}, {lat}"), meaning, mend);
}

/// Where the coordinates of a row stand.
pub(super) fn position(context: &Context<'_>, draft: &Draft) -> Spot {
    use crate::Field::{Coordinate, Lon};
    let field = [Coordinate, Lon].into_iter().find(|&field| context.mapping.column(field).is_some());
    context.spot(draft.row, field)
}

fn too_many(context: &Context<'_>, count: usize, asked: &PointsAsked, findings: &mut Findings) {
    let most = asked.bounds.points;
    let (zh, en) = match asked.purpose {
        PointUse::Demand => ("需求点", "demand points"),
        PointUse::Candidates => ("备选点", "candidates"),
    };
    let at = Spot { sheet: Some(context.sheet.clone()), ..Spot::default() };
    let meaning =
        said(format!("有 {count} 个{zh}，最多 {most} 个"), format!("it has {count} {en}; {most} are allowed"));
    let mend = said(
        "请合并成较大的单元，或只留下需要的区域",
        "put them together into larger units, or keep only the part that matters",
    );
    findings.add(Severity::Error, RuleName::TooLarge, at, &count.to_string(), meaning, mend);
}
