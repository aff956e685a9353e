//! A generated city of any size, for benchmarks and for tests at a scale that no real city reaches.
//!
//! Not the sample city: its names mean nothing. It has a region tree of Yangzhou's shape (7 districts, 98 towns, 1,470
//! villages), places clustered about the towns, and role kinds in the sample city's proportions.
#![forbid(unsafe_code)]

use std::collections::BTreeMap;

use yuren_catalog::calendar::Calendar;
use yuren_catalog::{
    Article, Bound, City, CityPack, Declared, Fee, Layers, Place, Position, Precision, Provenance, Region, RegionCode,
    RegionTree, Role, RoleKind, Source, SourceKey, Sourced, Status, Travel,
};
use yuren_geodesy::{LonLat, Wgs84};

/// `[west, south, east, north]` of the generated city in WGS-84 degrees.
pub const BBOX: [f64; 4] = [119.0, 32.1, 120.0, 33.4];

const DISTRICTS: u64 = 7;
const TOWNS_A_DISTRICT: u64 = 14;
const VILLAGES_A_TOWN: u64 = 15;

/// How many of 1,000 places bear each role kind; what is left over are venues.
const SHARES: [(RoleKind, u64); 9] = [
    (RoleKind::ParentSchool, 560),
    (RoleKind::School, 160),
    (RoleKind::Heritage, 90),
    (RoleKind::DemoCommunity, 45),
    (RoleKind::LeadParentSchool, 42),
    (RoleKind::DemoStation, 20),
    (RoleKind::WaitingStation, 10),
    (RoleKind::Counselling, 2),
    (RoleKind::PracticeCentre, 1),
];

/// A small deterministic generator (SplitMix64; G. L. Steele et al., "Fast splittable pseudorandom number generators", 2014).
pub struct Random(u64);

impl Random {
    /// A generator whose whole sequence follows from `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.bits() % bound
    }

    /// A number in [0, 1).
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A point in [`BBOX`], evenly by degrees.
    pub fn point(&mut self) -> LonLat<Wgs84> {
        let [west, south, east, north] = BBOX;
        let (u, v) = (self.unit(), self.unit());
        LonLat::new(west + u * (east - west), south + v * (north - south)).expect("BBOX holds coordinates")
    }
}

/// A city of `places` places; the same arguments give the same city.
pub fn city(places: usize, seed: u64) -> CityPack {
    let random = &mut Random::new(seed);
    let generated = Provenance { source: SourceKey::from("generated"), checked_on: None, checked_by: None };
    let (regions, towns) = regions(random, &generated);
    let mut places: Vec<_> = (0..places).map(|number| place(number, &towns, random, &generated)).collect();
    places.sort_by(|a, b| a.id.cmp(&b.id));
    CityPack {
        city: about(),
        sources: BTreeMap::from([(generated.source.clone(), generator())]),
        regions,
        places,
        study_routes: Vec::new(),
        layers: Layers::default(),
        calendar: Calendar::default(),
    }
}

fn about() -> City {
    City {
        name: "示例市".into(),
        name_en: "Example City".into(),
        adcode: code("329900"),
        bbox: BBOX,
        time_zone: "Asia/Shanghai".into(),
        data_date: chrono::NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date"),
        calendar: None,
        travel: Travel::default(),
        map_approval: None,
        sample: true,
        article: Article {
            publisher: "示例".into(),
            author: "示例".into(),
            published_on: chrono::NaiveDate::from_ymd_opt(2026, 1, 1).expect("a date"),
        },
        declared: RoleKind::ALL.map(|kind| Declared { kind, count: 0, bound: Bound::Floor }).into(),
        facts: Vec::new(),
    }
}

fn generator() -> Source {
    Source {
        title: "生成数据".into(),
        title_en: "Generated data".into(),
        licence: "CC0-1.0".into(),
        attribution: String::new(),
        url: None,
        synthetic: true,
    }
}

fn code(digits: &str) -> RegionCode {
    digits.parse().expect("6, 9 or 12 digits")
}

/// The region tree, and each town's code and centre.
fn regions(random: &mut Random, generated: &Provenance) -> (RegionTree, Vec<(String, LonLat<Wgs84>)>) {
    let region = |digits: &str, name: String, point: Option<LonLat<Wgs84>>| Region {
        code: code(digits),
        name,
        name_en: None,
        position: point.map(|point| position(point, generated)),
        polygons: Vec::new(),
        sources: Vec::new(),
    };
    let mut regions = vec![region("329900", "示例市".into(), None)];
    let mut towns = Vec::new();
    for district in 1..=DISTRICTS {
        let district_code = format!("3299{district:02}");
        regions.push(region(&district_code, format!("第{district}区"), None));
        for town in 1..=TOWNS_A_DISTRICT {
            let (town_code, centre) = (format!("{district_code}{town:03}"), random.point());
            regions.push(region(&town_code, format!("第{district}区{town}镇"), Some(centre)));
            for village in 1..=VILLAGES_A_TOWN {
                regions.push(region(&format!("{town_code}{village:03}"), format!("{town}镇{village}村"), None));
            }
            towns.push((town_code, centre));
        }
    }
    (RegionTree::new(regions), towns)
}

fn position(point: LonLat<Wgs84>, generated: &Provenance) -> Position {
    Position { point, precision: Precision::Synthetic, radius_m: 5_000.0, provenance: generated.clone() }
}

fn place(number: usize, towns: &[(String, LonLat<Wgs84>)], random: &mut Random, generated: &Provenance) -> Place {
    let (town_code, centre) = &towns[random.below(towns.len() as u64) as usize];
    // The mean of three even draws crowds about the centre and stays within 0.08 degrees of it.
    let mut offset = || 0.08 * ((random.unit() + random.unit() + random.unit()) * 2.0 / 3.0 - 1.0);
    let [west, south, east, north] = BBOX;
    let point = LonLat::new((centre.lon() + offset()).clamp(west, east), (centre.lat() + offset()).clamp(south, north))
        .expect("BBOX holds coordinates");
    let kind = kind(random.below(1_000));
    let sourced_fee = match random.below(10) {
        0 => None,
        1 | 2 => Some(Fee::Paid),
        _ => Some(Fee::Free),
    }
    .map(|value| Sourced { value, provenance: generated.clone() });
    let mut role = Role::new(format!("r-{number:08}").parse().expect("an identifier"), kind, generated.clone());
    role.fee = sourced_fee;
    Place {
        id: format!("p-{number:08}").parse().expect("an identifier"),
        name: format!("示例{} {number:07}", kind.name_zh()),
        name_provenance: generated.clone(),
        name_en: None,
        aliases: Vec::new(),
        address: None,
        position: position(point, generated),
        entrances: Vec::new(),
        region: code(&format!("{town_code}{:03}", random.below(VILLAGES_A_TOWN) + 1)),
        status: Status::Active,
        source_keys: BTreeMap::new(),
        roles: vec![role],
        activities: Vec::new(),
        courses: Vec::new(),
    }
}

fn kind(draw: u64) -> RoleKind {
    let mut upto = 0;
    for (kind, share) in SHARES {
        upto += share;
        if draw < upto {
            return kind;
        }
    }
    RoleKind::Venue
}
