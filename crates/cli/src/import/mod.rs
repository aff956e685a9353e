//! `yuren import`: a list into the store, after saying what it would do.

pub(crate) mod options;
pub(crate) mod progress;
pub(crate) mod words;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use serde_json::json;
use yuren_server::StoredCity;
use yuren_server::ingest::{self, Answer, Mapping, Plan, Shown, Summary};
use yuren_server::store::Author;

pub(crate) use self::options::Options;
use self::options::{Confirm, misdeclared};
use self::progress::Progress;
use crate::terminal::{Colours, answer};
use crate::{folder, store};

/// Largest file of mappings, in bytes.
const LARGEST_MAPPING: usize = 1 << 20;

/// Imports a list. Fails if the file as a whole cannot be used.
pub(crate) fn import(options: &Options) -> Result<ExitCode, String> {
    let progress = Progress::new(options.json);
    let pack = folder::sound(&options.city)?;
    let name = options.file.file_name().map_or_else(|| "list".into(), |name| name.to_string_lossy().into_owned());
    let given = options.mapping.as_deref().map_or_else(|| Ok(BTreeMap::new()), given_mappings)?;
    let stage = progress.stage("reading the file");
    let reading = ingest::read(&bytes(&options.file, ingest::read::MAX_BYTES)?, &name);
    stage.finish();
    let address = store::address(options.store.as_ref(), &options.city)?;
    actix_web::rt::System::new().block_on(async move {
        let store = store::open_with(&address, &pack).await?;
        let said = |error| format!("the store {address}: {error}");
        let StoredCity { snapshot, revisions, .. } = StoredCity::read(pack, &*store).await.map_err(said)?;
        let today = yuren_server::today(snapshot.city());
        let import =
            options.declared().import(&snapshot, &name, reading.format, today).map_err(|wrong| misdeclared(&wrong))?;
        let rows: usize = reading.tables.iter().map(|table| table.rows.len()).sum();
        let stage = progress.rows(rows);
        let sheets = import.sheets(&reading.tables, &given, &mut || stage.inc(1));
        stage.finish();
        let sheets = sheets.map_err(|wrong| misdeclared(&wrong))?;
        let stage = progress.stage("planning");
        let revision_of = |id: &_| revisions.get(id).copied().unwrap_or_default();
        let plan = import.plan(reading.findings.clone(), &sheets, &revision_of);
        stage.finish();
        if let Some(path) = &options.report {
            let workbook = ingest::report(&reading.tables, &plan.findings);
            let workbook = workbook.map_err(|error| format!("no report: {error}"))?;
            fs::write(path, workbook).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        }
        let set = plan.change_set(&answers(&plan, options.confirm), format!("import of {name}"));
        let changes = set.changes.len();
        let revision = if options.dry_run || changes == 0 {
            None
        } else {
            let stage = progress.stage("committing");
            let revision = store.commit(&set, &Author::Operator, yuren_server::now()).await.map_err(said)?;
            stage.finish();
            Some(revision)
        };
        if options.json {
            let mut document = json!(Summary::new(&import, &reading, &sheets, &plan, changes, &Shown::ALL));
            document["mappings"] = sheets.iter().map(|sheet| (sheet.sheet.to_string(), json!(sheet.mapping))).collect();
            document["revision"] = json!(revision);
            answer(&format!("{document:#}"));
        } else {
            answer(&words::of(&plan, changes, revision, options, Colours::of_stdout()));
        }
        Ok(if plan.findings.has_file_error() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    })
}

/// The mappings in a file, by sheet.
fn given_mappings(path: &Path) -> Result<BTreeMap<String, Mapping>, String> {
    serde_json::from_slice(&bytes(path, LARGEST_MAPPING)?)
        .map_err(|error| format!("--mapping {}: {error}; `mappings` of what --json prints is allowed", path.display()))
}

/// The file's bytes, one more than allowed at most, so that reading can say that there are too many.
pub(crate) fn bytes(path: &Path, allowed: usize) -> Result<Vec<u8>, String> {
    let said = |error| format!("{} cannot be read: {error}", path.display());
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(said)?;
    file.take(allowed as u64 + 1).read_to_end(&mut bytes).map_err(said)?;
    Ok(bytes)
}

fn answers(plan: &Plan, confirm: Option<Confirm>) -> BTreeMap<String, Answer> {
    let Some(confirm) = confirm else { return BTreeMap::new() };
    let given = match confirm {
        Confirm::Same => Answer::Same,
        Confirm::New => Answer::New,
    };
    plan.to_confirm.iter().map(|question| (question.key.clone(), given)).collect()
}
