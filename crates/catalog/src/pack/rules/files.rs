//! The files that a pack consists of.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry::{Occupied, Vacant};

use crate::RegionLevel;
use crate::pack::draft::Draft;
use crate::pack::report::{Report, Spot};
use crate::pack::{
    BOUNDARIES, CITY, PackFile, SOURCES, STUDY_ROUTES, TOWNS, VILLAGES, WATER, place_file, school_year_of,
};

const EVERY_PACK: [&str; 6] = [CITY, SOURCES, BOUNDARIES, TOWNS, VILLAGES, WATER];

/// The pack's own files by path; tells those that are missing, given twice or unknown.
pub(in crate::pack) fn sort_out(
    files: Vec<PackFile>,
    draft: &mut Draft,
    report: &mut Report,
) -> BTreeMap<String, Vec<u8>> {
    let mut own = BTreeMap::new();
    for PackFile { path, bytes } in files {
        if is_beside_the_pack(&path) {
            continue;
        }
        let is_ours = EVERY_PACK.contains(&path.as_str())
            || path == STUDY_ROUTES
            || district_of(&path).is_some()
            || school_year_of(&path).is_some();
        if !is_ours {
            let mend = "remove it, or move it into sources/; a pack has city.toml, sources.toml, boundaries.geojson, \
                        towns.geojson, villages.geojson, water.geojson, places/<district code>.geojson, \
                        study-routes.toml and school-year-<year>.toml";
            report.warning(Spot::file(&path), "", "no file of a pack has this name", mend);
            continue;
        }
        match own.entry(path) {
            Vacant(free) => {
                draft.files.insert(free.key().clone());
                free.insert(bytes);
            }
            Occupied(taken) => {
                report.error(Spot::file(taken.key()), "", "the file was given twice", "give it once");
            }
        }
    }
    for path in EVERY_PACK {
        if !own.contains_key(path) {
            missing(path, report);
            draft.unread.files.insert(path.to_owned());
        }
    }
    own
}

/// Every district has its file of places, and every such file its district.
pub(in crate::pack) fn places(draft: &mut Draft, report: &mut Report) {
    let districts = draft.regions.iter().map(|entry| &entry.value.code).filter(|c| c.level() == RegionLevel::District);
    let mut lost: Vec<_> = districts.map(place_file).filter(|path| !draft.files.contains(path)).collect();
    lost.sort_unstable();
    lost.dedup();
    for path in lost {
        missing(&path, report);
        draft.unread.places = true;
    }
    for path in &draft.files {
        let Some(code) = district_of(path) else { continue };
        if code.parse().is_ok_and(|code| !draft.may_have_region(&code)) {
            let problem = format!("{code} is no district of {BOUNDARIES}");
            report.error(
                Spot::file(path),
                "",
                problem,
                format!("add the district to {BOUNDARIES}, or remove this file"),
            );
        }
    }
}

fn missing(path: &str, report: &mut Report) {
    let mend = if [CITY, SOURCES].contains(&path) {
        "add it"
    } else {
        "add it, if need be as a FeatureCollection without features"
    };
    report.error(Spot::file(path), "", "the file is missing", mend);
}

/// The code in `places/321002.geojson`.
fn district_of(path: &str) -> Option<&str> {
    let code = path.strip_prefix("places/")?.strip_suffix(".geojson")?;
    (code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit())).then_some(code)
}

/// What people keep in the folder for themselves.
fn is_beside_the_pack(path: &str) -> bool {
    path == "README.md" || ["LICENCE", "LICENSE", "sources/"].iter().any(|start| path.starts_with(start))
}
