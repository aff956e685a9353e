//! Demand points (需求点): whose ways count, and how much each.

use std::collections::HashSet;
use std::hash::Hasher;

use siphasher::sip::SipHasher13;
use yuren_catalog::{Precision, Region, RegionCode, RegionLevel, rings};
use yuren_geodesy::{LonLat, Wgs84};
use yuren_index::Snapshot;

use super::body::{DemandPointsBody, VILLAGE_UNITS};
use super::limits::{DEMAND_POINTS, ID_CHARS, NAME_CHARS, WEIGHT};
use super::refusal::{invalid, length, named, positive};
use super::spot::spot;
use crate::problem::{Code, Problem};

/// A demand point.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DemandPoint {
    /// Its id: a village's code, or the asker's own.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// Where it is.
    pub(crate) at: LonLat<Wgs84>,
    /// How much it counts.
    pub(crate) weight: f64,
    /// The finest region known to hold it.
    pub(crate) region: Option<RegionCode>,
    /// How well its position is known; `None` = the asker's business.
    pub(crate) precision: Option<Precision>,
}

/// Demand points of one origin.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Demand {
    /// The set's id, or what the asker calls it.
    pub(crate) name: String,
    /// The points.
    pub(crate) points: Vec<DemandPoint>,
    /// Whether the weights are people.
    pub(crate) is_population: bool,
    /// How many more there would be, if it were known where they are.
    pub(crate) not_located: usize,
    /// The same for the same points in the same order, whatever they are called: times to a site hold for it.
    pub(crate) fingerprint: u64,
}

impl Demand {
    /// The village units of a city whose position is known, each of weight 1: no numbers of people are known.
    pub(crate) fn village_units(snapshot: &Snapshot) -> Self {
        let villages = || snapshot.regions().iter().filter(|region| region.code.level() == RegionLevel::Village);
        let point = |region: &Region| {
            let position = region.position.as_ref()?;
            Some(DemandPoint {
                id: region.code.to_string(),
                name: region.name.clone(),
                at: position.point,
                weight: 1.0,
                region: Some(region.code.clone()),
                precision: Some(position.precision),
            })
        };
        let points: Vec<_> = villages().filter_map(point).collect();
        let not_located = villages().count() - points.len();
        Self::new(VILLAGE_UNITS.to_owned(), points, false, not_located)
    }

    /// Points of the asker's own.
    pub(crate) fn of_body(body: &DemandPointsBody, snapshot: &Snapshot) -> Result<Self, Problem> {
        let DemandPointsBody { name, is_population, points } = body;
        if !(1..=DEMAND_POINTS).contains(&points.len()) {
            return Err(length("/demand/points", points.len(), format!("1 to {DEMAND_POINTS}")));
        }
        let name = match name {
            Some(name) => named("/demand/name", name, NAME_CHARS)?,
            None => "points",
        };
        let mut ids = HashSet::new();
        let districts = Districts::new(snapshot);
        let point = |(i, point): (usize, &super::body::DemandPointBody)| {
            let pointer = |field: &str| format!("/demand/points/{i}/{field}");
            let id = named(&pointer("id"), &point.id, ID_CHARS)?;
            if !ids.insert(id.to_owned()) {
                return Err(invalid(&pointer("id"), id, "another point has", "every id once"));
            }
            let name = point.name.as_deref().map_or(Ok(id), |name| named(&pointer("name"), name, NAME_CHARS))?;
            let at = spot(snapshot, &format!("/demand/points/{i}"), point.lon, point.lat)?;
            let weight = positive(&pointer("weight"), point.weight.unwrap_or(1.0), WEIGHT)?;
            let region = districts.holding(at).cloned();
            Ok(DemandPoint { id: id.to_owned(), name: name.to_owned(), at, weight, region, precision: None })
        };
        let points = points.iter().enumerate().map(point).collect::<Result<_, Problem>>()?;
        Ok(Self::new(name.to_owned(), points, *is_population, 0))
    }

    fn new(name: String, points: Vec<DemandPoint>, is_population: bool, not_located: usize) -> Self {
        let mut hasher = SipHasher13::new();
        for point in &points {
            hasher.write_u64(point.at.lon().to_bits());
            hasher.write_u64(point.at.lat().to_bits());
        }
        Self { name, points, is_population, not_located, fingerprint: hasher.finish() }
    }

    /// Those of the points that lie in a region; what is not located stays the whole set's.
    pub(crate) fn within(&self, region: &RegionCode) -> Result<Self, Problem> {
        let lies = |point: &&DemandPoint| {
            point.region.as_ref().is_some_and(|code| code.and_ancestors().any(|around| around == *region))
        };
        let points: Vec<_> = self.points.iter().filter(lies).cloned().collect();
        if points.is_empty() {
            let detail = format!("No demand point of {:?} is known to lie in {region}.", self.name);
            let problem = Problem::new(Code::InvalidParameter, detail).parameter("/region").value(region.as_str());
            return Err(problem.allowed("a region with demand points"));
        }
        Ok(Self::new(self.name.clone(), points, self.is_population, 0))
    }

    /// All weights together.
    pub(crate) fn weight(&self) -> f64 {
        self.points.iter().map(|point| point.weight).sum()
    }
}

/// Districts with a polygon, to tell which of them holds a point.
struct Districts<'a>(Vec<&'a Region>);

impl<'a> Districts<'a> {
    fn new(snapshot: &'a Snapshot) -> Self {
        let districts = snapshot.regions().iter().filter(|region| region.code.level() == RegionLevel::District);
        Self(districts.filter(|region| !region.polygons.is_empty()).collect())
    }

    fn holding(&self, at: LonLat<Wgs84>) -> Option<&'a RegionCode> {
        let holds = |region: &&&Region| region.polygons.iter().any(|rings| rings::contain(rings, at.lon(), at.lat()));
        self.0.iter().find(holds).map(|region| &region.code)
    }
}
