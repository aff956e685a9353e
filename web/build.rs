//! Builds the page with npm and Vite into `OUT_DIR`, and lists its files for `src/lib.rs` to embed.
//!
//! Nothing is written beside the sources but `node_modules`, and that only when the lock file has changed.

use std::env;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node that the bundler runs on.
const OLDEST_NODE: (u32, u32) = (20, 19);
/// What the page is made from, besides what lies in `src`.
const INPUTS: [&str; 12] = [
    "build.rs",
    "confirm.html",
    "edit.html",
    "index.html",
    "licences",
    "package.json",
    "package-lock.json",
    "plan.html",
    "study.html",
    ".npmrc",
    "tsconfig.json",
    "vite.config.ts",
];
/// Holds the lock file's text as it was when `node_modules` was filled.
const STAMP: &str = "node_modules/.yuren-stamp";

fn main() {
    if let Err(message) = build() {
        println!("cargo::error={message}");
    }
}

fn build() -> Result<(), String> {
    let web = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    declare_inputs(&web).map_err(|error| format!("the page's sources cannot be read: {error}"))?;
    check_node()?;
    {
        // Two builds (debug and release, say) must not fill `node_modules` at once. The lock is on a file that is there
        // anyway, and ends with its handle.
        let turn =
            File::open(web.join("build.rs")).map_err(|error| format!("web/build.rs cannot be opened: {error}"))?;
        turn.lock().map_err(|error| format!("web/build.rs cannot be locked: {error}"))?;
        install(&web)?;
        let page = out.join("page");
        let mut vite = Command::new("node");
        vite.arg("node_modules/vite/bin/vite.js").args(["build", "--emptyOutDir", "--logLevel", "warn", "--outDir"]);
        run(vite.arg(&page).current_dir(&web), "vite build")?;
        write_table(&page, &out.join("files.rs")).map_err(|error| format!("the built page cannot be listed: {error}"))
    }
}

fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|_| format!("cargo did not set {name}"))
}

/// Rust sources in `src` are the crate's, not the page's. A new file need not be noticed by itself: it does nothing until
/// another one imports it.
fn declare_inputs(web: &Path) -> io::Result<()> {
    for input in INPUTS {
        println!("cargo::rerun-if-changed={input}");
    }
    for file in files_under(&web.join("src"))? {
        let is_page = file.extension().is_none_or(|extension| extension != "rs");
        let is_generated = file.ends_with("api/schema.d.ts");
        if is_page && !is_generated {
            println!("cargo::rerun-if-changed={}", file.display());
        }
    }
    Ok(())
}

fn files_under(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_under(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn check_node() -> Result<(), String> {
    let (major, minor) = OLDEST_NODE;
    let advice = format!(
        "the page needs Node.js {major}.{minor} or newer with npm; install the LTS release from the Node.js site or your \
         system's packages, then build again"
    );
    let output = Command::new("node").arg("--version").output();
    let text = match output {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        _ => return Err(format!("`node` was not found: {advice}")),
    };
    let mut numbers = text.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found < OLDEST_NODE {
        return Err(format!("`node` is {text}: {advice}"));
    }
    Ok(())
}

/// Fills `node_modules` as the lock file says, unless it is so already.
fn install(web: &Path) -> Result<(), String> {
    let lock = fs::read_to_string(web.join("package-lock.json"))
        .map_err(|error| format!("web/package-lock.json cannot be read: {error}"))?;
    if fs::read_to_string(web.join(STAMP)).is_ok_and(|stamp| stamp == lock) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(Command::new(npm).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(web), "npm ci")?;
    fs::write(web.join(STAMP), lock).map_err(|error| format!("web/{STAMP} cannot be written: {error}"))
}

/// Runs a command to its end; its own words are the reason where it fails.
fn run(command: &mut Command, name: &str) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("`{name}` cannot be started: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).replace('\n', " | ");
    Err(format!("`{name}` in the web folder failed: {said}"))
}

/// Writes the table of the page's files: `&[(path, bytes), …]`, sorted by path.
fn write_table(page: &Path, table: &Path) -> io::Result<()> {
    let mut text = String::from("&[\n");
    for file in files_under(page)? {
        let path = file.strip_prefix(page).map_err(io::Error::other)?;
        let path = path.to_string_lossy().replace('\\', "/");
        writeln!(text, "({path:?}, include_bytes!({:?})),", file.to_string_lossy()).map_err(io::Error::other)?;
    }
    text.push_str("]\n");
    fs::write(table, text)
}
