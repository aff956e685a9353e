//! What a street graph answers, asked from outside.

mod columns;
mod isochrone;
mod matrix;
mod oracle;
mod reach;
mod snap;
mod support;
