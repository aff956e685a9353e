//! Places that are to join a city, judged by the same rules as those of its pack.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::draft::{Draft, Entry};
use super::report::Report;
use super::{BOUNDARIES, Finding, TOWNS, VILLAGES, WATER, place_file, rules};
use crate::{City, Layers, Place, Region, RegionLevel, RegionTree, Source, SourceKey};

/// The city that places join: all of it but its places.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Its own facts.
    pub city: &'a City,
    /// The sources that places may name.
    pub sources: &'a BTreeMap<SourceKey, Source>,
    /// Its regions.
    pub regions: &'a RegionTree,
    /// Its water.
    pub layers: &'a Layers,
    /// The day that it is in the city: nothing has been checked later.
    pub today: NaiveDate,
}

impl Setting<'_> {
    /// What is wrong with the places, each named by its id, beside each other and in this city. Rules that need the places
    /// already there (no id twice, none on the spot of another) see only those given.
    pub fn check(&self, places: &[Place]) -> Vec<Finding> {
        let mut draft = Draft {
            city: Some(self.city.clone()),
            sources: Some(self.sources.clone()),
            today: Some(self.today),
            regions: self.regions.iter().filter_map(region).collect(),
            water: self
                .layers
                .water
                .iter()
                .enumerate()
                .map(|(i, body)| Entry { file: WATER.into(), number: i + 1, value: body.clone() })
                .collect(),
            ..Draft::default()
        };
        for (i, region) in draft.regions.iter().enumerate() {
            draft.by_code.insert(region.value.code.clone(), i);
        }
        let file = |place: &Place| -> Arc<str> { place_file(&place.region).into() };
        let entries = places.iter().enumerate();
        draft.places =
            entries.map(|(i, place)| Entry { file: file(place), number: i + 1, value: place.clone() }).collect();
        let mut report = Report::default();
        rules::check(&draft, &mut report);
        report.into_findings().into_iter().filter(|finding| finding.file.starts_with("places/")).collect()
    }
}

fn region(region: &Region) -> Option<Entry<Region>> {
    let file = match region.code.level() {
        // The city is in no file of regions.
        RegionLevel::City => return None,
        RegionLevel::District => BOUNDARIES,
        RegionLevel::Town => TOWNS,
        RegionLevel::Village => VILLAGES,
    };
    Some(Entry { file: file.into(), number: 1, value: region.clone() })
}
