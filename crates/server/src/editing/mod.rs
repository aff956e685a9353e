//! A change on its way into the store: is it this person's to make, and are the places and study routes sound?

mod places;
mod study_routes;

use yuren_catalog::{
    ChangeSet, Finding, PlaceChange, Revision, Setting, Severity, Source, SourceKey, StudyRouteChange,
};
use yuren_index::Snapshot;
use yuren_store::AccountRole;

use crate::aside::aside;
use crate::clock;
use crate::people::Person;
use crate::problem::{Code, FindingDocument, Problem};
use crate::state::State;

/// Longest reason, in characters.
const LONGEST_WHY: usize = 500;

/// What came of a change.
#[derive(Debug)]
pub(crate) struct Committed {
    /// The commit.
    pub(crate) revision: Revision,
    /// What is worth a look in what was changed; nothing of it forbids that.
    pub(crate) warnings: Vec<FindingDocument>,
}

/// Commits the changes of a person, all or none.
pub(crate) async fn commit(state: &State, person: &Person, set: ChangeSet) -> Result<Committed, Problem> {
    person.need(AccountRole::Editor)?;
    check_why(&set.why)?;
    let edition = state.live.edition();
    for PlaceChange { place, .. } in &set.changes {
        person.need_scope(edition.snapshot.place(&place.id), place)?;
    }
    for StudyRouteChange { route, .. } in &set.study_routes {
        person.need_scope_of_stops(&edition.snapshot, route)?;
    }
    let (set, found) = aside(move || {
        let set = with_editors(&edition.snapshot, set);
        let found = findings(&edition.snapshot, &set);
        (set, found)
    })
    .await?;
    let mut warnings = Vec::new();
    for (code, findings) in found {
        let (errors, rest): (Vec<Finding>, _) =
            findings.into_iter().partition(|finding| finding.severity == Severity::Error);
        if !errors.is_empty() {
            let problem = Problem::new(code, format!("{}; nothing was changed.", in_a_line(&errors)));
            return Err(problem.findings(errors.into_iter().map(document).collect()));
        }
        warnings.extend(rest.into_iter().map(document));
    }
    let revision = state.live.commit(&set, &person.author()).await?;
    Ok(Committed { revision, warnings })
}

/// The editors join the city's sources with the first fact that is theirs.
fn with_editors(snapshot: &Snapshot, mut set: ChangeSet) -> ChangeSet {
    let key = SourceKey::from(Source::EDITORS);
    let of_places = set.changes.iter().flat_map(|change| change.place.provenances());
    let mut all = of_places.chain(set.study_routes.iter().map(|change| &change.route.provenance));
    let is_named = all.any(|provenance| provenance.source == key);
    drop(all);
    if is_named && !snapshot.sources().contains_key(&key) {
        set.sources.entry(key).or_insert_with(Source::editors);
    }
    set
}

/// What the pack's rules say of what is changed, with the code of a refusal for it.
fn findings(snapshot: &Snapshot, set: &ChangeSet) -> [(Code, Vec<Finding>); 2] {
    let mut sources = snapshot.sources().clone();
    sources.extend(set.sources.clone());
    let setting = Setting {
        city: snapshot.city(),
        sources: &sources,
        regions: snapshot.regions(),
        layers: snapshot.layers(),
        today: clock::today(snapshot.city()),
    };
    [
        (Code::UnfitPlace, places::findings(snapshot, &setting, set)),
        (Code::UnfitStudyRoute, study_routes::findings(snapshot, &setting, set)),
    ]
}

fn check_why(why: &str) -> Result<(), Problem> {
    let length = why.chars().count();
    if length <= LONGEST_WHY {
        return Ok(());
    }
    let detail = format!("The reason has {length} characters.");
    Err(Problem::new(Code::InvalidContent, detail)
        .parameter("why")
        .allowed(format!("at most {LONGEST_WHY} characters")))
}

fn in_a_line(errors: &[Finding]) -> String {
    match errors {
        [one] => format!("{}: {}", one.field.as_deref().unwrap_or("as a whole"), one.problem),
        many => format!("{} things are wrong", many.len()),
    }
}

fn document(finding: Finding) -> FindingDocument {
    let Finding { feature, field, problem, mend, .. } = finding;
    FindingDocument { place: feature, field, problem, mend }
}
