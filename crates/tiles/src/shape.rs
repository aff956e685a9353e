//! Polygons on their way into tiles.

use crate::clip;
use crate::frame::{EXTENT, Frame, project};
use crate::simplify::{Vertex, rank};

/// How far polygons reach over a tile's edge, in units (8 px): more than half the widest line drawn along them, so that
/// the edges along which they are cut stay out of sight.
const BUFFER: f64 = 64.0;

/// What is left out of a polygon's outline, in units: three eighths of a pixel.
const TOLERANCE: f64 = 3.0;

/// Scan lines tried for a label's spot, as parts of the polygon's height; of equally long ones the last is taken.
const SCAN_LINES: [f64; 7] = [0.2, 0.8, 0.3, 0.7, 0.4, 0.6, 0.5];

/// Outlines in tile units: polygons of rings, the outer first.
pub(crate) type Outlines = Vec<Vec<Vec<[i32; 2]>>>;

/// One or several polygons, projected to the world's square (0 to 1), with every vertex ranked for simplification.
#[derive(Debug)]
pub(crate) struct Shape {
    polygons: Vec<Vec<Vec<Vertex>>>,
}

impl Shape {
    /// From rings of WGS-84 `[lon, lat]` degrees, outer first, closed or not.
    pub(crate) fn new(polygons: &[Vec<Vec<[f64; 2]>>]) -> Self {
        let ring = |positions: &Vec<[f64; 2]>| {
            let mut points: Vec<_> = positions.iter().filter_map(|&position| project(position)).collect();
            if points.len() > 1 && points.first() == points.last() {
                points.pop();
            }
            rank(&points)
        };
        Self { polygons: polygons.iter().map(|rings| rings.iter().map(ring).collect()).collect() }
    }

    /// The part to be drawn in this tile, simplified for its zoom; each step of `coarseness` leaves out four times as
    /// much. Rings too small to be seen are left out whole, so every ring has an area.
    pub(crate) fn outlines(&self, frame: &Frame, coarseness: u32) -> Outlines {
        let tolerance = TOLERANCE * f64::from(4_u32.pow(coarseness));
        self.polygons
            .iter()
            .filter(|rings| rings.first().is_some_and(|outer| meets(outer, frame)))
            .filter_map(|rings| outline(rings, frame, tolerance))
            .collect()
    }

    /// Where a label stands inside the largest polygon, in the world's square: the middle of the longest of a few scan
    /// lines across it. `None` without an area.
    pub(crate) fn label_point(&self) -> Option<[f64; 2]> {
        let largest = self.polygons.iter().max_by(|a, b| area(a).total_cmp(&area(b)))?;
        let heights = || largest.first().into_iter().flatten().map(|vertex| vertex.at[1]);
        let (top, bottom) = (heights().fold(f64::INFINITY, f64::min), heights().fold(f64::NEG_INFINITY, f64::max));
        let spans = SCAN_LINES.into_iter().flat_map(|part| {
            let y = top + part * (bottom - top);
            let crossings = crossings(largest, y);
            // Even–odd: inside from every odd crossing to the next one.
            crossings.chunks_exact(2).map(|pair| (pair[0], pair[1], y)).collect::<Vec<_>>()
        });
        let (from, to, y) = spans.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))?;
        Some([f64::midpoint(from, to), y])
    }

    /// Area in parts of the world's square, inner rings taken off.
    pub(crate) fn area(&self) -> f64 {
        self.polygons.iter().map(|rings| area(rings)).sum()
    }
}

/// Whether the ring's box and the tile's, buffer included, have a point in common.
fn meets(ring: &[Vertex], frame: &Frame) -> bool {
    let reach = -BUFFER..=f64::from(EXTENT) + BUFFER;
    [0, 1].into_iter().all(|axis| {
        let along = || ring.iter().map(|vertex| frame.local(vertex.at)[axis]);
        let (low, high) = (along().fold(f64::INFINITY, f64::min), along().fold(f64::NEG_INFINITY, f64::max));
        low <= *reach.end() && high >= *reach.start()
    })
}

/// One polygon in whole units; `None` if nothing visible is left of it.
fn outline(rings: &[Vec<Vertex>], frame: &Frame, tolerance: f64) -> Option<Vec<Vec<[i32; 2]>>> {
    let seen = tolerance * tolerance;
    let cut = |ring: &Vec<Vertex>| cut(ring, frame, tolerance);
    let (outer, inner) = rings.split_first()?;
    let mut outline = vec![cut(outer)];
    outline.extend(inner.iter().map(cut).filter(|ring| area_of(ring) >= seen));
    // A tile on an island has all of the lake and all of the island, which leaves nothing.
    let left = area_of(&outline[0]) - outline[1..].iter().map(|ring| area_of(ring)).sum::<f64>();
    (left >= seen).then_some(outline)
}

/// What this tile shows of a ring, no corner twice in a row.
fn cut(ring: &[Vertex], frame: &Frame, tolerance: f64) -> Vec<[i32; 2]> {
    let world_tolerance = tolerance / frame.units_per_world();
    let drawn = ring.iter().filter(|vertex| vertex.until >= world_tolerance).map(|vertex| frame.local(vertex.at));
    let cut = clip::to_square(drawn.collect(), -BUFFER, f64::from(EXTENT) + BUFFER);
    let mut whole: Vec<_> = cut.into_iter().map(|at| at.map(|along| along.round() as i32)).collect();
    whole.dedup();
    if whole.len() > 1 && whole.first() == whole.last() {
        whole.pop();
    }
    whole
}

/// Area of a ring in square units.
fn area_of(ring: &[[i32; 2]]) -> f64 {
    let before = ring.last().into_iter().chain(ring);
    let cross = |(a, b): (&[i32; 2], &[i32; 2])| i64::from(a[0]) * i64::from(b[1]) - i64::from(b[0]) * i64::from(a[1]);
    before.zip(ring).map(cross).sum::<i64>().abs() as f64 / 2.0
}

/// Where the polygon's rings cross a horizontal line, from west to east.
fn crossings(rings: &[Vec<Vertex>], y: f64) -> Vec<f64> {
    let mut crossings: Vec<f64> = Vec::new();
    for ring in rings {
        let before = ring.last().into_iter().chain(ring);
        for (from, to) in before.zip(ring) {
            let ([ax, ay], [bx, by]) = (from.at, to.at);
            // Half-open, so that a vertex on the line counts once.
            if (ay <= y) != (by <= y) {
                crossings.push(ax + (y - ay) / (by - ay) * (bx - ax));
            }
        }
    }
    crossings.sort_by(f64::total_cmp);
    crossings
}

/// Area of a polygon: its first ring's without the others'.
fn area(rings: &[Vec<Vertex>]) -> f64 {
    let ring_area = |ring: &Vec<Vertex>| {
        let before = ring.last().into_iter().chain(ring);
        let doubled: f64 = before.zip(ring).map(|(a, b)| a.at[0] * b.at[1] - b.at[0] * a.at[1]).sum();
        (doubled / 2.0).abs()
    };
    let mut areas = rings.iter().map(ring_area);
    areas.next().unwrap_or(0.0) - areas.sum::<f64>()
}
