//! Bytes to a draft, a draft to a pack.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::sync::Arc;

use serde::de::{DeserializeOwned, Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::draft::{Draft, Entry};
use super::explain::{Misfit, cut, misfit};
use super::report::{Report, Spot};
use super::shape::{DistrictFeature, HalfAPosition, LocalityFeature, PlaceFeature, StudyRoutesFile, WaterFeature};
use super::{
    BOUNDARIES, CITY, CityPack, PackFile, PackReading, SOURCES, STUDY_ROUTES, Severity, TOWNS, VILLAGES, WATER,
    provenances, rules, school_year_of,
};
use crate::calendar::{Calendar, PublicCalendar, SchoolYear};
use crate::{City, Layers, Place, Region, RegionTree, Source, SourceKey, StudyRoute};

/// More features than this in one file are not read.
const MOST_FEATURES: usize = 2_000_000;

impl CityPack {
    /// Reads a pack from its files' bytes, whatever they are, and tells everything wrong with it. The order of the files
    /// does not matter.
    ///
    /// The region tree gets the city itself, made from `city.toml`, as its root.
    pub fn read(files: Vec<PackFile>) -> PackReading {
        let mut reader = Reader::default();
        let files = rules::files::sort_out(files, &mut reader.draft, &mut reader.report);
        for (path, bytes) in &files {
            reader.file(path, bytes);
        }
        let Reader { mut draft, mut report, .. } = reader;
        for (i, region) in draft.regions.iter().enumerate() {
            draft.by_code.entry(region.value.code.clone()).or_insert(i);
        }
        if !draft.study_routes.is_empty() {
            draft.standing = draft.places.iter().map(|entry| (entry.value.id.clone(), entry.value.status)).collect();
        }
        rules::files::places(&mut draft, &mut report);
        rules::check(&draft, &mut report);
        let findings = report.into_findings();
        let pack =
            if findings.iter().any(|finding| finding.severity == Severity::Error) { None } else { assemble(draft) };
        PackReading { pack, findings }
    }
}

/// A pack of a draft without errors.
fn assemble(draft: Draft) -> Option<CityPack> {
    let (city, sources) = (draft.city?, draft.sources?);
    let root = Region {
        code: city.adcode.clone(),
        name: city.name.clone(),
        name_en: Some(city.name_en.clone()),
        position: None,
        polygons: Vec::new(),
        sources: Vec::new(),
    };
    let regions = std::iter::once(root).chain(draft.regions.into_iter().map(|entry| entry.value)).collect();
    let mut places: Vec<_> = draft.places.into_iter().map(|entry| entry.value).collect();
    places.sort_by(|a, b| a.id.cmp(&b.id));
    let mut study_routes: Vec<_> = draft.study_routes.into_iter().map(|entry| entry.value).collect();
    study_routes.sort_by(|a, b| a.id.cmp(&b.id));
    let water = draft.water.into_iter().map(|entry| entry.value).collect();
    // By path, and so by year.
    let school_years = draft.school_years.into_values().collect();
    Some(CityPack {
        city,
        sources,
        regions: RegionTree::new(regions),
        places,
        study_routes,
        layers: Layers { water },
        calendar: Calendar { public: PublicCalendar::default(), school_years },
    })
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    report: Report,
    /// Every source key met so far, to share its text.
    keys: HashSet<SourceKey>,
}

impl Reader {
    fn file(&mut self, path: &str, bytes: &[u8]) {
        let whole = Spot::file(path);
        let text = match std::str::from_utf8(bytes) {
            // Editors on Windows begin a file with a byte order mark.
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
            Err(error) => {
                let problem = format!("byte {} is not UTF-8", error.valid_up_to() + 1);
                self.report.error(whole, "", problem, "save the file as UTF-8");
                return self.give_up(path);
            }
        };
        match path {
            CITY => self.city(text),
            SOURCES => self.sources(text),
            STUDY_ROUTES => self.study_routes(text),
            _ if school_year_of(path).is_some() => self.school_year(path, text),
            _ => self.collection(path, text),
        }
    }

    /// Notes that nothing is known of the file's content.
    fn give_up(&mut self, path: &str) {
        self.draft.unread.files.insert(path.to_owned());
        self.draft.unread.places |= path.starts_with("places/");
    }

    fn city(&mut self, text: &str) {
        let Some(table) = self.table(CITY, text) else { return };
        match fit::<City>(table) {
            Ok(city) => self.draft.city = Some(city),
            Err(misfit) => {
                self.report.error(Spot::file(CITY), &misfit.field, misfit.problem, misfit.mend);
                self.give_up(CITY);
            }
        }
    }

    fn sources(&mut self, text: &str) {
        let Some(table) = self.table(SOURCES, text) else { return };
        let mut sources = BTreeMap::new();
        for (key, value) in table {
            match fit::<Source>(value) {
                Ok(source) => {
                    let mut key = SourceKey::from(key.as_str());
                    self.intern(&mut key);
                    sources.insert(key, source);
                }
                Err(misfit) => {
                    let field = format!("{}.{}", cut(&key), misfit.field);
                    self.report.error(Spot::file(SOURCES), field.trim_end_matches('.'), misfit.problem, misfit.mend);
                    self.draft.unread.sources.insert(key);
                }
            }
        }
        self.draft.sources = Some(sources);
    }

    fn study_routes(&mut self, text: &str) {
        let Some(table) = self.table(STUDY_ROUTES, text) else { return };
        let routes = match fit::<StudyRoutesFile<toml::Value>>(table) {
            Ok(file) => file.route,
            Err(misfit) => {
                self.report.error(Spot::file(STUDY_ROUTES), &misfit.field, misfit.problem, misfit.mend);
                return self.give_up(STUDY_ROUTES);
            }
        };
        let file: Arc<str> = STUDY_ROUTES.into();
        for (i, value) in routes.into_iter().enumerate() {
            let number = i + 1;
            let id = value.get("id").and_then(toml::Value::as_str).map(cut);
            match fit::<StudyRoute>(value) {
                Ok(mut route) => {
                    self.intern(&mut route.provenance.source);
                    self.draft.study_routes.push(Entry { file: file.clone(), number, value: route });
                }
                Err(misfit) => {
                    let at = Spot { file: STUDY_ROUTES, number, id: id.as_deref() };
                    self.report.error(at, &misfit.field, misfit.problem, misfit.mend);
                }
            }
        }
    }

    fn school_year(&mut self, path: &str, text: &str) {
        match SchoolYear::from_toml(text.as_bytes()) {
            Ok(year) => _ = self.draft.school_years.insert(path.to_owned(), year),
            Err(error) => {
                let mend = format!("allowed: {}", error.allowed);
                self.report.error(Spot::file(path), &error.field, error.problem, mend);
                self.give_up(path);
            }
        }
    }

    fn table(&mut self, path: &str, text: &str) -> Option<toml::Table> {
        match text.parse::<toml::Table>() {
            Ok(table) => Some(table),
            Err(error) => {
                let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
                let line = before.matches('\n').count() + 1;
                let problem = format!("line {line} is not TOML: {}", error.message());
                self.report.error(Spot::file(path), "", problem, "correct that line");
                self.give_up(path);
                None
            }
        }
    }

    fn collection(&mut self, path: &str, text: &str) {
        let mut json = serde_json::Deserializer::from_str(text);
        let collection: Result<Collection<'_>, _> = serde_path_to_error::deserialize(&mut json);
        let features =
            match collection.map_err(serde_path_to_error::Error::into_inner).and_then(|c| json.end().map(|()| c)) {
                Ok(Collection { features: Features(features), .. }) => features,
                Err(error) => {
                    let problem = format!("not a FeatureCollection: {error}");
                    let mend = "correct the file, for example with a GeoJSON editor";
                    self.report.error(Spot::file(path), "", problem, mend);
                    return self.give_up(path);
                }
            };
        let file: Arc<str> = path.into();
        for (i, raw) in features.into_iter().enumerate() {
            let number = i + 1;
            let read = match path {
                BOUNDARIES => fit_json(raw).map(|feature: DistrictFeature| self.region(&file, number, feature.into())),
                TOWNS | VILLAGES => fit_json(raw).map(|feature: LocalityFeature| match feature.try_into() {
                    Ok(region) => self.region(&file, number, region),
                    Err(half) => self.half_a_position(&file, number, raw, &half),
                }),
                WATER => fit_json(raw).map(|feature: WaterFeature| {
                    for mut body in feature.into_bodies() {
                        self.intern(&mut body.source);
                        self.draft.water.push(Entry { file: file.clone(), number, value: body });
                    }
                }),
                _ => fit_json(raw).map(|feature: PlaceFeature| {
                    let mut place = Place::from(feature);
                    provenances::each_of_place_mut(&mut place, |provenance| self.intern(&mut provenance.source));
                    self.draft.places.push(Entry { file: file.clone(), number, value: place });
                }),
            };
            if let Err(misfit) = read {
                let id = id_of(raw);
                let at = Spot { file: path, number, id: id.as_deref() };
                self.report.error(at, &misfit.field, misfit.problem, misfit.mend);
                self.draft.unread.places |= path.starts_with("places/");
                self.draft.unread.ids.extend(id);
            }
        }
    }

    fn region(&mut self, file: &Arc<str>, number: usize, mut region: Region) {
        let position = region.position.as_mut().map(|position| &mut position.provenance.source);
        region.sources.iter_mut().chain(position).for_each(|key| self.intern(key));
        self.draft.regions.push(Entry { file: file.clone(), number, value: region });
    }

    fn half_a_position(&mut self, file: &Arc<str>, number: usize, raw: &RawValue, half: &HalfAPosition) {
        let id = id_of(raw);
        let at = Spot { file, number, id: id.as_deref() };
        let mend = "give both geometry and position, or leave the geometry null and out the position";
        self.report.error(at, half.missing, "it is missing beside the other half of where this is", mend);
        self.draft.unread.ids.extend(id);
    }

    fn intern(&mut self, key: &mut SourceKey) {
        match self.keys.get(key) {
            Some(shared) => *key = shared.clone(),
            None => _ = self.keys.insert(key.clone()),
        }
    }
}

/// A TOML value as a `T`.
fn fit<T: DeserializeOwned>(value: impl Into<toml::Value>) -> Result<T, Misfit> {
    let value = value.into();
    serde_path_to_error::deserialize(value.clone()).map_err(|error| {
        let shown = serde_json::to_value(&value).unwrap_or_default();
        misfit(error.path(), error.inner().message(), &shown)
    })
}

/// A feature's text as a `T`.
pub(super) fn fit_json<T: DeserializeOwned>(raw: &RawValue) -> Result<T, Misfit> {
    // Keeping the path costs more than the reading itself, so only what does not fit is read again for it.
    serde_json::from_str(raw.get()).or_else(|_| {
        serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(raw.get())).map_err(|error| {
            let root = serde_json::from_str(raw.get()).unwrap_or_default();
            let message = error.inner().to_string();
            // Line and column are the feature's, not the file's: they would mislead.
            let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
            misfit(error.path(), message, &root)
        })
    })
}

