//! Whether water lies between a point and a site.
//!
//! The layer is coarse: it holds lakes and wide rivers with few corners, and no bridges. So a body of water that either end
//! lies in is not counted: a place by the shore may stand inside a coarse outline of it.

use rstar::primitives::{GeomWithData, Line};
use rstar::{AABB, RTree};
use yuren_catalog::{Layers, rings};
use yuren_geodesy::{LonLat, Wgs84};

type Edge = GeomWithData<Line<[f64; 2]>, u32>;

/// The edges of a city's bodies of water.
#[derive(Debug)]
pub(crate) struct Water {
    edges: RTree<Edge>,
    bodies: Vec<Vec<Vec<[f64; 2]>>>,
}

impl Water {
    pub(crate) fn new(layers: &Layers) -> Self {
        let bodies: Vec<_> = layers.water.iter().map(|body| body.rings.clone()).collect();
        let edges = (0..).zip(&bodies).flat_map(|(body, rings)| {
            let of_ring = move |ring: &Vec<[f64; 2]>| {
                let closing = ring.last().copied().zip(ring.first().copied()).map(|(last, first)| [last, first]);
                let along = ring.windows(2).map(|pair| [pair[0], pair[1]]);
                along.chain(closing).map(|[a, b]| Edge::new(Line::new(a, b), body)).collect::<Vec<_>>()
            };
            rings.iter().flat_map(of_ring)
        });
        Self { edges: RTree::bulk_load(edges.collect()), bodies }
    }

    /// Whether there is any water.
    pub(crate) fn is_empty(&self) -> bool {
        self.bodies.is_empty()
    }

    /// Whether the straight line between the two crosses a body of water that neither lies in. A line that only touches an
    /// edge does not cross it.
    pub(crate) fn lies_between(&self, a: LonLat<Wgs84>, b: LonLat<Wgs84>) -> bool {
        let (a, b) = ([a.lon(), a.lat()], [b.lon(), b.lat()]);
        let crossed = self.edges.locate_in_envelope_intersecting(AABB::from_corners(a, b));
        let mut crossed = crossed.filter(|edge| cross(a, b, edge.geom().from, edge.geom().to));
        crossed.any(|edge| {
            let rings = &self.bodies[edge.data as usize];
            ![a, b].iter().any(|&[lon, lat]| rings::contain(rings, lon, lat))
        })
    }
}

/// Whether two segments cross, each at a point inside both.
fn cross(a: [f64; 2], b: [f64; 2], c: [f64; 2], d: [f64; 2]) -> bool {
    // The sign says on which side of the line p–q the point r lies.
    let side = |p: [f64; 2], q: [f64; 2], r: [f64; 2]| (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

#[cfg(test)]
mod tests {
    use yuren_catalog::WaterBody;

    use super::*;

    /// A lake from 1° to 2° east and 0° to 1° north, as GeoJSON has it: closed.
    fn lake() -> Water {
        let ring = vec![[1.0, 0.0], [2.0, 0.0], [2.0, 1.0], [1.0, 1.0], [1.0, 0.0]];
        let body = WaterBody { name: None, name_en: None, rings: vec![ring], source: "made".into() };
        Water::new(&Layers { water: vec![body] })
    }

    fn at(lon: f64, lat: f64) -> LonLat<Wgs84> {
        LonLat::new(lon, lat).unwrap()
    }

    #[test]
    fn a_lake_lies_between_its_shores_and_not_between_points_of_one_shore() {
        assert!(lake().lies_between(at(0.5, 0.5), at(2.5, 0.6)));
        assert!(lake().lies_between(at(2.5, 0.6), at(0.5, 0.5)));
        assert!(!lake().lies_between(at(0.5, 0.1), at(0.5, 0.9)));
        assert!(!lake().lies_between(at(0.5, 0.5), at(0.5, 0.5)));
    }

    #[test]
    fn a_line_past_the_lake_is_free_though_its_box_meets_it() {
        assert!(!lake().lies_between(at(0.5, 0.6), at(1.5, 1.6)));
    }

    #[test]
    fn what_stands_in_a_coarse_outline_of_the_lake_is_not_cut_off_by_it() {
        assert!(!lake().lies_between(at(1.1, 0.5), at(0.5, 0.5)));
        assert!(!lake().lies_between(at(0.5, 0.5), at(1.1, 0.5)));
    }
}
