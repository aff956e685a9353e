//! The tags of one way or node, looked up by key.

/// Pairs of key and value, as OpenStreetMap keeps them: a key stands once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tags<'a>(pub(crate) &'a [(&'a str, &'a str)]);

impl<'a> Tags<'a> {
    /// The value of a key.
    pub(crate) fn get(self, key: &str) -> Option<&'a str> {
        self.0.iter().find(|(own, _)| *own == key).map(|(_, value)| *value)
    }

    /// Whether a key has this value.
    pub(crate) fn is(self, key: &str, value: &str) -> bool {
        self.get(key) == Some(value)
    }

    /// Whether a key stands, with another value than `no`.
    pub(crate) fn has(self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value != "no")
    }

    /// The value of `key` and `suffix` written together, as `maxspeed` and `:forward`.
    pub(crate) fn get_with(self, key: &str, suffix: &str) -> Option<&'a str> {
        let is_wanted = |own: &str| own.strip_prefix(key) == Some(suffix);
        self.0.iter().find(|(own, _)| is_wanted(own)).map(|(_, value)| *value)
    }
}
