//! Something that its importer says of a list, and that cannot be said.

use std::fmt;

use crate::finding::cut;

/// Something that cannot be said of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misdeclared {
    /// What was said, by its path, such as `source` or `mappings.名单.columns`.
    pub field: String,
    /// The value.
    pub value: String,
    /// What is allowed.
    pub allowed: String,
}

impl fmt::Display for Misdeclared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, value, allowed } = self;
        write!(f, "{field}: {value:?} is not allowed; allowed: {allowed}")
    }
}

impl std::error::Error for Misdeclared {}

impl Misdeclared {
    pub(crate) fn new(field: impl Into<String>, value: &str, allowed: &str) -> Self {
        Self { field: field.into(), value: cut(value), allowed: allowed.to_owned() }
    }
}
