//! Findings as they are made.

use std::collections::HashMap;

use super::{BOUNDARIES, CITY, Finding, SOURCES, Severity, TOWNS, VILLAGES, WATER};

/// So many findings of one file are told; beyond it only their number. One wrong key may be in a million features.
const TOLD_PER_FILE: usize = 1_000;

/// What a finding is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'a> {
    /// The file's path.
    pub(super) file: &'a str,
    /// The feature's number in the file, from 1; 0 = the file as a whole.
    pub(super) number: usize,
    /// The feature's id, where it has one.
    pub(super) id: Option<&'a str>,
}

impl<'a> Spot<'a> {
    /// The file as a whole.
    pub(super) fn file(file: &'a str) -> Self {
        Self { file, number: 0, id: None }
    }
}

/// Findings so far.
#[derive(Default)]
pub(super) struct Report {
    told: Vec<(usize, Finding)>,
    files: HashMap<String, Tally>,
}

#[derive(Default)]
struct Tally {
    told: usize,
    untold: usize,
    untold_error: bool,
}

impl Report {
    /// The pack is not served until this is mended. An empty `field` is the feature as a whole.
    pub(super) fn error(&mut self, at: Spot<'_>, field: &str, problem: impl Into<String>, mend: impl Into<String>) {
        self.add(Severity::Error, at, field, problem.into(), mend.into());
    }

    /// Worth a look.
    pub(super) fn warning(&mut self, at: Spot<'_>, field: &str, problem: impl Into<String>, mend: impl Into<String>) {
        self.add(Severity::Warning, at, field, problem.into(), mend.into());
    }

    fn add(&mut self, severity: Severity, at: Spot<'_>, field: &str, problem: String, mend: String) {
        let tally = self.files.entry(at.file.to_owned()).or_default();
        if tally.told == TOLD_PER_FILE {
            tally.untold += 1;
            tally.untold_error |= severity == Severity::Error;
            return;
        }
        tally.told += 1;
        let feature = (at.number > 0).then(|| at.id.map_or_else(|| format!("#{}", at.number), str::to_owned));
        let field = (!field.is_empty()).then(|| field.to_owned());
        self.told.push((at.number, Finding { severity, file: at.file.to_owned(), feature, field, problem, mend }));
    }

    /// Everything found, in file order and then by feature.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        let Self { mut told, files } = self;
        let untold = files.into_iter().filter(|(_, tally)| tally.untold > 0).map(|(file, tally)| {
            let finding = Finding {
                severity: if tally.untold_error { Severity::Error } else { Severity::Warning },
                file,
                feature: None,
                field: None,
                problem: format!("{} more findings are not listed", tally.untold),
                mend: "mend those listed and check again".to_owned(),
            };
            (usize::MAX, finding)
        });
        told.extend(untold);
        let key = |(number, finding): &(usize, Finding)| (file_rank(&finding.file), finding.file.clone(), *number);
        told.sort_by_cached_key(key);
        told.into_iter().map(|(_, finding)| finding).collect()
    }
}

/// The order in which a pack's files are told: what the others stand on comes first.
fn file_rank(path: &str) -> usize {
    let order = [CITY, SOURCES, BOUNDARIES, TOWNS, VILLAGES, WATER];
    order.iter().position(|&known| known == path).unwrap_or(order.len())
}
