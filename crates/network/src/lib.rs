//! The street graph (路网): ways and their times, isochrones, matrices.
//!
//! A [`Graph`] is the streets as one [`Profile`] may use them: nodes where one can turn off, edges with their shape
//! between them, and a time for each direction that is allowed. All times are whole tenths of a second, so that two
//! ways of computing one cannot differ by a rounding. [`Streets`] are the graphs of one OpenStreetMap extract:
//! [`build`] makes them of a `.osm.pbf`, [`Streets::to_bytes`] keeps them. This crate takes bytes; it reads no file
//! and knows no clock.
#![forbid(unsafe_code)]

mod barriers;
mod build;
mod closed;
mod columns;
mod error;
mod file;
mod flat;
mod graph;
mod grid;
mod isochrone;
mod line;
mod matrix;
mod osm;
mod path;
mod profile;
mod reach;
mod report;
mod rows;
mod simplify;
mod snap;
mod stage;
mod streets;

pub use barriers::Barriers;
pub use build::build;
pub use closed::Closed;
pub use columns::{NO_SITE, nearest_times, times_to, times_to_each};
pub use error::BuildError;
pub use file::FileError;
pub use graph::{Arc, Deciseconds, Edge, EdgeKind, Graph, GraphError, NEVER, NewEdge, UNITS_A_DEGREE};
pub use grid::{GridCity, grid_city};
pub use isochrone::{Isochrone, isochrone, isochrones};
pub use matrix::{Matrix, OrderError};
pub use path::{Path, PathStretch, path};
pub use profile::Profile;
pub use reach::{Direction, Reach, ReachedEdge, Scratch, reach};
pub use report::{BuildReport, GraphReport, Islands, WaysRead};
pub use simplify::simplified;
pub use snap::{MOST_TRIED, OFF_STREET_KM_H, Snap, Snapper};
pub use stage::BuildStage;
pub use streets::{Streets, StreetsAbout};
