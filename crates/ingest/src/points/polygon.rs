//! Polygons as RFC 7946 has them: closed rings that cross neither themselves nor each other, holes inside the outline.

use geo::line_intersection::{LineIntersection, line_intersection};
use geo::{Coord, Intersects, Line};
use serde_json::Value;
use yuren_catalog::rings;

use super::scan_line;
use crate::finding::{Said, said};

/// So many pairs of edges are held against each other in a file. Of a polygon that is no worse than real ones some hundred times
/// its corners are; of one made to hurt, the square.
const MOST_PAIRS: u64 = 200_000_000;

/// What may still be looked at in a file.
pub(super) struct Work(u64);

impl Work {
    /// Of a file of which nothing was looked at yet.
    pub(super) fn new() -> Self {
        Self(MOST_PAIRS)
    }

    fn take(&mut self, pairs: usize) -> Result<(), Stop> {
        self.0 = self.0.checked_sub(pairs as u64).ok_or(Stop::OutOfWork)?;
        Ok(())
    }
}

/// Why a polygon is not taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stop {
    /// The file's bound is reached.
    OutOfWork,
    /// The polygon is none.
    Flawed(Flaw),
}

impl From<Flaw> for Stop {
    fn from(flaw: Flaw) -> Self {
        Self::Flawed(flaw)
    }
}

/// What is wrong with a polygon, and by which corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Flaw {
    /// Something is no list of coordinates.
    NoPosition,
    /// A ring has fewer than three corners.
    FewCorners,
    /// A ring does not end where it begins.
    Unclosed([f64; 2]),
    /// A ring crosses, touches or retraces itself.
    CrossesItself([f64; 2]),
    /// Two rings cross each other or share an edge.
    RingsCross([f64; 2]),
    /// A hole is outside the outline or inside another hole.
    HoleOutside([f64; 2]),
    /// There is nothing inside it.
    NoArea,
}

impl Flaw {
    /// What it is called.
    pub(super) fn said(self) -> Said {
        match self {
            Self::NoPosition => {
                said("几何形状没有坐标，或坐标不是数", "the geometry has no coordinates, or they are no numbers")
            }
            Self::FewCorners => {
                said("多边形的一个环不足三个顶点", "a ring of the polygon has fewer than three corners")
            }
            Self::Unclosed(_) => said(
                "多边形的一个环没有闭合：首尾两点不同",
                "a ring of the polygon is not closed: its last point is not its first",
            ),
            Self::CrossesItself(_) => said("多边形自相交", "the polygon crosses or touches itself"),
            Self::RingsCross(_) => said("多边形的两个环相交", "two rings of the polygon cross each other"),
            Self::HoleOutside(_) => said(
                "多边形的洞不在外环之内，或与另一个洞重叠",
                "a hole of the polygon is outside it, or inside another hole",
            ),
            Self::NoArea => said("多边形没有面积", "the polygon has no area"),
        }
    }

    /// By which corner it is, for findings.
    pub(super) fn place(self) -> String {
        match self {
            Self::NoPosition | Self::FewCorners | Self::NoArea => String::new(),
            Self::Unclosed([lon, lat])
            | Self::CrossesItself([lon, lat])
            | Self::RingsCross([lon, lat])
            | Self::HoleOutside([lon, lat]) => format!("{lon}, {lat}"),
        }
    }
}

/// A polygon, its outline first. Its rings are closed and no corner comes twice in a row.
#[derive(Debug)]
pub(super) struct Polygon(Vec<Vec<[f64; 2]>>);

/// An edge, and where it belongs.
struct Edge {
    line: Line<f64>,
    ring: usize,
    at: usize,
}

impl Polygon {
    /// The polygon of a geometry's coordinates.
    pub(super) fn read(coordinates: &Value) -> Result<Self, Stop> {
        let rings = coordinates.as_array().filter(|rings| !rings.is_empty()).ok_or(Flaw::NoPosition)?;
        Ok(Self(rings.iter().map(ring).collect::<Result<_, _>>()?))
    }

    /// A point inside it and how wide it is there.
    pub(super) fn inside(&self) -> Option<([f64; 2], f64)> {
        scan_line::inside(&self.0)
    }

