//! The tree of regions hangs together, and every place is in it.

use crate::RegionLevel;
use crate::pack::draft::Draft;
use crate::pack::report::Report;
use crate::pack::{BOUNDARIES, CITY, TOWNS, VILLAGES, place_file};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    tree(draft, report);
    places(draft, report);
}

fn tree(draft: &Draft, report: &mut Report) {
    for entry in &draft.regions {
        let (at, code) = (entry.spot(), &entry.value.code);
        let own_file = file_of(code.level());
        if *entry.file != *own_file {
            report.error(
                at,
                "id",
                format!("\"{code}\" does not belong in this file"),
                format!("move it to {own_file}"),
            );
        } else if let Some(parent) = code.parent().filter(|parent| !draft.may_have_region(parent)) {
            let file = file_of(parent.level());
            let problem = format!("the region around it, {parent}, is missing");
            report.error(at, "id", problem, format!("add {parent} to {file}, or correct the code"));
        }
        if entry.value.sources.is_empty() {
            report.error(at, "sources", "nobody says so", "name the sources of its code, name and outline");
        }
    }
}

fn places(draft: &Draft, report: &mut Report) {
    for entry in &draft.places {
        let (at, region) = (entry.spot(), &entry.value.region);
        let own_file = place_file(region);
        if *entry.file != *own_file {
            let problem = format!("\"{region}\" is not in the district of this file");
            report.error(at, "region", problem, format!("move the place to {own_file}, or correct its region"));
        } else if !draft.may_have_region(region) {
            let mend = format!("add it to {}, or write the code of the finest region known", file_of(region.level()));
            report.error(at, "region", format!("there is no region \"{region}\""), mend);
        }
    }
}

/// The file that holds regions of this level.
fn file_of(level: RegionLevel) -> &'static str {
    match level {
        RegionLevel::City => CITY,
        RegionLevel::District => BOUNDARIES,
        RegionLevel::Town => TOWNS,
        RegionLevel::Village => VILLAGES,
    }
}
