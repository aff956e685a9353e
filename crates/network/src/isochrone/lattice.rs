//! The lattice on which an area is drawn.

use yuren_geodesy::metres_a_degree;

use crate::graph::UNITS_A_DEGREE;

/// How many squares a lattice has at most, some of them unused: 8 MB of bits.
const MOST_SQUARES: f64 = (1 << 26) as f64;

/// Points in rows and columns, in whole units of 1e-7 degrees, with squares between them: number `[column, row]` has that
/// point at its south-west corner.
///
/// Squares are at most `tolerance × 2√2 / 3` wide and high. All four corners of a square that a stretch passes through are
/// marked, so a marked point is at most a diagonal away from a stretch. The area's edge runs between marked and unmarked
/// points, half-way; so each of its points is at most half a diagonal away from a marked one, and one and a half, which are
/// twice the tolerance, from a stretch.
#[derive(Clone, Debug)]
pub(super) struct Lattice {
    /// The south-west corner of square `[0, 0]`.
    origin: [i64; 2],
    /// Width and height of a square: even, so that half of it is a whole number.
    step: [i64; 2],
    /// One by that: points are many, and a division takes its time.
    squares_a_unit: [f64; 2],
    /// Columns and rows of squares, an unmarked one on every side among them.
    pub(super) squares: [usize; 2],
    /// The tolerance kept.
    pub(super) tolerance_m: f64,
}

impl Lattice {
    /// A lattice over all these points (1e-7 degrees); `None` if there are none. A tolerance that needs too many squares is
    /// doubled until it does not.
    pub(super) fn over<'a>(points: impl IntoIterator<Item = &'a [f64; 2]>, mut tolerance_m: f64) -> Option<Self> {
        let (mut least, mut most) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for point in points {
            for axis in [0, 1] {
                least[axis] = least[axis].min(point[axis]);
                most[axis] = most[axis].max(point[axis]);
            }
        }
        if least[0] > most[0] {
            return None;
        }
        let metres_a_unit = longest_units(least[1] / UNITS_A_DEGREE, most[1] / UNITS_A_DEGREE);
        loop {
            let square_m = tolerance_m * 8.0_f64.sqrt() / 3.0;
            let step = metres_a_unit.map(|metres| ((square_m / metres / 2.0).floor() as i64 * 2).max(2));
            let needed = [0, 1].map(|axis| ((most[axis] - least[axis]) / step[axis] as f64).floor() + 4.0);
            if needed[0] * needed[1] <= MOST_SQUARES {
                // A unit more than a square, so that no rounding carries a point into the square on the rim.
                let origin = [0, 1].map(|axis| least[axis].floor() as i64 - step[axis] - 1);
                let squares_a_unit = step.map(|units| 1.0 / units as f64);
                let squares = needed.map(|count| count as usize);
                return Some(Self { origin, step, squares_a_unit, squares, tolerance_m });
            }
            tolerance_m *= 2.0;
        }
    }

    /// Where a point lies, in squares from the origin.
    pub(super) fn place(&self, point: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|axis| (point[axis] - self.origin[axis] as f64) * self.squares_a_unit[axis])
    }

    /// The degrees of a place in half squares from the origin.
    pub(super) fn degrees(&self, half_squares: [usize; 2]) -> [f64; 2] {
        [0, 1].map(|axis| {
            let units = self.origin[axis] + self.step[axis] / 2 * half_squares[axis].cast_signed() as i64;
            units as f64 / UNITS_A_DEGREE
        })
    }
}

/// Metres in a unit of longitude and of latitude where they are longest between two latitudes in degrees.
fn longest_units(south: f64, north: f64) -> [f64; 2] {
    let nearest_equator = if south <= 0.0 && 0.0 <= north { 0.0 } else { south.abs().min(north.abs()) };
    let [east_m, _] = metres_a_degree(nearest_equator);
    let [_, north_m] = metres_a_degree(south.abs().max(north.abs()));
    [east_m, north_m].map(|metres| metres / UNITS_A_DEGREE)
}
