//! `cargo xtask bench`: how fast, measured in release; coverage beside its peers, on the same input in the same run.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::ended;
use crate::shell::tools::{self, PEER_PACKAGES};
use crate::shell::{Shell, cargo, command, ends_well, target};

/// Where the extracts of other cities lie, if no `--dir` says so.
const EXTRA_DATA: &str = "YUREN_EXTRA_DATA";

/// Runs the benchmarks that the arguments choose.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    ended(match arguments.split_first() {
        Some((set, options)) if set == "coverage" => extracts(options).and_then(|folder| coverage(folder.as_deref())),
        Some((set, options)) if set == "itinerary" => bench("itinerary", options),
        _ => bench("city", arguments),
    })
}

/// The folder of extracts, from the options or the environment.
fn extracts(options: &[String]) -> Result<Option<PathBuf>, String> {
    match options {
        [] => Ok(std::env::var_os(EXTRA_DATA).map(PathBuf::from)),
        [option, folder] if option == "--dir" => Ok(Some(PathBuf::from(folder))),
        _ => Err("Usage: cargo xtask bench coverage [--dir DIR]".into()),
    }
}

/// Ours first, which leaves its inputs and figures in a folder; then the peers on the same inputs, and the ratios.
fn coverage(extracts: Option<&Path>) -> Result<(), String> {
    let mut shell = Shell::new("bench-coverage");
    let python = tools::python(&mut shell, &PEER_PACKAGES)?;
    let wheel = tools::helsinki_wheel(&mut shell, &python)?;
    let folder = target().join("bench-coverage");
    let mut ours: Vec<&OsStr> = vec!["--wheel".as_ref(), wheel.as_ref(), "--out".as_ref(), folder.as_ref()];
    match extracts {
        Some(extracts) => ours.extend(["--dir".as_ref(), extracts.as_os_str()]),
        None => println!(
            "Not run: the extracts of Porto Alegre, Liechtenstein and Harrisburg, for no folder of them is given. Name it \
             by --dir or {EXTRA_DATA}."
        ),
    }
    bench("coverage", ours)?;
    ends_well(command(python, ["benches/peers/coverage.py".as_ref(), folder.as_os_str()]))
}

/// Runs a benchmark of `benches/`, in release.
fn bench<I: IntoIterator<Item: AsRef<OsStr>>>(name: &str, arguments: I) -> Result<(), String> {
    let mut benches = cargo(&["bench", "--package", "yuren-benches", "--bench", name, "--"]);
    benches.args(arguments);
    ends_well(benches)
}
