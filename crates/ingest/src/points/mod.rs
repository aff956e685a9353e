//! A planner's own points from a file: demand points (需求点), each with a weight, or candidates (备选点) for a new site.
//!
//! A pure function from bytes to points: [`read`] reads the tables as an import does, `columns` says which column is what, `rows`
//! judges each row, `placed` finds out the datum and brings the points to WGS-84. In GeoJSON an area counts by a point inside it
//! (`geometry`, `polygon`). A bad row is a finding and left out; a bad file is a finding and gives no point.

mod columns;
mod geometry;
mod placed;
mod polygon;
mod rows;
mod scan_line;
mod weight;

use std::collections::HashSet;
use std::sync::Arc;

use yuren_catalog::Source;
use yuren_geodesy::{BBox, DatumName, LonLat, Wgs84};
use yuren_index::Snapshot;

pub use self::columns::ColumnNames;
use self::geometry::Geometries;
use crate::finding::{Severity, Spot, said};
use crate::read::{MAX_POINT_ROWS, Purpose, read_for};
use crate::{Findings, Format, Import, Reading, RuleName, Table, rules};

/// What the points are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointUse {
    /// Their ways count, each by its weight.
    Demand,
    /// A new site may stand there.
    Candidates,
}

/// How many points are taken, and which. The question that they go into has the same bounds.
#[derive(Clone, Debug)]
pub struct PointBounds {
    /// So many points at most.
    pub points: usize,
    /// The city and what is around it.
    pub within: BBox,
    /// Longest id in characters.
    pub id_chars: usize,
    /// Longest name in characters.
    pub name_chars: usize,
    /// Largest weight of one point.
    pub weight: f64,
}

/// What is asked of a file, and said of it.
#[derive(Clone, Debug)]
pub struct PointsAsked {
    /// What the points are for.
    pub purpose: PointUse,
    /// The datum of its coordinates; `None` = to be told as an import tells it.
    pub datum: Option<DatumName>,
    /// Columns by their names; those left out are told from the header.
    pub columns: ColumnNames,
    /// Whether the weights are people; `None` = if the weights' header says so.
    pub is_population: Option<bool>,
    /// What is taken.
    pub bounds: PointBounds,
}

/// A point of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its id, each once: the file's, or `r` and the row's number.
    pub id: String,
    /// Its name; its id where it has none.
    pub name: String,
    /// Where it is, to seven decimals.
    pub at: LonLat<Wgs84>,
    /// How much it counts; 1 where the file does not say.
    pub weight: f64,
}

/// What reading the points of a file came to.
#[derive(Clone, Debug)]
pub struct PointsReading {
    /// What the file is.
    pub format: Format,
    /// The datum that its coordinates were taken in; `None` = it has none, or it cannot be told.
    pub datum: Option<DatumName>,
    /// The names in the header, each once: of the sheet that was read, or of the first where none has coordinates.
    pub headers: Vec<String>,
    /// Which columns were taken for what.
    pub columns: ColumnNames,
    /// Whether the weights are people.
    pub is_population: bool,
    /// How many rows were looked at.
    pub rows: usize,
    /// The points, in the file's order.
    pub points: Vec<Point>,
    /// What was found wrong. With an error of the file as a whole there are no points.
    pub findings: Findings,
}

/// Reads the points of a file. `file_name` only names it in findings.
pub fn read(bytes: &[u8], file_name: &str, asked: &PointsAsked, snapshot: &Snapshot) -> PointsReading {
    let mut geometries = Geometries::new(Arc::from(file_name));
    let spot = &mut |row: u32, geometry: &serde_json::Value| geometries.spot(row, geometry);
    let Reading { format, tables, mut findings } =
        read_for(&mut Purpose { max_rows: MAX_POINT_ROWS, spot }, bytes, file_name);
    let Geometries { refused, findings: of_geometries, .. } = geometries;
    findings.append(of_geometries);
    if format == Format::OsmPbf && !findings.has_file_error() {
        let meaning = said("OpenStreetMap 摘录不是点的清单", "an OpenStreetMap extract is no list of points");
        let mend = said("请用 csv、xlsx 或 GeoJSON", "use csv, xlsx or GeoJSON");
        let at = Spot { sheet: Some(Arc::from(file_name)), ..Spot::default() };
        findings.add(Severity::Error, RuleName::Unreadable, at, "", meaning, mend);
    }
    let mut reading = PointsReading {
        format,
        datum: None,
        headers: Vec::new(),
        columns: ColumnNames::default(),
        is_population: false,
        rows: 0,
        points: Vec::new(),
        findings,
    };
    if !reading.findings.has_file_error() {
        reading.take(&tables, &refused, asked, snapshot);
    }
    if reading.findings.has_file_error() {
        reading.points.clear();
    }
    reading
}

impl PointsReading {
    /// Takes the points of the first sheet that has coordinates; of `refused` rows it was told already what is wrong.
    fn take(&mut self, tables: &[Table], refused: &HashSet<u32>, asked: &PointsAsked, snapshot: &Snapshot) {
        let chosen = columns::choose(tables, asked, &mut self.findings);
        self.headers =
            chosen.as_ref().map(|(table, _)| *table).or(tables.first()).map(columns::named).unwrap_or_default();
        let Some((table, columns)) = chosen else { return };
        self.rows = table.rows.len();
        self.columns = columns.names(table);
        self.is_population = columns.is_population(asked, table, &mut self.findings);
        if table.rows.is_empty() {
            rules::no_rows(table, &mut self.findings);
        }
        let mapping = &columns.mapping;
        let mut import = Import::new(snapshot, "points".into(), unnamed(), snapshot.city().data_date);
        import.datum = asked.datum;
        if import.datum.is_none() && mapping.header_datum.is_none() {
            import.datum = placed::beyond_shifts(table, &asked.bounds.within, &mut self.findings);
        }
        rules::with_context(&import, table, mapping, |context| {
            let rows = rows::read(context, table, &columns, refused, asked, &mut self.findings);
            let Some(rows) = rows else { return };
            (self.datum, self.points) = placed::points(context, rows, asked, &mut self.findings);
        });
    }
}

/// The source that the rules of an import ask for: nothing of the file is kept, so it has no name.
fn unnamed() -> Source {
    Source {
        title: String::new(),
        title_en: String::new(),
        licence: String::new(),
        attribution: String::new(),
        url: None,
        synthetic: false,
    }
}
