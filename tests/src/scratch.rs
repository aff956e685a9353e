//! A temporary folder, removed with its guard.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// An empty folder of its own.
pub struct Scratch(PathBuf);

impl Scratch {
    /// A fresh one.
    pub fn new() -> Self {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let name = format!("yuren-tests-{}-{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a temporary folder");
        Self(folder)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The address of a SQLite store in it.
    pub fn store(&self) -> String {
        format!("sqlite:{}", self.0.join("store.db").display())
    }
}

impl Default for Scratch {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left behind in a temporary folder harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}
