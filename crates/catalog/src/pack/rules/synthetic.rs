//! What is made up says so, and nothing else does.

use crate::pack::draft::Draft;
use crate::pack::explain::cut;
use crate::pack::report::{Report, Spot};
use crate::{Place, Position, Precision};

/// How the name of a place that does not exist, or the title of a made-up activity or route, begins ("example").
pub(super) const EXAMPLE: &str = "示例";

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in &draft.places {
        position(draft, &entry.value.position, entry.spot(), report);
        name(draft, &entry.value, entry.spot(), report);
    }
    for entry in &draft.regions {
        if let Some(found) = &entry.value.position {
            position(draft, found, entry.spot(), report);
        }
    }
}

fn position(draft: &Draft, position: &Position, at: Spot<'_>, report: &mut Report) {
    let source = &position.provenance.source;
    let problem = match (position.precision == Precision::Synthetic, draft.is_synthetic(source)) {
        (true, Some(false)) => format!("a synthetic position cannot be from \"{}\"", source.as_str()),
        (false, Some(true)) => format!("a position from \"{}\" is synthetic", source.as_str()),
        _ => return,
    };
    let mend = "a position is synthetic if and only if its source is: correct precision or source";
    report.error(at, "position.precision", problem, mend);
}

fn name(draft: &Draft, place: &Place, at: Spot<'_>, report: &mut Report) {
    let Some(is_synthetic) = draft.is_synthetic(&place.name_provenance.source) else { return };
    if is_synthetic && !place.name.starts_with(EXAMPLE) {
        let problem = format!("{:?} is made up and reads like a real name", cut(&place.name));
        report.error(at, "name", problem, format!("begin it with {EXAMPLE}, or give its real source"));
    } else if !is_synthetic && place.name.starts_with(EXAMPLE) {
        let problem = format!("{:?} reads as made up and its source is not synthetic", cut(&place.name));
        report.error(at, "name_source.source", problem, "write the key of a synthetic source");
    }
}
