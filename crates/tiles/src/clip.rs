//! Cutting rings to a square.

/// The part of a closed ring (its last vertex not repeated) inside the square from `low` to `high` on both axes.
///
/// Sutherland and Hodgman, "Reentrant polygon clipping" (CACM 17, 1974): where a ring leaves and enters the square several
/// times, its parts stay joined by edges along the square's border. The square here is a tile with its buffer, so those
/// edges are never seen.
pub(crate) fn to_square(mut ring: Vec<[f64; 2]>, low: f64, high: f64) -> Vec<[f64; 2]> {
    for axis in [0, 1] {
        ring = half(&ring, axis, low, |along| along >= low);
        ring = half(&ring, axis, high, |along| along <= high);
    }
    ring
}

/// The part of the ring on one side of the line where `axis` equals `limit`.
fn half(ring: &[[f64; 2]], axis: usize, limit: f64, keeps: impl Fn(f64) -> bool) -> Vec<[f64; 2]> {
    let mut kept = Vec::with_capacity(ring.len() + 4);
    let before = ring.last().into_iter().chain(ring);
    for (&from, &to) in before.zip(ring) {
        if keeps(from[axis]) != keeps(to[axis]) {
            let other = 1 - axis;
            let along = (limit - from[axis]) / (to[axis] - from[axis]);
            let mut crossing = [limit; 2];
            crossing[other] = from[other] + along * (to[other] - from[other]);
            kept.push(crossing);
        }
        if keeps(to[axis]) {
            kept.push(to);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::to_square;

    #[test]
    fn a_ring_inside_the_square_is_kept_as_it_is() {
        let ring = vec![[1.0, 1.0], [9.0, 1.0], [9.0, 9.0]];
        assert_eq!(to_square(ring.clone(), 0.0, 10.0), ring);
    }

    #[test]
    fn a_ring_outside_the_square_vanishes() {
        assert!(to_square(vec![[11.0, 1.0], [19.0, 1.0], [19.0, 9.0]], 0.0, 10.0).is_empty());
    }

    #[test]
    fn a_ring_around_the_square_becomes_the_square() {
        let mut cut = to_square(vec![[-90.0, -90.0], [90.0, -90.0], [90.0, 90.0], [-90.0, 90.0]], 0.0, 10.0);
        cut.sort_by(|a, b| a.partial_cmp(b).unwrap());
        assert_eq!(cut, [[0.0, 0.0], [0.0, 10.0], [10.0, 0.0], [10.0, 10.0]]);
    }

    #[test]
    fn a_ring_across_an_edge_is_cut_on_that_edge() {
        let cut = to_square(vec![[5.0, 2.0], [15.0, 2.0], [15.0, 4.0], [5.0, 4.0]], 0.0, 10.0);
        assert_eq!(cut, [[5.0, 2.0], [10.0, 2.0], [10.0, 4.0], [5.0, 4.0]]);
    }
}
