//! `yuren`: a city's map from one folder and one program.

mod calendar;
mod check;
mod day;
mod desk;
mod findings;
mod folder;
mod import;
mod link;
mod network;
mod oidc;
mod page;
mod plan;
mod planning;
mod serve;
mod store;
mod streets;
mod terminal;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset};
use clap::{Parser, Subcommand};

// Answers are made of many small pieces: this allocator makes them about a third faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// 全域育人地图 · a city's free places to learn, on one map.
#[derive(Parser)]
#[command(version, name = "yuren", args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Options,
    /// Put the clock to this moment, such as 2026-10-10T09:00:00+08:00, from which it goes on: to see a day that is not today.
    #[arg(long, global = true, value_name = "MOMENT", env = "YUREN_CLOCK")]
    clock: Option<DateTime<FixedOffset>>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a city: the page, and the interface under /api/v1. What `yuren` does if told nothing else.
    Serve(serve::Options),
    /// Check a city's folder and say, file by file, what is wrong and what would mend it.
    Check {
        /// The folder.
        folder: PathBuf,
        /// Print JSON, for programs.
        #[arg(long)]
        json: bool,
    },
    /// Say what kind of day it is: off, worked, made up for; school or none; and by which notice.
    Day(day::Options),
    /// Import a list: what it would add, change and withdraw is said, and then done.
    Import(Box<import::Options>),
    /// Make streets of an OpenStreetMap extract, so that times go by them.
    Network(network::Options),
    /// Say who is served, by district.
    Coverage(Box<planning::CoverageOptions>),
    /// Say where the next sites would go.
    Siting(Box<planning::SitingOptions>),
    /// Plan a day of field study for a school: which places, in which order and when.
    Plan(Box<plan::PlanOptions>),
    /// Manage the accounts of those who edit.
    User(user::Options),
    /// Make a link by which a place's staff say that what is known of it is still right.
    Link(link::Options),
    /// Print the interface's OpenAPI description.
    Openapi,
}

fn main() -> ExitCode {
    let Arguments { command, serve, clock } = Arguments::parse();
    if let Some(moment) = clock {
        yuren_server::put_clock(moment.to_utc());
        if matches!(command, None | Some(Command::Serve(_))) {
            terminal::tell(&format!("The clock is put to {moment}: what is told of now and today is told of then."));
        }
    }
    let done = match command {
        None => serve::serve(&serve),
        Some(Command::Serve(serve)) => serve::serve(&serve),
        Some(Command::Check { folder, json }) => check::check(&folder, json),
        Some(Command::Day(options)) => day::day(&options),
        Some(Command::Import(options)) => import::import(&options),
        Some(Command::Network(options)) => network::network(&options),
        Some(Command::Coverage(options)) => planning::coverage(&options),
        Some(Command::Siting(options)) => planning::siting(&options),
        Some(Command::Plan(options)) => plan::plan(&options),
        Some(Command::User(options)) => user::user(options),
        Some(Command::Link(options)) => link::link(options),
        Some(Command::Openapi) => openapi(),
    };
    done.unwrap_or_else(|message| {
        terminal::tell(&format!("yuren: {message}"));
        ExitCode::FAILURE
    })
}

fn openapi() -> Result<ExitCode, String> {
    let text = yuren_server::openapi_json().map_err(|error| format!("the description cannot be written: {error}"))?;
    terminal::answer(text.trim_end());
    Ok(ExitCode::SUCCESS)
}
