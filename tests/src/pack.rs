//! Copies of the sample city to spoil.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{Scratch, repository};

/// A copy of `data/yangzhou` (its `sources/` aside) in a temporary folder, removed with its guard.
pub struct PackCopy {
    folder: Scratch,
}

impl PackCopy {
    /// A fresh copy.
    pub fn new() -> Self {
        let folder = Scratch::new();
        let pack = repository().join("data/yangzhou");
        copy(&pack, folder.path());
        copy(&pack.join("places"), &folder.path().join("places"));
        Self { folder }
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The folder's path as an argument.
    pub fn argument(&self) -> &str {
        self.folder().to_str().expect("temporary folders have plain names")
    }

    /// A file's text.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.folder().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Puts another text in a file's place.
    pub fn write(&self, file: &str, text: &str) {
        fs::write(self.folder().join(file), text).unwrap_or_else(|error| panic!("{file}: {error}"));
    }

    /// Changes the first place with a single role of a file of places, and answers with its id as it was before. With a
    /// single role no other role of it leans on the one that is changed.
    pub fn spoil(&self, file: &str, change: impl FnOnce(&mut Value)) -> String {
        let mut collection: Value = serde_json::from_str(&self.read(file)).expect("GeoJSON");
        let places = collection["features"].as_array_mut().expect("features");
        let has_one =
            |place: &&mut Value| place["properties"]["roles"].as_array().is_some_and(|roles| roles.len() == 1);
        let feature = places.iter_mut().find(has_one).expect("a place with a single role");
        let id = feature["id"].as_str().expect("a feature with an id").to_owned();
        change(feature);
        self.write(file, &collection.to_string());
        id
    }
}

impl Default for PackCopy {
    fn default() -> Self {
        Self::new()
    }
}

/// Copies the files, not the folders, of `from` to `to`.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary folder");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            fs::copy(&path, to.join(path.file_name().expect("a file's name"))).expect("a copied file");
        }
    }
}
