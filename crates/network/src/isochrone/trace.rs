//! From marked points to the rings around them.
//!
//! A ring runs through the middles of the lattice's edges that have one marked end, the marked one on its left: marching squares
//! (W. E. Lorensen, H. E. Cline, 1987, in the plane). Every such middle is passed once, so no ring can touch itself or another.
//! Two marked points at opposite corners of a square are joined.

use super::lattice::Lattice;
use super::marks::Marks;

const NO_RING: u32 = u32::MAX;

/// The middles of lattice edges that run east, between a marked and an unmarked point, numbered row by row, west to east. Every
/// ring passes some of them: none can close without going north.
struct Crossings {
    words_a_row: usize,
    /// A bit each; an edge has the column and row of its western point.
    words: Vec<u64>,
    /// How many lie before each word.
    before: Vec<u32>,
    /// The ring that passes each, or [`NO_RING`].
    ring: Vec<u32>,
}

impl Crossings {
    fn new(points: &Marks) -> Self {
        let mut words = Vec::new();
        for row in points.rows() {
            for (at, &word) in row.iter().enumerate() {
                let next = row.get(at + 1).map_or(0, |next| next << 63);
                words.push(word ^ (word >> 1 | next));
            }
        }
        let mut count = 0;
        let before = words
            .iter()
            .map(|word| {
                count += word.count_ones();
                count - word.count_ones()
            })
            .collect();
        Self { words_a_row: points.words_a_row, words, before, ring: vec![NO_RING; count as usize] }
    }

    fn number(&self, [column, row]: [usize; 2]) -> usize {
        let at = row * self.words_a_row + column / 64;
        let earlier = self.words[at] & !(!0 << (column % 64));
        self.before[at] as usize + earlier.count_ones() as usize
    }

    /// Column and row of each, in order.
    fn places(&self) -> Vec<[usize; 2]> {
        let mut places = Vec::with_capacity(self.ring.len());
        for (at, &word) in self.words.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                places.push([at % self.words_a_row * 64 + rest.trailing_zeros() as usize, at / self.words_a_row]);
                rest &= rest - 1;
            }
        }
        places
    }
}

/// Polygons around the marked points: the outer ring first, counter-clockwise, then its holes, clockwise; all closed.
pub(super) fn trace(lattice: &Lattice, points: &Marks) -> Vec<Vec<Vec<[f64; 2]>>> {
    let mut crossings = Crossings::new(points);
    let mut polygons: Vec<Vec<Vec<[f64; 2]>>> = Vec::new();
    // The polygon of each ring.
    let mut polygon_of: Vec<u32> = Vec::new();
    for (number, start) in crossings.places().into_iter().enumerate() {
        if crossings.ring[number] != NO_RING {
            continue;
        }
        let ring = walk(lattice, points, start, |passed| {
            let passed = crossings.number(passed);
            crossings.ring[passed] = polygon_of.len() as u32;
        });
        // The first crossing met of a ring is its southernmost, and of those the westernmost: what lies west of it is outside
        // the ring.
        if points.contains(start) {
            // From the crossing before this one in the row up to here all points are marked: both bound the same polygon.
            let polygon = polygon_of[crossings.ring[number - 1] as usize];
            polygons[polygon as usize].push(ring);
            polygon_of.push(polygon);
        } else {
            polygon_of.push(polygons.len() as u32);
            polygons.push(vec![ring]);
        }
    }
    polygons
}

/// Ways to head, each turned left from the one before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    East,
    North,
    West,
    South,
}

impl Heading {
    fn left(self) -> Self {
        match self {
            Self::East => Self::North,
            Self::North => Self::West,
            Self::West => Self::South,
            Self::South => Self::East,
        }
    }

    fn right(self) -> Self {
        self.left().left().left()
    }

    /// One farther.
    fn step(self, [x, y]: [usize; 2]) -> [usize; 2] {
        match self {
            Self::East => [x + 1, y],
            Self::North => [x, y + 1],
            Self::West => [x - 1, y],
            Self::South => [x, y - 1],
        }
    }
}

/// The ring through the middle of the edge to the east of a point; tells of each such edge that it passes.
fn walk(lattice: &Lattice, points: &Marks, start: [usize; 2], mut pass: impl FnMut([usize; 2])) -> Vec<[f64; 2]> {
    let mut heading = if points.contains(start) { Heading::North } else { Heading::South };
    // The edge's middle, in half squares.
    let begin = [2 * start[0] + 1, 2 * start[1]];
    let mut at = begin;
    let mut corners: Vec<[usize; 2]> = Vec::new();
    loop {
        if matches!(heading, Heading::North | Heading::South) {
            pass([at[0] / 2, at[1] / 2]);
        }
        if let [.., before, last] = corners[..]
            && is_straight(before, last, at)
        {
            corners.pop();
        }
        corners.push(at);
        // The two far corners of the square that is entered.
        let [x, y] = at;
        let (left, right) = match heading {
            Heading::North => ([x - 1, y + 2], [x + 1, y + 2]),
            Heading::South => ([x + 1, y - 2], [x - 1, y - 2]),
            Heading::East => ([x + 2, y + 1], [x + 2, y - 1]),
            Heading::West => ([x - 2, y - 1], [x - 2, y + 1]),
        };
        let middle = heading.step(at);
        let is_marked = |[x, y]: [usize; 2]| points.contains([x / 2, y / 2]);
        if is_marked(right) {
            heading = heading.right();
        } else if !is_marked(left) {
            heading = heading.left();
        }
        at = heading.step(middle);
        if at == begin {
            break;
        }
    }
    if let [.., before, last] = corners[..]
        && is_straight(before, last, begin)
    {
        corners.pop();
    }
    if corners.len() > 2 && is_straight(corners[corners.len() - 1], corners[0], corners[1]) {
        corners.swap_remove(0);
    }
    let mut ring: Vec<[f64; 2]> = corners.into_iter().map(|corner| lattice.degrees(corner)).collect();
    ring.push(ring[0]);
    ring
}

/// Whether the middle one of three corners of a ring lies straight between the others.
fn is_straight(a: [usize; 2], b: [usize; 2], c: [usize; 2]) -> bool {
    let along = |from: [usize; 2], to: [usize; 2]| [0, 1].map(|axis| to[axis].cast_signed() - from[axis].cast_signed());
    let ([x1, y1], [x2, y2]) = (along(a, b), along(b, c));
    x1 * y2 == y1 * x2
}
