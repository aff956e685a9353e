//! What a street graph answers, asked from outside.

mod columns;
mod isochrone;
mod oracle;
mod reach;
mod snap;
mod support;
