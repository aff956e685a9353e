//! Lists in, plans and findings out, asked from outside.

mod activities;
mod datum;
mod declared;
mod edits;
mod extracts;
#[path = "../fixture/mod.rs"]
mod fixture;
mod formats;
mod hostile;
#[path = "../fixture/pack.rs"]
mod pack;
mod planted;
mod points;
mod points_hostile;
mod points_shapes;
mod report;
mod round_trip;
mod rules;
mod summary;
mod support;
