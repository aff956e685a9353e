//! What is left for the peers: arrays as plain little-endian numbers, and a manifest of what was measured.

use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::{Map, Value, json};

/// The folder that is being written.
pub(crate) struct Record {
    folder: PathBuf,
    manifest: Map<String, Value>,
}

impl Record {
    /// An empty record in this folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let sections = ["matrices", "catchments", "placements"].map(|section| (section.to_owned(), json!([])));
        Self { folder: folder.to_owned(), manifest: sections.into_iter().collect() }
    }

    /// Writes whole numbers under this name.
    pub(crate) fn whole(&self, name: &str, numbers: impl IntoIterator<Item = u32>) {
        self.write(name, numbers.into_iter().flat_map(u32::to_le_bytes).collect());
    }

    /// Writes fractions under this name.
    pub(crate) fn fractions(&self, name: &str, numbers: impl IntoIterator<Item = f64>) {
        self.write(name, numbers.into_iter().flat_map(f64::to_le_bytes).collect());
    }

    fn write(&self, name: &str, bytes: Vec<u8>) {
        let path = self.folder.join(name);
        std::fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// Adds what was measured to a section of the manifest.
    pub(crate) fn add(&mut self, section: &str, entry: Value) {
        self.manifest[section].as_array_mut().expect("a section is a list").push(entry);
    }

    /// Writes the manifest.
    pub(crate) fn finish(self) {
        self.write("manifest.json", Value::Object(self.manifest).to_string().into_bytes());
    }
}

/// The shortest of some runs in milliseconds, and what the last one gave.
pub(crate) fn shortest<T>(runs: usize, mut work: impl FnMut() -> T) -> (f64, T) {
    let mut run = || {
        let start = Instant::now();
        let answer = work();
        (start.elapsed().as_secs_f64() * 1000.0, answer)
    };
    let (mut best, mut answer) = run();
    for _ in 1..runs {
        let (took, again) = run();
        (best, answer) = (best.min(took), again);
    }
    (best, answer)
}
