//! Reading a calendar's file: bounded bytes to a value, or one clear error.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use thiserror::Error;

/// Longest file read, in bytes. A year of ours takes about two thousand.
const LONGEST_FILE: usize = 64 * 1024;
/// Longest text of a field, in characters.
const LONGEST_TEXT: usize = 200;

/// A calendar, or a file of one, that does not hold together.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}{problem}; allowed: {allowed}", if field.is_empty() { String::new() } else { format!("{field}: ") })]
pub struct CalendarError {
    /// The field's path in the file, such as `holiday[1].from`; empty = the file as a whole.
    pub field: String,
    /// What is wrong, with the value found.
    pub problem: String,
    /// What is allowed.
    pub allowed: String,
}

impl CalendarError {
    pub(crate) fn new(field: impl Into<String>, problem: impl Into<String>, allowed: impl Into<String>) -> Self {
        Self { field: field.into(), problem: problem.into(), allowed: allowed.into() }
    }
}

/// A file's bytes as a `T`.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, CalendarError> {
    if bytes.len() > LONGEST_FILE {
        let problem = format!("the file has {} bytes", bytes.len());
        return Err(CalendarError::new("", problem, format!("at most {LONGEST_FILE}")));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        CalendarError::new("", format!("byte {} is not UTF-8", error.valid_up_to() + 1), "a file saved as UTF-8")
    })?;
    // Editors on Windows begin a file with a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        CalendarError::new("", format!("line {line} is not TOML: {}", error.message()), "TOML")
    })?;
    serde_path_to_error::deserialize(table).map_err(|error| {
        let message = error.inner().message();
        let split = message.split_once("; allowed: ").or_else(|| message.split_once(", expected "));
        let (problem, allowed) = split.unwrap_or((message, "the fields that the README beside such files lists"));
        let path = error.path().to_string();
        CalendarError::new(if path == "." { String::new() } else { path }, problem, allowed)
    })
}

/// A text that has something in it, and not too much.
pub(crate) fn check_text(field: &str, text: &str) -> Result<(), CalendarError> {
    let length = text.chars().count();
    if text.trim().is_empty() || length > LONGEST_TEXT || text.chars().any(char::is_control) {
        let shown: String = text.chars().take(40).collect();
        let problem = format!("{shown:?} has {length} characters");
        return Err(CalendarError::new(
            field,
            problem,
            format!("1 to {LONGEST_TEXT} characters of text, without line breaks"),
        ));
    }
    Ok(())
}

/// An address on the web.
pub(crate) fn check_url(field: &str, url: Option<&str>) -> Result<(), CalendarError> {
    match url {
        Some(url) if !url.starts_with("https://") && !url.starts_with("http://") => {
            let shown: String = url.chars().take(80).collect();
            Err(CalendarError::new(field, format!("{shown:?} is no address of a page"), "https://…, or leave it out"))
        }
        Some(url) => check_text(field, url),
        None => Ok(()),
    }
}

/// A list of at most so many dates, each once.
pub(crate) fn check_dates(field: &str, dates: &[NaiveDate], most: usize) -> Result<(), CalendarError> {
    if dates.len() > most {
        return Err(CalendarError::new(field, format!("there are {} dates", dates.len()), format!("at most {most}")));
    }
    let twice = dates.iter().enumerate().find(|(i, date)| dates[..*i].contains(date));
    twice.map_or(Ok(()), |(i, date)| {
        Err(CalendarError::new(format!("{field}[{i}]"), format!("{date} stands here twice"), "each date once"))
    })
}
