//! Who says so.

use crate::fixture::{MUSEUM, SCHOOL, museum, one_finding, with_regions};

const KNOWN: &str = "is not in sources.toml; write the key of one of its tables, or add a table for it";

#[test]
fn an_unknown_source_is_told_wherever_it_is_named() {
    one_finding(
        |pack| pack.places[MUSEUM].roles[0].fee.as_mut().unwrap().provenance.source = "amap".into(),
        museum("error", &format!(", roles[0].fee.source: \"amap\" {KNOWN}")),
    );
    one_finding(
        |pack| pack.places[MUSEUM].roles[0].wheelchair.as_mut().unwrap().provenance.source = "amap".into(),
        museum("error", &format!(", roles[0].wheelchair.source: \"amap\" {KNOWN}")),
    );
    one_finding(
        |pack| pack.places[MUSEUM].roles[1].claim.source = "amap".into(),
        museum("error", &format!(", roles[1].claim.source: \"amap\" {KNOWN}")),
    );
    one_finding(
        |pack| pack.places[MUSEUM].position.provenance.source = "amap".into(),
        museum("error", &format!(", position.source: \"amap\" {KNOWN}")),
    );
    one_finding(
        |pack| pack.places[MUSEUM].name_provenance.source = "amap".into(),
        museum("error", &format!(", name_source.source: \"amap\" {KNOWN}")),
    );
    one_finding(
        |pack| _ = pack.places[MUSEUM].source_keys.insert("amap".to_owned(), "B1".to_owned()),
        museum("error", &format!(", source_keys: \"amap\" {KNOWN}")),
    );
    one_finding(
        |pack| with_regions(pack, |regions| regions[3].sources.push("amap".into())),
        format!("error villages.geojson, 321002001001, sources[1]: \"amap\" {KNOWN}"),
    );
    one_finding(
        |pack| pack.layers.water[0].source = "amap".into(),
        format!("error water.geojson, #1, source: \"amap\" {KNOWN}"),
    );
}

#[test]
fn a_made_up_place_is_named_as_one() {
    one_finding(
        |pack| pack.places[SCHOOL].name = "扬州中学".to_owned(),
        "error places/321002.geojson, p-school, name: \"扬州中学\" is made up and reads like a real name; begin it with \
         示例, or give its real source",
    );
}

#[test]
fn a_name_that_reads_as_made_up_says_so_in_its_source() {
    one_finding(
        |pack| pack.places[MUSEUM].name = "示例博物馆".to_owned(),
        museum(
            "error",
            ", name_source.source: \"示例博物馆\" reads as made up and its source is not synthetic; write the key of a \
             synthetic source",
        ),
    );
}

#[test]
fn nothing_was_checked_after_the_data_date() {
    one_finding(
        |pack| pack.places[MUSEUM].name_provenance.checked_on = Some("2025-02-15".parse().unwrap()),
        museum(
            "error",
            ", name_source.checked_on: 2025-02-15 is after the city's data_date, 2025-02-14; correct the day, or raise \
             data_date in city.toml",
        ),
    );
}

#[test]
fn whoever_checked_says_when() {
    one_finding(
        |pack| pack.places[MUSEUM].name_provenance.checked_on = None,
        museum("warning", ", name_source.checked_on: somebody checked it, but when is missing; add the day"),
    );
}
