//! Features whose shape is wrong: each finding names the field and what was found there.

use crate::fixture::{edited, findings, museum};

#[track_caller]
fn told(path: &str, from: &str, to: &str, expected: &str) {
    assert_eq!(findings(edited(path, from, to)), [expected]);
}

/// Of the museum alone: the text to replace is in its line only.
#[track_caller]
fn of_the_museum(from: &str, to: &str, expected: &str) {
    assert_eq!(findings(edited("places/321002.geojson", from, to)), [museum("error", expected)]);
}

#[test]
fn an_unknown_value_of_a_role_is_told_by_its_path() {
    of_the_museum(
        "\"fee\":{\"value\":\"free\"",
        "\"fee\":{\"value\":\"gratis\"",
        ", roles[0].fee.value: unknown variant `gratis`; write free, paid, unknown",
    );
}

#[test]
fn what_is_no_word_on_wheelchairs_is_told_with_those_that_are() {
    of_the_museum(
        "\"wheelchair\":{\"value\":\"limited\"",
        "\"wheelchair\":{\"value\":\"unknown\"",
        ", roles[0].wheelchair.value: unknown variant `unknown`; write yes, limited, no",
    );
}

#[test]
fn a_missing_source_is_told_by_its_path() {
    of_the_museum(
        "\"fee\":{\"value\":\"free\",\"source\":\"bureau\"}",
        "\"fee\":{\"value\":\"free\"}",
        ", roles[0].fee.source: it is missing; add it",
    );
}

#[test]
fn a_misspelt_field_is_not_passed_over() {
    of_the_museum(
        "\"address\":",
        "\"adress\":",
        ", adress: there is no such field; remove it; allowed: name, name_source, name_en, aliases, address, position, \
         entrances, region, status, source_keys, roles, activities, courses",
    );
    of_the_museum(
        "\"fee\":{\"value\":\"free\",\"source\"",
        "\"fee\":{\"value\":\"free\",\"licence\":\"x\",\"source\"",
        ", roles[0].fee.licence: there is no such field; remove it; allowed: value, source, checked_on, checked_by",
    );
}

#[test]
fn a_field_given_twice_is_told() {
    of_the_museum(
        "\"name\":\"扬州博物馆\"",
        "\"name\":\"扬州博物馆\",\"name\":\"另一个\"",
        ", name: it stands here twice; keep one",
    );
}

#[test]
fn a_value_of_another_type_is_quoted() {
    of_the_museum(
        "\"capacity\":{\"value\":120",
        "\"capacity\":{\"value\":-1.5",
        ", roles[0].capacity.value: -1.5 does not fit here; write a whole number, 0 or more",
    );
}

#[test]
fn a_day_that_is_none_is_told_with_an_example() {
    of_the_museum(
        "\"checked_on\":\"2025-01-31\"",
        "\"checked_on\":\"2025-02-31\"",
        ", name_source.checked_on: \"2025-02-31\" does not fit here: input is out of range; write a date such as \"2025-02-14\"",
    );
}

#[test]
fn coordinates_that_are_none_are_told() {
    of_the_museum(
        "[119.45,32.4]",
        "[119.45,132.4]",
        ", geometry.coordinates: [119.45,132.4] does not fit here: latitude 132.4 is not a finite number between -90 and \
         90; write WGS-84 degrees",
    );
    of_the_museum(
        "[119.45,32.4]",
        "[32.4,119.45]",
        ", geometry.coordinates: [32.4,119.45] does not fit here: latitude 119.45 is not a finite number between -90 and \
         90; write longitude first, then latitude",
    );
    of_the_museum(
        "[119.45,32.4]",
        "[119.45,32.4,7.5]",
        ", geometry.coordinates: [119.45,32.4,7.5] does not fit here: invalid length 3; write [longitude, latitude] in WGS-84 \
         degrees",
    );
    of_the_museum(
        "[119.45,32.4]",
        "[119.45,\"32.4\"]",
        ", geometry.coordinates[1]: \"32.4\" does not fit here; write a number",
    );
}

#[test]
fn a_place_without_a_point_is_told() {
    of_the_museum(
        "{\"type\":\"Point\",\"coordinates\":[119.45,32.4]}",
        "null",
        ", geometry: null does not fit here; write a Point",
    );
    of_the_museum(
        "{\"type\":\"Point\",\"coordinates\":[119.45,32.4]}",
        "{\"type\":\"LineString\",\"coordinates\":[[119.45,32.4]]}",
        ", geometry.type: unknown variant `LineString`; write Point",
    );
}

