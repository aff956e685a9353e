//! What a snapshot answers, asked from outside.

mod exact;
mod offers;
mod open;
mod search;
mod selective;
mod support;
