//! What whoever imports a list says of it; what is left out follows from the file.

use chrono::NaiveDate;
use yuren_catalog::{Source, SourceKey};
use yuren_geodesy::DatumName;
use yuren_index::Snapshot;

use crate::{Format, Import, Misdeclared};

/// Longest text that is declared of a list, in characters.
const LONGEST_TEXT: usize = 200;

/// What is said of a list beside what stands in it.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    /// Its key among the city's sources. Left out: the file's name up to its first dot; `osm` for an extract.
    pub source: Option<String>,
    /// What it is called. Left out: the file's name.
    pub title: Option<String>,
    /// Under which licence it may be used. Left out: not stated.
    pub licence: Option<String>,
    /// The datum of its coordinates. Left out: to be told from them.
    pub datum: Option<DatumName>,
    /// The day on which it was checked against the world.
    pub checked_on: Option<NaiveDate>,
    /// The office that checked it.
    pub checked_by: Option<String>,
    /// Whether it wins where others have changed a field that it states.
    pub overrules: bool,
}

impl Declared {
    /// The import of such a list into this city, where it is this day. A source that the city has already says of itself what it always said.
    pub fn import<'a>(
        &self,
        snapshot: &'a Snapshot,
        file_name: &str,
        format: Format,
        today: NaiveDate,
    ) -> Result<Import<'a>, Misdeclared> {
        for (field, text) in [("title", &self.title), ("licence", &self.licence), ("checked_by", &self.checked_by)] {
            text.as_deref().map_or(Ok(()), |text| check_text(field, text))?;
        }
        if self.checked_on.is_some() != self.checked_by.is_some() {
            let (field, value) = match &self.checked_by {
                Some(office) => ("checked_on", office.as_str()),
                None => ("checked_by", ""),
            };
            return Err(Misdeclared::new(field, value, "checked_on and checked_by, both or neither"));
        }
        let (key, source) = self.source(file_name, format)?;
        let source = snapshot.sources().get(&key).cloned().unwrap_or(source);
        Ok(Import {
            datum: self.datum,
            checked_on: self.checked_on,
            checked_by: self.checked_by.clone(),
            overrules: self.overrules,
            ..Import::new(snapshot, key, source, today).of(format)
        })
    }

    /// The list's key, and what it is.
    fn source(&self, file_name: &str, format: Format) -> Result<(SourceKey, Source), Misdeclared> {
        if format == Format::OsmPbf && self.source.is_none() {
            return Ok((SourceKey::from("osm"), open_street_map()));
        }
        let stem = file_name.split('.').next().unwrap_or(file_name);
        let key = self.source.clone().unwrap_or_else(|| stem.to_lowercase());
        if !SourceKey::is_sound(&key) {
            return Err(Misdeclared::new("source", &key, SourceKey::ALLOWED));
        }
        let title = self.title.clone().unwrap_or_else(|| file_name.to_owned());
        let licence = self.licence.clone().unwrap_or_else(|| "Not stated".to_owned());
        let source =
            Source { title_en: title.clone(), title, licence, attribution: String::new(), url: None, synthetic: false };
        Ok((SourceKey::from(key.as_str()), source))
    }
}

fn check_text(field: &str, text: &str) -> Result<(), Misdeclared> {
    let is_plain = !text.trim().is_empty() && !text.chars().any(char::is_control);
    if is_plain && text.chars().count() <= LONGEST_TEXT {
        return Ok(());
    }
    Err(Misdeclared::new(field, text, &format!("1 to {LONGEST_TEXT} characters on one line")))
}

/// What says so of itself, by the terms of its licence.
fn open_street_map() -> Source {
    Source {
        title: "开放街图（OpenStreetMap）".to_owned(),
        title_en: "OpenStreetMap".to_owned(),
        licence: "ODbL-1.0".to_owned(),
        attribution: "© OpenStreetMap contributors".to_owned(),
        url: Some("https://www.openstreetmap.org/copyright".to_owned()),
        synthetic: false,
    }
}
