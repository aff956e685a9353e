//! Who is not served (谁没有被覆盖), and where the next site goes (下一处建在哪).
//!
//! Everything here is worked out from [`Times`]: how long each demand point needs to each site, in whole tenths of a second.
//! Where those come from, streets or an estimate from the straight line, is not this crate's business.
#![forbid(unsafe_code)]

mod siting;
mod times;
mod weights;

pub use siting::{
    MOST_CANDIDATES, MOST_DEMAND, MOST_PAIRS, Model, Placement, Progress, Proof, SitingError, SitingProblem, objective,
    place_quickly, prove,
};
pub use times::{NEVER, Times, TimesError};
pub use weights::{Weights, WeightsError};
