//! A reader of others that stops with a panic has met a file that it cannot read, and nothing more.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::limits::{Refusal, unreadable};

/// What `read` comes to; a panic in it refuses the file. What it changed before is thrown away with the file.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(unreadable("its numbers contradict each other")))
}
