//! What a snapshot answers, asked from outside.

mod exact;
mod offers;
mod open;
mod search;
mod selective;
mod study_routes;
mod support;
