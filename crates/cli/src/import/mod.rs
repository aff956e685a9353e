//! `yuren import`: a list into the store, after saying what it would do.

mod progress;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{NaiveDate, Utc};
use clap::ValueEnum;
use serde_json::json;
use yuren_server::StoredCity;
use yuren_server::geodesy::DatumName;
use yuren_server::ingest::{self, Answer, Declared, Mapping, Misdeclared, Plan, Shown, Summary};
use yuren_server::store::{Author, StoreAddress};

use self::progress::Progress;
use crate::terminal::{Colours, answer};
use crate::{folder, store};

/// Largest file of mappings, in bytes.
const LARGEST_MAPPING: usize = 1 << 20;

/// What `import` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The list: an Excel workbook (xlsx), separated text (csv), GeoJSON, or an OpenStreetMap extract (osm.pbf).
    file: PathBuf,
    /// The city's folder.
    #[arg(long, value_name = "DIR", default_value = "data/yangzhou")]
    city: PathBuf,
    /// Where edits live, as for `serve`.
    #[arg(long, value_name = "ADDRESS", env = "YUREN_STORE", hide_env_values = true)]
    store: Option<StoreAddress>,
    /// The datum of the list's coordinates; `auto` tells it from where the rows ought to be, and says which.
    #[arg(long, value_enum, default_value = "auto")]
    datum: Datum,
    /// The list's key among the city's sources: the same list has the same key every time. Left out: the file's name.
    #[arg(long, value_name = "KEY")]
    source: Option<String>,
    /// What the list is called. Left out: the file's name.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Under which licence the list may be used. Left out: not stated.
    #[arg(long, value_name = "TEXT")]
    licence: Option<String>,
    /// The day on which the list was checked against the world.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "checked_by")]
    checked_on: Option<NaiveDate>,
    /// The office that checked it.
    #[arg(long, value_name = "OFFICE", requires = "checked_on")]
    checked_by: Option<String>,
    /// What the columns are, by sheet: the `mappings` of what --json prints, changed. Left out: what the headers say.
    #[arg(long, value_name = "FILE.json")]
    mapping: Option<PathBuf>,
    /// Let the list win where editors have changed what it states.
    #[arg(long)]
    overrule: bool,
    /// What a row is whose name stands on the map already, from elsewhere. Left out: such rows wait.
    #[arg(long, value_enum, value_name = "ANSWER")]
    confirm: Option<Confirm>,
    /// Say what would be done, and do nothing.
    #[arg(long)]
    dry_run: bool,
    /// Print JSON, for programs.
    #[arg(long)]
    json: bool,
    /// Write the findings as a workbook, with the cells at fault coloured.
    #[arg(long, value_name = "FILE.xlsx")]
    report: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Datum {
    Auto,
    Wgs84,
    Gcj02,
    Bd09,
}

impl From<Datum> for Option<DatumName> {
    fn from(datum: Datum) -> Self {
        match datum {
            Datum::Auto => None,
            Datum::Wgs84 => Some(DatumName::Wgs84),
            Datum::Gcj02 => Some(DatumName::Gcj02),
            Datum::Bd09 => Some(DatumName::Bd09),
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Confirm {
    /// The place that is there.
    Same,
    /// Another place.
    New,
}

/// Imports a list. Fails if the file as a whole cannot be used.
pub(crate) fn import(options: &Options) -> Result<ExitCode, String> {
    let progress = Progress::new(options.json);
    let pack = folder::read(&options.city)?.pack.ok_or_else(|| {
        let city = options.city.display();
        format!("{city} has errors; `yuren check {city}` shows them")
    })?;
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
        let import =
            options.declared().import(&snapshot, &name, reading.format).map_err(|wrong| misdeclared(&wrong))?;
        let mappings = ingest::mappings(&reading.tables, &given).map_err(|wrong| misdeclared(&wrong))?;
        let rows: usize = reading.tables.iter().map(|table| table.rows.len()).sum();
        let stage = progress.rows(rows);
        let sheets = reading.tables.iter().zip(&mappings);
        let sheets: Vec<_> =
            sheets.map(|(table, mapping)| import.drafts(table, mapping, &mut || stage.inc(1))).collect();
        stage.finish();
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
            let revision = store.commit(&set, &Author::Operator, Utc::now()).await.map_err(said)?;
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

impl Options {
    /// What they say of the list.
    fn declared(&self) -> Declared {
        Declared {
            source: self.source.clone(),
            title: self.title.clone(),
            licence: self.licence.clone(),
            datum: self.datum.into(),
            checked_on: self.checked_on,
            checked_by: self.checked_by.clone(),
            overrules: self.overrule,
        }
    }
}

/// What cannot be said of the list, by the option that says it.
fn misdeclared(wrong: &Misdeclared) -> String {
    let option = match wrong.field.split_once('.') {
        Some(("mappings", _)) => "mapping".to_owned(),
        _ => wrong.field.replace('_', "-"),
    };
    format!("{wrong}; say it by --{option}")
}

/// The mappings in a file, by sheet.
fn given_mappings(path: &Path) -> Result<BTreeMap<String, Mapping>, String> {
    serde_json::from_slice(&bytes(path, LARGEST_MAPPING)?)
        .map_err(|error| format!("--mapping {}: {error}; `mappings` of what --json prints is allowed", path.display()))
}

/// The file's bytes, one more than allowed at most, so that reading can say that there are too many.
fn bytes(path: &Path, allowed: usize) -> Result<Vec<u8>, String> {
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
