//! What the command line asks for.

use std::path::{Path, PathBuf};

use crate::generated;
use crate::optw::{Instance, read};

const USAGE: &str =
    "Usage: cargo xtask bench itinerary [--dir DIR] [--seconds S] [--seed N] [--seeds K] [--routes M] [--csv OUT]";

/// Where folders of further data lie, if no `--dir` says so: the instances are in `optw` there.
const EXTRA_DATA: &str = "YUREN_EXTRA_DATA";

/// What to run.
pub(crate) struct Options {
    dir: Option<PathBuf>,
    pub(crate) seconds: f64,
    pub(crate) seed: u64,
    pub(crate) seeds: u64,
    pub(crate) routes: usize,
    pub(crate) csv: Option<PathBuf>,
}

impl Options {
    pub(crate) fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let extra = std::env::var_os(EXTRA_DATA).map(|folder| PathBuf::from(folder).join("optw"));
        let dir = extra.filter(|folder| folder.is_dir());
        let mut options = Self { dir, seconds: 1.0, seed: 1, seeds: 1, routes: 1, csv: None };
        while let Some(option) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{option} has no value. {USAGE}"))?;
            let wrong = |allowed: &str| format!("{option} is {value:?}; it may be {allowed}.");
            match option.as_str() {
                "--dir" => options.dir = Some(value.into()),
                "--csv" => options.csv = Some(value.into()),
                "--seconds" => {
                    let seconds = value.parse().ok().filter(|seconds| (0.0..=3600.0).contains(seconds));
                    options.seconds = seconds.ok_or_else(|| wrong("a number from 0 to 3600"))?;
                }
                "--seed" => options.seed = value.parse().map_err(|_| wrong("a whole number from 0"))?,
                "--seeds" => {
                    let seeds = value.parse().ok().filter(|seeds| (1..=1000).contains(seeds));
                    options.seeds = seeds.ok_or_else(|| wrong("a whole number from 1 to 1000"))?;
                }
                "--routes" => {
                    let routes = value.parse().ok().filter(|routes| (1..=12).contains(routes));
                    options.routes = routes.ok_or_else(|| wrong("a whole number from 1 to 12"))?;
                }
                _ => return Err(format!("There is no option {option}. {USAGE}")),
            }
        }
        Ok(options)
    }

    /// The instances in the folder and the folders in it, by name; generated ones where no folder is given.
    pub(crate) fn instances(&self) -> Result<Vec<Instance>, String> {
        let Some(dir) = &self.dir else {
            println!(
                "Not run: the instances with proven optima, for no folder of them is given. Name it by --dir or {EXTRA_DATA}. \
                 Generated ones instead."
            );
            return Ok(generated::instances(self.routes));
        };
        let mut instances = Vec::new();
        let name = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for path in entries(dir)? {
            let files = if path.is_dir() { entries(&path)? } else { vec![path] };
            for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "txt")) {
                let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
                let set = file.parent().map(name).unwrap_or_default();
                let instance = read(&set, &name(file), &text, self.routes);
                instances.push(instance.map_err(|why| format!("{}: {why}", file.display()))?);
            }
        }
        Ok(instances)
    }
}

/// What is in a folder, in order of its name.
fn entries(dir: &Path) -> Result<Vec<PathBuf>, String> {
    let problem = |error: std::io::Error| format!("{}: {error}", dir.display());
    let entries = std::fs::read_dir(dir).map_err(problem)?;
    let mut paths = entries.map(|entry| Ok(entry.map_err(problem)?.path())).collect::<Result<Vec<_>, String>>()?;
    paths.sort();
    Ok(paths)
}
