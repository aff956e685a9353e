//! From an uploaded list to what it would do to the city as the store has it.

use sha2::{Digest, Sha256};
use yuren_catalog::{ChangeSet, Expected, PlaceChange};
use yuren_ingest::{Drafts, Import, Misdeclared, Plan, Reading, Shown, Summary};

use crate::aside::aside;
use crate::clock;
use crate::import_options::ImportOptions;
use crate::problem::{Code, Problem};
use crate::state::State;
use crate::stored_city::StoredCity;
use crate::upload::Upload;

/// Hexadecimal digits.
const HEX: [u8; 16] = *b"0123456789abcdef";

/// What a list would do.
pub(crate) struct Proposal<'a> {
    import: &'a Import<'a>,
    pub(crate) reading: &'a Reading,
    sheets: &'a [Drafts],
    pub(crate) plan: &'a Plan,
    /// What a commit would change, with the answers that were given.
    pub(crate) set: ChangeSet,
}

impl Proposal<'_> {
    /// The proposal in words and numbers.
    pub(crate) fn summary(&self, shown: &Shown) -> Summary<'_> {
        Summary::new(self.import, self.reading, self.sheets, self.plan, self.set.changes.len(), shown)
    }

    /// The change set's SHA-256 in hexadecimal digits: another one changes something else, or is a change of something else.
    pub(crate) fn digest(&self) -> String {
        let mut digest = Sha256::new();
        for PlaceChange { place, expected } in &self.set.changes {
            let expected = match expected {
                Expected::Absent => "absent".to_owned(),
                Expected::AsOf(revision) => revision.to_string(),
            };
            // A place's JSON has no line feed, and its id is in it.
            digest.update(format!("{expected} {}\n", place.to_feature_json()));
        }
        for (key, source) in &self.set.sources {
            digest.update(format!("{} {:?}\n", key.as_str(), source));
        }
        digest
            .finalize()
            .iter()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .map(|digit| char::from(HEX[usize::from(digit)]))
            .collect()
    }
}

/// Finds out what a list would do, and makes something of it.
pub(crate) async fn propose<T: Send + 'static>(
    state: &State,
    upload: Upload<ImportOptions>,
    make: impl FnOnce(Proposal<'_>) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let contents = state.live.store.contents().await?;
    let edition = state.edition();
    aside(move || {
        let Upload { file_name, bytes, options } = upload;
        let StoredCity { snapshot, revisions, .. } = StoredCity::again(&edition.snapshot, contents);
        let reading = yuren_ingest::read(&bytes, &file_name);
        drop(bytes);
        let today = clock::today(snapshot.city());
        let import = options
            .declared()
            .import(&snapshot, &file_name, reading.format, today)
            .map_err(|wrong| misdeclared(&wrong))?;
        let sheets =
            import.sheets(&reading.tables, &options.mappings, &mut || ()).map_err(|wrong| misdeclared(&wrong))?;
        let revision_of = |id: &_| revisions.get(id).copied().unwrap_or_default();
        let plan = import.plan(reading.findings.clone(), &sheets, &revision_of);
        let why = if options.why.is_empty() { format!("import of {file_name}") } else { options.why };
        let set = plan.change_set(&options.answers, why);
        make(Proposal { import: &import, reading: &reading, sheets: &sheets, plan: &plan, set })
    })
    .await?
}

fn misdeclared(wrong: &Misdeclared) -> Problem {
    let problem = Problem::new(Code::InvalidContent, format!("Of a list this cannot be said: {wrong}."));
    problem.parameter(&wrong.field).value(&wrong.value).allowed(&wrong.allowed)
}