#[test]
fn a_feature_without_a_legible_id_is_told_by_its_number() {
    told(
        "places/321002.geojson",
        "\"id\":\"p-school\"",
        "\"id\":17",
        "error places/321002.geojson, #2, id: 17 does not fit here; write a string",
    );
    told(
        "places/321002.geojson",
        "\"id\":\"p-school\"",
        "\"id\":\"P school\"",
        "error places/321002.geojson, P school, id: \"P school\" is not an identifier; write 1 to 64 of a-z, 0-9, '-' and \
         '_'",
    );
}

#[test]
fn a_region_with_half_a_position_is_told() {
    told(
        "towns.geojson",
        "{\"type\":\"Point\",\"coordinates\":[119.44,32.39]}",
        "null",
        "error towns.geojson, 321002001, geometry: it is missing beside the other half of where this is; give both \
         geometry and position, or leave the geometry null and out the position",
    );
}

#[test]
fn one_bad_feature_hides_no_other() {
    let mut files = edited("places/321002.geojson", "\"region\":\"321002001\"", "\"region\":\"gone\"");
    let file = files.iter_mut().find(|file| file.path == "places/321002.geojson").unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    file.bytes = text.replace("[119.45,32.4]", "[32.4,119.45]").into_bytes();
    let told = findings(files);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].starts_with("error places/321002.geojson, p-museum, geometry.coordinates: "), "{}", told[0]);
    assert_eq!(
        told[1],
        "error places/321002.geojson, p-school, region: \"gone\" is not a region code; write 6, 9 or 12 digits"
    );
}

#[test]
fn a_file_that_is_not_geojson_is_told_with_the_line() {
    told(
        "towns.geojson",
        "\"features\":[",
        "\"features\":",
        "error towns.geojson: not a FeatureCollection: invalid type: map, expected a list of features at line 4 column 0; \
         correct the file, for example with a GeoJSON editor",
    );
    told(
        "towns.geojson",
        "\n]}",
        "\n]} more",
        "error towns.geojson: not a FeatureCollection: trailing characters at line 5 column 4; correct the file, for \
         example with a GeoJSON editor",
    );
}

#[test]
fn text_that_is_not_utf8_is_told_with_the_byte() {
    let mut files = edited("water.geojson", "瘦西湖", "X");
    let file = files.iter_mut().find(|file| file.path == "water.geojson").unwrap();
    let at = file.bytes.iter().position(|&b| b == b'X').unwrap();
    file.bytes[at] = 0xca;
    let expected = format!("error water.geojson: byte {} is not UTF-8; save the file as UTF-8", at + 1);
    assert_eq!(findings(files), [expected]);
}

#[test]
fn a_city_file_with_a_fault_is_told_by_field_or_line() {
    told(
        "city.toml",
        "data_date = \"2025-02-14\"",
        "data_date = \"2025-14-02\"",
        "error city.toml, data_date: \"2025-14-02\" does not fit here: input is out of range; write a date such as \
         \"2025-02-14\"",
    );
    told("city.toml", "time_zone = \"Asia/Shanghai\"\n", "", "error city.toml, time_zone: it is missing; add it");
    told(
        "city.toml",
        "kind = \"heritage\"",
        "kind = \"museum\"",
        "error city.toml, declared[5].kind: unknown variant `museum`; write venue, parent_school, waiting_station, school, lead_parent_school, heritage, demo_community, demo_station, counselling, practice_centre",
    );
}

#[test]
fn a_source_with_a_fault_hides_no_other_and_is_not_taken_for_unknown() {
    let mut files = edited("sources.toml", "licence = \"ODbL-1.0\"\n", "");
    let file = files.iter_mut().find(|file| file.path == "sources.toml").unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    file.bytes = text.replace("synthetic = true", "synthetic = \"yes\"").into_bytes();
    let expected = [
        "error sources.toml, osm.licence: it is missing; add it",
        "error sources.toml, synthetic.synthetic: \"yes\" does not fit here; write a boolean",
    ];
    assert_eq!(findings(files), expected);
}
