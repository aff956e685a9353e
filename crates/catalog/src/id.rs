//! Opaque stable identifiers.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// An opaque identifier of a `T`: 1 to 64 of `a`–`z`, `0`–`9`, `-` and `_`. It never says anything about its bearer
/// and never changes.
pub struct Id<T: ?Sized> {
    text: Box<str>,
    of: PhantomData<fn() -> T>,
}

/// The identifier of a [`crate::Place`].
pub type PlaceId = Id<crate::Place>;
/// The identifier of a [`crate::Role`].
pub type RoleId = Id<crate::Role>;
/// The identifier of a [`crate::Activity`].
pub type ActivityId = Id<crate::Activity>;
/// The identifier of a [`crate::Course`].
pub type CourseId = Id<crate::Course>;
/// The identifier of a [`crate::StudyRoute`].
pub type StudyRouteId = Id<crate::StudyRoute>;

/// The text is no identifier.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not an identifier; allowed: 1 to 64 of a-z, 0-9, '-' and '_'")]
pub struct InvalidId(pub String);

impl<T: ?Sized> Id<T> {
    /// The identifier as it stands in files and addresses.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<T: ?Sized> FromStr for Id<T> {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
        if (1..=64).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self { text: text.into(), of: PhantomData })
        } else {
            Err(InvalidId(text.chars().take(80).collect()))
        }
    }
}

// Written out, because derives would ask the same of `T`.
impl<T: ?Sized> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), of: PhantomData }
    }
}
impl<T: ?Sized> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl<T: ?Sized> Eq for Id<T> {}
impl<T: ?Sized> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T: ?Sized> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}
impl<T: ?Sized> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
impl<T: ?Sized> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
impl<T: ?Sized> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
impl<T: ?Sized> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}
impl<'de, T: ?Sized> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
