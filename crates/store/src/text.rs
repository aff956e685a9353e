//! Bounds of free text.

use crate::StoreError;

/// Longest reason of a commit, in characters.
pub(crate) const LONGEST_WHY: usize = 2_000;

/// Refuses text that is longer than `most` characters, or that holds a NUL, which PostgreSQL cannot store.
pub(crate) fn bound(what: &str, text: &str, most: usize) -> Result<(), StoreError> {
    let length = text.chars().count();
    if length > most {
        return Err(StoreError::OutOfBounds(format!("{what} has {length} characters; allowed: at most {most}")));
    }
    if text.contains('\0') {
        return Err(StoreError::OutOfBounds(format!("{what} holds a NUL character; allowed: none")));
    }
    Ok(())
}
