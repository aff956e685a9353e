//! Which column is the id, the name, the coordinates and the weight.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yuren_geodesy::DatumName;

use super::{PointUse, PointsAsked, weight};
use crate::finding::{Findings, Severity, Spot, cut, said};
use crate::mapping::synonyms;
use crate::{Column, Field, Mapping, RuleName, Table};

/// Fields that a point has, and those by which its datum is told.
const FIELDS: [Field; 5] = [Field::Key, Field::Name, Field::Lon, Field::Lat, Field::Coordinate];
const REGIONS: [Field; 3] = [Field::District, Field::Town, Field::Village];

/// Columns by their names in the header; an empty name says that no column is it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = PointColumns)]
#[serde(deny_unknown_fields, default)]
pub struct ColumnNames {
    /// The id.
    pub id: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The longitude, or longitude and latitude in one cell.
    pub lon: Option<String>,
    /// The latitude; the same column as `lon` where both are in one cell.
    pub lat: Option<String>,
    /// The weight.
    pub weight: Option<String>,
}

/// Which column is what.
#[derive(Debug)]
pub(super) struct Columns {
    /// All but the weight, as the rules of an import want it.
    pub(super) mapping: Mapping,
    /// The weight's column; `None` = every point weighs 1.
    pub(super) weight: Option<usize>,
}

/// The first sheet that has coordinates, with its columns; the other sheets are told of. Without one, why the first has none.
pub(super) fn choose<'a>(
    tables: &'a [Table],
    asked: &PointsAsked,
    findings: &mut Findings,
) -> Option<(&'a Table, Columns)> {
    let mut why = None;
    let found = tables.iter().enumerate().find_map(|(i, table)| {
        let mut wrong = Findings::default();
        let columns = Columns::of(table, asked, &mut wrong);
        why.get_or_insert(wrong);
        columns.map(|columns| (i, table, columns))
    });
    let Some((chosen, table, columns)) = found else {
        findings.append(why.unwrap_or_default());
        return None;
    };
    for (_, other) in tables.iter().enumerate().filter(|&(i, _)| i != chosen) {
        let at = Spot { sheet: Some(other.sheet.clone()), ..Spot::default() };
        let meaning = said(
            format!("只读取工作表“{}”，这一张没有读", table.sheet),
            format!("only the sheet {:?} is read, not this one", table.sheet),
        );
        let mend = said("如果需要，请把它另存为一个文件", "save it as a file of its own if it matters");
        findings.add(Severity::Warning, RuleName::Columns, at, "", meaning, mend);
    }
    Some((table, columns))
}

/// The names in a sheet's header, each once.
pub(super) fn named(table: &Table) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for header in table.header.iter().filter(|header| !header.is_empty()) {
        if !names.contains(header) {
            names.push(header.clone());
        }
    }
    names
}

impl Columns {
    /// The columns of a sheet; what is missing is told.
    fn of(table: &Table, asked: &PointsAsked, findings: &mut Findings) -> Option<Self> {
        let given = Given::of(table, &asked.columns, findings)?;
        let header_datum = table.header.iter().find_map(|header| synonyms::datum(header));
        // GeoJSON is in WGS-84 (RFC 7946, section 4).
        let header_datum = header_datum.or((table.header_row == 0).then_some(DatumName::Wgs84));
        // What district a row names matters only for telling the datum.
        let tells_datum = asked.datum.is_none() && header_datum.is_none();
        let wanted: Vec<Field> = FIELDS.into_iter().chain(REGIONS.into_iter().filter(|_| tells_datum)).collect();
        let is_weighed = asked.purpose == PointUse::Demand;
        let weight = match given.weight {
            Choice::ByHeader => weight::column(table),
            Choice::Nothing => None,
            Choice::Column(column) => Some(column),
        };
        let weight = weight.filter(|_| is_weighed);
        let mut columns: Vec<Option<Field>> = Vec::new();
        for (i, header) in table.header.iter().enumerate() {
            let field = synonyms::field(header).filter(|field| wanted.contains(field) && weight != Some(i));
            columns.push(field.filter(|field| !columns.contains(&Some(*field))));
        }
        let mut set = |field: Field, choice: Choice| {
            if choice != Choice::ByHeader {
                columns.iter_mut().filter(|column| **column == Some(field)).for_each(|column| *column = None);
            }
            if let Choice::Column(at) = choice
                && let Some(column) = columns.get_mut(at)
            {
                *column = Some(field);
            }
        };
        if matches!(given.lon, Choice::Column(_)) && given.lon == given.lat {
            set(Field::Coordinate, given.lon);
        } else {
            // An id may be a name, too: the point then has the id for its name.
            set(Field::Name, given.name);
            set(Field::Key, given.id);
            set(Field::Lat, given.lat);
            set(Field::Lon, given.lon);
        }
        let has = |columns: &[Option<Field>], field| columns.contains(&Some(field));
        if has(&columns, Field::Lon) && has(&columns, Field::Lat) {
            columns.iter_mut().filter(|column| **column == Some(Field::Coordinate)).for_each(|column| *column = None);
        } else if !has(&columns, Field::Coordinate) {
            tell_missing(table, has(&columns, Field::Lon), findings);
            return None;
        }
        let columns = table.header.iter().cloned().zip(columns).map(|(header, field)| Column { header, field });
        Some(Self { mapping: Mapping { columns: columns.collect(), role: None, header_datum }, weight })
    }

