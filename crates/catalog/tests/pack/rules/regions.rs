//! The tree of regions, its outlines, and ids.

use crate::fixture::{MUSEUM, PARK, edited, findings, museum, one_finding, sound_pack, with_regions};

#[test]
fn a_region_without_the_one_around_it_is_told() {
    one_finding(
        |pack| {
            with_regions(pack, |regions| regions[3].code = "321002009001".parse().unwrap());
            pack.places[MUSEUM].region = "321002".parse().unwrap();
        },
        "error villages.geojson, 321002009001, id: the region around it, 321002009, is missing; add 321002009 to \
         towns.geojson, or correct the code",
    );
}

#[test]
fn a_region_in_the_file_of_another_level_is_told() {
    let files = edited("towns.geojson", "\"id\":\"321002001\"", "\"id\":\"321002001009\"");
    let told = findings(files);
    assert_eq!(
        told[0],
        "error towns.geojson, 321002001009, id: \"321002001009\" does not belong in this file; move it to villages.geojson"
    );
}

#[test]
fn a_code_that_stands_twice_is_told() {
    let feature = r#"{"type":"Feature","id":"321002001","geometry":null,"properties":{"name":"x","sources":["osm"]}},"#;
    assert_eq!(
        findings(edited("towns.geojson", "\"features\":[", &format!("\"features\":[{feature}"))),
        [
            "error towns.geojson, 321002001, id: \"321002001\" already stands in towns.geojson, feature #1; remove one of the \
          two, or give the newer one an id of its own"
        ]
    );
}

#[test]
fn a_region_without_sources_is_told() {
    one_finding(
        |pack| with_regions(pack, |regions| regions[1].sources.clear()),
        "error boundaries.geojson, 321002, sources: nobody says so; name the sources of its code, name and outline",
    );
}

#[test]
fn a_place_in_no_known_region_is_told() {
    one_finding(
        |pack| pack.places[MUSEUM].region = "321002099".parse().unwrap(),
        museum(
            "error",
            ", region: there is no region \"321002099\"; add it to towns.geojson, or write the code of the finest region \
             known",
        ),
    );
}

#[test]
fn a_place_in_the_file_of_another_district_is_told() {
    assert_eq!(
        findings(edited("places/321071.geojson", "\"region\":\"321071\"", "\"region\":\"321002\"")),
        [
            "error places/321071.geojson, p-park, region: \"321002\" is not in the district of this file; move the place to \
          places/321002.geojson, or correct its region",
            "warning places/321071.geojson, p-park, geometry.coordinates: [119.7, 32.2] is 14566 m outside 广陵区 (321002); \
          correct the point (it must be WGS-84, not GCJ-02 or BD-09) or the region"
        ]
    );
}

#[test]
fn a_ring_is_closed_and_has_an_area() {
    one_finding(
        |pack| with_regions(pack, |regions| _ = regions[1].polygons[0][0].pop()),
        "error boundaries.geojson, 321002, geometry.coordinates: ring 0 of a polygon is not closed; repeat its first \
         position at its end",
    );
    one_finding(
        |pack| pack.layers.water[0].rings[0].truncate(3),
        "error water.geojson, #1, geometry.coordinates: ring 0 of a polygon has 3 positions; a ring needs at least 4, the \
         last equal to the first",
    );
    one_finding(
        |pack| pack.layers.water[0].rings.clear(),
        "error water.geojson, #1, geometry.coordinates: a polygon has no ring; draw its outline, or write null for the \
         geometry",
    );
}

#[test]
fn an_id_of_two_places_is_told_across_files() {
    let mut pack = sound_pack();
    pack.places[PARK].id = pack.places[MUSEUM].id.clone();
    assert_eq!(
        findings(pack.to_files()),
        [
            "error places/321071.geojson, p-museum, id: \"p-museum\" already stands in places/321002.geojson, feature #1; \
          remove one of the two, or give the newer one an id of its own"
        ]
    );
}

#[test]
fn an_id_of_two_roles_is_told_across_places() {
    one_finding(
        |pack| pack.places[PARK].roles[0].id = "r-venue".parse().unwrap(),
        "error places/321071.geojson, p-park, roles[0].id: \"r-venue\" already stands in places/321002.geojson, feature #1; \
         remove one of the two, or give the newer one an id of its own",
    );
}
