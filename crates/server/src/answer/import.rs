//! An import: what it would do, and what it did.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Expected, Revision};
use yuren_ingest::{Shown, Summary};

use crate::importing::Proposal;
use crate::problem::FindingDocument;

/// Lists in a preview end here; its counts are whole.
const SHOWN: Shown = Shown { places: 200, questions: 1_000, findings: 2_000 };
/// So many warnings of a commit are told.
const MOST_WARNINGS: usize = 200;

/// What an import would do. Of places at most 200 of a sort are listed, of rows to be confirmed 1,000, of findings 2,000.
#[derive(Serialize, ToSchema)]
pub(crate) struct ImportPreview<'a> {
    /// What a commit sends back: it is refused if it would do anything else by then.
    plan: String,
    #[serde(flatten)]
    summary: Summary<'a>,
}

impl<'a> ImportPreview<'a> {
    pub(crate) fn new(proposal: &'a Proposal<'_>) -> Self {
        Self { plan: proposal.digest(), summary: proposal.summary(&SHOWN) }
    }
}

/// What an import did.
#[derive(Serialize, ToSchema)]
#[schema(as = Imported)]
pub(crate) struct ImportedAnswer {
    /// The commit; this server serves it already. null = there was nothing to change.
    #[schema(required)]
    revision: Option<Revision>,
    #[serde(flatten)]
    done: Done,
    /// What is worth a look in the changed places; at most 200.
    warnings: Vec<FindingDocument>,
}

/// How many places an import changes.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportDone)]
pub(crate) struct Done {
    /// All of them.
    changes: usize,
    /// New ones.
    added: usize,
    /// Those that were there.
    changed: usize,
    /// Those whose rows are gone.
    withdrawn: usize,
}

impl Done {
    pub(crate) fn new(proposal: &Proposal<'_>) -> Self {
        let changes = proposal.set.changes.len();
        let added = proposal.set.changes.iter().filter(|change| change.expected == Expected::Absent).count();
        let withdrawn = proposal.plan.withdrawn.len();
        Self { changes, added, changed: changes - added - withdrawn, withdrawn }
    }
}

impl ImportedAnswer {
    pub(crate) fn new(revision: Option<Revision>, done: Done, mut warnings: Vec<FindingDocument>) -> Self {
        warnings.truncate(MOST_WARNINGS);
        Self { revision, done, warnings }
    }
}
