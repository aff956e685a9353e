//! A pack as files: the same pack gives the same bytes, one feature a line, so that a change reads well as a diff.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use serde::Serialize;

use super::shape::{DistrictFeature, LocalityFeature, PlaceFeature, StudyRoutesFile, WaterFeature};
use super::{
    BOUNDARIES, CITY, CityPack, PackFile, SOURCES, STUDY_ROUTES, TOWNS, VILLAGES, WATER, place_file, provenances,
    school_year_file,
};
use crate::{Place, Region, RegionLevel, SourceKey};

impl CityPack {
    /// The pack's files, in the order of their paths; [`CityPack::read`] turns them back into this pack.
    ///
    /// Coordinates are rounded to 7 decimals (about 1 cm). There is one file of places for every district of the tree,
    /// be it empty, so that a lost file is noticed. The tree's city is not written: it is `city.toml`.
    pub fn to_files(&self) -> Vec<PackFile> {
        let by_level = |level| self.regions.iter().filter(move |region| region.code.level() == level);
        let localities = |path, level| {
            self.collection(path, by_level(level).map(LocalityFeature::from), by_level(level).flat_map(region_sources))
        };
        let mut files = vec![
            self.collection(
                BOUNDARIES,
                by_level(RegionLevel::District).map(DistrictFeature::from),
                by_level(RegionLevel::District).flat_map(region_sources),
            ),
            localities(TOWNS, RegionLevel::Town),
            localities(VILLAGES, RegionLevel::Village),
            self.collection(
                WATER,
                self.layers.water.iter().map(WaterFeature::from),
                self.layers.water.iter().map(|water| &water.source),
            ),
            toml_file(CITY, CITY_HEADER, &self.city),
            toml_file(SOURCES, SOURCES_HEADER, &self.sources),
        ];

        let school_years = &self.calendar.school_years;
        files.extend(school_years.iter().map(|y| toml_file(&school_year_file(y.from.year()), SCHOOL_YEAR_HEADER, y)));
        if !self.study_routes.is_empty() {
            let mut route: Vec<_> = self.study_routes.iter().collect();
            route.sort_by(|a, b| a.id.cmp(&b.id));
            files.push(toml_file(STUDY_ROUTES, STUDY_ROUTES_HEADER, &StudyRoutesFile { route }));
        }
        let mut places: BTreeMap<String, Vec<&Place>> =
            by_level(RegionLevel::District).map(|district| (place_file(&district.code), Vec::new())).collect();
        for place in &self.places {
            places.entry(place_file(&place.region)).or_default().push(place);
        }
        files.extend(places.into_iter().map(|(path, mut places)| {
            places.sort_by(|a, b| a.id.cmp(&b.id));
            self.collection(
                &path,
                places.iter().map(|&place| PlaceFeature::from(place)),
                places.iter().flat_map(|place| provenances::of_place(place).map(|(_, p)| &p.source)),
            )
        }));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files
    }

    /// A `FeatureCollection` with a line for each feature, and the licences of the sources used in it.
    fn collection<'a>(
        &self,
        path: &str,
        features: impl Iterator<Item = impl Serialize>,
        sources: impl Iterator<Item = &'a SourceKey>,
    ) -> PackFile {
        let used: BTreeSet<_> = sources.collect();
        let licences: BTreeMap<_, _> = used
            .into_iter()
            .filter_map(|key| self.sources.get_key_value(key))
            .map(|(key, source)| (key.as_str(), Licence { licence: &source.licence, attribution: &source.attribution }))
            .collect();
        let mut text = String::from("{\"type\":\"FeatureCollection\",\n\"licences\":");
        text.push_str(&json(&licences));
        text.push_str(",\n\"features\":[");
        for (i, feature) in features.enumerate() {
            text.push_str(if i == 0 { "\n" } else { ",\n" });
            text.push_str(&json(&feature));
        }
        text.push_str("\n]}\n");
        PackFile { path: path.to_owned(), bytes: text.into_bytes() }
    }
}

/// What a reader of one file alone must know of a source. Reading a pack ignores it: `sources.toml` counts.
#[derive(Serialize)]
struct Licence<'a> {
    licence: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    attribution: &'a str,
}

const CITY_HEADER: &str = "# The city, and what it declares. A bound of \"floor\" means \"more than\".\n\n";
const SCHOOL_YEAR_HEADER: &str =
    "# A school year: its terms, and when school is out. What is marked as an example is nobody's.\n\n";
const STUDY_ROUTES_HEADER: &str = "# Study routes: places in an order, and what pupils look for at each. What is marked as an example is nobody's.\n\n";
const SOURCES_HEADER: &str = "# Where the facts in this folder come from, by the keys that the other files use.\n\n";

fn region_sources(region: &Region) -> impl Iterator<Item = &SourceKey> {
    region.sources.iter().chain(region.position.as_ref().map(|position| &position.provenance.source))
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("a pack's types have string keys only")
}

fn toml_file(path: &str, header: &str, value: &impl Serialize) -> PackFile {
    let text = toml::to_string(value).expect("a pack's tables have values that TOML knows");
    PackFile { path: path.to_owned(), bytes: format!("{header}{text}").into_bytes() }
}
