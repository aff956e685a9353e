//! OpenStreetMap extracts.

use yuren_catalog::{Precision, RoleKind};
use yuren_geodesy::DatumName;
use yuren_ingest::{Format, Mapping, read};
use yuren_tests::extract::{Extract, Node, Tags};

use crate::support::{city, import, plan};

/// An extract of these nodes and ways (number, nodes, tags).
fn extract(nodes: &[Node], ways: &[(u64, &[i64], Tags)]) -> Vec<u8> {
    let ways = ways.iter().map(|&(id, refs, tags)| (id, refs.to_vec(), tags)).collect();
    Extract { nodes: nodes.to_vec(), ways, ..Extract::default() }.bytes()
}

fn sample() -> Vec<u8> {
    let museum: Tags = &[
        ("tourism", "museum"),
        ("name", "测试博物馆"),
        ("name:en", "Test Museum"),
        ("opening_hours", "Tu-Su 09:00-17:00"),
        ("fee", "no"),
        ("wheelchair", "designated"),
    ];
    let library: Tags = &[("amenity", "library"), ("name", "测试图书馆")];
    let nodes: [Node; 6] = [
        (11, [1_194_500_000, 323_900_000], museum),
        (12, [1_194_600_000, 323_800_000], &[]),
        (13, [1_194_620_000, 323_800_000], &[]),
        (14, [1_194_620_000, 323_840_000], &[]),
        (15, [1_194_700_000, 323_800_000], &[("amenity", "bench"), ("name", "长椅")]),
        (16, [1_194_700_000, 323_900_000], &[("amenity", "library")]),
    ];
    extract(&nodes, &[(21, &[12, 13, 14, 12], library), (22, &[12, 13, 14], library)])
}

#[test]
fn named_nodes_and_closed_ways_with_a_kind_become_rows() {
    let bytes = sample();
    assert_eq!(Format::of(&bytes), Format::OsmPbf);
    let plan = plan(&import(city()).of(Format::OsmPbf), &bytes);
    let places: Vec<_> = plan.added.iter().map(|planned| &planned.change.place).collect();
    let [museum, library] = places.as_slice() else { panic!("{:?}", plan.findings) };
    assert_eq!((museum.name.as_str(), museum.name_en.as_deref()), ("测试博物馆", Some("Test Museum")));
    assert_eq!(museum.source_keys["bureau"], "node/11");
    assert_eq!(museum.roles[0].kind, RoleKind::Venue);
    assert_eq!(museum.roles[0].hours.as_ref().map(|hours| hours.value.as_str()), Some("Tu-Su 09:00-17:00"));
    assert_eq!(museum.roles[0].fee(), yuren_catalog::Fee::Free);
    assert_eq!(museum.roles[0].wheelchair.as_ref().map(|fact| fact.value), Some(yuren_catalog::Wheelchair::Yes));
    assert_eq!(library.roles[0].wheelchair, None, "without the tag nothing is known");
    assert_eq!(museum.position.precision, Precision::Osm);
    assert_eq!(library.source_keys["bureau"], "way/21");
    assert_eq!((library.position.point.lon(), library.position.point.lat()), (119.461, 32.382));
}

/// An outline about 119.461, 32.382, and a point of the same name so many 1e-7 degrees of latitude south of it.
fn twins(south: i64, point: Tags) -> Vec<u8> {
    let outline: Tags =
        &[("amenity", "library"), ("name", "测试图书馆"), ("opening_hours", "Tu-Su 09:00-17:00"), ("fee", "no")];
    let nodes: [Node; 4] = [
        (12, [1_194_600_000, 323_810_000], &[]),
        (13, [1_194_620_000, 323_810_000], &[]),
        (14, [1_194_620_000, 323_830_000], &[]),
        (15, [1_194_610_000, 323_820_000 - south], point),
    ];
    extract(&nodes, &[(21, &[12, 13, 14, 12], outline)])
}

#[test]
fn a_building_and_the_point_at_its_door_are_one_place_with_what_either_says() {
    let door: Tags = &[("amenity", "library"), ("name", "测试图书馆"), ("fee", "yes")];
    let plan = plan(&import(city()).of(Format::OsmPbf), &twins(10_000, door));
    let [added] = plan.added.as_slice() else { panic!("{:?}", plan.findings) };
    let place = &added.change.place;
    assert_eq!(place.source_keys["bureau"], "node/15");
    assert_eq!(place.roles[0].hours.as_ref().map(|hours| hours.value.as_str()), Some("Tu-Su 09:00-17:00"));
    assert_eq!(place.roles[0].fee(), yuren_catalog::Fee::Paid, "the point's own word stands");
    assert_eq!(plan.refused, 0);
}

#[test]
fn a_building_and_a_point_far_off_or_of_another_kind_are_two() {
    let library: Tags = &[("amenity", "library"), ("name", "测试图书馆")];
    let school: Tags = &[("amenity", "school"), ("name", "测试图书馆")];
    let rows = |bytes: &[u8]| read(bytes, "osm.pbf").tables.remove(0).rows.len();
    assert_eq!(rows(&twins(100_000, library)), 2, "1.1 km apart");
    assert_eq!(rows(&twins(10_000, school)), 2, "a school at a library's door");
    assert_eq!(rows(&twins(10_000, library)), 1);
}

#[test]
fn an_extract_is_in_wgs84_and_says_so() {
    let table = read(&sample(), "osm.pbf").tables.remove(0);
    assert_eq!(Mapping::guess(&table).header_datum, Some(DatumName::Wgs84));
}

#[test]
fn numbers_that_run_over_bring_nothing_down() {
    let museum: Tags = &[("tourism", "museum"), ("name", "测试博物馆")];
    let bytes = extract(&[(i64::MAX, [i64::MIN, i64::MAX], museum), (i64::MIN, [i64::MAX, 1], museum)], &[]);
    let plan = plan(&import(city()), &bytes);
    assert!(plan.added.is_empty());
    assert!(!plan.findings.told().is_empty());
}
