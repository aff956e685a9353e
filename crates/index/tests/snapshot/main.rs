//! What a snapshot answers, asked from outside.

mod exact;
mod search;
mod selective;
mod support;
