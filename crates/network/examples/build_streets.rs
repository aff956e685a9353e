//! Builds the street graph of an extract and prints what it came to: `build_streets FILE.osm.pbf…`. `grid:1000` stands for
//! a generated extract of 1,000 × 1,000 corners.

use std::ops::ControlFlow;
use std::process::ExitCode;
use std::time::Instant;

use yuren_geodesy::BBox;
use yuren_network::{BuildReport, BuildStage, Profile, Streets, build};
use yuren_tests::extract::{Extract, Tags};

fn main() -> ExitCode {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    if paths.is_empty() {
        eprintln!("which extract? build_streets FILE.osm.pbf…");
        return ExitCode::FAILURE;
    }
    for path in paths {
        if let Err(problem) = run(&path) {
            eprintln!("{path}: {problem}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn run(path: &str) -> Result<(), Box<dyn std::error::Error>> {
    let pbf = match path.strip_prefix("grid:") {
        Some(side) => grid(side.parse()?),
        None => std::fs::read(path)?,
    };
    let world = BBox::new(-180.0, -90.0, 180.0, 90.0)?;
    let begun = Instant::now();
    let mut stages: Vec<(String, Instant)> = Vec::new();
    let (streets, report) = build(&pbf, world, &mut |stage| {
        let name = match stage {
            BuildStage::Ways { .. } => "ways".to_owned(),
            BuildStage::Nodes { .. } => "nodes".to_owned(),
            other => format!("{other:?}"),
        };
        if stages.last().is_none_or(|(last, _)| *last != name) {
            stages.push((name, Instant::now()));
        }
        ControlFlow::Continue(())
    })?;
    let ended = Instant::now();
    println!("{path}: {} bytes, built in {:.0} ms", pbf.len(), ms(ended - begun));
    let ends = stages.iter().skip(1).map(|(_, at)| *at).chain([ended]);
    let spent: Vec<String> =
        stages.iter().zip(ends).map(|((name, at), end)| format!("{name} {:.0}", ms(end - *at))).collect();
    println!("  ms: {}", spent.join(", "));
    say(&streets, &report);
    let bytes = streets.to_bytes();
    let begun = Instant::now();
    let again = Streets::from_bytes(&bytes)?;
    println!("  file: {} bytes, loaded in {:.1} ms", bytes.len(), ms(begun.elapsed()));
    if again == streets { Ok(()) } else { Err("the file does not hold what was built".into()) }
}

/// Streets from west to east and from south to north, 100 m apart.
fn grid(side: i64) -> Vec<u8> {
    let street: Tags = &[("highway", "residential")];
    let corner = |row: i64, column: i64| row * side + column;
    let place = |id: i64| (id, (id % side) as f64 * 100.0, (id / side) as f64 * 100.0);
    let nodes: Vec<_> = (0..side * side).map(place).collect();
    let rows = (0..side).map(|row| (0..side).map(|column| corner(row, column)).collect::<Vec<_>>());
    let columns = (0..side).map(|column| (0..side).map(|row| corner(row, column)).collect());
    let ways: Vec<_> = rows.chain(columns).collect();
    let ways: Vec<_> = (1..).zip(&ways).map(|(id, corners)| (id, corners.as_slice(), street)).collect();
    Extract::plane(&nodes, &ways).bytes()
}

fn ms(time: std::time::Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn say(streets: &Streets, report: &BuildReport) {
    let about = streets.about();
    println!("  data of {:?} (seconds since 1970), streets in {:?}", about.time, about.extent.to_array());
    println!("  ways: {:?}; barriers: {}", report.ways, report.barriers);
    for profile in Profile::ALL {
        println!("  {}: {:?}", profile.as_str(), report.of(profile));
    }
}
