//! Lines with fewer points.

use geo::{Distance, Euclidean, Line, Point};
use proptest::prelude::*;
use yuren_geodesy::metres_a_degree;
use yuren_network::simplified;

/// Where a point is, in metres on a flat map about 119.4°, 32.4°.
fn metres([lon, lat]: [i32; 2]) -> Point {
    let [east_m, north_m] = metres_a_degree(32.4).map(|metres| metres / 1e7);
    Point::new(f64::from(lon - 1_194_000_000) * east_m, f64::from(lat - 324_000_000) * north_m)
}

/// A line that goes on by up to 60 m a step, as streets do.
fn some_line() -> impl Strategy<Value = Vec<[i32; 2]>> {
    prop::collection::vec((-3_000_i32..6_000, -5_000_i32..5_000), 0..60).prop_map(|steps| {
        let mut at = [1_194_000_000, 324_000_000];
        let step = |(east, north)| {
            at = [at[0] + east, at[1] + north];
            at
        };
        steps.into_iter().map(step).collect()
    })
}

proptest! {
    #[test]
    fn what_is_left_out_is_no_farther_than_the_tolerance_from_what_stands_for_it(
        line in some_line(),
        tolerance_m in 0.0_f64..40.0,
    ) {
        let kept = simplified(&line, tolerance_m);
        prop_assert_eq!([kept.first(), kept.last()], [line.first(), line.last()]);
        let mut left = line.as_slice();
        for pair in kept.windows(2) {
            let piece = Line::new(metres(pair[0]).0, metres(pair[1]).0);
            let is_near = |point: &[i32; 2]| Euclidean.distance(&metres(*point), &piece) <= tolerance_m * 1.01 + 0.01;
            let end = (1..left.len()).find(|&end| left[end] == pair[1]);
            prop_assert!(end.is_some(), "the points that stay keep their order");
            let end = end.unwrap_or_default();
            prop_assert!(left[..end].iter().all(is_near));
            left = &left[end..];
        }
    }
}

#[test]
fn a_straight_line_comes_to_its_ends_and_a_corner_stays() {
    let line = [[0, 0], [1_000, 10], [2_000, -10], [3_000, 0], [3_000, 1_000], [3_000, 2_000]];
    assert_eq!(simplified(&line, 1.0), [[0, 0], [3_000, 0], [3_000, 2_000]]);
    assert_eq!(simplified(&line, 0.0), [[0, 0], [1_000, 10], [2_000, -10], [3_000, 0], [3_000, 2_000]]);
}

#[test]
fn a_way_out_and_back_keeps_its_far_end() {
    let line = [[0, 0], [5_000, 0], [0, 0]];
    assert_eq!(simplified(&line, 3.0), line);
}

#[test]
fn a_line_of_no_point_or_one_stays_as_it_is() {
    assert_eq!(simplified(&[], 3.0), Vec::<[i32; 2]>::new());
    assert_eq!(simplified(&[[7, 9]], 3.0), [[7, 9]]);
}
