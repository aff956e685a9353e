//! What the sample city must be, whatever its sources become.

mod additions;
mod offers;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use yuren_catalog::stable;
use yuren_catalog::{AgingFact, PackFile, Place, Precision, Provenance, RegionLevel, RoleKind, Severity};

use super::*;

fn city_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/yangzhou")
}

fn sources() -> Sources {
    Sources::read(&city_folder()).expect("the sources read")
}

fn make(sources: &Sources) -> CityPack {
    generate(sources).expect("the sources make a pack")
}

/// The pack of the sources as they are; made once, since most tests only look at it.
fn pack() -> CityPack {
    static PACK: LazyLock<CityPack> = LazyLock::new(|| make(&sources()));
    PACK.clone()
}

/// The generated files and the hand-written ones.
fn all_files(pack: &CityPack) -> Vec<PackFile> {
    let hand_written = HAND_WRITTEN.map(|path| PackFile {
        path: path.to_owned(),
        bytes: fs::read(city_folder().join(path)).expect("it is there"),
    });
    generated_files(pack).into_iter().chain(hand_written).collect()
}

fn is_synthetic(provenance: &Provenance) -> bool {
    provenance.source.as_str() == "synthetic"
}

#[test]
fn the_same_sources_give_the_same_bytes() {
    assert_eq!(generated_files(&make(&sources())), generated_files(&pack()));
}

#[test]
fn the_committed_files_are_what_the_generator_makes() {
    let made = generated_files(&pack());
    for file in &made {
        let committed = fs::read(city_folder().join(&file.path)).unwrap_or_default();
        assert!(committed == file.bytes, "{} is not what `cargo xtask city-pack` makes: run it", file.path);
    }
    let made: BTreeSet<_> = made.iter().map(|file| file.path.clone()).collect();
    for entry in fs::read_dir(city_folder().join("places")).expect("places/ is there") {
        let path = format!("places/{}", entry.expect("it can be listed").file_name().to_string_lossy());
        assert!(made.contains(&path), "{path} is left over from an earlier run");
    }
}

#[test]
fn the_pack_reads_back_as_itself_and_all_warnings_are_of_real_places_by_the_water() {
    let pack = pack();
    let reading = CityPack::read(all_files(&pack));
    for finding in reading.findings {
        assert!(finding.severity == Severity::Warning && finding.problem.contains(" lies in "), "{finding}");
        let place = pack.places.iter().find(|place| finding.feature.as_deref() == Some(place.id.as_str()));
        assert_eq!(place.expect("it names a place").position.precision, Precision::Osm, "{finding}");
    }
    assert_eq!(reading.pack.expect("no errors, so a pack"), pack);
}

#[test]
fn every_kind_stands_at_its_declared_count() {
    let pack = pack();
    let counted = RoleKind::ALL.map(|kind| (kind, pack.places.iter().filter(|place| place.has_role(kind)).count()));
    let expected = [201, 1296, 26, 366, 100, 201, 104, 50, 5, 1];
    assert_eq!(counted, std::array::from_fn(|i| (RoleKind::ALL[i], expected[i])));
}

#[test]
fn the_regions_are_a_city_seven_districts_98_towns_and_1437_units() {
    let regions = pack().regions;
    let count = |level| regions.iter().filter(|region| region.code.level() == level).count();
    let levels = [RegionLevel::City, RegionLevel::District, RegionLevel::Town, RegionLevel::Village];
    assert_eq!(levels.map(count), [1, 7, 98, 1437]);
}

#[test]
fn generated_points_are_on_land_in_their_own_town_or_district() {
    let (sources, pack) = (sources(), pack());
    let ground = Ground::of(&sources);
    let towns = Towns::of(&sources, &ground).expect("the towns have districts");
    for place in pack.places.iter().filter(|place| place.position.precision == Precision::Synthetic) {
        let (point, region) = (place.position.point, place.region.as_str());
        let town = region.get(..9).filter(|town| towns.get(town).is_some());
        let stands = match town {
            Some(town) => towns.is_ground_of(town, point),
            None => ground.is_land_of(&region[..6], point),
        };
        assert!(stands, "{} ({region}) stands at {point:?}", place.name);
    }
}

