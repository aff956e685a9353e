//! What `yuren import` can be told.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ValueEnum;
use yuren_server::geodesy::DatumName;
use yuren_server::ingest::{Declared, Misdeclared};
use yuren_server::store::StoreAddress;

/// What `import` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The list: an Excel workbook (xlsx), separated text (csv), GeoJSON, or an OpenStreetMap extract (osm.pbf).
    pub(super) file: PathBuf,
    /// The city's folder.
    #[arg(long, value_name = "DIR", default_value = "data/yangzhou")]
    pub(super) city: PathBuf,
    /// Where edits live, as for `serve`.
    #[arg(long, value_name = "ADDRESS", env = "YUREN_STORE", hide_env_values = true)]
    pub(super) store: Option<StoreAddress>,
    /// The datum of the list's coordinates; `auto` tells it from where the rows ought to be, and says which.
    #[arg(long, value_enum, default_value = "auto")]
    pub(super) datum: Datum,
    /// The list's key among the city's sources: the same list has the same key every time. Left out: the file's name.
    #[arg(long, value_name = "KEY")]
    pub(super) source: Option<String>,
    /// What the list is called. Left out: the file's name.
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    /// Under which licence the list may be used. Left out: not stated.
    #[arg(long, value_name = "TEXT")]
    pub(super) licence: Option<String>,
    /// The day on which the list was checked against the world.
    #[arg(long, value_name = "YYYY-MM-DD", requires = "checked_by")]
    pub(super) checked_on: Option<NaiveDate>,
    /// The office that checked it.
    #[arg(long, value_name = "OFFICE", requires = "checked_on")]
    pub(super) checked_by: Option<String>,
    /// What the columns are, by sheet: the `mappings` of what --json prints, changed. Left out: what the headers say.
    #[arg(long, value_name = "FILE.json")]
    pub(super) mapping: Option<PathBuf>,
    /// Let the list win where editors have changed what it states.
    #[arg(long)]
    pub(super) overrule: bool,
    /// What a row is whose name stands on the map already, from elsewhere. Left out: such rows wait.
    #[arg(long, value_enum, value_name = "ANSWER")]
    pub(super) confirm: Option<Confirm>,
    /// Say what would be done, and do nothing.
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Print JSON, for programs.
    #[arg(long)]
    pub(super) json: bool,
    /// Write the findings as a workbook, with the cells at fault coloured.
    #[arg(long, value_name = "FILE.xlsx")]
    pub(super) report: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Datum {
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
pub(super) enum Confirm {
    /// The place that is there.
    Same,
    /// Another place.
    New,
}

impl Options {
    /// What they say of the list.
    pub(super) fn declared(&self) -> Declared {
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
pub(super) fn misdeclared(wrong: &Misdeclared) -> String {
    let option = match wrong.field.split_once('.') {
        Some(("mappings", _)) => "mapping".to_owned(),
        _ => wrong.field.replace('_', "-"),
    };
    format!("{wrong}; say it by --{option}")
}
