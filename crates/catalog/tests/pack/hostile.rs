//! Bytes that nobody meant to be a pack.

use proptest::prelude::*;
use yuren_catalog::{CityPack, PackFile, Severity};

use crate::fixture::{edited, findings, sound_pack};

fn is_refused(files: Vec<PackFile>) -> bool {
    let reading = CityPack::read(files);
    reading.pack.is_none() && reading.findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// Whether a file says no more than that there are no study routes: a table without a key, such as an empty file or
/// one of comments alone.
fn is_a_list_of_no_routes(file: &PackFile) -> bool {
    let text = || str::from_utf8(&file.bytes).ok();
    file.path == "study-routes.toml" && text().and_then(|t| t.parse::<toml::Table>().ok()).is_some_and(|t| t.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_file_of_random_bytes_is_refused(at in 0..8_usize, bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut files = sound_pack().to_files();
        files[at].bytes = bytes;
        prop_assume!(!is_a_list_of_no_routes(&files[at]));
        prop_assert!(is_refused(files));
    }

    #[test]
    fn a_truncated_geojson_file_is_refused(
        path in prop::sample::select(vec![
            "boundaries.geojson", "towns.geojson", "villages.geojson", "water.geojson", "places/321002.geojson",
        ]),
        kept in 0.0..1.0_f64,
    ) {
        let mut files = sound_pack().to_files();
        let bytes = &mut files.iter_mut().find(|file| file.path == path).unwrap().bytes;
        // The last two bytes are the closing brace and a line end, which may be lost.
        let length = bytes.len() - 2;
        bytes.truncate((length as f64 * kept) as usize);
        prop_assert!(is_refused(files));
    }

    #[test]
    fn a_file_with_one_byte_changed_never_panics(at in 0..8_usize, place in 0.0..1.0_f64, byte in any::<u8>()) {
        let mut files = sound_pack().to_files();
        let bytes = &mut files[at].bytes;
        let i = (bytes.len() as f64 * place) as usize;
        bytes[i] = byte;
        let reading = CityPack::read(files);
        let has_error = reading.findings.iter().any(|finding| finding.severity == Severity::Error);
        prop_assert_eq!(reading.pack.is_none(), has_error);
    }

    #[test]
    fn a_token_swapped_for_another_never_panics(
        at in 0..8_usize,
        place in 0.0..1.0_f64,
        token in prop::sample::select(vec![
            "null", "-1", "1e999", "1e308", "-0.0", "[]", "{}", "\"\"", "\"321000\"", "true", "18446744073709551616",
        ]),
    ) {
        let mut files = sound_pack().to_files();
        let text = String::from_utf8(files[at].bytes.clone()).unwrap();
        // The values: what stands between a colon, a bracket or an equals sign and the next comma or bracket.
        let starts: Vec<_> = text.match_indices([':', '[', '=']).map(|(i, _)| i + 1).collect();
        let start = starts[(starts.len() as f64 * place) as usize];
        let end = start + text[start..].find([',', ']', '}', '\n']).unwrap_or(0);
        files[at].bytes = format!("{}{token}{}", &text[..start], &text[end..]).into_bytes();
        let reading = CityPack::read(files);
        let has_error = reading.findings.iter().any(|finding| finding.severity == Severity::Error);
        prop_assert_eq!(reading.pack.is_none(), has_error);
    }

    #[test]
    fn random_paths_are_told_and_not_read(path in "\\PC{0,40}") {
        let mut files = sound_pack().to_files();
        files.push(PackFile { path, bytes: b"no matter what".to_vec() });
        prop_assert!(CityPack::read(files).findings.len() <= 1);
    }
}

#[test]
fn json_nested_too_deep_for_the_stack_is_refused() {
    for deep in ["[", "{\"a\":"] {
        let deep = deep.repeat(1_000_000);
        let whole = edited("water.geojson", "{\"type\":\"FeatureCollection\"", &deep);
        assert!(is_refused(whole));
        let member =
            edited("water.geojson", "{\"type\":\"Feature\",", &format!("{{\"x\":{deep},\"type\":\"Feature\","));
        assert!(is_refused(member));
        let value = edited("places/321002.geojson", "\"name\":\"扬州博物馆\"", &format!("\"name\":{deep}"));
        assert!(is_refused(value));
    }
    let closed = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for (path, from) in [("water.geojson", "[[[119.5"), ("boundaries.geojson", "[[[119.4")] {
        let misfit = edited(path, from, &format!("{closed}, {from}"));
        assert!(is_refused(misfit));
    }
    // Well-formed, before the tag that says how to read it: this is what serde must hold back while it waits.
    let early =
        edited("water.geojson", "{\"type\":\"Polygon\",", &format!("{{\"coordinates\":{closed},\"type\":\"Polygon\","));
    assert!(is_refused(early));
}

#[test]
fn toml_nested_too_deep_for_the_stack_is_refused() {
    let deep = format!("bbox = {}", "[".repeat(100_000));
    assert!(is_refused(edited("city.toml", "bbox = ", &deep)));
    let dotted = format!("{} = 1\nname = ", vec!["a"; 50_000].join("."));
    assert!(is_refused(edited("city.toml", "name = ", &dotted)));
}

#[test]
fn no_files_at_all_are_told_one_by_one() {
    let told = findings(Vec::new());
    let expected =
        ["city.toml", "sources.toml", "boundaries.geojson", "towns.geojson", "villages.geojson", "water.geojson"];
    assert_eq!(told.len(), expected.len());
    for (told, path) in told.iter().zip(expected) {
        assert!(told.starts_with(&format!("error {path}: the file is missing")), "{told}");
    }
}

#[test]
fn a_fault_in_every_feature_is_told_a_thousand_times_and_counted() {
    let line = r#"{"type":"Feature","geometry":null,"properties":{}}"#;
    let features = vec![line; 2_500].join(",\n");
    let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}");
    let mut files = sound_pack().to_files();
    files.iter_mut().find(|file| file.path == "water.geojson").unwrap().bytes = text.into_bytes();
    let told = findings(files);
    assert_eq!(told.len(), 1_001);
    assert!(told[0].starts_with("error water.geojson, #1, geometry: "), "{}", told[0]);
    assert_eq!(
        told[1_000],
        "error water.geojson: 1500 more findings are not listed; mend those listed and check again"
    );
}

#[test]
fn a_byte_order_mark_is_let_be() {
    let marked = edited("water.geojson", "{\"type\":\"FeatureCollection\"", "\u{feff}{\"type\":\"FeatureCollection\"");
    assert_eq!(findings(marked), [""; 0]);
}
