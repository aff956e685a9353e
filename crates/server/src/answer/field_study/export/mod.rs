//! A day of field study in other programs' formats.

mod geojson;
mod gpx;

pub(crate) use geojson::FieldStudyFeatures;
pub(crate) use gpx::gpx;
