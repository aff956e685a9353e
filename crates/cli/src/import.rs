//! `yuren import`: a list into the store, after saying what it would do.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use chrono::{NaiveDate, Utc};
use clap::ValueEnum;
use serde_json::{Value, json};
use yuren_server::StoredCity;
use yuren_server::catalog::{Source, SourceKey};
use yuren_server::geodesy::DatumName;
use yuren_server::ingest::{self, Answer, Finding, Format, Import, Mapping, Plan, Planned, Severity};
use yuren_server::store::{Author, StoreAddress};

use crate::terminal::{Colours, answer, tell};
use crate::{folder, store};

/// Findings shown at most; a report has them all.
const SHOWN: usize = 40;

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
    /// Under which licence the list may be used.
    #[arg(long, value_name = "TEXT", default_value = "Not stated")]
    licence: String,
    /// The day on which the list was checked against the world.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "checked_by")]
    checked_on: Option<NaiveDate>,
    /// The office that checked it.
    #[arg(long, value_name = "OFFICE", requires = "checked_on")]
    checked_by: Option<String>,
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
    let stages = Stages::new(options.json);
    let pack = folder::read(&options.city)?.pack.ok_or_else(|| {
        let city = options.city.display();
        format!("{city} has errors; `yuren check {city}` shows them")
    })?;
    let name = options.file.file_name().map_or_else(|| "list".into(), |name| name.to_string_lossy().into_owned());
    let reading = stages.run("reading the file", || Ok(ingest::read(&bytes(&options.file)?, &name)))?;
    let (key, source) = source(options, &name, reading.format)?;
    let address = store::address(options.store.as_ref(), &options.city)?;
    actix_web::rt::System::new().block_on(async move {
        let store = store::open_with(&address, &pack).await?;
        let said = |error| format!("the store {address}: {error}");
        let StoredCity { snapshot, revisions, .. } = StoredCity::read(pack, &*store).await.map_err(said)?;
        // A source that is there already says of itself what it always said.
        let source = snapshot.sources().get(&key).cloned().unwrap_or(source);
        let import = Import {
            datum: options.datum.into(),
            checked_on: options.checked_on,
            checked_by: options.checked_by.clone(),
            overrules: options.overrule,
            ..Import::new(&snapshot, key, source, yuren_server::today(snapshot.city())).of(reading.format)
        };
        let tables = &reading.tables;
        let sheets = stages.run("judging the rows", || {
            Ok(tables.iter().map(|table| import.drafts(table, &Mapping::guess(table))).collect::<Vec<_>>())
        })?;
        let revision_of = |id: &_| revisions.get(id).copied().unwrap_or_default();
        let findings = reading.findings.clone();
        let plan = stages.run("planning", || Ok(import.plan(findings, &sheets, &revision_of)))?;
        if let Some(path) = &options.report {
            let workbook = ingest::report(tables, &plan.findings).map_err(|error| format!("no report: {error}"))?;
            fs::write(path, workbook).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        }
        let set = plan.change_set(&answers(&plan, options.confirm), format!("import of {name}"));
        let changes = set.changes.len();
        let revision = if options.dry_run || changes == 0 {
            None
        } else {
            let committed = store.commit(&set, &Author::Operator, Utc::now()).await;
            Some(stages.say("committing", committed).map_err(said)?)
        };
        if options.json {
            let sheets = sheets.iter().map(|sheet| {
                json!({ "sheet": sheet.sheet, "mapping": sheet.mapping, "datum": sheet.datum.map(DatumName::as_str) })
            });
            let mut document = summary(&plan);
            document["sheets"] = sheets.collect();
            document["changes"] = changes.into();
            document["revision"] = json!(revision);
            answer(&format!("{document:#}"));
        } else {
            answer(&words(&plan, changes, revision, options, Colours::of_stdout()));
        }
        Ok(if plan.findings.has_file_error() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    })
}

/// The file's bytes, not more than are ever read.
fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let said = |error| format!("{} cannot be read: {error}", path.display());
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(said)?;
    // One more than allowed, so that reading can say that there are too many.
    file.take(ingest::read::MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(said)?;
    Ok(bytes)
}

/// What the list is, and its key.
fn source(options: &Options, name: &str, format: Format) -> Result<(SourceKey, Source), String> {
    if format == Format::OsmPbf && options.source.is_none() {
        let source = Source {
            title: "开放街图（OpenStreetMap）".to_owned(),
            title_en: "OpenStreetMap".to_owned(),
            licence: "ODbL-1.0".to_owned(),
            attribution: "© OpenStreetMap contributors".to_owned(),
            url: Some("https://www.openstreetmap.org/copyright".to_owned()),
            synthetic: false,
        };
        return Ok((SourceKey::from("osm"), source));
    }
    let stem = name.split('.').next().unwrap_or(name);
    let key = options.source.clone().unwrap_or_else(|| stem.to_lowercase());
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    if !(1..=64).contains(&key.len()) || !key.bytes().all(plain) {
        return Err(format!(
            "{key:?} cannot be the list's key; name one with --source: 1 to 64 of a-z, 0-9, '-' and '_'"
        ));
    }
    let title = options.title.clone().unwrap_or_else(|| name.to_owned());
    let licence = options.licence.clone();
    let source =
        Source { title_en: title.clone(), title, licence, attribution: String::new(), url: None, synthetic: false };
    Ok((SourceKey::from(key.as_str()), source))
}

