//! Writes the list of 1,296 parent schools that the tests plant mistakes in: GB names, GCJ-02 coordinates.
//!
//! `cargo run -p yuren-ingest --example parent_schools -- data/yangzhou out.csv` prints how often each rule must find something.
//! The text is in GB18030, as a bureau's programs export it; a spreadsheet program makes a workbook of it.

#[allow(dead_code, unused_imports)] // the tests use more of it
#[path = "../tests/fixture/mod.rs"]
mod fixture;
#[path = "../tests/fixture/pack.rs"]
mod pack;

use std::path::Path;

use yuren_geodesy::DatumName;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(out)) = (arguments.next(), arguments.next()) else {
        eprintln!("give the folder of a city pack and the file to write");
        std::process::exit(2);
    };
    let pack = pack::read(Path::new(&folder));
    let mut list = fixture::list(&pack, 1_296, DatumName::Gcj02, 1);
    let counts = fixture::plant::planted(&mut list, DatumName::Gcj02);
    std::fs::write(&out, fixture::gb_text(&list)).unwrap_or_else(|error| panic!("{out}: {error}"));
    for (rule, count) in counts {
        println!("{rule} {count}");
    }
}