#[test]
fn a_synthetic_position_says_so_and_a_real_one_is_from_openstreetmap() {
    for place in pack().places {
        let synthetic = place.position.precision == Precision::Synthetic;
        assert_eq!(is_synthetic(&place.position.provenance), synthetic, "{}", place.name);
        assert!(synthetic || place.position.provenance.source.as_str() == "osm", "{}", place.name);
    }
}

#[test]
fn real_institutions_get_no_invented_facts() {
    let real = |place: &&Place| place.name_provenance.source.as_str() == "osm";
    let pack = pack();
    assert_eq!(pack.places.iter().filter(real).count(), 39);
    for place in pack.places.iter().filter(real) {
        for role in &place.roles {
            let mut facts = role.aging_facts().filter(|(fact, _)| *fact != AgingFact::Claim);
            assert!(facts.all(|(_, provenance)| !is_synthetic(provenance)), "{}", place.name);
            assert_eq!(is_synthetic(&role.claim), role.kind == RoleKind::School, "{}", place.name);
        }
    }
}

#[test]
fn nothing_made_up_claims_to_be_checked_or_reached() {
    for place in pack().places {
        assert!(place.position.provenance.checked_on.is_none() && place.name_provenance.checked_on.is_none());
        for role in place.roles {
            assert!(role.claim.checked_on.is_none() && role.contact.is_none(), "{}", place.name);
        }
    }
}

#[test]
fn demonstration_sites_are_parent_schools_and_some_places_bear_three_roles() {
    let places = pack().places;
    for place in &places {
        if place.has_role(RoleKind::DemoCommunity) || place.has_role(RoleKind::DemoStation) {
            assert!(place.has_role(RoleKind::ParentSchool), "{}", place.name);
        }
    }
    assert!(places.iter().filter(|place| place.roles.len() >= 3).count() >= 10);
}

#[test]
fn example_hours_follow_the_grammar_and_some_facts_are_unknown() {
    let places = pack().places;
    let roles: Vec<_> = places.iter().flat_map(|place| &place.roles).collect();
    let hours: BTreeSet<_> = roles.iter().filter_map(|role| role.hours.as_ref()).map(|hours| &hours.value).collect();
    assert!(hours.len() >= 60, "{} kinds of hours", hours.len());
    for hours in hours {
        assert!(opening_hours_syntax::parse(hours).is_ok(), "{hours:?}");
    }
    let unknown = roles.iter().filter(|role| is_synthetic(&role.claim) && role.hours.is_none()).count();
    assert!((100..500).contains(&unknown), "{unknown} of {} example roles have no hours", roles.len());
}

#[test]
fn the_gates_of_a_park_are_its_entrances() {
    let places = pack().places;
    let lake = places.iter().find(|place| place.name == "瘦西湖").expect("it is on the map");
    assert_eq!(lake.entrances.len(), 2);
    assert!(places.iter().all(|place| !place.name.ends_with('门') || place.name == "挹江门"));
}

#[test]
fn what_stands_twice_in_the_sources_stands_once_on_the_map() {
    let places = pack().places;
    for name in ["个园", "何园", "瘦西湖", "扬州博物馆"] {
        assert_eq!(places.iter().filter(|place| place.name == name).count(), 1, "{name}");
    }
    assert!(places.iter().all(|place| place.name != "扬州中国雕版印刷博物馆" && place.name != "博士林"));
}

#[test]
fn ids_are_pinned() {
    // From these literals: an id that changes breaks every link to its place.
    assert_eq!(stable::place_id("osm:node/2429845786").as_str(), "p-h0mfbxapc2rm");
    assert_eq!(stable::place_id("stats:321002001001").as_str(), "p-gdqjqpntdnva");
    assert_eq!(stable::place_id("synthetic:venue:321002:07").as_str(), "p-j9cqc8d7mxqw");
}
