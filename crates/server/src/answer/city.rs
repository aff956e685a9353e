//! The city as answers show it: declared beside located beside verified.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Article, Bound, City, DeclaredFact, LocatedBy, Provenance, Region, RegionLevel, RoleKind};
use yuren_geodesy::DatumName;
use yuren_index::Snapshot;

use super::provenance::{Colophon, Witness};
use super::tally::{Counts, Tally};
use super::words::{BoundWord, LevelWord, RoleKindWord};

/// A city and what is on its map.
#[derive(Serialize, ToSchema)]
pub(crate) struct CityAnswer<'a> {
    /// Name in Chinese.
    #[schema(example = "扬州市")]
    name: &'a str,
    /// Name in English.
    name_en: &'a str,
    /// Administrative code, six digits.
    #[schema(example = "321000")]
    adcode: &'a str,
    /// `[west, south, east, north]` in WGS-84 degrees.
    bbox: [f64; 4],
    /// IANA time zone.
    #[schema(example = "Asia/Shanghai")]
    time_zone: &'a str,
    /// Whether this is a sample: example data among real facts.
    sample: bool,
    map_approval: MapApproval<'a>,
    article: ArticleAnswer<'a>,
    /// Every role kind, in the order in which lists show them.
    roles: Vec<RoleCount>,
    /// Declared numbers of what is no place.
    facts: Vec<FactAnswer<'a>>,
    /// The districts, by code.
    regions: Vec<DistrictAnswer<'a>>,
    /// How many places are on the map.
    places: usize,
    #[serde(flatten)]
    colophon: Colophon<'a>,
}

/// The map's approval number (审图号).
#[derive(Serialize, ToSchema)]
struct MapApproval<'a> {
    /// The number; null = not submitted for approval.
    #[schema(required)]
    number: Option<&'a str>,
    /// What a page shows, in Chinese.
    notice: String,
    /// What a page shows, in English.
    notice_en: String,
}

/// The published article that declares the counts.
#[derive(Serialize, ToSchema)]
#[schema(as = Article)]
struct ArticleAnswer<'a> {
    publisher: &'a str,
    author: &'a str,
    #[schema(value_type = String, format = Date)]
    published_on: NaiveDate,
}

/// A role kind: how many the city declares, how many are on the map, how far these can be relied on.
#[derive(Serialize, ToSchema)]
struct RoleCount {
    #[schema(value_type = RoleKindWord)]
    kind: RoleKind,
    /// Name in Chinese.
    name: &'static str,
    /// Name in English.
    name_en: &'static str,
    /// The declared number; null = none declared.
    #[schema(required)]
    declared: Option<u32>,
    /// In which sense.
    #[schema(required, value_type = Option<BoundWord>)]
    bound: Option<Bound>,
    #[serde(flatten)]
    counts: Counts,
}

/// A declared number of what is no place.
#[derive(Serialize, ToSchema)]
#[schema(as = Fact)]
pub(crate) struct FactAnswer<'a> {
    /// What, in Chinese.
    name: &'a str,
    /// What, in English.
    name_en: &'a str,
    /// How many.
    count: u32,
    /// In which sense.
    #[schema(value_type = BoundWord)]
    bound: Bound,
    /// How many of them are on the map; null = what this is about is never on it.
    #[schema(required)]
    located: Option<usize>,
    /// Of these, how many are examples.
    #[schema(required)]
    synthetic: Option<usize>,
}

/// A district and how many roles of each kind are in it.
#[derive(Serialize, ToSchema)]
#[schema(as = District)]
struct DistrictAnswer<'a> {
    #[schema(example = "321002")]
    code: &'a str,
    /// Name in Chinese.
    name: &'a str,
    /// Name in English; null = none known.
    #[schema(required)]
    name_en: Option<&'a str>,
    #[schema(value_type = LevelWord)]
    level: RegionLevel,
    /// Code of the region around it.
    #[schema(required)]
    parent: Option<String>,
    /// `[west, south, east, north]` of its polygons in WGS-84 degrees; null = no polygon known.
    #[schema(required)]
    bbox: Option<[f64; 4]>,
    /// How many roles of each kind are in it; kinds with none are left out.
    located: BTreeMap<&'static str, usize>,
}

