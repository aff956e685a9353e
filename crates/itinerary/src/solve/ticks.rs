//! Time as the search counts it.

/// Ticks. Every sum of a start, a stay and a leg of a checked problem fits with room to spare.
pub(super) type Time = i32;

/// Later than any time, and longer than any leg. A time plus this still fits a [`Time`].
pub(super) const NEVER: Time = 1_000_000_000;
