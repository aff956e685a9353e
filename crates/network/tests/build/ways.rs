//! What ways and nodes of an extract become.

use std::ops::ControlFlow;

use yuren_geodesy::BBox;
use yuren_network::{BuildError, EdgeKind, NEVER, Profile, build};

use crate::extract::{Extract, Tags};
use crate::made::{Made, made};

const STREET: Tags = &[("highway", "residential")];

/// Two streets that cross at 2: from 1 to 3 over a bend at 9, from 4 to 5; 100 m from 2 to each.
///
/// ```text
///     4
/// 1-9-2---3
///     5
/// ```
fn crossing(tags: Tags) -> Extract {
    let nodes =
        [(1, 0.0, 0.0), (9, 50.0, 0.0), (2, 100.0, 0.0), (3, 200.0, 0.0), (4, 100.0, 100.0), (5, 100.0, -100.0)];
    Extract::plane(&nodes, &[(11, &[1, 9, 2, 3], tags), (12, &[4, 2, 5], STREET)])
}

#[test]
fn streets_meet_where_they_share_a_node_and_bend_elsewhere() {
    let made = Made::of(crossing(STREET));
    for profile in Profile::ALL {
        let graph = made.streets.graph(profile);
        assert_eq!((graph.node_count(), graph.edges().len()), (5, 4), "{profile:?}");
        let report = made.report.of(profile);
        assert_eq!((report.nodes_before, report.edges_before), (6, 5), "{profile:?}");
        assert_eq!((report.nodes, report.edges), (5, 4), "{profile:?}");
        let shapes: Vec<_> = (0..4).map(|edge| graph.shape(edge).len()).filter(|points| *points > 0).collect();
        assert_eq!(shapes, [1], "the bend is kept as a point of its edge");
        let mut order = made.streets.order(profile).to_vec();
        order.sort_unstable();
        assert_eq!(order, [0, 1, 2, 3, 4], "each node is contracted once");
    }
    // 200 m at 4.5, 13 and 18 km/h.
    assert_eq!(Profile::ALL.map(|profile| made.time(profile, 1, 4)), [1600, 554, 400]);
}

#[test]
fn an_edge_is_as_long_as_its_line() {
    let made = Made::of(crossing(STREET));
    for edge in made.streets.graph(Profile::Walk).edges() {
        assert!((edge.length_m - 100.0).abs() < 0.05, "{}", edge.length_m);
        assert!(edge.way == 11 || edge.way == 12);
    }
}

#[test]
fn a_one_way_street_holds_for_wheels() {
    let made = Made::of(crossing(&[("highway", "residential"), ("oneway", "yes")]));
    assert_eq!((made.time(Profile::Walk, 1, 4), made.time(Profile::Walk, 4, 1)), (1600, 1600));
    // One-way streets that begin or end here lead nowhere on wheels: what one cannot leave again is an island.
    assert_eq!(made.time(Profile::Drive, 1, 4), NEVER);
    assert_eq!((made.time(Profile::Drive, 4, 5), made.time(Profile::Drive, 5, 4)), (400, 400));
    assert_eq!(made.report.of(Profile::Drive).islands.edges, 3);
    assert_eq!(made.report.of(Profile::Walk).islands.edges, 0);
}

#[test]
fn a_one_way_round_is_gone_round() {
    let nodes =
        [(1, 0.0, 0.0), (2, 100.0, 0.0), (3, 100.0, 100.0), (4, 0.0, 100.0), (5, -100.0, 0.0), (6, 200.0, 100.0)];
    let round: Tags = &[("highway", "residential"), ("junction", "roundabout")];
    let ways: [(u64, &[i64], Tags); 3] = [(11, &[1, 2, 3, 4, 1], round), (12, &[1, 5], STREET), (13, &[3, 6], STREET)];
    let made = Made::of(Extract::plane(&nodes, &ways));
    assert_eq!(made.time(Profile::Drive, 5, 6), 800, "100 m, half the round, 100 m at 18 km/h");
    assert_eq!(made.time(Profile::Drive, 6, 5), 800, "the other half");
    assert_eq!(made.at(Profile::Drive, 2), [0; 0], "nothing turns off there");
}

#[test]
fn who_may_not_use_a_street_has_no_edge_of_it() {
    let made = Made::of(crossing(&[("highway", "footway")]));
    assert_eq!(made.edges(Profile::Walk).len(), 4);
    assert_eq!(made.edges(Profile::Drive), [(12, EdgeKind::Street, 1)], "4 to 5, and 2 only a point of it");
    let made = Made::of(crossing(&[("highway", "residential"), ("access", "private")]));
    assert_eq!((made.edges(Profile::Walk).len(), made.report.ways.closed), (1, 1));
    let made = Made::of(crossing(&[("highway", "proposed")]));
    assert_eq!((made.edges(Profile::Walk).len(), made.report.ways.not_there), (1, 1));
    let made = Made::of(crossing(&[("highway", "service"), ("area", "yes")]));
    assert_eq!((made.edges(Profile::Walk).len(), made.report.ways.areas), (1, 1));
}

