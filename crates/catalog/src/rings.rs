//! Points and polygons: whether one holds the other, and how far they are apart.
//!
//! A polygon is a list of rings of WGS-84 `[lon, lat]` degrees, outer and inner alike, in any winding. Edges are straight
//! lines in degrees, as in GeoJSON, and none crosses 180°. A ring may repeat its first position at its end or not.

/// Metres in a degree of latitude on a sphere of the Earth's mean radius, 6,371,008.8 m.
const M_PER_DEGREE: f64 = 111_195.080_23;

/// Whether the polygon holds the point, by the even–odd rule: in an odd number of rings is inside. A point on an edge is
/// inside.
pub fn contain(rings: &[Vec<[f64; 2]>], lon: f64, lat: f64) -> bool {
    let mut inside = false;
    for [[x1, y1], [x2, y2]] in edges(rings) {
        // Twice the area of edge and point: its sign is the side on which the point lies.
        let side = (x2 - x1) * (lat - y1) - (lon - x1) * (y2 - y1);
        if side == 0.0 && between(x1, lon, x2) && between(y1, lat, y2) {
            return true;
        }
        // The edge, its lower end included and its upper one not, is crossed by the ray to the east.
        if (y1 <= lat) != (y2 <= lat) && (side > 0.0) == (y2 > y1) {
            inside = !inside;
        }
    }
    inside
}

/// Distance in metres from the point to the nearest edge, whether it lies inside or outside; infinite without edges.
///
/// On a plane through the point (equirectangular, mean radius): within 0.5 % for the first kilometres.
pub fn edge_distance_m(rings: &[Vec<[f64; 2]>], lon: f64, lat: f64) -> f64 {
    let m_per_degree_lon = M_PER_DEGREE * lat.to_radians().cos();
    let to_plane = |[x, y]: [f64; 2]| [(x - lon) * m_per_degree_lon, (y - lat) * M_PER_DEGREE];
    edges(rings)
        .map(|[a, b]| {
            let ([ax, ay], [bx, by]) = (to_plane(a), to_plane(b));
            let (dx, dy) = (bx - ax, by - ay);
            let length_2 = dx * dx + dy * dy;
            // How far along the edge the foot of the perpendicular from the origin lies, from 0 to 1.
            let along = if length_2 > 0.0 { (-(ax * dx + ay * dy) / length_2).clamp(0.0, 1.0) } else { 0.0 };
            (ax + along * dx).hypot(ay + along * dy)
        })
        .fold(f64::INFINITY, f64::min)
}

/// Every ring's edges, the closing one included.
fn edges(rings: &[Vec<[f64; 2]>]) -> impl Iterator<Item = [[f64; 2]; 2]> {
    rings.iter().flat_map(|ring| {
        let from_last = ring.last().into_iter().chain(ring);
        from_last.zip(ring).map(|(&a, &b)| [a, b])
    })
}

fn between(a: f64, value: f64, b: f64) -> bool {
    a.min(b) <= value && value <= a.max(b)
}
