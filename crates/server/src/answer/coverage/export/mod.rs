//! Coverage as a file to keep: CSV, GeoJSON, a workbook. Each states how it was worked out, the day of the data, and what was estimated.

mod csv;
mod geojson;
mod statement;
mod table;
mod xlsx;

pub(crate) use self::csv::csv;
pub(crate) use self::geojson::CoverageFeatures;
pub(crate) use self::xlsx::xlsx;