#[test]
fn a_barrier_on_a_node_parts_those_who_do_not_get_past() {
    let made = Made::of(crossing(STREET).with_node_tags(9, &[("barrier", "bollard")]));
    assert_eq!(made.time(Profile::Walk, 1, 2), 800);
    assert_eq!(made.time(Profile::Drive, 1, 2), NEVER);
    assert_eq!(made.time(Profile::Drive, 9, 2), 100, "one comes up to it");
    let made = Made::of(crossing(STREET).with_node_tags(9, &[("barrier", "gate"), ("access", "private")]));
    assert_eq!(made.time(Profile::Walk, 1, 2), NEVER);
    let made = Made::of(crossing(STREET).with_node_tags(9, &[("barrier", "gate")]));
    assert_eq!(made.time(Profile::Drive, 1, 2), 200);
}

#[test]
fn no_place_lies_on_a_bridge_in_a_tunnel_or_on_a_motorway() {
    for (tags, kind) in [
        (&[("highway", "residential"), ("bridge", "yes")][..], EdgeKind::Passage),
        (&[("highway", "residential"), ("tunnel", "yes")], EdgeKind::Passage),
        (&[("highway", "residential"), ("tunnel", "building_passage")], EdgeKind::Street),
        (&[("highway", "residential"), ("bridge", "no")], EdgeKind::Street),
        (&[("highway", "trunk"), ("motorroad", "yes")], EdgeKind::Passage),
        (&[("highway", "motorway_link")], EdgeKind::Passage),
    ] {
        let made = Made::of(crossing(tags));
        let kinds: Vec<_> =
            made.edges(Profile::Drive).into_iter().filter(|edge| edge.0 == 11).map(|edge| edge.1).collect();
        assert_eq!(kinds, [kind; 2], "{tags:?}");
    }
}

#[test]
fn a_chain_does_not_run_from_a_street_onto_a_bridge() {
    let nodes = [(1, 0.0, 0.0), (2, 100.0, 0.0), (3, 200.0, 0.0), (4, 300.0, 0.0)];
    let bridge: Tags = &[("highway", "residential"), ("bridge", "yes")];
    let ways: [(u64, &[i64], Tags); 3] = [(11, &[1, 2], STREET), (12, &[3, 2], bridge), (13, &[3, 4], STREET)];
    let made = Made::of(Extract::plane(&nodes, &ways));
    let kinds = [(11, EdgeKind::Street, 0), (12, EdgeKind::Passage, 0), (13, EdgeKind::Street, 0)];
    assert_eq!(made.edges(Profile::Walk), kinds);
}

#[test]
fn a_ferry_takes_as_long_as_it_says() {
    let nodes = [(1, 0.0, 0.0), (2, 100.0, 0.0), (3, 1100.0, 0.0), (4, 1600.0, 0.0), (5, 1700.0, 0.0)];
    let boat: Tags = &[("route", "ferry"), ("duration", "00:10")];
    let streets: [(u64, &[i64], Tags); 2] = [(11, &[1, 2], STREET), (13, &[4, 5], STREET)];
    let with = |boat| Made::of(Extract::plane(&nodes, &[streets[0], (12, &[2, 3, 4], boat), streets[1]]));
    let made = with(boat);
    assert_eq!(made.edges(Profile::Walk)[1], (12, EdgeKind::Ferry, 1));
    assert_eq!(made.time(Profile::Walk, 2, 4), 6000);
    assert_eq!(made.time(Profile::Drive, 2, 4), NEVER, "it says nothing of cars");
    assert_eq!(with(&[("route", "ferry")]).time(Profile::Walk, 2, 4), 5400, "1,500 m at 10 km/h");
    assert_eq!(with(&[("route", "ferry"), ("motorcar", "yes")]).time(Profile::Drive, 4, 2), 5400);
}

#[test]
fn a_part_that_is_cut_off_is_dropped_and_reported() {
    let mut nodes = vec![(1, 0.0, 0.0), (2, 100.0, 0.0), (3, 200.0, 0.0)];
    nodes.extend([(4, 0.0, 500.0), (5, 250.0, 500.0)]);
    let made = Made::of(Extract::plane(&nodes, &[(11, &[1, 2, 3], STREET), (12, &[4, 5], STREET)]));
    assert_eq!(made.edges(Profile::Walk), [(11, EdgeKind::Street, 1)]);
    let islands = made.report.of(Profile::Walk).islands;
    assert_eq!((islands.count, islands.edges), (1, 1));
    assert!((islands.km - 0.25).abs() < 1e-3, "{}", islands.km);
}

#[test]
fn a_part_of_300_nodes_is_no_island() {
    let row = |first: i64, count: i64, north: f64| {
        (first..first + count).map(move |id| (id, (id - first) as f64 * 10.0, north))
    };
    for (count, kept) in [(300, 2), (299, 1)] {
        let nodes: Vec<_> = row(1000, 310, 0.0).chain(row(2000, count, 100.0)).collect();
        let (long, short): (Vec<_>, Vec<_>) = ((1000..1310).collect(), (2000..2000 + count).collect());
        let made = Made::of(Extract::plane(&nodes, &[(11, &long, STREET), (12, &short, STREET)]));
        assert_eq!(made.edges(Profile::Walk).len(), kept, "{count} nodes");
    }
}

