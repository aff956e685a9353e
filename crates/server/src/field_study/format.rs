//! What an answer on a day of field study comes as.

use std::str::FromStr;

use yuren_index::Snapshot;
use yuren_tiles::Lang;

use crate::answer::field_study::FieldStudyAnswer;
use crate::answer::field_study::export::{FieldStudyFeatures, Words, gpx};
use crate::answer::ical::field_study_calendar;
use crate::problem::Problem;

/// What an answer comes as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayFormat {
    /// The whole answer.
    Json,
    /// Better plans as they are found, a line each, and then the whole answer.
    Lines,
    /// Stops and legs on a map.
    GeoJson,
    /// A calendar, an event a stop.
    Ics,
    /// Routes for a navigator.
    Gpx,
}

impl DayFormat {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Json, Self::Lines, Self::GeoJson, Self::Ics, Self::Gpx];

    /// The name used in requests.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Lines => "ndjson",
            Self::GeoJson => "geojson",
            Self::Ics => "ics",
            Self::Gpx => "gpx",
        }
    }

    /// Its media type, without parameters.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Lines => "application/x-ndjson",
            Self::GeoJson => "application/geo+json",
            Self::Ics => "text/calendar",
            Self::Gpx => "application/gpx+xml",
        }
    }

    /// The answer in this format; as lines, its last. What tells every name by itself is the same in either language.
    pub(crate) fn bytes(
        self,
        snapshot: &Snapshot,
        answer: &FieldStudyAnswer<'_>,
        lang: Lang,
    ) -> Result<Vec<u8>, Problem> {
        let words = Words::new(lang);
        match self {
            Self::Json | Self::Lines => crate::routes::bytes(answer),
            Self::GeoJson => crate::routes::bytes(&FieldStudyFeatures::new(answer)),
            Self::Ics => Ok(field_study_calendar(snapshot, answer, words).into_bytes()),
            Self::Gpx => Ok(gpx(answer, words).into_bytes()),
        }
    }
}

impl FromStr for DayFormat {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|format| format.as_str() == text).ok_or(())
    }
}
