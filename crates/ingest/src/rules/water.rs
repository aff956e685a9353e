//! Places stand on land.

use yuren_catalog::{Layers, Precision, WaterBody, rings};

use super::Judged;
use crate::RuleName;
use crate::finding::{Severity, said};

/// The city's water, each body with its box `[west, south, east, north]` so that most are passed over at once.
pub(crate) struct Water<'a> {
    bodies: Vec<([f64; 4], &'a WaterBody)>,
}

impl<'a> Water<'a> {
    pub(crate) fn new(layers: &'a Layers) -> Self {
        Self { bodies: layers.water.iter().map(|body| (extent(body), body)).collect() }
    }

    fn at(&self, lon: f64, lat: f64) -> Option<&'a WaterBody> {
        let holds = |([west, south, east, north], body): &&([f64; 4], &WaterBody)| {
            (*west..=*east).contains(&lon) && (*south..=*north).contains(&lat) && rings::contain(&body.rings, lon, lat)
        };
        self.bodies.iter().find(holds).map(|&(_, body)| body)
    }
}

pub(super) fn check(judged: &mut Judged<'_>) {
    let Some(position) = judged.draft.position.as_ref().filter(|_| judged.draft.numbers.is_some()) else { return };
    let Some(body) = judged.context.water.at(position.point.lon(), position.point.lat()) else { return };
    // An island or a quay may be finer than the outline of the water; a generated point has no such excuse.
    let severity = if position.precision == Precision::Synthetic { Severity::Error } else { Severity::Warning };
    let name = body.name.as_deref().unwrap_or("水面");
    let value = judged.position_text();
    let meaning = said(format!("这一点在{name}上"), format!("the point is in {name}"));
    let mend = said("请核对坐标；若确在岛上或码头，可不改", "check the point; leave it if it is an island or a quay");
    judged.say(severity, RuleName::InWater, judged.position_field(), &value, meaning, mend);
}

fn extent(body: &WaterBody) -> [f64; 4] {
    let empty = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    body.rings.iter().flatten().fold(empty, |[west, south, east, north], &[lon, lat]| {
        [west.min(lon), south.min(lat), east.max(lon), north.max(lat)]
    })
}
