//! Where a GeoJSON geometry counts: a point where it is, an area at a point inside it.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::Value;

use super::polygon::{Flaw, Polygon, Stop, Work, position};
use crate::finding::{Said, Severity, Spot, said};
use crate::read::{Refusal, too_large};
use crate::{Findings, RuleName};

/// Geometries of a file as they are looked at.
pub(super) struct Geometries {
    file: Arc<str>,
    work: Work,
    /// Features whose geometry was refused, by their numbers.
    pub(super) refused: HashSet<u32>,
    /// Why each was.
    pub(super) findings: Findings,
}

impl Geometries {
    /// Those of a file of this name, of which none was looked at yet.
    pub(super) fn new(file: Arc<str>) -> Self {
        Self { file, work: Work::new(), refused: HashSet::new(), findings: Findings::default() }
    }

    /// Where the feature of this number counts, as the file has it; `None` = nowhere, and it was told why unless it has no geometry.
    pub(super) fn spot(&mut self, row: u32, geometry: &Value) -> Result<Option<[f64; 2]>, Refusal> {
        let coordinates = geometry.get("coordinates").unwrap_or(&Value::Null);
        match geometry.get("type").and_then(Value::as_str) {
            None if geometry.is_null() => Ok(None),
            Some("Point") => {
                let spot = position(coordinates);
                if spot.is_none() {
                    self.refuse(row, "Point", Flaw::NoPosition.said());
                }
                Ok(spot)
            }
            Some("Polygon") => self.inside(row, std::slice::from_ref(coordinates)),
            Some("MultiPolygon") => self.inside(row, coordinates.as_array().map_or(&[][..], Vec::as_slice)),
            other => {
                let meaning =
                    said("只接受 Point、Polygon 和 MultiPolygon", "only Point, Polygon and MultiPolygon are taken");
                self.refuse(row, other.unwrap_or_default(), meaning);
                Ok(None)
            }
        }
    }

    /// A point inside the area that these polygons are.
    fn inside(&mut self, row: u32, polygons: &[Value]) -> Result<Option<[f64; 2]>, Refusal> {
        if polygons.is_empty() {
            self.refuse(row, "", Flaw::NoPosition.said());
        }
        let mut widest: Option<([f64; 2], f64)> = None;
        for rings in polygons {
            let found = Polygon::read(rings).and_then(|polygon| {
                polygon.check(&mut self.work)?;
                polygon.inside().ok_or(Stop::Flawed(Flaw::NoArea))
            });
            match found {
                Ok(spot) => widest = widest.filter(|&(_, width)| width >= spot.1).or(Some(spot)),
                Err(Stop::Flawed(flaw)) => {
                    self.refuse(row, &flaw.place(), flaw.said());
                    return Ok(None);
                }
                Err(Stop::OutOfWork) => {
                    let meaning =
                        said("多边形的顶点太多，无法逐一检查", "its polygons have more corners than are looked at");
                    return Err(too_large("", meaning).in_row(row));
                }
            }
        }
        Ok(widest.map(|(spot, _)| spot))
    }

    fn refuse(&mut self, row: u32, value: &str, meaning: Said) {
        self.refused.insert(row);
        let at = Spot { sheet: Some(Arc::clone(&self.file)), row: Some(row), column: None };
        let mend = said(
            "请在地理信息软件中修正这个要素（如 QGIS 的“修正几何图形”），或改用一个点",
            "mend the feature in a GIS (such as \"Fix geometries\" in QGIS), or give a point instead",
        );
        self.findings.add(Severity::Error, RuleName::Geometry, at, value, meaning, mend);
    }
}
