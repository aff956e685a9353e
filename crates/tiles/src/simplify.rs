//! Leaving out the vertices that a zoom cannot show.

/// A vertex of a ring and the coarsest tolerance, in the ring's own unit, at which it is still drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Vertex {
    pub(crate) at: [f64; 2],
    pub(crate) until: f64,
}

/// Ranks the vertices of a closed ring (its last vertex not repeated) once for every tolerance: keeping those whose
/// `until` reaches the tolerance gives the ring simplified after Douglas and Peucker (Cartographica 10, 1973).
///
/// A ring has no ends to hold on to, so its first vertex and the one farthest from it are kept at any tolerance. Because
/// the whole ring is ranked, before any cut to a tile, neighbouring tiles draw the same line.
pub(crate) fn rank(ring: &[[f64; 2]]) -> Vec<Vertex> {
    let mut vertices: Vec<_> = ring.iter().map(|&at| Vertex { at, until: f64::INFINITY }).collect();
    let Some(&first) = ring.first() else { return vertices };
    let opposite = farthest(ring, 1..ring.len(), |at| length(first, at)).map_or(0, |(index, _)| index);

    // Spans between kept vertices, with the tolerance at which both ends are there. The last span ends on the first vertex.
    let mut spans = vec![(0, opposite, f64::INFINITY), (opposite, ring.len(), f64::INFINITY)];
    while let Some((from, to, at_most)) = spans.pop() {
        let (start, end) = (ring[from], ring[to % ring.len()]);
        if let Some((index, distance)) = farthest(ring, from + 1..to, |at| distance(at, start, end)) {
            let until = distance.min(at_most);
            vertices[index].until = until;
            spans.extend([(from, index, until), (index, to, until)]);
        }
    }
    vertices
}

/// Which vertex of the range is farthest by this measure, and how far.
fn farthest(
    ring: &[[f64; 2]],
    range: std::ops::Range<usize>,
    measure: impl Fn([f64; 2]) -> f64,
) -> Option<(usize, f64)> {
    range.map(|index| (index, measure(ring[index]))).max_by(|a, b| a.1.total_cmp(&b.1))
}

fn length([ax, ay]: [f64; 2], [bx, by]: [f64; 2]) -> f64 {
    (bx - ax).hypot(by - ay)
}

/// From a point to the stretch between `start` and `end`.
fn distance(at: [f64; 2], start: [f64; 2], end: [f64; 2]) -> f64 {
    let [dx, dy] = [end[0] - start[0], end[1] - start[1]];
    let squared = dx * dx + dy * dy;
    if squared == 0.0 {
        return length(at, start);
    }
    let along = (((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / squared).clamp(0.0, 1.0);
    length(at, [start[0] + along * dx, start[1] + along * dy])
}

#[cfg(test)]
mod tests {
    use super::rank;

    fn kept(ring: &[[f64; 2]], tolerance: f64) -> Vec<[f64; 2]> {
        rank(ring).into_iter().filter(|v| v.until >= tolerance).map(|v| v.at).collect()
    }

    /// A square with a small bump on its upper side and a vertex in the middle of its lower side.
    const SQUARE: [[f64; 2]; 7] =
        [[0.0, 0.0], [50.0, 0.0], [100.0, 0.0], [100.0, 100.0], [50.0, 103.0], [40.0, 100.0], [0.0, 100.0]];

    #[test]
    fn a_vertex_on_a_straight_line_goes_first() {
        assert_eq!(kept(&SQUARE, 0.01).len(), 6);
    }

    #[test]
    fn a_bump_smaller_than_the_tolerance_goes_and_the_corners_stay() {
        assert_eq!(kept(&SQUARE, 5.0), [[0.0, 0.0], [100.0, 0.0], [100.0, 100.0], [0.0, 100.0]]);
    }

    #[test]
    fn a_coarser_tolerance_keeps_a_subset() {
        let tolerances = [0.0, 1.0, 4.0, 60.0, 1e9];
        let counts: Vec<_> = tolerances.iter().map(|&t| kept(&SQUARE, t).len()).collect();
        assert_eq!(counts[0], SQUARE.len());
        assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    }

    #[test]
    fn rings_of_no_or_one_or_equal_vertices_do_no_harm() {
        assert!(rank(&[]).is_empty());
        assert_eq!(rank(&[[1.0, 1.0]]).len(), 1);
        assert_eq!(rank(&[[1.0, 1.0]; 5]).len(), 5);
    }
}
