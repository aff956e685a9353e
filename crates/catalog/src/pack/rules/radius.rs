//! How far off a position may be.

use crate::pack::draft::Draft;
use crate::pack::report::{Report, Spot};
use crate::{Position, Precision};

/// The largest radius in metres: half the length of a large city.
const LARGEST_M: f64 = 100_000.0;

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in &draft.places {
        radius(&entry.value.position, entry.spot(), report);
    }
    for entry in &draft.regions {
        if let Some(position) = &entry.value.position {
            radius(position, entry.spot(), report);
        }
    }
}

fn radius(position: &Position, at: Spot<'_>, report: &mut Report) {
    const FIELD: &str = "position.radius_m";
    let radius_m = position.radius_m;
    if !(0.0..=LARGEST_M).contains(&radius_m) {
        let problem = format!("{radius_m} m is not a radius");
        report.error(at, FIELD, problem, format!("write metres between 0 and {LARGEST_M}"));
    } else if radius_m == 0.0 && matches!(position.precision, Precision::Approximate | Precision::Synthetic) {
        let problem = "an approximate or synthetic position is never exact";
        report.error(at, FIELD, problem, "write the radius in metres of the area that the true spot lies in");
    }
}
