//! What an edit is: places and study routes as they shall be, all together or not at all.
//!
//! An editor or an import makes a [`ChangeSet`]; the store commits it under one revision; the index applies it. Nothing is
//! ever deleted: what goes is [`crate::Status::Withdrawn`].

use std::collections::BTreeMap;

use crate::{Place, Source, SourceKey, StudyRoute};

/// The number of a commit (修订号). Revisions are in the order of their commits and begin with 1, the city pack itself.
pub type Revision = u64;

/// What the maker of a change knew of what it changes: a change of anything newer is refused, so that no edit is lost unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// There is none of this id yet.
    Absent,
    /// As the commit of this revision left it.
    AsOf(Revision),
}

/// One place as it shall be, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceChange {
    /// The place after the change; its id says which one.
    pub place: Place,
    /// What it is a change of.
    pub expected: Expected,
}

/// One study route as it shall be, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct StudyRouteChange {
    /// The route after the change; its id says which one.
    pub route: StudyRoute,
    /// What it is a change of.
    pub expected: Expected,
}

/// Changes that are committed together or not at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeSet {
    /// At most one change a place.
    pub changes: Vec<PlaceChange>,
    /// At most one change a study route.
    pub study_routes: Vec<StudyRouteChange>,
    /// Sources that the changes name and the city does not have yet.
    pub sources: BTreeMap<SourceKey, Source>,
    /// Why, in the maker's words; kept in the audit trail.
    pub why: String,
}
