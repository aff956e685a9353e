//! Whether one can go in: in examples that read as sentences, and against a minute-by-minute model.

mod doubts;
mod hours;
mod minutes;
mod model;
mod museum;
mod stories;
mod support;
