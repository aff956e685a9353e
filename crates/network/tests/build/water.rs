//! What may not be crossed on the way from a place to its street.

use crate::extract::{Extract, Tags};
use crate::made::Made;

const STREET: Tags = &[("highway", "residential")];

/// A street, and a way of these tags around a square.
fn with(tags: Tags) -> Extract {
    let nodes = [(1, 0.0, 0.0), (2, 100.0, 0.0), (3, 0.0, 50.0), (4, 50.0, 50.0), (5, 50.0, 90.0), (6, 0.0, 90.0)];
    Extract::plane(&nodes, &[(11, &[1, 2], STREET), (12, &[3, 4, 5, 6, 3], tags)])
}

fn lines(extract: Extract) -> Vec<usize> {
    let made = Made::of(extract);
    assert_eq!(made.report.barriers, made.streets.barriers().lines.len());
    made.streets.barriers().lines.iter().map(Vec::len).collect()
}

#[test]
fn water_and_motorways_are_barriers_and_nothing_else_is() {
    for tags in [
        &[("natural", "water")][..],
        &[("waterway", "riverbank")],
        &[("waterway", "river")],
        &[("waterway", "canal")],
        &[("natural", "coastline")],
        &[("highway", "motorway")],
        &[("highway", "trunk"), ("motorroad", "yes")],
    ] {
        assert_eq!(lines(with(tags)), [5], "{tags:?}");
    }
    for tags in [
        &[("waterway", "stream")][..],
        &[("waterway", "river"), ("tunnel", "culvert")],
        &[("highway", "motorway"), ("tunnel", "yes")],
        &[("natural", "wood")],
        &[("highway", "primary")],
    ] {
        assert_eq!(lines(with(tags)), [0; 0], "{tags:?}");
    }
}

#[test]
fn a_shore_closes_and_keeps_its_places() {
    let made = Made::of(with(&[("natural", "water")]));
    let [shore] = &made.streets.barriers().lines[..] else { panic!("one shore") };
    assert_eq!(shore.first(), shore.last());
    assert_eq!(shore[0][0], 1_194_000_000);
}

#[test]
fn water_drawn_as_a_relation_is_a_barrier_by_its_ways() {
    let mut extract = with(&[]);
    assert_eq!(lines(extract.clone()), [0; 0]);
    extract.relations = vec![(21, vec![12], &[("type", "multipolygon"), ("natural", "water")])];
    assert_eq!(lines(extract.clone()), [5]);
    extract.relations = vec![(21, vec![12], &[("type", "multipolygon"), ("landuse", "forest")])];
    assert_eq!(lines(extract), [0; 0]);
    let mut twice = with(&[("natural", "water")]);
    twice.relations = vec![(21, vec![12], &[("natural", "water")])];
    assert_eq!(lines(twice), [5], "a way with tags of its own is drawn once");
}

#[test]
fn a_shore_that_leaves_the_extract_is_kept_in_pieces() {
    let mut extract = with(&[("natural", "water")]);
    extract.ways[1].1 = vec![3, 4, 777, 5, 6, 3, 778, 4];
    assert_eq!(lines(extract), [2, 3]);
}
