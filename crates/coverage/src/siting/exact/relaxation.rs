//! What branch and bound must know of a model.

/// A choice of at most so many candidates that is worth as much as can be, with some candidates taken and others left out
/// already, and its constraints between candidates priced instead of kept (Lagrangian relaxation).
///
/// There is a multiplier a row, what serving it is said to be worth. For any multipliers, the constant plus the largest of the
/// values that are more than 0 is at least what the best choice is worth (A. Geoffrion, "Lagrangean relaxation for integer
/// programming", 1974).
pub(super) trait Relaxation {
    /// Writes the value of each free candidate and returns the constant.
    fn evaluate(&mut self, multipliers: &[f64], values: &mut [f64]) -> f64;

    /// Writes how the bound of [`Self::evaluate`] changes with each multiplier, when these free candidates are the ones with the
    /// largest values: a subgradient.
    fn slope(&mut self, multipliers: &[f64], chosen: &[usize], slope: &mut [f64]);

    /// The least and the most that each multiplier needs to be.
    fn range(&self) -> (&[f64], &[f64]);
}

/// All that branch and bound asks about a model.
pub(super) trait Instance {
    /// Its relaxation.
    type Relaxation: Relaxation;

    /// How many candidates there are.
    fn candidates(&self) -> usize;

    /// Multipliers to begin with, one a row.
    fn start(&self) -> Vec<f64>;

    /// The relaxation once some candidates are taken and only some are free.
    fn relax(&self, taken: &[u16], free: &[u16]) -> Self::Relaxation;

    /// A choice that the model allows, from one that it may not allow.
    fn complete(&self, chosen: Vec<u16>) -> Vec<u16>;

    /// Whether one more candidate never makes a choice worth less.
    fn is_monotone(&self) -> bool;

    /// What a choice is worth.
    fn worth(&self, chosen: &[u16]) -> f64;

    /// A choice no worse, by exchanging.
    fn improve(&self, chosen: Vec<u16>) -> Vec<u16>;
}
