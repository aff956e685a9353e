//! The steps of the one test command, in the order in which they run: cheap ones that say most come first.

use std::path::PathBuf;

use super::pack_bytes;
use crate::repository;
use crate::shell::counts::Runner;
use crate::shell::tools::{self, TEST_PACKAGES};
use crate::shell::{Shell, cargo, command, profile_folder};

/// A step: its name for `--only` and for its log, what it checks, and how.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) run: fn(&mut Shell) -> Result<(), String>,
}

/// Steps that run only where they are named: what they need is no need of the program's, and takes minutes to be built.
pub(super) const BY_NAME: [&str; 1] = ["highs"];

pub(super) const STEPS: [Step; 14] = [
    Step { name: "fmt", about: "rustfmt has nothing to change", run: fmt },
    Step { name: "clippy", about: "no warning in any target of any crate", run: clippy },
    Step { name: "rust", about: "unit, property, documentation, architecture and licence tests", run: rust },
    Step { name: "pack", about: "the sample city is valid, and city-pack makes just the committed bytes", run: pack },
    Step { name: "http", about: "the built binary answers as the contract says", run: http },
    Step { name: "faults", about: "what was acknowledged outlives kills, rivals and a lost database", run: faults },
    Step { name: "oracle", about: "10,000 random nearest answers equal brute force with PROJ", run: oracle },
    Step { name: "access", about: "accessibility by catchments equals PySAL's", run: access },
    Step { name: "highs", about: "proofs of siting equal those of another solver, HiGHS", run: highs },
    Step { name: "calendar", about: "every day of 2024 to 2026 by three other calendars", run: calendar },
    Step { name: "gdal", about: "GDAL and an independent decoder read answers and tiles", run: gdal },
    Step {
        name: "second-city",
        about: "an OpenStreetMap extract becomes a city with streets, as another decoder reads it",
        run: second_city,
    },
    Step { name: "web", about: "the page's types, unit tests and build", run: web },
    Step {
        name: "browser",
        about: "the family's and the editor's stories in Chromium, desktop and phone",
        run: browser,
    },
];

/// Finds or installs what the step of this name needs and takes long to come; the step finds it again.
pub(super) fn bring(name: &str, shell: &mut Shell) -> Result<(), String> {
    match name {
        "rust" | "faults" => tools::postgres(shell),
        "oracle" | "access" | "calendar" => tools::python(shell, &TEST_PACKAGES).map(drop),
        "gdal" => tools::gdal(shell),
        "second-city" => {
            let python = tools::python(shell, &TEST_PACKAGES)?;
            tools::helsinki_wheel(shell, &python).map(drop)
        }
        "browser" => {
            tools::chromium(shell)?;
            tools::libre_office(shell)?;
            tools::poppler(shell)
        }
        _ => Ok(()),
    }
}

/// Runs all of `parts`, also after one fails, and answers with the first failure.
fn all<const N: usize>(parts: [Result<(), String>; N]) -> Result<(), String> {
    parts.into_iter().collect()
}

/// Tests of every crate but the benchmarks', which have none; `cargo build-tested` builds with the same features.
const TESTS: [&str; 4] = ["test", "--workspace", "--exclude", "yuren-benches"];

/// Builds what tests drive, and answers with the paths of some of it: `yuren`, or an example of a crate.
fn built<const N: usize>(shell: &mut Shell, names: [&str; N]) -> Result<[PathBuf; N], String> {
    shell.prepare(&mut cargo(&["build-tested"]))?;
    Ok(names.map(|name| profile_folder().join(format!("{name}{}", std::env::consts::EXE_SUFFIX))))
}

fn fmt(shell: &mut Shell) -> Result<(), String> {
    tools::rust_component("rustfmt", "fmt")?;
    shell.run(Runner::Exit, &mut cargo(&["fmt", "--all", "--check"]))
}

