//! Where a chore runs its commands: they write to its log, and their counts add up here.

pub(crate) mod counts;
pub(crate) mod tools;

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::repository;
use counts::{Counts, Runner};

/// A chore, or a step of one, at work.
pub(crate) struct Shell {
    log: File,
    log_path: PathBuf,
    counts: Counts,
}

impl Shell {
    /// A shell with an empty log, `<log>.log` under the target folder.
    pub(crate) fn new(log: &str) -> Self {
        let log_path = target().join(format!("{log}.log"));
        let folder = log_path.parent().map_or(Ok(()), fs::create_dir_all);
        let log = folder.and_then(|()| File::create(&log_path));
        let log = log.unwrap_or_else(|error| panic!("cannot write {}: {error}", log_path.display()));
        Self { log, log_path, counts: Counts::default() }
    }

    /// Runs a command to its end. An `Err` says in a sentence what failed; its counts are kept either way.
    pub(crate) fn run(&mut self, runner: Runner, command: &mut Command) -> Result<(), String> {
        let said = describe(command);
        let from = self.note(&format!("$ {said}\n"))?;
        let (out, err) = (self.log.try_clone(), self.log.try_clone());
        let (Ok(out), Ok(err)) = (out, err) else { return Err("cannot share the log with a command".into()) };
        let status = command.stdin(Stdio::null()).stdout(out).stderr(err).status();
        let status = status.map_err(|error| format!("cannot start `{said}`: {error}"))?;

        let printed = fs::read(&self.log_path).map_err(|error| format!("cannot read the log back: {error}"))?;
        let mut counts = runner.read(&String::from_utf8_lossy(printed.get(from..).unwrap_or_default()));
        let verdict = match (status.success(), counts.failed) {
            (true, 0) => Ok(()),
            (_, failed @ 1..) => Err(format!("{failed} failed in `{said}`")),
            (false, 0) => {
                // The command broke off without a count of its own.
                counts.failed = 1;
                counts.failures.push(format!("`{said}` ended with {status}"));
                Err(format!("`{said}` ended with {status}"))
            }
        };
        if verdict.is_ok() && runner == Runner::Exit {
            counts.passed = 1;
        } else if verdict.is_ok() && counts.passed == 0 {
            counts.failed = 1;
            counts.failures.push(format!("`{said}` ran no test"));
            self.counts += counts;
            return Err(format!("`{said}` ran no test"));
        }
        self.counts += counts;
        verdict
    }

    /// Runs a command that only prepares: it counts for nothing when it succeeds.
    pub(crate) fn prepare(&mut self, command: &mut Command) -> Result<(), String> {
        let before = self.counts.passed;
        let outcome = self.run(Runner::Exit, command);
        self.counts.passed = before;
        outcome
    }

    /// One check made by the step itself.
    pub(crate) fn check(&mut self, name: &str, outcome: Result<(), String>) -> Result<(), String> {
        match outcome {
            Ok(()) => {
                self.note(&format!("ok: {name}\n"))?;
                self.counts.passed += 1;
                Ok(())
            }
            Err(problem) => {
                self.note(&format!("FAILED: {name}: {problem}\n"))?;
                self.counts.failed += 1;
                self.counts.failures.push(name.to_owned());
                Err(format!("{name}: {problem}"))
            }
        }
    }

    /// The counts, where the log lies, and its last lines.
    pub(crate) fn finish(self, lines: usize) -> (Counts, PathBuf, String) {
        let log = fs::read(&self.log_path).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let all: Vec<&str> = log.lines().collect();
        let tail = all[all.len().saturating_sub(lines)..].join("\n");
        (self.counts, self.log_path, tail)
    }

    /// Writes to the log and answers with the log's length after it.
    fn note(&mut self, text: &str) -> Result<usize, String> {
        let written = self.log.write_all(text.as_bytes()).and_then(|()| self.log.metadata());
        written.map(|log| log.len() as usize).map_err(|error| format!("cannot write the log: {error}"))
    }
}

/// Cargo's target folder: this program runs from its `debug` folder, whatever `CARGO_TARGET_DIR` says.
pub(crate) fn target() -> PathBuf {
    profile_folder().parent().map_or_else(|| repository().join("target"), Path::to_path_buf)
}

/// Where the programs of this build lie.
pub(crate) fn profile_folder() -> PathBuf {
    let program = std::env::current_exe().ok();
    program.as_deref().and_then(Path::parent).map_or_else(|| repository().join("target/debug"), Path::to_path_buf)
}

/// A command that starts in the repository's top folder.
pub(crate) fn command<I: IntoIterator<Item: AsRef<OsStr>>>(program: impl AsRef<OsStr>, arguments: I) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(repository());
    command
}

/// The cargo that runs this program, with these arguments.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// Runs a command to its end, which writes where this program does.
pub(crate) fn ends_well(mut command: Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} ended with {status}.")),
        Err(error) => Err(format!("{name} does not start: {error}")),
    }
}

/// `command` as one would type it.
fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