/// The id of a feature that does not fit otherwise.
fn id_of(raw: &RawValue) -> Option<String> {
    #[derive(Deserialize)]
    struct WithId {
        id: Value,
    }
    match serde_json::from_str(raw.get()) {
        Ok(WithId { id: Value::String(id) }) => Some(cut(&id)),
        _ => None,
    }
}

/// The outer shape of a GeoJSON file. Foreign members are let be (RFC 7946, section 6.1).
#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(rename = "type")]
    _tag: CollectionTag,
    #[serde(borrow)]
    features: Features<'a>,
}

#[derive(Deserialize)]
enum CollectionTag {
    FeatureCollection,
}

/// Each feature's own text, so that one that does not fit hides no other.
struct Features<'a>(Vec<&'a RawValue>);

impl<'de: 'a, 'a> Deserialize<'de> for Features<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FeaturesVisitor;
        impl<'de> Visitor<'de> for FeaturesVisitor {
            type Value = Features<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of features")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Features<'de>, A::Error> {
                let mut features = Vec::new();
                while let Some(feature) = list.next_element()? {
                    if features.len() == MOST_FEATURES {
                        return Err(A::Error::custom(format_args!("more than {MOST_FEATURES} features")));
                    }
                    features.push(feature);
                }
                Ok(Features(features))
            }
        }
        deserializer.deserialize_seq(FeaturesVisitor)
    }
}
