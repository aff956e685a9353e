//! Names, addresses and keys in other lists.

use crate::fixture::{MUSEUM, museum, no_finding, one_finding, with_regions};

#[test]
fn an_empty_name_is_told() {
    one_finding(
        |pack| pack.places[MUSEUM].name = "  ".to_owned(),
        museum("error", ", name: it is empty; write it, or leave the feature out"),
    );
}

#[test]
fn a_name_of_sixty_characters_is_the_longest() {
    no_finding(|pack| pack.places[MUSEUM].name = "馆".repeat(60));
    one_finding(
        |pack| pack.places[MUSEUM].name = "馆".repeat(61),
        museum("error", &format!(", name: it has 61 characters: {:?}; shorten it to 60 characters", "馆".repeat(61))),
    );
}

#[test]
fn a_character_that_cannot_be_seen_is_told() {
    one_finding(
        |pack| pack.places[MUSEUM].aliases[0] = "双博\u{202e}馆".to_owned(),
        museum("error", ", aliases[0]: it holds U+202E, which cannot be seen; remove that character"),
    );
    one_finding(
        |pack| pack.places[MUSEUM].roles[0].name = Some("扬州\n场馆".to_owned()),
        museum("error", ", roles[0].name: it holds U+000A, which cannot be seen; remove that character"),
    );
}

#[test]
fn a_space_at_an_end_is_told() {
    one_finding(
        |pack| pack.places[MUSEUM].address = Some(" 文昌西路".to_owned()),
        museum("error", ", address: \" 文昌西路\" begins or ends with a space; remove the space"),
    );
}

#[test]
fn regions_and_water_have_names_too() {
    one_finding(
        |pack| with_regions(pack, |regions| regions[3].name.clear()),
        "error villages.geojson, 321002001001, name: it is empty; write it, or leave the feature out",
    );
    one_finding(
        |pack| with_regions(pack, |regions| regions[1].name_en = Some(" Guangling".into())),
        "error boundaries.geojson, 321002, name_en: \" Guangling\" begins or ends with a space; remove the space",
    );
    one_finding(
        |pack| pack.layers.water[0].name = Some(String::new()),
        "error water.geojson, #1, name: it is empty; write it, or leave the feature out",
    );
}

#[test]
fn a_key_in_another_list_is_a_text() {
    one_finding(
        |pack| _ = pack.places[MUSEUM].source_keys.insert("osm".to_owned(), String::new()),
        museum("error", ", source_keys.osm: it is empty; write it, or leave the feature out"),
    );
}
