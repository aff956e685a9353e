//! What could be read of a pack, before it is judged.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::report::Spot;
use super::{BOUNDARIES, CITY, TOWNS, VILLAGES};
use crate::calendar::SchoolYear;
use crate::{City, Place, PlaceId, Region, RegionCode, RegionLevel, Source, SourceKey, Status, StudyRoute, WaterBody};

/// Something with its place in the pack.
#[derive(Clone, Debug)]
pub(super) struct Entry<T> {
    /// The file's path.
    pub(super) file: Arc<str>,
    /// The feature's number in the file, from 1.
    pub(super) number: usize,
    /// What stands there.
    pub(super) value: T,
}

impl Entry<Place> {
    /// Where findings about it point.
    pub(super) fn spot(&self) -> Spot<'_> {
        Spot { file: &self.file, number: self.number, id: Some(self.value.id.as_str()) }
    }
}

impl Entry<Region> {
    /// Where findings about it point.
    pub(super) fn spot(&self) -> Spot<'_> {
        Spot { file: &self.file, number: self.number, id: Some(self.value.code.as_str()) }
    }
}

impl Entry<WaterBody> {
    /// Where findings about it point.
    pub(super) fn spot(&self) -> Spot<'_> {
        Spot { file: &self.file, number: self.number, id: None }
    }
}

impl Entry<StudyRoute> {
    /// Where findings about it point.
    pub(super) fn spot(&self) -> Spot<'_> {
        Spot { file: &self.file, number: self.number, id: Some(self.value.id.as_str()) }
    }
}

/// A pack as far as it could be read. Rules judge what is here and draw no conclusion from what could not be read: that
/// has its own finding.
#[derive(Default)]
pub(super) struct Draft {
    /// `city.toml`, if it could be read.
    pub(super) city: Option<City>,
    /// Which day it is, where somebody said so: there is no clock here.
    pub(super) today: Option<NaiveDate>,
    /// `sources.toml`, if it could be read.
    pub(super) sources: Option<BTreeMap<SourceKey, Source>>,
    /// Districts, towns and villages, in file order.
    pub(super) regions: Vec<Entry<Region>>,
    /// Index in `regions` of the first with the code.
    pub(super) by_code: HashMap<RegionCode, usize>,
    /// Places, in file order.
    pub(super) places: Vec<Entry<Place>>,
    /// Water, in file order.
    pub(super) water: Vec<Entry<WaterBody>>,
    /// Study routes, in file order.
    pub(super) study_routes: Vec<Entry<StudyRoute>>,
    /// Whether each place of the city still stands, as far as a study route may name it.
    pub(super) standing: HashMap<PlaceId, Status>,
    /// School years by their files' paths.
    pub(super) school_years: BTreeMap<String, SchoolYear>,
    /// Paths of the pack's files that are there, readable or not.
    pub(super) files: BTreeSet<String>,
    /// What could not be read.
    pub(super) unread: Unread,
}

/// What could not be read.
#[derive(Default)]
pub(super) struct Unread {
    /// Paths of whole files, missing or broken.
    pub(super) files: BTreeSet<String>,
    /// Ids of features, as far as these could be read.
    pub(super) ids: HashSet<String>,
    /// Keys of sources.
    pub(super) sources: HashSet<String>,
    /// Whether a place or a file of places is among them.
    pub(super) places: bool,
}

impl Draft {
    /// The region with this code; the city is none of them.
    pub(super) fn region(&self, code: &RegionCode) -> Option<&Region> {
        self.by_code.get(code).map(|&i| &self.regions[i].value)
    }

    /// Whether the region is in the pack, or may be in a part of it that could not be read.
    pub(super) fn may_have_region(&self, code: &RegionCode) -> bool {
        let file = match code.level() {
            RegionLevel::City => match &self.city {
                Some(city) => return city.adcode == *code,
                None => CITY,
            },
            RegionLevel::District => BOUNDARIES,
            RegionLevel::Town => TOWNS,
            RegionLevel::Village => VILLAGES,
        };
        self.by_code.contains_key(code) || self.unread.ids.contains(code.as_str()) || self.unread.files.contains(file)
    }

    /// Whether the source is in the pack, or may be in a part of it that could not be read.
    pub(super) fn may_have_source(&self, key: &SourceKey) -> bool {
        self.sources
            .as_ref()
            .is_none_or(|sources| sources.contains_key(key) || self.unread.sources.contains(key.as_str()))
    }

    /// Whether the source is known to be our own generator; `None` = it could not be read.
    pub(super) fn is_synthetic(&self, key: &SourceKey) -> Option<bool> {
        self.sources.as_ref()?.get(key).map(|source| source.synthetic)
    }
}
