//! What must hold of a row: a file for each rule or tight family of rules.
//!
//! `READING` rules read cells into a draft, `PLACED` rules judge the draft once its datum is known, `SHEET` rules compare
//! drafts. A rule that finds an error refuses its row; the other rules judge it all the same.

mod admission;
mod approximate;
mod cells;
mod coordinate;
mod duplicate;
mod facts;
mod far;
mod hours;
mod names;
mod no_position;
mod outside_city;
mod phone;
mod regions;
mod roles;
mod same_spot;
mod shifted;
pub(crate) mod swapped;
mod texts;
mod water;
mod website;

use std::sync::Arc;

use yuren_geodesy::{BBox, DatumName, LonLat, Wgs84};

pub(crate) use self::texts::is_like_formula;
pub(crate) use self::water::Water;
use crate::anchors::Anchors;
use crate::draft::Spotted;
use crate::finding::{Said, Severity, Spot, said};
use crate::gazetteer::Gazetteer;
use crate::shifts::Taken;
use crate::{Draft, Field, Findings, Import, Mapping, Row, RuleName, Table};

const READING: [fn(&mut Judged<'_>); 12] = [
    cells::check,
    texts::check,
    names::check,
    regions::check,
    roles::check,
    coordinate::check,
    swapped::check,
    facts::check,
    hours::check,
    admission::check,
    phone::check,
    website::check,
];

/// Those that hold of a row that is a planner's point, too.
const OF_POINTS: [fn(&mut Judged<'_>); 5] =
    [cells::check, texts::check, regions::check, coordinate::check, swapped::check];

/// Those that hold of a row of activities or courses, too.
const OFFERED: [fn(&mut Judged<'_>); 5] = [cells::check, texts::check, regions::check, facts::check, website::check];

const PLACED: [fn(&mut Judged<'_>); 6] =
    [approximate::check, no_position::check, outside_city::check, shifted::check, far::check, water::check];

const SHEET: [fn(&Context<'_>, &mut [Draft], &mut Findings); 2] = [duplicate::check, same_spot::check];

/// What rules know beside the row.
pub(crate) struct Context<'a> {
    pub(crate) import: &'a Import<'a>,
    pub(crate) mapping: &'a Mapping,
    pub(crate) sheet: Arc<str>,
    pub(crate) gazetteer: &'a Gazetteer<'a>,
    pub(crate) anchors: Anchors<'a>,
    pub(crate) water: Water<'a>,
    pub(crate) bbox: Option<BBox>,
}

impl Context<'_> {
    /// Where a field of a row stands.
    pub(crate) fn spot(&self, row: u32, field: Option<Field>) -> Spot {
        let column = field.and_then(|field| self.mapping.column(field)).map(|column| column as u32);
        Spot { sheet: Some(Arc::clone(&self.sheet)), row: Some(row), column }
    }
}

/// A row under judgement.
pub(crate) struct Judged<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) row: &'a Row,
    /// The sheet's datum, once it is known.
    pub(crate) datum: Option<DatumName>,
    /// Whether its point was found to be shifted: how far off it is says nothing new.
    pub(crate) is_shifted: bool,
    pub(crate) draft: &'a mut Draft,
    pub(crate) findings: &'a mut Findings,
}

impl Judged<'_> {
    /// What the row's cell for a field holds, on one line; `None` if it is blank or there is no such column.
    pub(crate) fn text(&self, field: Field) -> Option<String> {
        let column = self.context.mapping.column(field)?;
        let text = self.row.cell(column).trimmed();
        if text.is_empty() {
            return None;
        }
        // Excel's line breaks inside a cell mean no more than a space.
        let is_on_one_line = !text.contains(['\n', '\r', '\t']);
        Some(if is_on_one_line { text.into_owned() } else { text.split_whitespace().collect::<Vec<_>>().join(" ") })
    }

    /// Adds a finding about a field, or the row as a whole. An error refuses the row.
    pub(crate) fn say(
        &mut self,
        severity: Severity,
        rule: RuleName,
        field: Option<Field>,
        value: &str,
        meaning: Said,
        mend: Said,
    ) {
        self.draft.refused |= severity == Severity::Error;
        self.findings.add(severity, rule, self.context.spot(self.row.number, field), value, meaning, mend);
    }

    /// Whether the row has anything in its cells for coordinates, be it one or not.
    pub(crate) fn has_coordinate_cells(&self) -> bool {
        [Field::Coordinate, Field::Lon, Field::Lat].iter().any(|&field| self.text(field).is_some())
    }

    /// The field under which a finding about the position stands.
    pub(crate) fn position_field(&self) -> Option<Field> {
        [Field::Coordinate, Field::Lon].into_iter().find(|&field| self.context.mapping.column(field).is_some())
    }

    /// The point as it reads, for findings.
    pub(crate) fn position_text(&self) -> String {
        self.draft.numbers.map_or_else(String::new, |[lon, lat]| format!("{lon}, {lat}"))
    }
}

/// Makes what the rules of a sheet know, and hands it on.
pub(crate) fn with_context(import: &Import<'_>, table: &Table, mapping: &Mapping, run: impl FnOnce(&Context<'_>)) {
    let snapshot = import.snapshot;
    let gazetteer = Gazetteer::new(snapshot.regions());
    let [west, south, east, north] = snapshot.city().bbox;
    run(&Context {
        import,
        mapping,
        sheet: Arc::clone(&table.sheet),
        gazetteer: &gazetteer,
        anchors: Anchors::new(snapshot, &gazetteer, &import.source_key),
        water: Water::new(snapshot.layers()),
        bbox: BBox::new(west, south, east, north).ok(),
    });
}

/// Tells of a sheet that is only a header.
pub(crate) fn no_rows(table: &Table, findings: &mut Findings) {
    let at = Spot { sheet: Some(Arc::clone(&table.sheet)), ..Spot::default() };
    let meaning = said("表头下没有数据", "nothing is below the header");
    findings.add(Severity::Warning, RuleName::NoRows, at, "", meaning, said("请检查工作表", "check the sheet"));
}

/// Drafts of a sheet's rows, their points aside.
pub(crate) fn read_rows(
    context: &Context<'_>,
    table: &Table,
    on_row: &mut dyn FnMut(),
    findings: &mut Findings,
) -> Vec<Draft> {
    let read = |row: &Row| {
        on_row();
        let mut draft = Draft { row: row.number, ..Draft::default() };
        if let Some(place) = &row.place {
            place.id.as_str().clone_into(&mut draft.key);
            draft.has_own_key = true;
            draft.name.clone_from(&place.name);
            draft.place = Some(place.clone());
            return draft;
        }
        let mut judged = Judged { context, row, datum: None, is_shifted: false, draft: &mut draft, findings };
        for rule in READING {
            rule(&mut judged);
        }
        draft
    };
    table.rows.iter().map(read).collect()
}

/// Reads a row of activities or courses: first what it shares with rows of places, then the rest by `read`.
pub(crate) fn read_offer<T>(
    context: &Context<'_>,
    row: &Row,
    findings: &mut Findings,
    read: impl FnOnce(&mut Judged<'_>) -> T,
) -> T {
    let mut draft = Draft { row: row.number, ..Draft::default() };
    let mut judged = Judged { context, row, datum: None, is_shifted: false, draft: &mut draft, findings };
    for rule in OFFERED {
        rule(&mut judged);
    }
    read(&mut judged)
}

/// Reads a row that is a planner's point. Its name may be missing, and so may its key.
pub(crate) fn read_point(
    context: &Context<'_>,
    row: &Row,
    [longest_key, longest_name]: [usize; 2],
    findings: &mut Findings,
) -> Draft {
    let mut draft = Draft { row: row.number, ..Draft::default() };
    let mut judged = Judged { context, row, datum: None, is_shifted: false, draft: &mut draft, findings };
    for rule in OF_POINTS {
        rule(&mut judged);
    }
    names::of_point(&mut judged, longest_key, longest_name);
    no_position::of_point(&mut judged);
    draft
}

/// Places the drafts, and judges where they are and how they go together.
pub(crate) fn judge_rows(
    context: &Context<'_>,
    table: &Table,
    datum: Option<DatumName>,
    drafts: &mut [Draft],
    on_row: &mut dyn FnMut(),
    findings: &mut Findings,
) {
    for (row, draft) in table.rows.iter().zip(drafts.iter_mut()) {
        on_row();
        if row.place.is_some() {
            continue;
        }
        let taken = datum.map(Taken::As);
        let point = draft.numbers.and_then(|numbers| taken?.spot(numbers));
        draft.position = point.map(|point| Spotted {
            point: seven_decimals(point),
            precision: context.import.precision,
            radius_m: context.import.radius_m,
        });
        let mut judged = Judged { context, row, datum, is_shifted: false, draft, findings };
        for rule in PLACED {
            rule(&mut judged);
        }
    }
    for rule in SHEET {
        rule(context, drafts, findings);
    }
}

/// The point as files keep it: the same before and after a journey through one.
pub(crate) fn seven_decimals(point: LonLat<Wgs84>) -> LonLat<Wgs84> {
    let round = |degrees: f64| (degrees * 1e7).round() / 1e7;
    LonLat::new(round(point.lon()), round(point.lat())).unwrap_or(point)
}
