//! The street graph (路网): travel times, isochrones, matrices.
//!
//! A [`Graph`] is the streets as one [`Profile`] may use them: nodes where one can turn off, edges with their shape between
//! them, and a time for each direction that is allowed. All times are whole tenths of a second, so that two ways of
//! computing one cannot differ by a rounding. This crate takes bytes; it reads no file and knows no clock.
#![forbid(unsafe_code)]

mod barriers;
mod closed;
mod columns;
mod flat;
mod graph;
mod grid;
mod isochrone;
mod line;
mod matrix;
mod profile;
mod reach;
mod snap;

pub use barriers::Barriers;
pub use closed::Closed;
pub use columns::{NO_SITE, nearest_times, times_to};
pub use graph::{Arc, Deciseconds, Edge, EdgeKind, Graph, GraphError, NEVER, NewEdge};
pub use grid::{GridCity, grid_city};
pub use isochrone::{Isochrone, isochrone, isochrones};

pub use matrix::{Matrix, OrderError};
pub use profile::Profile;
pub use reach::{Direction, Reach, ReachedEdge, Scratch, reach};
pub use snap::{MOST_TRIED, OFF_STREET_KM_H, Snap, Snapper};
