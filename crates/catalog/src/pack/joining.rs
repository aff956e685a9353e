//! Places and study routes that are to join a city, judged by the same rules as those of its pack.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::draft::{Draft, Entry};
use super::report::Report;
use super::{BOUNDARIES, Finding, STUDY_ROUTES, TOWNS, VILLAGES, WATER, place_file, rules};
use crate::{City, Layers, Place, PlaceId, Region, RegionLevel, RegionTree, Source, SourceKey, Status, StudyRoute};

/// The city that places and study routes join: all of it but these.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Its own facts.
    pub city: &'a City,
    /// The sources that they may name.
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
            regions: self.regions.iter().filter_map(region).collect(),
            water: self
                .layers
                .water
                .iter()
                .enumerate()
                .map(|(i, body)| Entry { file: WATER.into(), number: i + 1, value: body.clone() })
                .collect(),
            ..self.draft()
        };
        for (i, region) in draft.regions.iter().enumerate() {
            draft.by_code.insert(region.value.code.clone(), i);
        }
        let file = |place: &Place| -> Arc<str> { place_file(&place.region).into() };
        let entries = places.iter().enumerate();
        draft.places =
            entries.map(|(i, place)| Entry { file: file(place), number: i + 1, value: place.clone() }).collect();
        findings(&draft, |file| file.starts_with("places/"))
    }

    /// What is wrong with the study routes, each named by its id, beside each other and in this city, of whose places `standing` tells
    /// whether they stand; `None` = there is no such place.
    pub fn check_study_routes(
        &self,
        routes: &[StudyRoute],
        standing: impl Fn(&PlaceId) -> Option<Status>,
    ) -> Vec<Finding> {
        let mut draft = self.draft();
        let file: Arc<str> = STUDY_ROUTES.into();
        let entries = routes.iter().enumerate();
        draft.study_routes =
            entries.map(|(i, route)| Entry { file: Arc::clone(&file), number: i + 1, value: route.clone() }).collect();
        let stops = routes.iter().flat_map(|route| &route.stops).map(|stop| &stop.place);
        draft.standing = stops.filter_map(|place| Some((place.clone(), standing(place)?))).collect();
        findings(&draft, |file| file == STUDY_ROUTES)
    }

    /// The city with nothing in it.
    fn draft(&self) -> Draft {
        Draft {
            city: Some(self.city.clone()),
            sources: Some(self.sources.clone()),
            today: Some(self.today),
            ..Draft::default()
        }
    }
}

/// What the rules say of the files that are asked about.
fn findings(draft: &Draft, asked: impl Fn(&str) -> bool) -> Vec<Finding> {
    let mut report = Report::default();
    rules::check(draft, &mut report);
    report.into_findings().into_iter().filter(|finding| asked(&finding.file)).collect()
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
