//! `cargo xtask`: the repository's chores, one a row of [`CHORES`].

mod bench;
mod shell;
mod test;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A chore: what one types, what it does, and the code that does it with the arguments after its name.
struct Chore {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&[String]) -> ExitCode,
}

const CHORES: [Chore; 3] = [
    Chore {
        name: "bench",
        arguments: "[WORD] | coverage [--dir DIR] | itinerary [--dir DIR] [--seconds S] [--seed N] [--seeds K] [--routes M] \
                    [--csv OUT]",
        about: "The benchmarks of the index, or those whose name holds WORD; or those of streets, coverage and siting beside \
                pandana, access and spopt, also on the extracts in DIR; or how good a day is planned in S seconds, on generated \
                instances or those in DIR, with a row each in OUT",
        run: bench::run,
    },
    Chore {
        name: "city-pack",
        arguments: "",
        about: "Makes the layers of data/yangzhou from its sources/; the same sources give the same bytes",
        run: make_city_pack,
    },
    Chore {
        name: "test",
        arguments: "[--only STEP...] [--list]",
        about: "Every check of the repository, with its counts; --list names the steps",
        run: test::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", help());
        return ExitCode::SUCCESS;
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        print!("{}", help());
        return ExitCode::SUCCESS;
    }
    if let Some(chore) = CHORES.iter().find(|chore| chore.name == name) {
        (chore.run)(rest)
    } else {
        eprint!("There is no chore {name:?}.\n\n{}", help());
        ExitCode::FAILURE
    }
}

fn make_city_pack(_: &[String]) -> ExitCode {
    ended(shell::ends_well(shell::cargo(&["run", "--quiet", "--package", "yuren-city-pack"])))
}

/// How a chore ends, which says what went wrong.
fn ended(outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Every chore with its arguments.
fn help() -> String {
    let line = |Chore { name, arguments, about, .. }: &Chore| format!("  {name} {arguments}\n      {about}\n");
    let lines: String = CHORES.iter().map(line).collect();
    format!("Chores of this repository: cargo xtask CHORE\n\n{lines}")
}

/// The repository's top folder.
fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("crates/xtask lies two folders down").to_path_buf()
}
