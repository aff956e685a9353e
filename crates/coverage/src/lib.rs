//! Who is not served (谁没有被覆盖), and where the next site goes (下一处建在哪).
//!
//! Everything here is worked out from [`Times`]: how long each demand point needs to each site, in whole tenths of a second.
//! Where those come from, streets or an estimate from the straight line, is not this crate's business.
#![forbid(unsafe_code)]

pub mod access;
mod distribution;
mod groups;
mod lengths;
mod lorenz;
mod nearest;
mod needs;
mod presets;
mod served;
mod siting;
mod slice;
mod times;
mod weights;

pub use distribution::{Distribution, EdgesError, Histogram, MOST_EDGES};
pub use groups::{Groups, GroupsError};
pub use lengths::LengthError;
pub use lorenz::{Lorenz, LorenzError};
pub use nearest::{Nearest, nearest, nth_nearest};
pub use needs::{Met, NeedsError, all_met};
pub use presets::{PRESETS, Preset};
pub use served::{Amount, Readings, Status, Tally, unserved};
#[cfg(feature = "highs")]
pub use siting::{HighsError, prove_by_highs};
pub use siting::{
    MOST_CANDIDATES, MOST_DEMAND, MOST_PAIRS, Model, Placement, Progress, Proof, SitingError, SitingProblem, objective,
    place_quickly, prove,
};
pub use slice::{
    DayOpening, SAMPLE_DAYS, SliceError, SliceKind, SliceOpening, USEFUL_MINUTES, Window, day_opening, slice_opening,
    slice_windows,
};
pub use times::{NEVER, Times, TimesError};
pub use weights::{LARGEST_WEIGHT, Weights, WeightsError};
