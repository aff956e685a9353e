//! What a street graph answers, asked from outside.

mod columns;
mod isochrone;
mod matrix;
mod oracle;
mod path;
mod reach;
mod simplify;
mod snap;
mod support;