impl<'a> CityAnswer<'a> {
    /// The city as of this snapshot, on the day `today`.
    pub(crate) fn new(snapshot: &'a Snapshot, today: NaiveDate) -> Self {
        let witness = Witness::new(snapshot);
        let tally = Tally::new(snapshot, today);
        let city = snapshot.city();
        let role = |kind| {
            let declared = city.declared(kind);
            RoleCount {
                kind,
                name: kind.name_zh(),
                name_en: kind.name_en(),
                declared: declared.map(|declared| declared.count),
                bound: declared.map(|declared| declared.bound),
                counts: tally.of(kind),
            }
        };
        let roles = RoleKind::ALL.map(role).into();
        let districts = snapshot.regions().iter().filter(|region| region.code.level() == RegionLevel::District);
        let district = |region: &'a Region| DistrictAnswer {
            code: region.code.as_str(),
            name: &region.name,
            name_en: region.name_en.as_deref(),
            level: region.code.level(),
            parent: region.code.parent().map(|code| code.to_string()),
            bbox: bbox(&region.polygons),
            located: tally
                .of_district(region.code.as_str())
                .map(|(kind, counts)| (kind.as_str(), counts.located))
                .collect(),
        };
        let regions = districts.map(district).collect();
        snapshot.sources().keys().for_each(|key| witness.name(key));
        Self {
            name: &city.name,
            name_en: &city.name_en,
            adcode: city.adcode.as_str(),
            bbox: city.bbox,
            time_zone: &city.time_zone,
            sample: city.sample,
            map_approval: map_approval(city),
            article: article(&city.article),
            roles,
            facts: city.facts.iter().map(|fact| FactAnswer::new(snapshot, fact)).collect(),
            regions,
            places: tally.places,
            colophon: witness.colophon(DatumName::Wgs84),
        }
    }
}

fn map_approval(city: &City) -> MapApproval<'_> {
    let number = city.map_approval.as_deref();
    let (notice, notice_en) = match number {
        Some(number) => (format!("审图号：{number}"), format!("Map approval number: {number}")),
        None => ("未申请审图号，仅供演示".to_owned(), "No map approval; for demonstration only".to_owned()),
    };
    MapApproval { number, notice, notice_en }
}

fn article(article: &Article) -> ArticleAnswer<'_> {
    ArticleAnswer { publisher: &article.publisher, author: &article.author, published_on: article.published_on }
}

impl<'a> FactAnswer<'a> {
    /// The fact beside what the snapshot has of it.
    pub(super) fn new(snapshot: &Snapshot, fact: &'a DeclaredFact) -> Self {
        let located: Option<Vec<&Provenance>> = fact.located_by.as_ref().map(|by| match by {
            LocatedBy::Series(series) => {
                let activities = snapshot.activities().map(|(_, activity)| activity);
                let ours = activities.filter(|activity| activity.series.as_ref() == Some(series));
                ours.map(|activity| &activity.provenance).collect()
            }
            LocatedBy::Courses => snapshot.courses().map(|(_, course)| &course.provenance).collect(),
        });
        let is_synthetic = |provenance: &&&Provenance| {
            snapshot.sources().get(&provenance.source).is_some_and(|source| source.synthetic)
        };
        Self {
            name: &fact.name,
            name_en: &fact.name_en,
            count: fact.count,
            bound: fact.bound,
            located: located.as_ref().map(Vec::len),
            synthetic: located.as_ref().map(|located| located.iter().filter(is_synthetic).count()),
        }
    }
}

/// The box around some polygons.
fn bbox(polygons: &[Vec<Vec<[f64; 2]>>]) -> Option<[f64; 4]> {
    polygons.iter().flatten().flatten().fold(None, |bbox, &[lon, lat]| {
        let [west, south, east, north] = bbox.unwrap_or([lon, lat, lon, lat]);
        Some([west.min(lon), south.min(lat), east.max(lon), north.max(lat)])
    })
}