    /// Whether it is one.
    pub(super) fn check(&self, work: &mut Work) -> Result<(), Stop> {
        self.check_edges(work)?;
        let (outline, holes) = self.0.split_first().ok_or(Flaw::NoPosition)?;
        for (i, hole) in holes.iter().enumerate() {
            // Rings that do not cross touch at most: a hole that is outside has a corner that is.
            if !all_inside(hole, outline, work)? {
                return Err(Flaw::HoleOutside(hole[0]).into());
            }
            for (_, other) in holes.iter().enumerate().filter(|&(j, _)| j != i) {
                work.take(other.len())?;
                if rings::contain(std::slice::from_ref(other), hole[0][0], hole[0][1]) && all_inside(hole, other, work)?
                {
                    return Err(Flaw::HoleOutside(hole[0]).into());
                }
            }
        }
        Ok(())
    }

    /// Whether no two edges cross: a line sweeps over them from west to east, and each is held against those that it is over.
    fn check_edges(&self, work: &mut Work) -> Result<(), Stop> {
        let mut edges: Vec<Edge> = Vec::new();
        for (ring, corners) in self.0.iter().enumerate() {
            edges.extend(corners.array_windows().enumerate().map(|(at, &[from, to])| Edge {
                line: line(from, to),
                ring,
                at,
            }));
        }
        edges.sort_by(|a, b| west(&a.line).total_cmp(&west(&b.line)));
        let mut over: Vec<&Edge> = Vec::new();
        for edge in &edges {
            work.take(over.len() + 1)?;
            over.retain(|other| east(&other.line) >= west(&edge.line));
            for other in &over {
                self.check_pair(edge, other)?;
            }
            over.push(edge);
        }
        Ok(())
    }

    /// Whether two edges are together as those of a polygon may be.
    fn check_pair(&self, one: &Edge, other: &Edge) -> Result<(), Flaw> {
        let (a, b) = (&one.line, &other.line);
        if a.start.y.max(a.end.y) < b.start.y.min(b.end.y) || b.start.y.max(b.end.y) < a.start.y.min(a.end.y) {
            return Ok(());
        }
        let corner = [a.start.x, a.start.y];
        if one.ring == other.ring {
            let edges = self.0[one.ring].len() - 1;
            let apart = one.at.abs_diff(other.at);
            let is_bad = if apart == 1 || apart == edges - 1 { is_along(*a, *b) } else { a.intersects(b) };
            return if is_bad { Err(Flaw::CrossesItself(corner)) } else { Ok(()) };
        }
        match line_intersection(*a, *b) {
            None | Some(LineIntersection::SinglePoint { is_proper: false, .. }) => Ok(()),
            Some(_) => Err(Flaw::RingsCross(corner)),
        }
    }
}

/// Longitude and latitude as a geometry has them.
pub(super) fn position(coordinates: &Value) -> Option<[f64; 2]> {
    let [x, y, ..] = coordinates.as_array()?.as_slice() else { return None };
    Some([x.as_f64()?, y.as_f64()?])
}

/// A closed ring without corners that come twice in a row.
fn ring(coordinates: &Value) -> Result<Vec<[f64; 2]>, Flaw> {
    let list = coordinates.as_array().ok_or(Flaw::NoPosition)?;
    let mut corners: Vec<[f64; 2]> = list.iter().map(position).collect::<Option<_>>().ok_or(Flaw::NoPosition)?;
    let (Some(first), Some(last)) = (corners.first(), corners.last()) else { return Err(Flaw::NoPosition) };
    if !is_same(*first, *last) {
        return Err(Flaw::Unclosed(*last));
    }
    corners.dedup_by(|a, b| is_same(*a, *b));
    if corners.len() < 4 { Err(Flaw::FewCorners) } else { Ok(corners) }
}

#[expect(clippy::float_cmp, reason = "a ring ends with the very numbers with which it begins")]
fn is_same(one: [f64; 2], other: [f64; 2]) -> bool {
    one == other
}

/// Whether every corner of a ring lies in or on another.
fn all_inside(hole: &[[f64; 2]], ring: &Vec<[f64; 2]>, work: &mut Work) -> Result<bool, Stop> {
    for &[lon, lat] in hole {
        work.take(ring.len())?;
        if !rings::contain(std::slice::from_ref(ring), lon, lat) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether two edges that share a corner run along each other.
fn is_along(a: Line<f64>, b: Line<f64>) -> bool {
    matches!(line_intersection(a, b), Some(LineIntersection::Collinear { .. }))
}

fn line(from: [f64; 2], to: [f64; 2]) -> Line<f64> {
    Line::new(Coord { x: from[0], y: from[1] }, Coord { x: to[0], y: to[1] })
}

fn west(line: &Line<f64>) -> f64 {
    line.start.x.min(line.end.x)
}

fn east(line: &Line<f64>) -> f64 {
    line.start.x.max(line.end.x)
}
