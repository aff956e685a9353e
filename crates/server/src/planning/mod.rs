//! What planners ask: who is not served, and where the next site would go.
//!
//! A question is read from JSON ([`body`]), held against the city ([`question`]), and put to the measures of `yuren-coverage` over
//! columns of times that are remembered ([`columns`]): by streets, where the server has them, or estimated from the straight line
//! ([`estimate`]). Points of the asker's own may come from a file ([`points`]).

pub(crate) mod body;
pub(crate) mod columns;
pub(crate) mod coverage;
pub(crate) mod demand;
mod desk;
pub(crate) mod estimate;
pub(crate) mod isochrone;
pub(crate) mod limits;
pub(crate) mod matrix;
mod planner;
pub(crate) mod points;
pub(crate) mod question;
pub(crate) mod refusal;
pub(crate) mod sites;
pub(crate) mod siting;
pub(crate) mod slices;
pub(crate) mod spot;
pub(crate) mod streets;
mod water;

pub use desk::Desk;
pub(crate) use planner::Planner;
