//! Bytes in, tables out: whatever the file is, and however it was made to hurt.
//!
//! | module | reads |
//! | --- | --- |
//! | `xlsx`, behind `package` | Excel workbooks, after their zip was looked through |
//! | `csv` | comma, semicolon or tab separated text, after `encoding` |
//! | `geojson` | feature collections, those of a city pack loss-free |
//! | `pbf`, by `osm_tags` and `osm_twins` | OpenStreetMap extracts |
//!
//! Nothing is half-read: a file that breaks a bound of `limits` gives a finding and no table.

mod csv;
mod encoding;
mod geojson;
mod guard;
mod limits;
mod osm_found;
mod osm_tags;
mod osm_twins;
mod package;
mod pbf;
mod sheet;
mod xlsx;

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

pub(crate) use limits::Refusal;
pub use limits::{MAX_BYTES, MAX_CELL_CHARS, MAX_COLUMNS, MAX_POINT_ROWS, MAX_ROWS, MAX_UNZIPPED_BYTES};

pub(crate) use self::limits::too_large;
use self::limits::{Bounds, Why};
use crate::finding::{Severity, Spot, said};
use crate::mapping::header;
use crate::{Findings, RuleName, Table};

/// What a file is, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ImportFormat)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// An Excel workbook (xlsx, xlsm).
    Xlsx,
    /// Separated text.
    Csv,
    /// GeoJSON.
    #[serde(rename = "geojson")]
    GeoJson,
    /// An OpenStreetMap extract.
    OsmPbf,
}

impl Format {
    /// What these bytes begin like; anything that begins like nothing else is text.
    pub fn of(bytes: &[u8]) -> Self {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if bytes.starts_with(b"PK\x03\x04") {
            Self::Xlsx
        } else if bytes.get(4..).is_some_and(|rest| rest.starts_with(b"\x0a\x09OSMHeader")) {
            Self::OsmPbf
        } else if text.trim_ascii_start().starts_with(b"{") {
            Self::GeoJson
        } else {
            Self::Csv
        }
    }
}

/// What reading a file came to.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What the file is.
    pub format: Format,
    /// Its sheets that hold anything; none if the file is refused.
    pub tables: Vec<Table>,
    /// What was found wrong with it.
    pub findings: Findings,
}

/// Where a GeoJSON feature lies, by its number and its geometry: `[longitude, latitude]` as the file has them; `None` = nowhere.
pub(crate) type SpotOf<'a> = dyn FnMut(u32, &Value) -> Result<Option<[f64; 2]>, Refusal> + 'a;

/// What a file is read for.
pub(crate) struct Purpose<'a> {
    /// So many rows may it have.
    pub(crate) max_rows: usize,
    /// What of a GeoJSON feature's geometry is its spot.
    pub(crate) spot: &'a mut SpotOf<'a>,
}

/// Reads a file. `file_name` only names it in findings.
pub fn read(bytes: &[u8], file_name: &str) -> Reading {
    let spot = &mut |_: u32, geometry: &Value| Ok(geojson::centre(geometry));
    read_for(&mut Purpose { max_rows: MAX_ROWS, spot }, bytes, file_name)
}

/// Reads a file for a purpose.
pub(crate) fn read_for(purpose: &mut Purpose<'_>, bytes: &[u8], file_name: &str) -> Reading {
    let format = Format::of(bytes);
    let file: Arc<str> = file_name.into();
    let mut findings = Findings::default();
    let sheets = limits::bytes(bytes).and_then(|()| match format {
        Format::Xlsx => xlsx::sheets(bytes, Bounds::new(purpose.max_rows), &mut findings),
        Format::Csv => csv::sheets(bytes, &file, Bounds::new(purpose.max_rows)),
        Format::GeoJson => geojson::sheets(bytes, &file, purpose),
        Format::OsmPbf => pbf::sheets(bytes, &file),
    });
    let tables = sheets.map(|sheets| sheets.into_iter().filter_map(header::split).collect::<Vec<Table>>());
    match tables {
        Ok(tables) if tables.is_empty() => {
            let meaning = said("文件里没有任何数据", "the file holds no data");
            let mend = said("请检查是否选错了文件", "check that this is the right file");
            let at = Spot { sheet: Some(file), ..Spot::default() };
            findings.add(Severity::Error, RuleName::NoRows, at, "", meaning, mend);
            Reading { format, tables, findings }
        }
        Ok(tables) => Reading { format, tables, findings },
        Err(refusal) => {
            refuse(refusal, file, &mut findings);
            Reading { format, tables: Vec::new(), findings }
        }
    }
}

/// Tells why a file is refused. The row stands in the text: the finding is about the whole file.
fn refuse(refusal: Refusal, file: Arc<str>, findings: &mut Findings) {
    let Why { rule, sheet, row, column, value, mut meaning, mend } = *refusal.0;
    let column = column.map(|column| column + 1);
    match (row, column) {
        (Some(row), Some(column)) => {
            meaning.zh = format!("第 {row} 行第 {column} 列：{}", meaning.zh);
            meaning.en = format!("row {row}, column {column}: {}", meaning.en);
        }
        (Some(row), None) => {
            meaning.zh = format!("第 {row} 行：{}", meaning.zh);
            meaning.en = format!("row {row}: {}", meaning.en);
        }
        _ => {}
    }
    let at = Spot { sheet: Some(sheet.unwrap_or(file)), row: None, column: None };
    findings.add(Severity::Error, rule, at, &value, meaning, mend);
}
