//! Where the next site goes: in examples done by hand, and against trying every choice.

mod exhaustive;
mod preparing;
mod refusals;
mod stories;
mod support;
mod trying;
