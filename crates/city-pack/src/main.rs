//! Makes the layers of `data/yangzhou` from its `sources/`: `cargo xtask city-pack`.
//!
//! The same sources give the same bytes: no clock, no hash map's order, and every entity draws its random numbers from a
//! stream seeded by its own key, so that an entity added renumbers and moves nothing else.
//!
//! | module | makes |
//! | --- | --- |
//! | `sources` | rows of the tables |
//! | `ground`, `towns` | where a generated point may stand |
//! | `regions` | districts, towns, villages, water |
//! | `real` | places that OpenStreetMap has |
//! | `units` | villages and communities with example roles |
//! | `fillers` | generated places up to the declared counts |
//! | `offers` | example activities and courses of those places |
//! | `slot_types`, `profiles`, `example_facts` | example hours, fees, rules |
//! | `draw` | random streams |

mod draw;
mod example_facts;
mod fillers;
mod ground;
mod offers;
mod profiles;
mod real;
mod regions;
mod slot_types;
mod sources;
#[cfg(test)]
mod tests;
mod towns;
mod units;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use yuren_catalog::calendar::Calendar;
use yuren_catalog::stable;
use yuren_catalog::{Bound, City, CityPack, PackFile, Provenance, RegionCode, Role, RoleKind};

use self::ground::Ground;
use self::sources::Sources;
use self::towns::Towns;

/// Files of the pack that people write and the generator reads.
const HAND_WRITTEN: [&str; 2] = ["city.toml", "sources.toml"];

fn main() -> ExitCode {
    let root = match &std::env::args_os().skip(1).map(PathBuf::from).collect::<Vec<_>>()[..] {
        [] => repository(),
        [root] if root.is_dir() => root.clone(),
        _ => {
            eprintln!("Usage: yuren-city-pack [DIR], the folder in which data/yangzhou lies with its sources.");
            return ExitCode::FAILURE;
        }
    };
    match run(&root) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// The repository's top folder.
fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("crates/city-pack lies two folders down").to_path_buf()
}

/// Writes the generated files of the pack in `root/data/yangzhou`, and removes files of places that are no more.
fn run(root: &Path) -> Result<(), String> {
    let city = root.join("data/yangzhou");
    let pack = generate(&Sources::read(&city)?)?;
    let files = generated_files(&pack);
    let write = |error: std::io::Error, path: &Path| format!("{}: {error}", path.display());
    let places = city.join("places");
    if places.exists() {
        fs::remove_dir_all(&places).map_err(|e| write(e, &places))?;
    }
    fs::create_dir_all(&places).map_err(|e| write(e, &places))?;
    for file in &files {
        let path = city.join(&file.path);
        fs::write(&path, &file.bytes).map_err(|e| write(e, &path))?;
    }
    println!("{}: {} places in {} files", city.display(), pack.places.len(), files.len());
    let activities: usize = pack.places.iter().map(|place| place.activities.len()).sum();
    let courses: usize = pack.places.iter().map(|place| place.courses.len()).sum();
    println!("  activities: {activities}, courses: {courses}");
    for kind in RoleKind::ALL {
        println!("  {kind}: {}", pack.places.iter().filter(|place| place.has_role(kind)).count());
    }
    Ok(())
}

/// The pack that these sources give.
fn generate(sources: &Sources) -> Result<CityPack, String> {
    let ground = Ground::of(sources);
    let towns = Towns::of(sources, &ground)?;
    let units = regions::placed_units(sources, &towns)?;
    let mut places = real::places(sources, &ground)?;
    places.extend(fillers::places(&sources.city, &sources.slots, &places, &towns)?);
    places.extend(units::places(&sources.city, &units)?);
    places.sort_by(|a, b| a.id.cmp(&b.id));
    offers::give(&mut places, &sources.activities, &sources.courses)?;
    Ok(CityPack {
        city: sources.city.clone(),
        sources: sources.credits.clone(),
        regions: regions::tree(sources, &towns, &units)?,
        places,
        layers: regions::layers(sources),
        // Study routes and school years are written by hand.
        study_routes: Vec::new(),
        calendar: Calendar::default(),
    })
}

/// The pack's files but for the hand-written ones.
fn generated_files(pack: &CityPack) -> Vec<PackFile> {
    let mut files = pack.to_files();
    files.retain(|file| !HAND_WRITTEN.contains(&file.path.as_str()));
    files
}

/// How many roles of a kind the pack shows: a declared floor means "more than", so one more.
fn wanted(city: &City, kind: RoleKind) -> usize {
    city.declared(kind).map_or(0, |declared| declared.count as usize + usize::from(declared.bound == Bound::Floor))
}

fn provenance(source: &str) -> Provenance {
    Provenance { source: source.into(), checked_on: None, checked_by: None }
}

fn code(text: &str) -> Result<RegionCode, String> {
    text.parse().map_err(|e: yuren_catalog::InvalidRegionCode| e.to_string())
}

/// A role of the place with this stable key, of which nothing is known but who claims it.
fn role(place_key: &str, kind: RoleKind, claim: &str) -> Role {
    Role::new(stable::role_id(place_key, kind), kind, provenance(claim))
}
