//! Whether changed study routes are sound.

use yuren_catalog::{ChangeSet, Finding, PlaceId, Setting, Severity, Status, StudyRoute};
use yuren_index::Snapshot;

/// What the pack's rules say of the changed study routes, without their ids: an editor changes one at a time.
pub(super) fn findings(snapshot: &Snapshot, setting: &Setting<'_>, set: &ChangeSet) -> Vec<Finding> {
    let routes: Vec<StudyRoute> = set.study_routes.iter().map(|change| change.route.clone()).collect();
    // A place that comes or goes with the same set counts as it shall be.
    let standing = |id: &PlaceId| -> Option<Status> {
        let changed = set.changes.iter().map(|change| &change.place).find(|place| place.id == *id);
        changed.or_else(|| snapshot.place(id)).map(|place| place.status)
    };
    let mut findings = setting.check_study_routes(&routes, standing);
    let new = routes.iter().filter(|route| snapshot.study_route(&route.id).is_none()).count();
    let count = snapshot.study_routes().len() + new;
    if new > 0 && count > StudyRoute::MOST {
        findings.push(Finding {
            severity: Severity::Error,
            file: String::new(),
            feature: None,
            field: None,
            problem: format!("the city would have {count} study routes"),
            mend: format!("at most {} are kept: change one that there is", StudyRoute::MOST),
        });
    }
    for finding in &mut findings {
        finding.feature = None;
    }
    findings
}
