//! Packs read and written: what is found wrong, and that nothing is lost.

mod fixture;
mod hostile;
mod joining;
mod round_trip;
mod rules;
mod shape;
