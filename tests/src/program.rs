//! The built binary, run to its end.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::OnceLock;

use crate::{Scratch, clock};

/// What a program that came to its end has said.
pub struct Ended {
    /// How it ended.
    pub status: ExitStatus,
    /// What it wrote to standard output.
    pub stdout: String,
    /// What it wrote to standard error: its log.
    pub stderr: String,
}

/// The repository's top folder.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the repository")
}

/// The `yuren` binary: the one that `YUREN_BIN` names, as `cargo xtask test` sets it, else one built now.
pub fn yuren() -> Command {
    // A build that fails fails every test, and is not tried again for each.
    static BINARY: OnceLock<Result<PathBuf, &str>> = OnceLock::new();
    let binary =
        BINARY.get_or_init(|| std::env::var_os("YUREN_BIN").map_or_else(build, |named| Ok(PathBuf::from(named))));
    let mut command = Command::new(binary.as_ref().unwrap_or_else(|problem| panic!("{problem}")));
    command.current_dir(repository()).env("YUREN_CLOCK", clock::now().to_rfc3339());
    command
}

/// Builds the binary into the folder that these tests were built into.
fn build() -> Result<PathBuf, &'static str> {
    let mut cargo = Command::new(env!("CARGO"));
    let status = cargo.args(["build-tested", "--quiet"]).current_dir(repository()).status();
    if !status.is_ok_and(|status| status.success()) {
        return Err("yuren does not build: `cargo build-tested`");
    }
    let test = std::env::current_exe().expect("a path of this test");
    let profile = test.ancestors().nth(2).expect("tests are built into <target>/<profile>/deps");
    Ok(profile.join(format!("yuren{}", std::env::consts::EXE_SUFFIX)))
}

/// Runs `yuren` with these arguments to its end; a store that they do not name is an empty one.
pub fn run(arguments: &[&str]) -> Ended {
    run_with(arguments, "")
}

/// The same with this text on standard input.
pub fn run_with(arguments: &[&str], input: &str) -> Ended {
    let scratch = Scratch::new();
    let mut command = yuren();
    command.args(arguments).env("YUREN_STORE", scratch.store());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("yuren starts");
    // One who does not read its input may have closed it.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("yuren ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("yuren writes UTF-8");
    Ended { status: output.status, stdout: text(output.stdout), stderr: text(output.stderr) }
}
