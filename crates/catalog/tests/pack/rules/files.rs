//! Missing, unknown and doubled files.

use yuren_catalog::PackFile;

use crate::fixture::{findings, sound_pack};

#[track_caller]
fn told(change: impl FnOnce(&mut Vec<PackFile>), expected: &[&str]) {
    let mut files = sound_pack().to_files();
    change(&mut files);
    assert_eq!(findings(files), expected);
}

#[test]
fn a_missing_file_is_told_and_nothing_that_follows_from_it() {
    for path in ["city.toml", "sources.toml"] {
        let expected = format!("error {path}: the file is missing; add it");
        told(|files| files.retain(|file| file.path != path), &[&expected]);
    }
    for path in [
        "boundaries.geojson",
        "towns.geojson",
        "villages.geojson",
        "water.geojson",
        "places/321002.geojson",
        "places/321071.geojson",
    ] {
        let expected =
            format!("error {path}: the file is missing; add it, if need be as a FeatureCollection without features");
        told(|files| files.retain(|file| file.path != path), &[&expected]);
    }
}

#[test]
fn an_unknown_file_is_a_warning() {
    told(
        |files| files.push(PackFile { path: "places/Guangling.geojson".to_owned(), bytes: Vec::new() }),
        &[
            "warning places/Guangling.geojson: no file of a pack has this name; remove it, or move it into sources/; a pack \
           has city.toml, sources.toml, boundaries.geojson, towns.geojson, villages.geojson, water.geojson, \
           places/<district code>.geojson, study-routes.toml and school-year-<year>.toml",
        ],
    );
}

#[test]
fn notes_licences_and_sources_lie_beside_the_pack() {
    let beside = ["README.md", "LICENCE-ODbL.txt", "sources/osm_points.csv"];
    let files = |path: &str| PackFile { path: path.to_owned(), bytes: vec![0xff] };
    told(|all| all.extend(beside.map(files)), &[]);
}

#[test]
fn a_file_given_twice_is_told() {
    told(|files| files.push(files[0].clone()), &["error boundaries.geojson: the file was given twice; give it once"]);
}

#[test]
fn a_file_of_places_of_no_district_is_told() {
    let empty = br#"{"type":"FeatureCollection","features":[]}"#;
    told(
        |files| files.push(PackFile { path: "places/321099.geojson".to_owned(), bytes: empty.to_vec() }),
        &["error places/321099.geojson: 321099 is no district of boundaries.geojson; add the district to \
           boundaries.geojson, or remove this file"],
    );
}
