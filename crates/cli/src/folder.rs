//! A city's folder: its files as bytes. What they mean is the catalog's business.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use yuren_server::catalog::{CityPack, PackFile, PackReading};

/// No file of a pack may be larger.
const LARGEST_FILE: u64 = 256 << 20;
/// Folders deeper than this are not looked into.
const DEEPEST: usize = 4;
/// What a pack was made from: no part of it, and often large.
const SOURCES: &str = "sources";
/// A city's streets, as `yuren network build` makes them: beside the pack, and no part of it.
pub(crate) const STREETS: &str = "streets.yuren";

/// Reads the pack in a folder. The error is a sentence for people.
pub(crate) fn read(folder: &Path) -> Result<PackReading, String> {
    let shown = folder.display();
    let inside = match folder.metadata() {
        Ok(metadata) if metadata.is_dir() => folder,
        Ok(_) => return Err(format!("{shown} is a file; a city is a folder with a city.toml in it")),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(format!("there is no folder {shown}; name a city's folder with --city"));
        }
        Err(error) => return Err(format!("{shown} cannot be read: {error}")),
    };
    let mut files = Vec::new();
    collect(inside, "", DEEPEST, &mut files).map_err(|error| format!("{shown} cannot be read: {error}"))?;
    Ok(CityPack::read(files))
}

/// The sound pack in a folder, for whoever needs the city and not what is wrong with it.
pub(crate) fn sound(folder: &Path) -> Result<CityPack, String> {
    let city = folder.display();
    read(folder)?.pack.ok_or_else(|| format!("{city} has errors; `yuren check {city}` shows them"))
}

/// Adds the files in `folder`, whose path inside the pack is `prefix`, in the order of their names.
fn collect(folder: &Path, prefix: &str, depth: usize, files: &mut Vec<PackFile>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        // Editors and file managers leave hidden files everywhere.
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{prefix}{name}");
        if path == STREETS {
            continue;
        }
        let metadata = fs::metadata(entry.path())?;
        if metadata.is_dir() {
            if depth > 0 && path != SOURCES {
                collect(&entry.path(), &format!("{path}/"), depth - 1, files)?;
            }
        } else if metadata.is_file() {
            let named = |error: io::Error| io::Error::new(error.kind(), format!("{path}: {error}"));
            let bytes = bytes(&entry.path()).map_err(named)?;
            files.push(PackFile { path, bytes });
        } else {
            // A pipe or a device might never end.
            return Err(io::Error::new(ErrorKind::InvalidInput, format!("{path} is neither a file nor a folder")));
        }
    }
    Ok(())
}

/// A file's bytes, whatever its size is said to be.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(io::Error::new(ErrorKind::FileTooLarge, "the file is larger than 256 MB; split it by district"));
    }
    Ok(bytes)
}
