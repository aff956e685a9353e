//! The solver, and times for sequences that were given.

#[path = "../support/checked.rs"]
mod checked;

mod arranged;
mod draw;
mod exact;
mod hand;
mod oracle;
mod search;
mod two_groups;
