//! A day of field study in other programs' formats.

mod geojson;
mod gpx;
mod words;

pub(crate) use geojson::FieldStudyFeatures;
pub(crate) use gpx::gpx;
pub(crate) use words::Words;
