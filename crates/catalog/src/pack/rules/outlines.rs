//! Rings of polygons are rings (RFC 7946, section 3.1.6).

use crate::pack::draft::Draft;
use crate::pack::report::{Report, Spot};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in &draft.regions {
        for rings in &entry.value.polygons {
            polygon(entry.spot(), rings, report);
        }
    }
    for entry in &draft.water {
        polygon(entry.spot(), &entry.value.rings, report);
    }
}

fn polygon(at: Spot<'_>, rings: &[Vec<[f64; 2]>], report: &mut Report) {
    const FIELD: &str = "geometry.coordinates";
    if rings.is_empty() {
        report.error(at, FIELD, "a polygon has no ring", "draw its outline, or write null for the geometry");
    }
    for (i, ring) in rings.iter().enumerate() {
        if ring.len() < 4 {
            let problem = format!("ring {i} of a polygon has {} positions", ring.len());
            report.error(at, FIELD, problem, "a ring needs at least 4, the last equal to the first");
        } else if ring.first() != ring.last() {
            let problem = format!("ring {i} of a polygon is not closed");
            report.error(at, FIELD, problem, "repeat its first position at its end");
        }
    }
}
