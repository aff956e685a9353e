//! No two places stand on one point: one would hide the other.

use std::collections::HashMap;

use yuren_geodesy::Ecef;

use crate::pack::draft::Draft;
use crate::pack::report::Report;

/// Places nearer to each other than this, in metres, are stacked.
const STACKED_M: f64 = 0.01;
/// Edge in metres of the cubes by which places are found again. Ten times the distance sought: most lookups need one cube.
const CUBE_M: f64 = 0.1;

pub(super) fn check(draft: &Draft, report: &mut Report) {
    // Only places that stand alone are kept, so a cube never holds more than fit into it that far apart.
    let mut cubes: HashMap<[i64; 3], Vec<usize>> = HashMap::new();
    let points: Vec<_> = draft.places.iter().map(|entry| Ecef::from(entry.value.position.point)).collect();
    for (i, entry) in draft.places.iter().enumerate() {
        let below = cubes_around(points[i])
            .filter_map(|cube| cubes.get(&cube))
            .flatten()
            .copied()
            .filter(|&other| points[other].chord_m(points[i]) < STACKED_M)
            .min();
        if let Some(other) = below {
            let id = &draft.places[other].value.id;
            let mend = "make them one place with the roles of both, or correct one of the points";
            report.error(entry.spot(), "geometry.coordinates", format!("it stands on the same point as {id}"), mend);
        } else {
            cubes.entry(cube_of(points[i].xyz)).or_default().push(i);
        }
    }
}

fn cube_of(xyz: [f64; 3]) -> [i64; 3] {
    xyz.map(|metres| (metres / CUBE_M).floor() as i64)
}

/// The cubes that a ball of the distance sought around the point can touch.
fn cubes_around(point: Ecef) -> impl Iterator<Item = [i64; 3]> {
    let [x0, y0, z0] = cube_of(point.xyz.map(|metres| metres - STACKED_M));
    let [x1, y1, z1] = cube_of(point.xyz.map(|metres| metres + STACKED_M));
    (x0..=x1).flat_map(move |x| (y0..=y1).flat_map(move |y| (z0..=z1).map(move |z| [x, y, z])))
}
