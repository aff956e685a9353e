//! Land, water and districts: where a generated point may stand.

use yuren_catalog::rings;
use yuren_geodesy::{LonLat, Wgs84, geodesic_m};

use super::draw::Draw;
use super::sources::{Rings, Sources};

/// A generated point keeps this far from water, in metres: the overview's outlines are that coarse, and its cut edges
/// leave seams of this width in the Yangtze.
const OFF_WATER_M: f64 = 100.0;

/// Metres to a degree of latitude here, near enough for a disc to draw in.
const DEGREE_M: f64 = 110_900.0;

/// The polygons of a city.
pub(super) struct Ground {
    districts: Vec<(String, Rings)>,
    /// Each with its bounds: most water is far away.
    water: Vec<([f64; 4], Rings)>,
}

impl Ground {
    pub(super) fn of(sources: &Sources) -> Self {
        Self {
            districts: sources.districts.iter().map(|row| (row.code.clone(), row.rings.clone())).collect(),
            water: sources.water.iter().map(|row| (bounds(&row.rings), row.rings.clone())).collect(),
        }
    }

    /// Code of the district whose polygon holds the point.
    pub(super) fn district_at(&self, point: LonLat<Wgs84>) -> Option<&str> {
        self.districts.iter().find(|(_, rings)| contains(rings, point)).map(|(code, _)| code.as_str())
    }

    /// Whether the point is in this district's polygon and not in water, nor close to it.
    pub(super) fn is_land_of(&self, district: &str, point: LonLat<Wgs84>) -> bool {
        self.rings(district).is_some_and(|rings| contains(rings, point)) && !self.is_near_water(point)
    }

    fn is_near_water(&self, point: LonLat<Wgs84>) -> bool {
        // More degrees than the margin in metres, of longitude too.
        let (lon, lat, margin) = (point.lon(), point.lat(), 2.0 * OFF_WATER_M / DEGREE_M);
        let is_by = |[west, south, east, north]: [f64; 4]| {
            (west - margin..=east + margin).contains(&lon) && (south - margin..=north + margin).contains(&lat)
        };
        let mut nearby = self.water.iter().filter(|(bounds, _)| is_by(*bounds)).map(|(_, rings)| rings);
        nearby.any(|rings| contains(rings, point) || edge_distance_m(rings, point) < OFF_WATER_M)
    }

    fn rings(&self, district: &str) -> Option<&Rings> {
        self.districts.iter().find(|(code, _)| code == district).map(|(_, rings)| rings)
    }

    /// A point on land anywhere in the district, all of it equally likely; `None` for a district without a polygon.
    pub(super) fn scatter_in_district(&self, district: &str, draw: &mut Draw) -> Option<LonLat<Wgs84>> {
        let [west, south, east, north] = bounds(self.rings(district)?);
        tries(draw, |draw| {
            let point = rounded(draw.between(west, east), draw.between(south, north))?;
            self.is_land_of(district, point).then_some(point)
        })
    }

    /// The district's label point: on land, as far from the outline as a grid of 64 by 64 finds. With it, the distance
    /// to the farthest corner in metres.
    pub(super) fn middle(&self, district: &str) -> Option<(LonLat<Wgs84>, f64)> {
        const STEPS: u32 = 64;
        let rings = self.rings(district)?;
        let [west, south, east, north] = bounds(rings);
        let at = |i: u32, low: f64, high: f64| low + (high - low) * (f64::from(i) + 0.5) / f64::from(STEPS);
        let grid = (0..STEPS * STEPS).filter_map(|i| rounded(at(i % STEPS, west, east), at(i / STEPS, south, north)));
        let (middle, _) = grid
            .filter(|&point| self.is_land_of(district, point))
            .map(|point| (point, edge_distance_m(rings, point)))
            .max_by(|a, b| a.1.total_cmp(&b.1))?;
        Some((middle, self.farthest_corner_m(district, middle)?))
    }

    /// Distance in metres from the point to the farthest corner of the district's polygon.
    pub(super) fn farthest_corner_m(&self, district: &str, point: LonLat<Wgs84>) -> Option<f64> {
        let corners = self.rings(district)?.iter().flatten();
        corners
            .filter_map(|&[lon, lat]| LonLat::new(lon, lat).ok())
            .map(|corner| geodesic_m(point, corner))
            .reduce(f64::max)
    }
}

/// A point of the disc around `centre` that `accept` takes. `towards_centre` = false: all the disc equally likely;
/// true: as likely in every ring of equal width, so dense in the middle.
pub(super) fn scatter_in_disc(
    centre: LonLat<Wgs84>,
    radius_m: f64,
    towards_centre: bool,
    draw: &mut Draw,
    accept: impl Fn(LonLat<Wgs84>) -> bool,
) -> Option<LonLat<Wgs84>> {
    let degree_east_m = DEGREE_M * centre.lat().to_radians().cos();
    tries(draw, |draw| {
        let (x, y) = (draw.between(-1.0, 1.0), draw.between(-1.0, 1.0));
        let pull = if towards_centre { draw.unit() } else { 1.0 };
        let r = radius_m * pull;
        let point = rounded(centre.lon() + x * r / degree_east_m, centre.lat() + y * r / DEGREE_M)?;
        (x * x + y * y <= 1.0 && accept(point)).then_some(point)
    })
}

/// The first of many tries that succeeds. Areas here are at least a hundredth of the box drawn in.
fn tries<T>(draw: &mut Draw, attempt: impl Fn(&mut Draw) -> Option<T>) -> Option<T> {
    (0..20_000).find_map(|_| attempt(draw))
}

/// Six decimals, a tenth of a metre: enough for an example, and no trace of the last bit of a sine.
fn rounded(lon: f64, lat: f64) -> Option<LonLat<Wgs84>> {
    let round = |degrees: f64| (degrees * 1e6).round() / 1e6;
    LonLat::new(round(lon), round(lat)).ok()
}

fn bounds(rings: &Rings) -> [f64; 4] {
    let start = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    rings.iter().flatten().fold(start, |[w, s, e, n], &[x, y]| [w.min(x), s.min(y), e.max(x), n.max(y)])
}

fn contains(rings: &Rings, point: LonLat<Wgs84>) -> bool {
    rings::contain(rings, point.lon(), point.lat())
}

fn edge_distance_m(rings: &Rings, point: LonLat<Wgs84>) -> f64 {
    rings::edge_distance_m(rings, point.lon(), point.lat())
}
