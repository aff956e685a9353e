//! What pure crates never touch.

use crate::layers::LAYERS;
use crate::workspace::{members, read, rust_files};

/// Words that stand for input, output, a clock or async in a source file.
const IMPURE: [&str; 14] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "Utc::now",
    "Local::now",
    "tokio",
    "async ",
    ".await",
    "println!",
    "unsafe ",
];

/// Packages that bring a runtime, a socket or a clock with them.
const IMPURE_PACKAGES: [&str; 6] = ["tokio", "futures", "actix-web", "ureq", "rayon", "rand"];

#[test]
fn a_pure_crate_forbids_unsafe_code() {
    for member in members().iter().filter(|member| is_pure(&member.name)) {
        let root = read(&member.folder.join("src/lib.rs"));
        assert!(root.contains("#![forbid(unsafe_code)]"), "{} does not forbid unsafe code", member.name);
    }
}

#[test]
fn a_pure_crate_reads_no_disk_no_socket_and_no_clock() {
    for member in members().iter().filter(|member| is_pure(&member.name)) {
        for file in rust_files(&member.folder.join("src")) {
            for (number, line) in read(&file).lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                let word = IMPURE.iter().find(|word| code.contains(**word));
                assert!(word.is_none(), "{}:{}: {}", file.display(), number + 1, word.unwrap_or(&""));
            }
        }
    }
}

#[test]
fn a_pure_crate_depends_on_no_runtime() {
    for member in members().iter().filter(|member| is_pure(&member.name)) {
        for package in IMPURE_PACKAGES {
            assert!(!member.uses.iter().any(|used| used == package), "{} uses {package}", member.name);
        }
    }
}

fn is_pure(name: &str) -> bool {
    LAYERS.iter().any(|layer| layer.name == name && layer.pure)
}
