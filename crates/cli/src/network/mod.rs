//! `yuren network build`: streets of an OpenStreetMap extract.

mod report;

use std::fs::{self, File};
use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use clap::Subcommand;
use yuren_server::geodesy::BBox;
use yuren_server::network::{BuildError, BuildStage, build};

use crate::folder::{self, STREETS};
use crate::import::progress::Progress;
use crate::terminal::answer;

/// No extract may be larger: a country's streets take this much.
const LARGEST_EXTRACT: u64 = 4 << 30;

/// What `network` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read an extract and keep its streets in the city's folder, where `serve` finds them.
    Build(BuildOptions),
}

/// What `network build` can be told.
#[derive(clap::Args)]
struct BuildOptions {
    /// The city's folder.
    #[arg(value_name = "CITY")]
    city: PathBuf,
    /// The extract (.osm.pbf), such as one of download.geofabrik.de.
    #[arg(value_name = "FILE")]
    extract: PathBuf,
    /// Where to keep the streets. Left out: streets.yuren in the city's folder.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Does what the subcommand says.
pub(crate) fn network(options: &Options) -> Result<ExitCode, String> {
    let Command::Build(options) = &options.command;
    build_streets(options)
}

fn build_streets(options: &BuildOptions) -> Result<ExitCode, String> {
    let pack = folder::sound(&options.city)?;
    let [west, south, east, north] = pack.city.bbox;
    let wanted = BBox::new(west, south, east, north).map_err(|error| format!("the city's box: {error}"))?;
    let progress = Progress::new(false);
    let stage = progress.stage("reading the extract");
    let extract = bytes(&options.extract)?;
    let stopped = stop_on_ctrl_c();
    let mut watch = |now: BuildStage| {
        stage.set_message(words(now));
        if stopped.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let built = build(&extract, wanted, &mut watch);
    let (streets, report) = built.map_err(|error| match error {
        BuildError::Stopped => "stopped; nothing was written".to_owned(),
        error => format!("{}: {error}", options.extract.display()),
    })?;
    stage.set_message("writing");
    let out = options.out.clone().unwrap_or_else(|| options.city.join(STREETS));
    let bytes = streets.to_bytes();
    write(&out, &bytes, &stopped)?;
    stage.finish_and_clear();
    answer(&report::text(&streets, &report, &pack.places));
    answer(&format!("{}: {:.1} MB", out.display(), bytes.len() as f64 / 1e6));
    Ok(ExitCode::SUCCESS)
}

fn words(stage: BuildStage) -> String {
    let percent = |done: usize, of: usize| done * 100 / of.max(1);
    match stage {
        BuildStage::Ways { done, of } => format!("looking for streets {} %", percent(done, of)),
        BuildStage::Nodes { done, of } => format!("looking up their nodes {} %", percent(done, of)),
        BuildStage::Joining(profile) => format!("joining the streets to {}", profile.as_str()),
        BuildStage::Ordering(profile) => format!("ordering the nodes to {}", profile.as_str()),
    }
}

/// The file's bytes.
fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let shown = path.display();
    let said = |error| format!("{shown} cannot be read: {error}");
    let mut bytes = Vec::new();
    File::open(path).map_err(said)?.take(LARGEST_EXTRACT + 1).read_to_end(&mut bytes).map_err(said)?;
    if bytes.len() as u64 > LARGEST_EXTRACT {
        return Err(format!("{shown} is larger than {LARGEST_EXTRACT} bytes; cut it smaller (osmium extract)"));
    }
    Ok(bytes)
}

/// Writes a file whole or not at all: beside it first, then under its name.
fn write(path: &Path, bytes: &[u8], stopped: &AtomicBool) -> Result<(), String> {
    let beside = path.with_extension("yuren.part");
    let written = File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let done = match written {
        Err(error) => Err(format!("{} cannot be written: {error}", beside.display())),
        Ok(()) if stopped.load(Ordering::Relaxed) => Err("stopped; nothing was written".to_owned()),
        Ok(()) => fs::rename(&beside, path).map_err(|error| format!("{} cannot be written: {error}", path.display())),
    };
    if done.is_err() {
        // What cannot be taken away was never made.
        let _ = fs::remove_file(&beside);
    }
    done
}

/// Becomes true once the reader has pressed ctrl-c.
pub(crate) fn stop_on_ctrl_c() -> Arc<AtomicBool> {
    let stopped = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&stopped);
    thread::spawn(move || {
        if actix_web::rt::System::new().block_on(actix_web::rt::signal::ctrl_c()).is_ok() {
            told.store(true, Ordering::Relaxed);
        }
    });
    stopped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stopped_leaves_the_old_streets_and_nothing_beside_them() {
        let folder = std::env::temp_dir().join(format!("yuren-network-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(STREETS);
        write(&path, b"old", &AtomicBool::new(false)).unwrap();
        let problem = write(&path, b"new", &AtomicBool::new(true)).unwrap_err();
        assert_eq!(problem, "stopped; nothing was written");
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }
}
