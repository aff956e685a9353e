//! What must hold in a pack beyond the shape of its features: a file for each rule or tight family of rules.
//!
//! A rule is a function from the draft to findings. It takes nothing for wrong that it cannot see: what could not be read
//! has a finding of its own.

mod activities;
mod at_school;
mod bbox;
mod checked;
mod city;
mod contact;
mod courses;
mod declared;
mod district;
mod facts;
pub(super) mod files; // what is there at all: judged while reading
mod ids;
mod names;
mod offers; // what activities and courses have in common
mod outlines;
mod radius;
mod regions;
mod school_years;
mod sources;
mod stacked;
mod study_routes;
mod synthetic;
mod water;

use super::draft::Draft;
use super::report::Report;

const RULES: [fn(&Draft, &mut Report); 21] = [
    city::check,
    declared::check,
    sources::check,
    ids::check,
    regions::check,
    names::check,
    outlines::check,
    bbox::check,
    radius::check,
    stacked::check,
    district::check,
    water::check,
    synthetic::check,
    checked::check,
    at_school::check,
    facts::check,
    contact::check,
    school_years::check,
    activities::check,
    courses::check,
    study_routes::check,
];

/// Judges the draft by every rule.
pub(super) fn check(draft: &Draft, report: &mut Report) {
    for rule in RULES {
        rule(draft, report);
    }
}
