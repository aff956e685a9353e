//! Where places stand.

use yuren_catalog::Precision;

use crate::fixture::{MUSEUM, PARK, SCHOOL, by, museum, no_finding, one_finding, point, with_regions};

#[test]
fn a_point_outside_the_citys_box_is_told() {
    one_finding(
        |pack| pack.places[PARK].position.point = point(118.9, 32.2),
        "error places/321071.geojson, p-park, geometry.coordinates: [118.9, 32.2] is outside the city's bbox; correct the \
         coordinates, or widen the bbox in city.toml",
    );
    one_finding(
        |pack| pack.places[MUSEUM].entrances[0] = point(119.5, 31.9),
        museum(
            "error",
            ", entrances[0]: [119.5, 31.9] is outside the city's bbox; correct the coordinates, or widen the bbox in \
             city.toml",
        ),
    );
    one_finding(
        |pack| with_regions(pack, |regions| regions[4].position.as_mut().unwrap().point = point(121.0, 32.2)),
        "error boundaries.geojson, 321071, position.point: [121, 32.2] is outside the city's bbox; correct the \
         coordinates, or widen the bbox in city.toml",
    );
}

#[test]
fn two_places_within_a_centimetre_are_stacked() {
    let stacked = "error places/321002.geojson, p-school, geometry.coordinates: it stands on the same point as p-museum; \
                   make them one place with the roles of both, or correct one of the points";
    one_finding(|pack| pack.places[SCHOOL].position.point = pack.places[MUSEUM].position.point, stacked);
    // One step of 1e-7 degrees eastwards is 9.4 mm here, one northwards 11 mm.
    one_finding(|pack| pack.places[SCHOOL].position.point = point(119.450_000_1, 32.4), stacked);
    no_finding(|pack| pack.places[SCHOOL].position.point = point(119.45, 32.400_000_1));
}

#[test]
fn every_place_of_a_stack_but_the_first_is_told() {
    let mut pack = crate::fixture::sound_pack();
    let stack = pack.places[MUSEUM].position.point;
    pack.places[PARK].position.point = stack;
    pack.places[SCHOOL].position.point = stack;
    let told = crate::fixture::findings(pack.to_files());
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told.iter().all(|told| told.contains("same point as p-museum")), "{told:#?}");
}

#[test]
fn a_place_more_than_500_m_outside_its_district_is_a_warning() {
    one_finding(
        |pack| pack.places[SCHOOL].position.point = point(119.5, 32.51),
        "warning places/321002.geojson, p-school, geometry.coordinates: [119.5, 32.51] is 1112 m outside 广陵区 (321002); \
         correct the point (it must be WGS-84, not GCJ-02 or BD-09) or the region",
    );
    // 445 m: the outline is generalised by as much.
    no_finding(|pack| pack.places[SCHOOL].position.point = point(119.5, 32.504));
}

#[test]
fn a_district_without_an_outline_holds_its_places_anywhere() {
    no_finding(|pack| pack.places[PARK].position.point = point(119.99, 33.4));
}

#[test]
fn a_made_up_place_in_water_is_an_error_and_a_real_one_a_warning() {
    one_finding(
        |pack| pack.places[SCHOOL].position.point = point(119.52, 32.46),
        "error places/321002.geojson, p-school, geometry.coordinates: [119.52, 32.46] lies in 瘦西湖 (water.geojson, \
         feature #1); generate a point on land",
    );
    one_finding(
        |pack| pack.places[MUSEUM].position.point = point(119.52, 32.46),
        museum(
            "warning",
            ", geometry.coordinates: [119.52, 32.46] lies in 瘦西湖 (water.geojson, feature #1); check the point; if it is \
             right, leave it",
        ),
    );
}

#[test]
fn a_radius_is_positive_and_no_larger_than_a_city() {
    one_finding(
        |pack| pack.places[SCHOOL].position.radius_m = 0.0,
        "error places/321002.geojson, p-school, position.radius_m: an approximate or synthetic position is never exact; \
         write the radius in metres of the area that the true spot lies in",
    );
    no_finding(|pack| pack.places[MUSEUM].position.radius_m = 0.0);
    one_finding(
        |pack| pack.places[MUSEUM].position.radius_m = -1.0,
        museum("error", ", position.radius_m: -1 m is not a radius; write metres between 0 and 100000"),
    );
    one_finding(
        |pack| with_regions(pack, |regions| regions[2].position.as_mut().unwrap().radius_m = 1e9),
        "error towns.geojson, 321002001, position.radius_m: 1000000000 m is not a radius; write metres between 0 and \
         100000",
    );
}

#[test]
fn a_position_is_synthetic_if_and_only_if_its_source_is() {
    let rule = "a position is synthetic if and only if its source is: correct precision or source";
    one_finding(
        |pack| pack.places[MUSEUM].position.precision = Precision::Synthetic,
        museum("error", &format!(", position.precision: a synthetic position cannot be from \"osm\"; {rule}")),
    );
    one_finding(
        |pack| pack.places[MUSEUM].position.provenance = by("synthetic"),
        museum("error", &format!(", position.precision: a position from \"synthetic\" is synthetic; {rule}")),
    );
}
