//! An import: a list, the city that it joins, and what its maker declares of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use yuren_catalog::{Precision, Provenance, Source, SourceKey};
use yuren_geodesy::DatumName;
use yuren_index::Snapshot;

use crate::rules::{self, Context};
use crate::{Draft, Findings, Format, Mapping, Misdeclared, Offer, Table, activities, datum, mapping};

/// What a list is, and what it joins.
#[derive(Clone, Debug)]
pub struct Import<'a> {
    /// The city as it is.
    pub snapshot: &'a Snapshot,
    /// The key of the list among the city's sources. The same list has the same key every time.
    pub source_key: SourceKey,
    /// What the list is.
    pub source: Source,
    /// The datum of its coordinates; `None` = to be told from the coordinates themselves.
    pub datum: Option<DatumName>,
    /// How well its coordinates are known.
    pub precision: Precision,
    /// How far off its coordinates may be, in metres.
    pub radius_m: f64,
    /// The day on which somebody checked the list against the world.
    pub checked_on: Option<NaiveDate>,
    /// Who did: an office.
    pub checked_by: Option<String>,
    /// The day that it is in the city: nothing has been checked later.
    pub today: NaiveDate,
    /// Whether the list wins where others have changed a field that it states.
    pub overrules: bool,
}

/// A sheet as far as it is understood.
#[derive(Clone, Debug)]
pub struct Drafts {
    /// The sheet's name.
    pub sheet: Arc<str>,
    /// What its columns were taken for.
    pub mapping: Mapping,
    /// The datum that its coordinates were taken in; `None` if it has none.
    pub datum: Option<DatumName>,
    /// Its rows, in order; none of a list of activities or courses.
    pub drafts: Vec<Draft>,
    /// The rows of a list of activities or courses, in order.
    pub offers: Vec<Offer>,
    /// What was found wrong with it.
    pub findings: Findings,
}

impl<'a> Import<'a> {
    /// An import of a list whose coordinates were taken off a map (50 m), in a datum to be told from them.
    pub fn new(snapshot: &'a Snapshot, source_key: SourceKey, source: Source, today: NaiveDate) -> Self {
        let precision = if source.synthetic { Precision::Synthetic } else { Precision::Surveyed };
        Self {
            snapshot,
            source_key,
            source,
            datum: None,
            precision,
            radius_m: 50.0,
            checked_on: None,
            checked_by: None,
            today,
            overrules: false,
        }
    }

    /// The same of a file of this format: how well its points are known follows from it.
    #[must_use]
    pub fn of(self, format: Format) -> Self {
        match format {
            Format::OsmPbf if !self.source.synthetic => Self { precision: Precision::Osm, ..self },
            Format::OsmPbf | Format::Xlsx | Format::Csv | Format::GeoJson => self,
        }
    }

    /// Who says what the list says.
    pub(crate) fn provenance(&self) -> Provenance {
        Provenance { source: self.source_key.clone(), checked_on: self.checked_on, checked_by: self.checked_by.clone() }
    }

    /// The drafts of every sheet, by the mapping given for it or else by what its header says. `on_row`: see [`Self::drafts`].
    pub fn sheets(
        &self,
        tables: &[Table],
        given: &BTreeMap<String, Mapping>,
        on_row: &mut dyn FnMut(),
    ) -> Result<Vec<Drafts>, Misdeclared> {
        let mappings = mapping::mappings(tables, given)?;
        Ok(tables.iter().zip(&mappings).map(|(table, mapping)| self.drafts(table, mapping, on_row)).collect())
    }

    /// Reads the rows of a sheet, and judges them by every rule. `on_row` is called twice for each row, once it is read and once
    /// it is judged: a progress bar is its caller's.
    pub fn drafts(&self, table: &Table, mapping: &Mapping, on_row: &mut dyn FnMut()) -> Drafts {
        let mut findings = Findings::default();
        let (mut drafts, mut offers) = (Vec::new(), Vec::new());
        let mut taken = None;
        mapping.check(table, &mut findings);
        if table.rows.is_empty() {
            rules::no_rows(table, &mut findings);
        }
        if !findings.has_file_error() {
            rules::with_context(self, table, mapping, |context: &Context<'_>| {
                if mapping.is_of_offers() {
                    offers = activities::read(context, table, on_row, &mut findings);
                    return;
                }
                drafts = rules::read_rows(context, table, on_row, &mut findings);
                taken = datum::decide(context, &drafts, &mut findings);
                rules::judge_rows(context, table, taken, &mut drafts, on_row, &mut findings);
            });
        }
        Drafts { sheet: Arc::clone(&table.sheet), mapping: mapping.clone(), datum: taken, drafts, offers, findings }
    }
}
