//! The snapshot of a city and the questions it answers: nearest, within, matching, search.
//!
//! A [`Snapshot`] is immutable and may be shared between threads; an edit makes another snapshot. Every answer is a pure
//! function of the snapshot and the question.
//!
//! [`Snapshot::nearest`] is exact anywhere on Earth: the ground distance is the WGS-84 geodesic, in whole millimetres, and
//! ties go to the lesser place id.
#![forbid(unsafe_code)]

mod filter;
mod forest;
mod offers;
mod pace;
mod search;
mod snapshot;
mod timetable;

pub use filter::{FeeSet, Filter};
pub use pace::Pace;
pub use search::{MatchedField, SearchHit, SearchSubject};
pub use snapshot::{Hit, Nearest, PlaceIx, Snapshot};
pub use timetable::Visit;