fn answers(plan: &Plan, confirm: Option<Confirm>) -> BTreeMap<String, Answer> {
    let Some(confirm) = confirm else { return BTreeMap::new() };
    let given = match confirm {
        Confirm::Same => Answer::Same,
        Confirm::New => Answer::New,
    };
    plan.to_confirm.iter().map(|question| (question.key.clone(), given)).collect()
}

/// The plan for programs.
fn summary(plan: &Plan) -> Value {
    let place = |planned: &Planned| {
        json!({
            "row": planned.row, "place": planned.change.place.id, "name": planned.change.place.name,
            "fields": planned.fields,
        })
    };
    let places = |planned: &[Planned]| planned.iter().map(place).collect::<Vec<_>>();
    let to_confirm = plan.to_confirm.iter().map(|question| {
        json!({
            "key": question.key, "row": question.row, "doubt": question.doubt, "candidate": question.candidate,
            "distance_m": question.distance_m.round(),
        })
    });
    json!({
        "source": plan.source_key,
        "added": places(&plan.added),
        "changed": places(&plan.changed),
        "withdrawn": places(&plan.withdrawn),
        "unchanged": plan.unchanged.len(),
        "to_confirm": to_confirm.collect::<Vec<_>>(),
        "kept": plan.kept,
        "approximate": plan.approximate,
        "refused_rows": plan.refused,
        "counts_by_rule": plan.findings.counts(),
        "findings": plan.findings.told(),
    })
}

/// The plan for people.
fn words(plan: &Plan, changes: usize, revision: Option<u64>, options: &Options, colours: Colours) -> String {
    let mut lines = vec![format!(
        "{} added, {} changed, {} withdrawn, {} unchanged, {} to confirm, {} rows refused",
        plan.added.len(),
        plan.changed.len(),
        plan.withdrawn.len(),
        plan.unchanged.len(),
        plan.to_confirm.len(),
        plan.refused,
    )];
    if !plan.approximate.is_empty() {
        lines.push(format!("{} stand at the centre of a region, to be fixed on the map", plan.approximate.len()));
    }
    let counts = plan.findings.counts();
    if !counts.is_empty() {
        lines.push(String::new());
        lines.extend(counts.iter().map(|(rule, count)| format!("  {count:6}  {rule}")));
        lines.push(String::new());
    }
    let told = plan.findings.told();
    let mut grave: Vec<&Finding> = told.iter().filter(|finding| finding.severity != Severity::Note).collect();
    grave.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    lines.extend(grave.iter().take(SHOWN).map(|finding| line(finding, colours)));
    if grave.len() > SHOWN {
        lines.push(format!("  … and {} more; --report FILE.xlsx has them all", grave.len() - SHOWN));
    }
    lines.push(match revision {
        Some(revision) => format!("{changes} places changed, revision {revision}."),
        None if options.dry_run => format!("A dry run: {changes} places would change, nothing was done."),
        None => "Nothing to change.".to_owned(),
    });
    if !plan.to_confirm.is_empty() && options.confirm.is_none() {
        lines.push(
            "Rows to confirm wait: --confirm same takes them for the places that are there, --confirm new for others."
                .to_owned(),
        );
    }
    lines.join("\n")
}

fn line(finding: &Finding, colours: Colours) -> String {
    let severity = match finding.severity {
        Severity::Error => colours.paint("31", "error  "),
        Severity::Warning => colours.paint("33", "warning"),
        Severity::Note => "note   ".to_owned(),
    };
    let place = [
        finding.sheet.as_deref().map(str::to_owned),
        finding.row.map(|row| format!("row {row}")),
        finding.column.map(|column| format!("column {}", column + 1)),
    ];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let value = if finding.value.is_empty() { String::new() } else { format!(" [{}]", finding.value) };
    format!(
        "  {severity} {place}: {}{value}\n          {} {}",
        finding.meaning_en,
        colours.paint("32", "→"),
        finding.mend_en
    )
}

/// Says on standard error what is being done, and how long it took.
struct Stages {
    is_quiet: bool,
}

impl Stages {
    fn new(is_quiet: bool) -> Self {
        Self { is_quiet }
    }

    fn run<T>(&self, what: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
        let began = Instant::now();
        let done = work();
        if !self.is_quiet {
            tell(&format!("{what}: {:.1} s", began.elapsed().as_secs_f64()));
        }
        done
    }

    fn say<T>(&self, what: &str, done: T) -> T {
        if !self.is_quiet {
            tell(&format!("{what}: done"));
        }
        done
    }
}