    /// The columns by their names.
    pub(super) fn names(&self, table: &Table) -> ColumnNames {
        let name = |column: Option<usize>| column.and_then(|column| table.header.get(column)).cloned();
        let of = |field: Field| name(self.mapping.column(field));
        let both = of(Field::Coordinate);
        ColumnNames {
            id: of(Field::Key),
            name: of(Field::Name),
            lon: of(Field::Lon).or_else(|| both.clone()),
            lat: of(Field::Lat).or(both),
            weight: name(self.weight),
        }
    }

    /// Whether the weights are people: as it is said, or as their header says. Points that count 1 each are no people.
    pub(super) fn is_population(&self, asked: &PointsAsked, table: &Table, findings: &mut Findings) -> bool {
        if asked.purpose == PointUse::Candidates {
            return false;
        }
        let Some(header) = self.weight.and_then(|column| table.header.get(column)) else {
            let at = Spot { sheet: Some(table.sheet.clone()), ..Spot::default() };
            let meaning = said("没有权重列；每个点的权重都是 1", "no column is the weight; every point weighs 1");
            let mend = said("如果有，请指定哪一列是权重", "say which column is the weight if there is one");
            let is_odd = asked.is_population == Some(true);
            let severity = if is_odd { Severity::Warning } else { Severity::Note };
            findings.add(severity, RuleName::Columns, at, "", meaning, mend);
            return false;
        };
        asked.is_population.unwrap_or_else(|| weight::names_people(header))
    }
}

/// What was said of which column something is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    /// Nothing: the header tells.
    ByHeader,
    /// In none.
    Nothing,
    /// In this one, by its number.
    Column(usize),
}

/// What was said of the columns.
struct Given {
    id: Choice,
    name: Choice,
    lon: Choice,
    lat: Choice,
    weight: Choice,
}

impl Given {
    /// `None` and a finding each where the header has no such column.
    fn of(table: &Table, names: &ColumnNames, findings: &mut Findings) -> Option<Self> {
        let mut is_known = true;
        let mut find = |name: &Option<String>| {
            let Some(name) = name.as_deref() else { return Choice::ByHeader };
            if name.trim().is_empty() {
                return Choice::Nothing;
            }
            if let Some(column) = table.header.iter().position(|header| header == name.trim()) {
                return Choice::Column(column);
            }
            is_known = false;
            let at = Spot { sheet: Some(table.sheet.clone()), ..Spot::default() };
            let meaning = said("没有叫这个名字的列", "no column is called so");
            let headers = cut(&table.header.join(", "));
            let mend = said(format!("现有的列：{headers}"), format!("the columns are: {headers}"));
            findings.add(Severity::Error, RuleName::Columns, at, name, meaning, mend);
            Choice::Nothing
        };
        let ColumnNames { id, name, lon, lat, weight } = names;
        let given = Self { id: find(id), name: find(name), lon: find(lon), lat: find(lat), weight: find(weight) };
        is_known.then_some(given)
    }
}

/// Tells that the longitude or the latitude is in no column.
fn tell_missing(table: &Table, has_lon: bool, findings: &mut Findings) {
    let (zh, en) = if has_lon { ("纬度", "latitude") } else { ("经度", "longitude") };
    let at = Spot { sheet: Some(table.sheet.clone()), ..Spot::default() };
    let headers = cut(&table.header.join(", "));
    let meaning = said(format!("没有找到{zh}列"), format!("no column is the {en}"));
    let mend = said(
        "请在首行写明列名（如 经度、纬度），或指定哪一列是经度、哪一列是纬度",
        "name the columns in the first row (such as lon, lat), or say which are longitude and latitude",
    );
    findings.add(Severity::Error, RuleName::NoHeader, at, &headers, meaning, mend);
}
