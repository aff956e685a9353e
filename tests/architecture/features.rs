//! The features with which dependencies are built.

use std::collections::BTreeSet;
use std::process::Command;

use yuren_tests::repository;

/// A selection's dependencies with their versions and features, a line each, as `cargo tree` tells them. What only runs while
/// others are compiled is left out.
fn dependencies(selection: &[&str], edges: &str) -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--locked", "--prefix", "none", "--no-dedupe", "--format", "{p} [{f}]", "--edges", edges]);
    let output = cargo.args(selection).current_dir(repository()).output().expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo writes UTF-8").lines().map(str::to_owned).collect()
}

/// Else tests would be of another program than `cargo run` gives, and every dependency would be compiled twice. Whatever tests
/// alone depend on may turn no feature on that the binary does without: leave that out, or say it in the workspace's manifest.
#[test]
fn the_binary_that_tests_drive_has_the_features_of_the_one_that_anybody_builds() {
    let anybodys = dependencies(&["--package", "yuren-cli"], "normal,no-proc-macro");
    let tested = ["--workspace", "--exclude", "yuren-benches"];
    let tested = dependencies(&tested, "normal,dev,no-proc-macro");
    assert!(anybodys.len() > 100, "{anybodys:?}");
    let differs: Vec<_> = anybodys.difference(&tested).collect();
    assert!(differs.is_empty(), "these have other features in tests: {differs:#?}");
}
