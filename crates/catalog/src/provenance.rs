//! Who says so, under which licence, and when it was last checked.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The key of a [`Source`], interned: equal keys of one pack share their text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourceKey(Arc<str>);

impl SourceKey {
    /// What [`SourceKey::is_sound`] allows, in words.
    pub const ALLOWED: &'static str = "1 to 64 of a-z, 0-9, '-' and '_'";

    /// Whether the text can be a key.
    pub fn is_sound(text: &str) -> bool {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
        (1..=64).contains(&text.len()) && text.bytes().all(plain)
    }

    /// The key as it stands in `sources.toml`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for SourceKey {
    fn from(key: &str) -> Self {
        Self(key.into())
    }
}

impl fmt::Debug for SourceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Somewhere facts come from: one entry of a pack's `sources.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is called, in Chinese.
    pub title: String,
    /// What it is called, in English.
    pub title_en: String,
    /// The licence's SPDX identifier, or a sentence where there is none.
    pub licence: String,
    /// The credit that the licence asks for, as shown on the map; empty where none is due.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub attribution: String,
    /// Where it can be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whether this "source" is our own generator: everything from it is an example and is shown as one (示例数据).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub synthetic: bool,
}

impl Source {
    /// The key of [`Source::editors`].
    pub const EDITORS: &'static str = "editors";

    /// The people who keep this map: the source of what an editor found out, from no list. Every city has it without
    /// naming it; a city that names it says in its own words what it is.
    pub fn editors() -> Self {
        Self {
            title: "本图编辑核实".to_owned(),
            title_en: "Found out by this map's editors".to_owned(),
            licence: "As the city's own lists".to_owned(),
            attribution: String::new(),
            url: None,
            synthetic: false,
        }
    }
}

/// Where a fact comes from. The licence is the source's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// Key of the [`Source`].
    pub source: SourceKey,
    /// The day on which somebody last checked the fact; `None` = never checked (未核对).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<NaiveDate>,
    /// Who checked it: an office, never a private person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_by: Option<String>,
}

/// A fact with its provenance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "FlatSourced<T>")]
pub struct Sourced<T> {
    /// The fact.
    pub value: T,
    /// Who says so.
    #[serde(flatten)]
    pub provenance: Provenance,
}

/// [`Sourced`] as it stands in a file. Reading through `flatten` would let misspelt fields pass and lose their paths.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FlatSourced<T> {
    value: T,
    source: SourceKey,
    #[serde(default)]
    checked_on: Option<NaiveDate>,
    #[serde(default)]
    checked_by: Option<String>,
}

impl<T> From<FlatSourced<T>> for Sourced<T> {
    fn from(flat: FlatSourced<T>) -> Self {
        let FlatSourced { value, source, checked_on, checked_by } = flat;
        Self { value, provenance: Provenance { source, checked_on, checked_by } }
    }
}
