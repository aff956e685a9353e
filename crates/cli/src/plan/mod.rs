//! `yuren plan`: a day of field study for a school.

mod text;
mod words;

use std::fs;
use std::io::{Read, stdin};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;

use clap::ValueEnum;
use serde_json::Value;
use yuren_server::store::StoreAddress;
use yuren_server::{DayFormat, Lang};

use crate::calendar::CalendarOptions;
use crate::desk;
use crate::import::progress::Progress;
use crate::network::stop_on_ctrl_c;
use crate::terminal::answer;

/// No question is longer, in bytes.
const LARGEST: u64 = 256 << 10;

/// What `plan` can be told.
#[derive(clap::Args)]
pub(crate) struct PlanOptions {
    /// The question, as `POST /api/v1/itineraries` takes it; - reads standard input.
    #[arg(value_name = "QUESTION.json")]
    question: PathBuf,
    /// By this study route, instead of the one that the question names, if any.
    #[arg(long, value_name = "ID")]
    route: Option<String>,
    /// The city's folder.
    #[arg(long, value_name = "DIR", default_value = "data/yangzhou")]
    city: PathBuf,
    #[command(flatten)]
    calendar: CalendarOptions,
    /// Where edits live, as for `serve`.
    #[arg(long, value_name = "ADDRESS", env = "YUREN_STORE", hide_env_values = true)]
    store: Option<StoreAddress>,
    /// What the day is printed as.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of a timetable, a calendar and of routes.
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
    /// Write it to this file, and not to the terminal.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What a day is printed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A timetable to read.
    Text,
    /// The whole answer, as the interface gives it.
    Json,
    /// Stops and legs on a map.
    Geojson,
    /// A calendar.
    Ics,
    /// Routes for a navigator.
    Gpx,
}

/// In which language a day is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Language {
    /// Chinese.
    Zh,
    /// English, with English names where there are any.
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Self::Zh,
            Language::En => Self::En,
        }
    }
}

/// Plans a day and prints it. Ctrl-c ends the search, and the best day so far is printed.
pub(crate) fn plan(options: &PlanOptions) -> Result<ExitCode, String> {
    let mut question = question(&options.question)?;
    if let (Some(route), Value::Object(fields)) = (&options.route, &mut question) {
        fields.insert("study_route".to_owned(), route.as_str().into());
    }
    let desk = desk::open(&options.city, &options.calendar, options.store.as_ref())?;
    let format = match options.format {
        Format::Text | Format::Json => DayFormat::Json,
        Format::Geojson => DayFormat::GeoJson,
        Format::Ics => DayFormat::Ics,
        Format::Gpx => DayFormat::Gpx,
    };
    let progress = Progress::new(false);
    let stage = progress.stage("looking for a day");
    let stopped = stop_on_ctrl_c();
    let mut better = |plan: Value| stage.set_message(format!("looking for a better day than one of {}", plan["score"]));
    let lang = options.lang.into();
    let bytes = desk.field_study(&question, (format, lang), &|| stopped.load(Ordering::Relaxed), &mut better)?;
    stage.finish_and_clear();
    let written = match options.format {
        Format::Text => text::timetable(&read(&bytes)?, lang),
        Format::Json => format!("{:#}", read(&bytes)?),
        Format::Geojson | Format::Ics | Format::Gpx => {
            String::from_utf8(bytes).map_err(|_| "the day is no text".to_owned())?
        }
    };
    match &options.output {
        None => answer(written.trim_end()),
        Some(path) => {
            fs::write(path, written).map_err(|error| format!("{} cannot be written: {error}", path.display()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The question in a file, or from standard input.
fn question(path: &Path) -> Result<Value, String> {
    let shown = path.display();
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        stdin().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    read.map_err(|error| format!("{shown} cannot be read: {error}"))?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("{shown} is larger than {LARGEST} bytes"));
    }
    serde_json::from_slice(&bytes).map_err(|error| format!("{shown} is no JSON: {error}"))
}

fn read(bytes: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(bytes).map_err(|error| format!("the day is no JSON: {error}"))
}
