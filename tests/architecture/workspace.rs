//! The workspace as `cargo metadata` and the files themselves tell it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;
use yuren_tests::repository;

/// The answer of `cargo metadata`, with every dependency of every platform.
pub(crate) fn metadata() -> &'static Value {
    static METADATA: OnceLock<Value> = OnceLock::new();
    METADATA.get_or_init(|| {
        let mut cargo = Command::new(env!("CARGO"));
        let output = cargo.args(["metadata", "--format-version", "1", "--locked"]).current_dir(repository()).output();
        let output = output.expect("cargo starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("cargo metadata in JSON")
    })
}

/// All packages, ours and others'.
pub(crate) fn packages() -> &'static [Value] {
    metadata()["packages"].as_array().expect("packages")
}

/// A package of this workspace.
pub(crate) struct Member {
    /// Without the `yuren-` before it.
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    /// Packages it names as dependencies of any kind.
    pub(crate) uses: Vec<String>,
    /// Those of them that it needs to be built, and not only to be tested.
    pub(crate) builds_on: Vec<String>,
}

/// The packages of this workspace.
pub(crate) fn members() -> Vec<Member> {
    let ours = packages().iter().filter(|package| package["source"].is_null());
    ours.map(|package| {
        let manifest = Path::new(package["manifest_path"].as_str().expect("a path"));
        let dependencies = package["dependencies"].as_array().expect("dependencies");
        let names = |is_wanted: fn(&Value) -> bool| {
            let wanted = dependencies.iter().filter(|used| is_wanted(&used["kind"]));
            wanted.filter_map(|used| used["name"].as_str()).map(str::to_owned).collect()
        };
        let name = package["name"].as_str().expect("a name");
        Member {
            name: name.strip_prefix("yuren-").unwrap_or_else(|| panic!("{name} is no yuren- package")).to_owned(),
            folder: manifest.parent().expect("a folder").to_path_buf(),
            uses: names(|_| true),
            builds_on: names(|kind| kind != "dev"),
        }
    })
    .collect()
}

/// The Rust files under a folder.
pub(crate) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// A file's text.
pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
