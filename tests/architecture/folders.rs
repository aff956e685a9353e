//! What stands in every folder.

use std::path::PathBuf;

use serde_json::Value;
use yuren_tests::repository;

use crate::workspace::{members, metadata, read};

/// The lock files of npm packages.
pub(crate) fn npm_locks() -> [PathBuf; 3] {
    ["web/package-lock.json", "tests/browser/package-lock.json", "tests/calendar/package-lock.json"]
        .map(|lock| repository().join(lock))
}

#[test]
fn every_member_has_a_readme_with_something_in_it() {
    let mut folders: Vec<PathBuf> = members().into_iter().map(|member| member.folder).collect();
    folders.extend(["data/calendar", "data/yangzhou"].map(|folder| repository().join(folder)));
    for folder in folders {
        let readme = folder.join("README.md");
        assert!(readme.is_file(), "{} is missing", readme.display());
        assert!(read(&readme).lines().filter(|line| !line.trim().is_empty()).count() >= 4, "{}", readme.display());
    }
}

#[test]
fn every_member_takes_lints_edition_and_licence_from_the_workspace() {
    for member in members() {
        let manifest: toml::Table = read(&member.folder.join("Cargo.toml")).parse().expect("a manifest");
        let inherited = |value: Option<&toml::Value>| value.and_then(|v| v.get("workspace")) == Some(&true.into());
        assert!(inherited(manifest.get("lints")), "{}: [lints] workspace = true", member.name);
        for field in ["version", "edition", "rust-version", "license", "publish"] {
            assert!(inherited(manifest["package"].get(field)), "{}: {field}.workspace = true", member.name);
        }
    }
}

#[test]
fn versions_of_dependencies_stand_once_in_the_workspace() {
    for member in members() {
        let manifest: toml::Table = read(&member.folder.join("Cargo.toml")).parse().expect("a manifest");
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for (name, wanted) in manifest.get(section).and_then(toml::Value::as_table).into_iter().flatten() {
                let is_inherited = wanted.get("workspace") == Some(&true.into());
                assert!(is_inherited, "{}: {name} in [{section}] states its own version", member.name);
            }
        }
    }
}

#[test]
fn a_plain_cargo_run_builds_the_binary_alone() {
    let default = metadata()["workspace_default_members"].as_array().expect("default members");
    assert_eq!(default.len(), 1, "{default:?}");
    assert!(default[0].as_str().is_some_and(|id| id.contains("cli")), "{default:?}");
}

#[test]
fn npm_locks_pin_by_checksum_and_name_no_host() {
    for path in npm_locks() {
        let lock: Value = serde_json::from_str(&read(&path)).expect("a lock file");
        for (name, package) in lock["packages"].as_object().expect("packages") {
            assert!(package["resolved"].is_null(), "{}: {name} names the host it came from", path.display());
            let is_root = name.is_empty();
            assert!(is_root || package["integrity"].is_string(), "{}: {name} has no checksum", path.display());
        }
        let npmrc = read(&path.with_file_name(".npmrc"));
        assert!(npmrc.contains("omit-lockfile-registry-resolved=true"), "{}", path.display());
    }
}
