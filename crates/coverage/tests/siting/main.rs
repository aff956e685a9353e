//! Where the next site goes: in examples done by hand, and against trying every choice.

#[cfg(feature = "highs")]
mod by_highs;
mod exhaustive;
mod generated;
mod preparing;
mod refusals;
mod stories;
mod support;
mod trying;
