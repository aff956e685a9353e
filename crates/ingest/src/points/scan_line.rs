//! A point inside a polygon: the middle of the widest stretch of a line through it from west to east. Unlike the centroid it lies
//! inside whatever the shape.

/// Where the line is laid, as shares of the polygon's height. A polygon may be pinched at one of them.
const HEIGHTS: [f64; 3] = [0.5, 0.25, 0.75];

/// The point, and how wide the polygon is there; `None` if it has no area. The first ring is the outline, the others are holes; all
/// are closed and cross nowhere.
pub(super) fn inside(rings: &[Vec<[f64; 2]>]) -> Option<([f64; 2], f64)> {
    let heights = || rings.iter().flatten().map(|corner| corner[1]);
    let (south, north) = (heights().fold(f64::INFINITY, f64::min), heights().fold(f64::NEG_INFINITY, f64::max));
    HEIGHTS.iter().find_map(|share| widest(rings, south + share * (north - south)))
}

/// The middle and the width of the widest stretch at this height.
fn widest(rings: &[Vec<[f64; 2]>], y: f64) -> Option<([f64; 2], f64)> {
    let edges = rings.iter().flat_map(|ring| ring.array_windows::<2>());
    let mut crossed: Vec<f64> = edges
        .filter(|[from, to]| (from[1] <= y) != (to[1] <= y))
        .map(|[from, to]| from[0] + (y - from[1]) / (to[1] - from[1]) * (to[0] - from[0]))
        .collect();
    crossed.sort_by(f64::total_cmp);
    let stretches = crossed.chunks_exact(2).map(|ends| ([f64::midpoint(ends[0], ends[1]), y], ends[1] - ends[0]));
    stretches.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|&(_, width)| width > 0.0)
}
