//! Whether the committed city pack is what `cargo xtask city-pack` makes of its sources, byte by byte.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::repository;
use crate::shell::{Shell, command, target};

/// Where the pack lies in the repository.
const PACK: &str = "data/yangzhou";
/// What the generator reads.
const WRITTEN_BY_HAND: [&str; 3] = ["city.toml", "sources.toml", "sources"];

/// Makes the pack in a folder of its own under the target folder and compares its files with the committed ones.
pub(super) fn compare(shell: &mut Shell, generator: &Path) -> Result<(), String> {
    let committed = repository().join(PACK);
    let root = target().join("test-city");
    let made = root.join(PACK);
    let said = |error: io::Error| format!("{}: {error}", made.display());
    if root.exists() {
        fs::remove_dir_all(&root).map_err(said)?;
    }
    fs::create_dir_all(&made).map_err(said)?;
    for name in WRITTEN_BY_HAND {
        copy(&committed.join(name), &made.join(name)).map_err(said)?;
    }
    shell.prepare(command(generator, [] as [&str; 0]).arg(&root))?;
    let (committed, made) = (layers(&committed).map_err(said)?, layers(&made).map_err(said)?);
    let differs = |path: &&PathBuf| committed.get(*path) != made.get(*path);
    let different: Vec<_> =
        committed.keys().chain(made.keys()).filter(differs).map(|p| p.display().to_string()).collect();
    if made.is_empty() {
        Err("it made no layer at all".into())
    } else if different.is_empty() {
        Ok(())
    } else {
        Err(format!("{} differ; run `cargo xtask city-pack` and commit what it makes", different.join(", ")))
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        return fs::copy(from, to).map(|_| ());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// The bytes of every GeoJSON file of a pack, by its path inside it.
fn layers(pack: &Path) -> io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut layers = BTreeMap::new();
    for folder in [pack.to_path_buf(), pack.join("places")] {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "geojson") {
                let inside = path.strip_prefix(pack).unwrap_or(&path).to_path_buf();
                layers.insert(inside, fs::read(&path)?);
            }
        }
    }
    Ok(layers)
}
