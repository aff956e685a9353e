//! Streets as a file: what comes back is what was kept, and nothing else comes in.

use proptest::prelude::*;
use proptest::sample::Index;
use yuren_network::{FileError, Profile, Streets};

use crate::extract::{Extract, Tags};
use crate::made::Made;

const STREET: Tags = &[("highway", "residential")];

/// Bytes before the part that the checksum covers: the last four of them are the checksum.
const HEAD_BYTES: usize = 16;

fn small() -> Streets {
    let nodes = [(1, 0.0, 0.0), (2, 100.0, 0.0), (3, 200.0, 50.0), (4, 100.0, 90.0), (5, 300.0, 0.0), (6, 400.0, 0.0)];
    let boat: Tags = &[("route", "ferry"), ("duration", "5")];
    let mut extract = Extract::plane(
        &nodes,
        &[
            (11, &[1, 2, 3, 5], STREET),
            (12, &[2, 4], &[("highway", "residential"), ("bridge", "yes")]),
            (13, &[5, 6], boat),
            (14, &[3, 4, 6], &[("waterway", "river")]),
        ],
    );
    extract.time = Some(1_700_000_000);
    Made::of(extract).streets
}

/// The file with a checksum that is right again.
fn sealed(mut file: Vec<u8>) -> Vec<u8> {
    let checksum = crc32fast::hash(&file[HEAD_BYTES..]);
    file[HEAD_BYTES - 4..HEAD_BYTES].copy_from_slice(&checksum.to_le_bytes());
    file
}

/// Looks at everything that streets hold: an index out of range would stop it.
fn visit(streets: &Streets) {
    for profile in Profile::ALL {
        let graph = streets.graph(profile);
        for node in 0..graph.node_count() as u32 {
            assert!(graph.arcs(node).iter().all(|arc| (arc.head as usize) < graph.node_count()));
            assert!(graph.position(node).lon().is_finite());
        }
        for edge in 0..graph.edges().len() as u32 {
            assert!(graph.line(edge).count() >= 2);
        }
        assert_eq!(streets.order(profile).len(), graph.node_count());
    }
}

#[test]
fn streets_come_back_as_they_were_kept() {
    let streets = small();
    let file = streets.to_bytes();
    let again = Streets::from_bytes(&file).expect("what was written is read");
    assert_eq!(again, streets);
    assert_eq!(again.to_bytes(), file);
    visit(&again);
}

#[test]
fn equal_extracts_give_equal_bytes() {
    assert_eq!(small().to_bytes(), small().to_bytes());
}

#[test]
fn a_file_cut_short_anywhere_is_refused() {
    let file = small().to_bytes();
    for length in 0..file.len() {
        assert!(Streets::from_bytes(&file[..length]).is_err(), "cut at {length}");
        if length >= HEAD_BYTES {
            let refused =
                Streets::from_bytes(&sealed(file[..length].to_vec())).expect_err("cut with its checksum mended");
            assert!(matches!(refused, FileError::Length { .. }), "cut at {length}: {refused}");
        }
    }
    let longer = sealed([&file[..], &[0]].concat());
    assert!(matches!(Streets::from_bytes(&longer), Err(FileError::Length { found: 1, .. })));
}

#[test]
fn another_file_another_version_and_damage_are_told_apart() {
    let file = small().to_bytes();
    assert!(matches!(Streets::from_bytes(b"PK\x03\x04 is another"), Err(FileError::NotStreets { .. })));
    let mut newer = file.clone();
    newer[8] += 1;
    assert!(matches!(Streets::from_bytes(&newer), Err(FileError::Version { .. })));
    for at in HEAD_BYTES - 4..file.len() {
        let mut damaged = file.clone();
        damaged[at] ^= 0x10;
        assert!(matches!(Streets::from_bytes(&damaged), Err(FileError::Checksum { .. })), "byte {at}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_file_made_to_look_right_holds_or_is_refused(
        changes in prop::collection::vec((any::<Index>(), prop_oneof![any::<u8>(), Just(0), Just(255)]), 1..5),
    ) {
        let mut file = small().to_bytes();
        for (at, byte) in changes {
            let at = HEAD_BYTES + at.index(file.len() - HEAD_BYTES);
            file[at] = byte;
        }
        if let Ok(streets) = Streets::from_bytes(&sealed(file)) {
            visit(&streets);
        }
    }
}
