//! The tests' own time, which is that of every program they start: what is open, what can still be booked and which days off are
//! announced is the same on whatever day they run.

use std::sync::OnceLock;
use std::time::Instant;

use chrono::{DateTime, Utc};

/// A Wednesday morning in term: venues are open, a weekend is to come, and in December there is time to book.
const BEGINNING: &str = "2026-11-25T10:00:00+08:00";

/// The instant now: the beginning, and what has passed since it was first asked for.
pub fn now() -> DateTime<Utc> {
    static FIRST: OnceLock<Instant> = OnceLock::new();
    let passed = FIRST.get_or_init(Instant::now).elapsed();
    DateTime::parse_from_rfc3339(BEGINNING).expect("a moment").to_utc() + passed
}
