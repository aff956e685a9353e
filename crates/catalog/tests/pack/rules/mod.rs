//! One fault planted in a sound pack gives exactly the finding that names it.

mod activities;
mod city;
mod facts;
mod files;
mod names;
mod points;
mod provenance;
mod regions;
mod roles;
mod school_years;
mod study_routes;
