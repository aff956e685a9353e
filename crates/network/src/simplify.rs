//! Lines with fewer points (D. Douglas and T. Peucker, 1973).

use crate::flat::{Flat, between, exact, length, share_nearest};

/// The points of a line, in 1e-7 degrees `[lon, lat]`, without those that it can do without: no point left out is farther than
/// `tolerance_m` metres from the straight piece that stands for it. The first and the last point stay, in their order with all that
/// stay. Metres are those of the flat map about the first point: within 1 % for a line that stays within 60 km of it up to a latitude of 45°.
#[must_use]
pub fn simplified(line: &[[i32; 2]], tolerance_m: f64) -> Vec<[i32; 2]> {
    let Some(&first) = line.first() else { return Vec::new() };
    let flat = Flat::about(exact(first));
    let metres: Vec<[f64; 2]> = line.iter().map(|&point| flat.metres(exact(point))).collect();
    let mut stays = vec![false; line.len()];
    (stays[0], stays[line.len() - 1]) = (true, true);
    // Pieces between two points that stay, not yet looked into: a list, because a line may have more bends than a stack has room.
    let mut pieces = vec![(0, line.len() - 1)];
    while let Some((begin, end)) = pieces.pop() {
        let away = |at: usize| away_m(metres[at], metres[begin], metres[end]);
        let farthest = (begin + 1..end).map(|at| (away(at), at)).max_by(|(a, _), (b, _)| a.total_cmp(b));
        if let Some((_, at)) = farthest.filter(|(away, _)| *away > tolerance_m) {
            stays[at] = true;
            pieces.extend([(begin, at), (at, end)]);
        }
    }
    line.iter().zip(stays).filter(|(_, stays)| *stays).map(|(point, _)| *point).collect()
}

/// How far a point is from a straight piece.
fn away_m(point: [f64; 2], a: [f64; 2], b: [f64; 2]) -> f64 {
    length(point, between(a, b, share_nearest(point, a, b)))
}
