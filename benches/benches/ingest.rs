//! How long a workbook of 100,000 rows takes from bytes to a plan, and how much memory at its peak.
//!
//! The workbook is written by a process of its own, so that its memory does not count.

#[allow(dead_code, unused_imports)] // the tests of the crate use more of it
#[path = "../../crates/ingest/tests/fixture/mod.rs"]
mod fixture;
#[path = "../../crates/ingest/tests/fixture/pack.rs"]
mod pack;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use yuren_catalog::{CityPack, Source};
use yuren_geodesy::DatumName;
use yuren_index::Snapshot;
use yuren_ingest::{Import, Mapping, read};

const ROWS: usize = 100_000;
/// Where the argument stands that makes this process the writer.
const MAKE: &str = "--make";

fn main() {
    let pack = pack::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/yangzhou"));
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("ingest-bench.xlsx");
    if std::env::args().any(|argument| argument == MAKE) {
        std::fs::write(&file, workbook(&pack)).expect("the workbook is written");
        return;
    }
    let this = std::env::current_exe().expect("this program");
    let status = Command::new(this).arg(MAKE).status().expect("this program starts");
    assert!(status.success(), "the workbook could not be made");
    let city = Snapshot::new(pack, 1);
    let before_mib = peak_mib();
    let start = Instant::now();
    let bytes = std::fs::read(&file).expect("the workbook is read");
    let reading = read(&bytes, "list.xlsx");
    told("read", start);
    let import = Import::new(&city, "bureau".into(), source(), city.city().data_date);
    let table = &reading.tables[0];
    let drafts = import.drafts(table, &Mapping::guess(table), &mut || ());
    told("read and judged", start);
    let plan = import.plan(reading.findings, &[drafts], &|_| 1);
    told("read, judged and planned", start);
    println!(
        "{} bytes, {} rows: {} added, {:?}",
        bytes.len(),
        table.rows.len(),
        plan.added.len(),
        plan.findings.counts()
    );
    println!("peak {} MiB, of which {before_mib} MiB before", peak_mib());
}

/// The villages' rows again and again, each time elsewhere and under other names.
fn workbook(pack: &CityPack) -> Vec<u8> {
    let mut rows = Vec::with_capacity(ROWS);
    for seed in 0.. {
        for mut entry in fixture::list(pack, usize::MAX, DatumName::Gcj02, seed) {
            if rows.len() == ROWS {
                return fixture::workbook(&rows);
            }
            for column in [fixture::column::KEY, fixture::column::NAME] {
                entry.cells[column] = format!("{}-{seed}", entry.cells[column]);
            }
            rows.push(entry);
        }
    }
    unreachable!("seeds do not end")
}

fn source() -> Source {
    Source {
        title: "名单".into(),
        title_en: "A list".into(),
        licence: "by permission".into(),
        attribution: String::new(),
        url: None,
        synthetic: false,
    }
}

fn told(what: &str, start: Instant) {
    println!("{what}: {:.2} s", start.elapsed().as_secs_f64());
}

/// The most memory that this process has had, in MiB; 0 where the system does not tell.
fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok()).unwrap_or_default() / 1_024
}
