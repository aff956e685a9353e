//! What the tests that cross crates share: the built binary as a guarded child process, a client that sees answers as
//! they came over the wire, copies of the sample city to spoil, small OpenStreetMap extracts, and databases on a PostgreSQL of
//! the tests' own.
//!
//! Everything here fails the test by a panic that says what was asked and what came.
#![allow(clippy::missing_panics_doc, reason = "a helper's panic is the test's failure, and says so itself")]

mod answer;
pub mod clock;
pub mod editor;
pub mod extract;
mod form;
mod pack;
mod postgres;
mod program;
mod scratch;
mod server;
mod until;

pub use answer::{Answer, encoded};
pub use editor::Editor;
pub use form::Form;
pub use pack::PackCopy;
pub use postgres::{Database, Pair};
pub use program::{Ended, repository, run, run_with, yuren};
pub use scratch::Scratch;
pub use server::Server;
pub use until::until;
