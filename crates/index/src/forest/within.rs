//! Places within a circle, a box or a polygon.

use rstar::{AABB, RTreeNode};
use yuren_catalog::rings;
use yuren_geodesy::{BBox, Ecef, LonLat, Wgs84, geodesic_m};

use super::bound::Origin;
use super::nearest::whole_mm;
use super::{Envelope, Forest, in_order};
use crate::{Filter, Hit, PlaceIx};

/// What rounding may add to a coordinate or a straight line, in metres, many times over.
const MARGIN_M: f64 = 0.001;

impl Forest {
    /// The matching places within `radius_m` metres of `from`, nearest first. A place that `may_be_kept` refuses, asked with its
    /// point before anything is measured, is left out.
    pub(crate) fn within_radius(
        &self,
        from: LonLat<Wgs84>,
        radius_m: f64,
        filter: &Filter,
        mut may_be_kept: impl FnMut(PlaceIx, LonLat<Wgs84>) -> bool,
    ) -> Vec<Hit> {
        let origin = Origin::new(from);
        let mut hits = Vec::new();
        let mut nodes: Vec<_> = self.trees(filter).map(rstar::RTree::root).collect();
        while let Some(node) = nodes.pop() {
            for child in node.children() {
                match child {
                    RTreeNode::Parent(node) => {
                        if origin.bound_m(&node.envelope()) <= radius_m + MARGIN_M {
                            nodes.push(node);
                        }
                    }
                    RTreeNode::Leaf(entry) => {
                        let point = self.point(entry.place);
                        if origin.at.chord_m(entry.at) <= radius_m + MARGIN_M && may_be_kept(entry.place, point) {
                            let distance_m = geodesic_m(from, point);
                            hits.push(Hit { place: entry.place, distance_m });
                        }
                    }
                }
            }
        }
        hits.retain(|hit| hit.distance_m <= radius_m);
        hits.sort_unstable_by_key(|hit| (whole_mm(hit.distance_m), hit.place));
        hits.dedup_by_key(|hit| hit.place);
        hits
    }

    /// The matching places inside the box or on its edge, in order.
    pub(crate) fn within_bbox(&self, bbox: &BBox, filter: &Filter) -> Vec<PlaceIx> {
        let envelope = envelope_of(bbox);
        let candidates = self.trees(filter).flat_map(|tree| tree.locate_in_envelope(envelope));
        in_order(candidates.map(|entry| entry.place).filter(|&place| bbox.contains(self.point(place))).collect())
    }

    /// The matching places inside the polygon or on its edge, in order.
    pub(crate) fn within_polygon(&self, polygon: &[Vec<[f64; 2]>], filter: &Filter) -> Vec<PlaceIx> {
        let mut found = bounds(polygon).map_or_else(Vec::new, |bbox| self.within_bbox(&bbox, filter));
        found.retain(|&place| rings::contain(polygon, self.point(place).lon(), self.point(place).lat()));
        found
    }
}

/// The box around a polygon, as far as it lies on Earth; `None` if no corner does.
fn bounds(polygon: &[Vec<[f64; 2]>]) -> Option<BBox> {
    let [mut west, mut south] = [f64::INFINITY; 2];
    let [mut east, mut north] = [f64::NEG_INFINITY; 2];
    for &[lon, lat] in polygon.iter().flatten() {
        (west, east) = (west.min(lon), east.max(lon));
        (south, north) = (south.min(lat), north.max(lat));
    }
    BBox::new(west.max(-180.0), south.max(-90.0), east.min(180.0), north.min(90.0)).ok()
}

/// A box in space that holds all of the ellipsoid between these longitudes and latitudes.
fn envelope_of(bbox: &BBox) -> Envelope {
    // Distance from the axis, and height above the equator's plane, at a latitude of the box.
    let axis_and_height = |lat: f64| {
        let [x, _, z] = LonLat::new(0.0, lat).map_or([0.0; 3], |point| Ecef::from(point).xyz);
        (x, z)
    };
    let ((south_axis, bottom), (north_axis, top)) = (axis_and_height(bbox.south()), axis_and_height(bbox.north()));
    // The ellipsoid is widest at the equator and narrows towards both poles.
    let widest =
        if bbox.south() <= 0.0 && 0.0 <= bbox.north() { axis_and_height(0.0).0 } else { south_axis.max(north_axis) };
    let axis = [south_axis.min(north_axis), widest];

    let [west, east] = [bbox.west(), bbox.east()];
    let holds = |lon: f64| west <= lon && lon <= east;
    let extent = |at_edges: [f64; 2], least_at: Option<f64>, most_at: f64| {
        let [a, b] = at_edges;
        let least = if least_at.is_some_and(holds) { -1.0 } else { a.min(b) };
        let most = if holds(most_at) { 1.0 } else { a.max(b) };
        [least, most]
    };
    // The cosine is least at ±180°, which can only be an edge.
    let cos = extent([west, east].map(|lon| lon.to_radians().cos()), None, 0.0);
    let sin = extent([west, east].map(|lon| lon.to_radians().sin()), Some(-90.0), 90.0);

    let [x_low, x_high] = product(axis, cos);
    let [y_low, y_high] = product(axis, sin);
    AABB::from_corners(
        [x_low - MARGIN_M, y_low - MARGIN_M, bottom - MARGIN_M],
        [x_high + MARGIN_M, y_high + MARGIN_M, top + MARGIN_M],
    )
}

/// The least and the greatest product of a number of the one range and one of the other.
fn product([a, b]: [f64; 2], [c, d]: [f64; 2]) -> [f64; 2] {
    let products = [a * c, a * d, b * c, b * d];
    [products.into_iter().fold(f64::INFINITY, f64::min), products.into_iter().fold(f64::NEG_INFINITY, f64::max)]
}

#[cfg(test)]
mod tests {
    use rstar::Envelope as _;

    use super::*;

    #[test]
    fn the_box_in_space_holds_every_point_of_the_box_on_the_ground() {
        let edges = [-180.0, -135.0, -90.0, -10.0, 0.0, 45.0, 90.0, 119.4, 180.0];
        let parallels = [-90.0, -45.0, -1.0, 0.0, 32.4, 60.0, 90.0];
        for (west, east) in edges.iter().flat_map(|&w| edges.iter().map(move |&e| (w, e))).filter(|(w, e)| w <= e) {
            for (south, north) in
                parallels.iter().flat_map(|&s| parallels.iter().map(move |&n| (s, n))).filter(|(s, n)| s <= n)
            {
                let envelope = envelope_of(&BBox::new(west, south, east, north).unwrap());
                for step in 0..=400 {
                    let (across, up) = (f64::from(step % 21) / 20.0, f64::from(step / 21) / 19.0);
                    let lon = (west + across * (east - west)).clamp(west, east);
                    let lat = (south + up * (north - south)).clamp(south, north);
                    let point = Ecef::from(LonLat::new(lon, lat).unwrap());
                    assert!(envelope.contains_point(&point.xyz), "{west},{south},{east},{north} misses {lon},{lat}");
                }
            }
        }
    }

    #[test]
    fn a_polygon_without_corners_on_earth_has_no_bounds() {
        assert_eq!(bounds(&[]), None);
        assert_eq!(bounds(&[vec![[200.0, 10.0], [210.0, 10.0], [205.0, 20.0]]]), None);
    }
}
