//! Extracts that are cut short, damaged, or made to bring a reader down.

use std::io::Write;

use proptest::prelude::*;
use proptest::sample::Index;
use yuren_network::BuildError;

use crate::extract::{Extract, Form, Tags, blob, bytes, framed, unsigned};
use crate::made::made;

const STREET: Tags = &[("highway", "residential")];

fn small() -> Extract {
    let nodes = [(1, 0.0, 0.0), (2, 100.0, 0.0), (3, 200.0, 50.0), (4, 100.0, 90.0)];
    let shore: Tags = &[("natural", "water")];
    let mut extract = Extract::plane(&nodes, &[(11, &[1, 2, 3], STREET), (12, &[2, 4], STREET), (13, &[3, 4], &[])]);
    extract.relations = vec![(21, vec![13], shore)];
    extract.with_node_tags(2, &[("barrier", "gate")])
}

/// A blob whose content is packed by zlib.
fn packed(kind: &str, content: &[u8]) -> Vec<u8> {
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    zlib.write_all(content).expect("memory takes it");
    let zlib = zlib.finish().expect("memory takes it");
    framed(kind, &[unsigned(2, content.len() as u64), bytes(3, &zlib)].concat())
}

/// Why an extract is refused.
fn refused(file: &[u8]) -> BuildError {
    made(file).expect_err("it is refused")
}

#[test]
fn an_extract_is_the_same_however_it_is_written() {
    let plain = made(&small().bytes()).expect("it holds streets");
    for (dense, blob) in [(true, packed as fn(&str, &[u8]) -> Vec<u8>), (false, blob), (false, packed)] {
        assert_eq!(made(&small().bytes_in(Form { dense, blob })).as_ref(), Ok(&plain));
    }
}

#[test]
fn an_extract_cut_short_anywhere_is_refused() {
    let whole = small().bytes();
    assert!(made(&whole).is_ok());
    for length in 0..whole.len() {
        match made(&whole[..length]) {
            Err(BuildError::Damaged { byte, reason, .. }) => assert!(byte <= length && !reason.is_empty()),
            Err(BuildError::NoStreets { .. }) => {}
            // Cut between blobs, after the ways: the shore of the relation is all that is missing.
            Ok(_) => assert!(whole[length..].windows(7).any(|word| word == b"OSMData")),
            Err(other) => panic!("cut at {length}: {other}"),
        }
    }
}

#[test]
fn damage_is_named_by_its_blob_and_byte() {
    let whole = small().bytes();
    let second = whole.windows(7).position(|word| word == b"OSMData").expect("a blob of elements") - 6;
    let cut = refused(&whole[..second + 20]);
    assert!(matches!(&cut, BuildError::Damaged { byte, blob: 1, .. } if *byte == second), "{cut}");
    assert!(cut.to_string().contains(&second.to_string()), "{cut}");
    for junk in
        [&b"<?xml version='1.0'?><osm/>"[..], b"PK\x03\x04", b"\0\0\0\0", b"\0", b"\0\0\0\x05\xff\xff\xff\xff\xff"]
    {
        assert!(matches!(refused(junk), BuildError::Damaged { byte: 0, blob: 0, .. }), "{junk:?}");
    }
}

#[test]
fn sizes_that_cannot_be_are_refused() {
    for size in [u64::MAX, 1 << 31, (32 << 20) + 1, 1 << 63] {
        let header = [bytes(1, b"OSMData"), unsigned(3, size)].concat();
        let file = [&(header.len() as u32).to_be_bytes()[..], &header, &[0; 64]].concat();
        assert!(matches!(refused(&file), BuildError::Damaged { .. }), "{size}");
    }
    assert!(matches!(refused(&[&u32::MAX.to_be_bytes()[..], &[0; 64]].concat()), BuildError::Damaged { .. }));
}

#[test]
fn what_unpacks_to_too_much_is_refused_before_it_is_taken_apart() {
    let zeros = packed("OSMData", &vec![0; (32 << 20) + 1]);
    assert!(zeros.len() < 100_000, "a small file");
    assert!(refused(&zeros).to_string().contains("unpacks to over"));
    // Two bytes an element, each of which takes over a hundred in memory: nodes of a group, texts, fields of a way.
    let parts = |field| [unsigned(field, 0)[0] | 2, 0].repeat(3_000_000);
    for content in [bytes(2, &parts(1)), bytes(2, &parts(3)), bytes(1, &parts(1)), bytes(2, &bytes(3, &parts(4)))] {
        let said = refused(&packed("OSMData", &content)).to_string();
        assert!(said.contains("parts"), "{said}");
    }
}

#[test]
fn what_is_packed_in_an_unknown_way_is_refused_and_what_need_not_be_read_is_skipped() {
    let lzma = framed("OSMData", &bytes(4, b"not read"));
    assert!(refused(&lzma).to_string().contains("content"));
    let twice = framed("OSMData", &[bytes(1, b""), bytes(1, b"")].concat());
    assert!(refused(&twice).to_string().contains("two contents"));
    let more = [blob("Weather", b"rain"), small().bytes()].concat();
    assert!(made(&more).is_ok());
}

#[test]
fn a_feature_that_is_not_known_is_refused_by_name() {
    let mut extract = small();
    extract.feature = Some("HistoricalInformation");
    assert_eq!(refused(&extract.bytes()), BuildError::Feature { feature: "HistoricalInformation".to_owned() });
}

#[test]
fn numbers_that_run_over_bring_nothing_down() {
    let mut extract = small();
    extract.nodes.extend([(i64::MAX, [i64::MIN, i64::MAX], STREET), (i64::MIN, [i64::MAX, 1], STREET)]);
    assert!(made(&extract.bytes()).is_err());
    let mut extract = small();
    extract.ways[0].1 = vec![i64::MAX, i64::MIN, i64::MAX, 1, 2];
    // Whether the sums are checked or wrap depends on how the reader was built; neither stops the program.
    let _ = made(&extract.bytes());
}

#[test]
fn a_node_that_lies_nowhere_on_earth_is_missing() {
    let mut extract = small();
    extract.nodes[0].1 = [1_800_000_001, 0];
    let (_, report) = made(&extract.bytes()).expect("the rest holds");
    assert_eq!(report.ways.nodes_missing, 1);
}

#[test]
fn a_street_across_the_world_is_not_believed() {
    let mut extract = small();
    extract.nodes[0].1 = [0, 0];
    let (streets, report) = made(&extract.bytes()).expect("the rest holds");
    assert!(report.graphs.iter().all(|graph| graph.too_long == 1), "{report:?}");
    assert!(yuren_network::Profile::ALL.iter().all(|profile| !streets.graph(*profile).edges().is_empty()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn bytes_changed_at_random_bring_nothing_down(
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..6),
    ) {
        let mut file = small().bytes();
        for (at, byte) in changes {
            let at = at.index(file.len());
            file[at] = byte;
        }
        let _ = made(&file);
    }

    #[test]
    fn bytes_at_random_inside_a_blob_bring_nothing_down(content in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = made(&blob("OSMData", &content));
        let _ = made(&framed("OSMData", &content));
        let _ = made(&content);
    }
}
