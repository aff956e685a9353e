//! The checker: it accepts what is right, finds each thing that is wrong and accuses of nothing else.

mod accepted;
#[path = "../support/checked.rs"]
mod checked;
mod days;
mod planted;
mod random;
mod refused;
mod relaxed;
