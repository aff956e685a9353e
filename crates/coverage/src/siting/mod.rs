//! Where the next site goes (选址): a good placement at once, and then a proof that none is better.
//!
//! Five models of the literature: maximal covering (MCLP), set covering (LSCP), p-median, p-center and capacitated maximal
//! covering. Sites that exist stay where they are; of the candidates some are chosen.

mod assignment;
mod exact;
mod gains;
#[cfg(feature = "highs")]
mod highs;
mod model;
mod needed;
mod objective;
mod placement;
mod problem;
mod quick;

pub use exact::{Progress, prove};
#[cfg(feature = "highs")]
pub use highs::{HighsError, prove_by_highs};
pub use model::Model;
pub use objective::objective;
pub use placement::{Placement, Proof};
pub use problem::{MOST_CANDIDATES, MOST_DEMAND, MOST_PAIRS, SitingError, SitingProblem};
pub use quick::place_quickly;