#[test]
fn a_way_that_leaves_the_extract_ends_at_its_edge() {
    let mut extract = crossing(STREET);
    extract.ways[0].1 = vec![1, 9, 777, 2, 3];
    let made = Made::of(extract);
    assert_eq!(made.report.ways.nodes_missing, 1);
    assert_eq!(made.time(Profile::Walk, 1, 2), NEVER);
    assert_eq!(made.time(Profile::Walk, 2, 3), 800);
}

#[test]
fn a_ring_of_its_own_and_a_street_that_comes_back_to_itself_are_kept() {
    let nodes = [(1, 0.0, 0.0), (2, 100.0, 0.0), (3, 100.0, 100.0), (4, 0.0, 100.0), (5, -100.0, 0.0)];
    let ring: (u64, &[i64], Tags) = (11, &[1, 2, 3, 4, 1], STREET);
    let made = Made::of(Extract::plane(&nodes, &[ring]));
    assert_eq!(made.edges(Profile::Walk), [(11, EdgeKind::Street, 3)]);
    let made = Made::of(Extract::plane(&nodes, &[ring, (12, &[1, 5], STREET)]));
    assert_eq!(made.edges(Profile::Walk), [(11, EdgeKind::Street, 3), (12, EdgeKind::Street, 0)]);
}

#[test]
fn two_streets_between_the_same_corners_stay_two() {
    let nodes = [(1, 0.0, 0.0), (2, 100.0, 0.0), (3, 50.0, 80.0), (4, -50.0, 0.0), (5, 150.0, 0.0)];
    let ways: [(u64, &[i64], Tags); 3] = [(11, &[4, 1, 2, 5], STREET), (12, &[1, 3, 2], STREET), (13, &[1, 2], STREET)];
    let made = Made::of(Extract::plane(&nodes, &ways));
    assert_eq!(made.edges(Profile::Walk).iter().filter(|edge| edge.0 != 11).count(), 2);
    assert_eq!(made.time(Profile::Walk, 4, 5), 1600);
}

#[test]
fn where_the_data_is_from_is_kept() {
    let mut extract = crossing(STREET);
    assert_eq!(Made::of(extract.clone()).streets.about().time, None);
    extract.edited = vec![1_500_000_000, 1_400_000_000];
    let about = *Made::of(extract.clone()).streets.about();
    assert_eq!(about.time, Some(1_500_000_000), "the newest way, where the file states no time");
    extract.time = Some(1_700_000_000);
    let about = *Made::of(extract).streets.about();
    assert_eq!(about.time, Some(1_700_000_000));
    assert!(about.attribution().contains("OpenStreetMap"));
    let [west, south, east, north] = about.extent.to_array();
    assert!((west - 119.4).abs() < 1e-6 && (south + 0.000_9).abs() < 1e-5, "{west} {south}");
    assert!((east - 119.401_8).abs() < 1e-5 && (north - 0.000_9).abs() < 1e-5, "{east} {north}");
}

#[test]
fn an_extract_of_elsewhere_is_refused_with_both_boxes() {
    let yangzhou = BBox::new(119.0, 32.0, 119.9, 33.4).expect("a box");
    let refused = build(&crossing(STREET).bytes(), yangzhou, &mut |_| ControlFlow::Continue(()));
    let refused = refused.expect_err("the streets lie on the equator");
    assert!(matches!(refused, BuildError::Elsewhere { wanted, .. } if wanted == yangzhou), "{refused}");
    let said = refused.to_string();
    assert!(said.contains("119.4") && said.contains("33.4"), "{said}");
    let near = BBox::new(119.0, 0.0, 119.401, 1.0).expect("a box");
    assert!(build(&crossing(STREET).bytes(), near, &mut |_| ControlFlow::Continue(())).is_ok(), "they overlap");
}

#[test]
fn an_extract_without_streets_is_refused() {
    for ways in [&[][..], &[(11, &[1, 2][..], &[("building", "yes")][..])], &[(11, &[1, 777], STREET)]] {
        let extract = Extract::plane(&[(1, 0.0, 0.0), (2, 100.0, 0.0)], ways);
        let refused = made(&extract.bytes()).expect_err("there is no street");
        assert!(matches!(refused, BuildError::NoStreets { ways: read, .. } if read == ways.len()), "{refused}");
    }
}

#[test]
fn whoever_watches_stops_it_at_any_stage() {
    let bytes = crossing(STREET).bytes();
    let world = crate::made::everywhere();
    let mut stages = 0;
    build(&bytes, world, &mut |_| {
        stages += 1;
        ControlFlow::Continue(())
    })
    .expect("nobody stops it");
    assert!(stages > 8, "two readings and three graphs are told of: {stages}");
    for stop in 1..=stages {
        let mut told = 0;
        let stopped = build(&bytes, world, &mut |_| {
            told += 1;
            if told == stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(stopped.err(), Some(BuildError::Stopped));
        assert_eq!(told, stop, "nothing is told after the stop");
    }
}
