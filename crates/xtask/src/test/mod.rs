//! `cargo xtask test`: every check of the repository, step by step, with counts.
//!
//! Each step writes what its commands print to `target/test-logs/<step>.log`; a step that fails shows the end of its log.
//! A step whose tool is missing installs it where it can, and otherwise fails with the words of what to install. What is
//! not run is printed by name. The last line is `N passed, M failed`.

mod pack_bytes;
mod steps;

use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use crate::shell::Shell;
use crate::shell::counts::Counts;
use steps::{BY_NAME, STEPS, Step, bring};

/// Lines of a failed step's log that are shown.
const TAIL_LINES: usize = 60;

/// Runs the steps that the arguments choose.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    let chosen = match choose(arguments) {
        Ok(Some(chosen)) => chosen,
        Ok(None) => {
            for step in &STEPS {
                println!("{:11} {}", step.name, step.about);
            }
            return ExitCode::SUCCESS;
        }
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::FAILURE;
        }
    };
    // What has to be brought comes while the first steps compile. A step that needs it waits, and says so if it does not come.
    let coming = chosen.clone();
    thread::spawn(move || {
        let mut shell = Shell::new("test-logs/bring");
        for step in coming {
            let _ = bring(step.name, &mut shell);
        }
    });
    let reports: Vec<Report> = chosen.iter().map(|step| run_step(step)).collect();
    summarize(&reports)
}

/// The steps that the arguments choose, in their usual order; `None` if they ask for the list of steps.
fn choose(arguments: &[String]) -> Result<Option<Vec<&'static Step>>, String> {
    let names = || STEPS.each_ref().map(|step| step.name).join(", ");
    match arguments.split_first() {
        None => Ok(Some(STEPS.iter().filter(|step| !BY_NAME.contains(&step.name)).collect())),
        Some((list, [])) if list == "--list" => Ok(None),
        Some((only, wanted)) if only == "--only" && !wanted.is_empty() => {
            let wanted: Vec<&str> = wanted.iter().flat_map(|names| names.split(',')).collect();
            if let Some(unknown) = wanted.iter().find(|name| !STEPS.iter().any(|step| step.name == **name)) {
                return Err(format!("There is no step {unknown:?}. The steps are: {}.", names()));
            }
            Ok(Some(STEPS.iter().filter(|step| wanted.contains(&step.name)).collect()))
        }
        Some(_) => Err(format!("Usage: cargo xtask test [--only STEP...] [--list]. The steps are: {}.", names())),
    }
}

/// What came of a step.
struct Report {
    step: &'static Step,
    counts: Counts,
    took: Duration,
}

fn run_step(step: &'static Step) -> Report {
    println!("── {}: {}", step.name, step.about);
    let started = Instant::now();
    let mut shell = Shell::new(&format!("test-logs/{}", step.name));
    let outcome = (step.run)(&mut shell);
    let took = started.elapsed();
    let (mut counts, log, tail) = shell.finish(TAIL_LINES);
    if let Err(problem) = outcome {
        println!("{tail}");
        println!("{problem}");
        println!("The whole log: {}", log.display());
        if counts.failed == 0 {
            // The step broke before a runner could count: a compile error, a missing tool.
            counts.failed = 1;
            counts.failures.push(problem);
        }
    }
    println!("   {} passed, {} failed in {}", counts.passed, counts.failed, clock(took));
    Report { step, counts, took }
}

fn summarize(reports: &[Report]) -> ExitCode {
    let mut total = Counts::default();
    println!("\n{:11} {:>8} {:>8} {:>8}", "step", "passed", "failed", "time");
    for Report { step, counts, took } in reports {
        println!("{:11} {:>8} {:>8} {:>8}", step.name, counts.passed, counts.failed, clock(*took));
        let named = |names: &[String]| names.iter().map(|name| format!("{}: {name}", step.name)).collect();
        total += Counts { failures: named(&counts.failures), not_run: named(&counts.not_run), ..counts.clone() };
    }
    for step in STEPS.iter().filter(|step| !reports.iter().any(|report| report.step.name == step.name)) {
        let why = if BY_NAME.contains(&step.name) { "runs by name alone, --only" } else { "left out by --only" };
        total.not_run.push(format!("{} ({why}): {}", step.name, step.about));
    }
    for (title, names) in [("Not run", &total.not_run), ("Failed", &total.failures)] {
        if !names.is_empty() {
            println!("\n{title}:\n  {}", names.join("\n  "));
        }
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Minutes and seconds, as on a stop watch.
fn clock(took: Duration) -> String {
    format!("{}:{:02}", took.as_secs() / 60, took.as_secs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> Result<Option<Vec<&'static str>>, String> {
        let arguments: Vec<String> = arguments.iter().map(|&argument| argument.to_owned()).collect();
        choose(&arguments).map(|chosen| chosen.map(|steps| steps.iter().map(|step| step.name).collect()))
    }

    #[test]
    fn without_arguments_every_step_runs_but_those_that_must_be_named() {
        let run = names(&[]).unwrap().unwrap();
        assert_eq!(run.len(), STEPS.len() - BY_NAME.len());
        assert!(!run.iter().any(|step| BY_NAME.contains(step)), "{run:?}");
        assert_eq!(names(&["--only", "highs"]), Ok(Some(vec!["highs"])));
    }

    #[test]
    fn only_takes_names_apart_or_with_commas_and_keeps_the_usual_order() {
        assert_eq!(names(&["--only", "http", "fmt,clippy"]), Ok(Some(vec!["fmt", "clippy", "http"])));
    }

    #[test]
    fn a_step_that_is_none_is_refused_with_the_steps_there_are() {
        let problem = names(&["--only", "htpp"]).unwrap_err();
        assert!(problem.contains("htpp") && problem.contains("http"), "{problem}");
    }

    #[test]
    fn only_without_a_step_is_refused() {
        assert!(names(&["--only"]).is_err());
    }
}