fn clippy(shell: &mut Shell) -> Result<(), String> {
    tools::rust_component("clippy", "clippy")?;
    tools::node()?;
    shell.run(Runner::Exit, &mut cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
}

fn rust(shell: &mut Shell) -> Result<(), String> {
    tools::node()?;
    tools::postgres(shell)?;
    all([
        shell.run(Runner::Cargo, &mut cargo(&[&TESTS[..], &["--exclude", "yuren-tests", "--no-fail-fast"]].concat())),
        shell.run(Runner::Cargo, &mut cargo(&[&TESTS[..], &["--test", "architecture"]].concat())),
    ])
}

fn pack(shell: &mut Shell) -> Result<(), String> {
    let [yuren, generator] = built(shell, ["yuren", "yuren-city-pack"])?;
    let bytes = pack_bytes::compare(shell, &generator);
    all([
        shell.run(Runner::Exit, &mut command(yuren, ["check", "data/yangzhou"])),
        shell.check("city-pack makes the committed bytes", bytes),
    ])
}

fn http(shell: &mut Shell) -> Result<(), String> {
    let [yuren] = built(shell, ["yuren"])?;
    shell.run(Runner::Cargo, cargo(&[&TESTS[..], &["--test", "http"]].concat()).env("YUREN_BIN", yuren))
}

fn faults(shell: &mut Shell) -> Result<(), String> {
    tools::postgres(shell)?;
    let [yuren] = built(shell, ["yuren"])?;
    // What passes tells its counts, too.
    let faults = [&TESTS[..], &["--test", "faults", "--", "--show-output"]].concat();
    shell.run(Runner::Cargo, cargo(&faults).env("YUREN_BIN", yuren))
}

fn oracle(shell: &mut Shell) -> Result<(), String> {
    let [yuren] = built(shell, ["yuren"])?;
    let python = tools::python(shell, &TEST_PACKAGES)?;
    shell.run(Runner::Ours, command(python, ["tests/oracle/nearest.py"]).env("YUREN_BIN", yuren))
}

fn access(shell: &mut Shell) -> Result<(), String> {
    let [table] = built(shell, ["examples/access_table"])?;
    let python = tools::python(shell, &TEST_PACKAGES)?;
    shell.run(Runner::Ours, command(python, ["tests/oracle/catchment.py"]).env("ACCESS_TABLE", table))
}

fn highs(shell: &mut Shell) -> Result<(), String> {
    tools::cmake_and_libclang(shell)?;
    let of_coverage = ["--package", "yuren-coverage", "--features", "highs"];
    let clippy = [&["clippy"][..], &of_coverage, &["--all-targets", "--", "--deny", "warnings"]].concat();
    all([
        shell.run(Runner::Cargo, &mut cargo(&[&["test"][..], &of_coverage, &["--test", "siting"]].concat())),
        shell.run(Runner::Exit, &mut cargo(&clippy)),
    ])
}

fn calendar(shell: &mut Shell) -> Result<(), String> {
    tools::node()?;
    let [yuren] = built(shell, ["yuren"])?;
    let python = tools::python(shell, &TEST_PACKAGES)?;
    shell.prepare(command("npm", ["ci"]).current_dir(repository().join("tests/calendar")))?;
    shell.run(Runner::Ours, command(python, ["tests/calendar/days.py"]).env("YUREN_BIN", yuren))
}

fn gdal(shell: &mut Shell) -> Result<(), String> {
    tools::gdal(shell)?;
    let [yuren] = built(shell, ["yuren"])?;
    let python = tools::python(shell, &TEST_PACKAGES)?;
    shell.run(Runner::Ours, command(python, ["tests/interop/readers.py"]).env("YUREN_BIN", yuren))
}

fn second_city(shell: &mut Shell) -> Result<(), String> {
    let [yuren] = built(shell, ["yuren"])?;
    let python = tools::python(shell, &TEST_PACKAGES)?;
    let wheel = tools::helsinki_wheel(shell, &python)?;
    let mut helsinki = command(python, ["tests/second-city/helsinki.py"]);
    shell.run(Runner::Ours, helsinki.arg(wheel).env("YUREN_BIN", yuren))
}

fn web(shell: &mut Shell) -> Result<(), String> {
    tools::node()?;
    let page = repository().join("web");
    let npm = |arguments: &[&str]| {
        let mut npm = command("npm", arguments);
        npm.current_dir(&page);
        npm
    };
    shell.prepare(&mut npm(&["ci"]))?;
    all([
        shell.run(Runner::Exit, &mut npm(&["run", "typecheck"])),
        shell.run(Runner::Vitest, &mut npm(&["test"])),
        shell.run(Runner::Exit, &mut npm(&["run", "build"])),
    ])
}

fn browser(shell: &mut Shell) -> Result<(), String> {
    tools::node()?;
    let chromium = tools::chromium(shell)?;
    let office = tools::libre_office(shell)?;
    tools::poppler(shell)?;
    let [yuren, list_maker] = built(shell, ["yuren", "examples/parent_schools"])?;
    let python = tools::python(shell, &TEST_PACKAGES)?;
    let wheel = tools::helsinki_wheel(shell, &python)?;
    let folder = repository().join("tests/browser");
    shell.prepare(command("npm", ["ci"]).current_dir(&folder))?;
    let mut node = command("npm", ["test"]);
    node.current_dir(&folder).env("YUREN_BIN", yuren).env("CHROMIUM", chromium);
    node.env("SOFFICE", office).env("LIST_MAKER", list_maker).env("HELSINKI_WHEEL", wheel);
    shell.run(Runner::Node, &mut node)
}
