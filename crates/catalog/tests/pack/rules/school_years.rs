//! School years: what is wrong inside one, and between two.

use yuren_catalog::{CityPack, PackFile};

use crate::fixture::{edited, findings, one_finding, sound_pack};

#[test]
fn a_pack_may_have_no_school_year() {
    let mut pack = sound_pack();
    pack.calendar.school_years.clear();
    assert!(CityPack::read(pack.to_files()).pack.unwrap().calendar.school_years.is_empty());
}

#[test]
fn a_school_year_that_does_not_hold_together_is_told_by_field_value_and_mend() {
    assert_eq!(
        findings(edited("school-year-2026.toml", "\"16:30\"", "\"16.30\"")),
        [
            "error school-year-2026.toml, dismissal[0].time: \"16.30\" is no time of day; allowed: HH:MM from 00:00 to 24:00",
        ]
    );
    assert_eq!(
        findings(edited("school-year-2025.toml", "example = true\n", "")),
        [
            "error school-year-2025.toml: missing field `example`; allowed: the fields that the README beside such files lists",
        ]
    );
}

#[test]
fn a_school_year_stands_in_the_file_of_the_year_in_which_it_begins() {
    let mut files = sound_pack().to_files();
    let file = files.iter_mut().find(|file| file.path == "school-year-2026.toml").unwrap();
    file.path = "school-year-2027.toml".to_owned();
    assert_eq!(
        findings(files),
        [
            "error school-year-2027.toml, from: the school year begins on 2026-09-01; name the file school-year-2026.toml, or \
             correct the day",
        ]
    );
}

#[test]
fn no_day_lies_in_two_school_years() {
    one_finding(
        |pack| pack.calendar.school_years[0].to = "2026-09-01".parse().unwrap(),
        "error school-year-2026.toml, from: 2026-09-01 lies in the school year before, which ends on 2026-09-01; let one end \
         before the other begins",
    );
}

#[test]
fn a_file_whose_year_is_no_year_is_unknown() {
    let mut files = sound_pack().to_files();
    files.push(PackFile { path: "school-year-26.toml".to_owned(), bytes: Vec::new() });
    assert!(findings(files)[0].starts_with("warning school-year-26.toml: no file of a pack has this name"));
}
