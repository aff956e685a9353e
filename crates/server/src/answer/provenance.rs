//! Who says so: provenance and sources as answers show them.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Provenance, SourceKey, Sourced};
use yuren_geodesy::DatumName;
use yuren_index::Snapshot;

/// Who says so, and who checked it when.
#[derive(Serialize, ToSchema)]
#[schema(as = Provenance)]
pub(crate) struct ProvenanceAnswer<'a> {
    /// Key into the answer's `sources`.
    #[schema(example = "osm")]
    source: &'a str,
    /// Whether it was generated: an example, not a fact.
    pub(crate) synthetic: bool,
    /// The day on which it was last checked; null = never.
    #[schema(required, value_type = Option<String>, format = Date)]
    checked_on: Option<NaiveDate>,
    /// The office that checked it.
    #[schema(required)]
    checked_by: Option<&'a str>,
}

/// A fact and who says so.
#[derive(Serialize, ToSchema)]
#[schema(as = Sourced)]
pub(crate) struct SourcedAnswer<'a, T: ToSchema> {
    /// The fact.
    value: T,
    /// Who says so.
    source: ProvenanceAnswer<'a>,
}

/// Where facts come from.
#[derive(Serialize, ToSchema)]
#[schema(as = Source)]
pub(crate) struct SourceAnswer<'a> {
    /// What it is called, in Chinese.
    title: &'a str,
    /// What it is called, in English.
    title_en: &'a str,
    /// SPDX identifier, or a sentence where there is none.
    licence: &'a str,
    /// The credit that the licence asks for; empty where none is due.
    attribution: &'a str,
    /// Where it can be had.
    #[schema(required)]
    url: Option<&'a str>,
    /// Whether it is our own generator.
    synthetic: bool,
}

/// Every source with its key.
type SourcesAnswer<'a> = BTreeMap<&'a str, SourceAnswer<'a>>;

/// What stands under every list and every place: where it comes from and as of when.
#[derive(Serialize, ToSchema)]
pub(crate) struct Colophon<'a> {
    /// The datum of all coordinates in this answer.
    datum: DatumAnswer,
    /// The sources of what this answer holds, by key.
    #[schema(value_type = BTreeMap<String, SourceAnswer<'static>>)]
    sources: SourcesAnswer<'a>,
    /// The day to which the data refers.
    #[schema(value_type = String, format = Date)]
    data_date: NaiveDate,
    /// The number of the last edit that this answer has seen.
    revision: u64,
}

/// A datum by its name.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[schema(as = Datum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DatumAnswer {
    /// WGS-84.
    Wgs84,
    /// GCJ-02 (国测局坐标).
    Gcj02,
    /// BD-09 (百度坐标).
    Bd09,
}

impl From<DatumName> for DatumAnswer {
    fn from(datum: DatumName) -> Self {
        match datum {
            DatumName::Wgs84 => Self::Wgs84,
            DatumName::Gcj02 => Self::Gcj02,
            DatumName::Bd09 => Self::Bd09,
        }
    }
}

/// Turns provenance into answers and remembers which sources an answer has named.
pub(crate) struct Witness<'a> {
    snapshot: &'a Snapshot,
    named: RefCell<BTreeSet<&'a SourceKey>>,
}

impl<'a> Witness<'a> {
    /// One that has seen nothing.
    pub(crate) fn new(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, named: RefCell::default() }
    }

    /// Names a source without more.
    pub(crate) fn name(&self, key: &'a SourceKey) {
        self.named.borrow_mut().insert(key);
    }

    /// Whether what this source says is an example.
    pub(crate) fn is_synthetic(&self, key: &SourceKey) -> bool {
        self.snapshot.sources().get(key).is_some_and(|source| source.synthetic)
    }

    /// Who says so.
    pub(crate) fn provenance(&self, provenance: &'a Provenance) -> ProvenanceAnswer<'a> {
        self.name(&provenance.source);
        ProvenanceAnswer {
            source: provenance.source.as_str(),
            synthetic: self.is_synthetic(&provenance.source),
            checked_on: provenance.checked_on,
            checked_by: provenance.checked_by.as_deref(),
        }
    }

    /// A fact and who says so.
    pub(crate) fn sourced<T, U: ToSchema>(
        &self,
        fact: Option<&'a Sourced<T>>,
        show: impl FnOnce(&'a T) -> U,
    ) -> Option<SourcedAnswer<'a, U>> {
        fact.map(|fact| SourcedAnswer { value: show(&fact.value), source: self.provenance(&fact.provenance) })
    }

    /// The end of an answer: the sources named so far.
    pub(crate) fn colophon(&self, datum: DatumName) -> Colophon<'a> {
        let named = self.named.borrow();
        Colophon {
            datum: datum.into(),
            sources: sources(self.snapshot, |key| named.contains(key)),
            data_date: self.snapshot.city().data_date,
            revision: self.snapshot.revision(),
        }
    }
}

/// The snapshot's sources that are wanted.
fn sources(snapshot: &Snapshot, wanted: impl Fn(&SourceKey) -> bool) -> SourcesAnswer<'_> {
    let shown = |(key, _): &(&SourceKey, _)| wanted(key);
    snapshot
        .sources()
        .iter()
        .filter(shown)
        .map(|(key, source)| {
            let answer = SourceAnswer {
                title: &source.title,
                title_en: &source.title_en,
                licence: &source.licence,
                attribution: &source.attribution,
                url: source.url.as_deref(),
                synthetic: source.synthetic,
            };
            (key.as_str(), answer)
        })
        .collect()
}
