//! The name of an office: who checked a fact, never a private person.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::text::is_unseen;

/// Shortest name in characters.
const SHORTEST: usize = 2;
/// Longest name in characters.
const LONGEST: usize = 60;

/// The name of an office: 2 to 60 characters on one line, without spaces around them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Office(Box<str>);

/// The text is no office's name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "{0:?} is not the name of an office; allowed: {SHORTEST} to {LONGEST} characters that can be seen, on one line"
)]
pub struct InvalidOffice(pub String);

impl Office {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Office {
    type Err = InvalidOffice;

    /// Spaces around the name are cut off.
    fn from_str(text: &str) -> Result<Self, InvalidOffice> {
        let name = text.trim();
        if (SHORTEST..=LONGEST).contains(&name.chars().count()) && !name.contains(is_unseen) {
            Ok(Self(name.into()))
        } else {
            Err(InvalidOffice(text.chars().take(80).collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_has_a_name_of_one_line_that_can_be_seen() {
        assert_eq!(" 市图书馆办公室 ".parse::<Office>().unwrap().as_str(), "市图书馆办公室");
        assert!("馆".repeat(60).parse::<Office>().is_ok());
        for text in ["", " 馆 ", "市图书馆\n办公室", "市图书馆\u{202e}", &"馆".repeat(61)] {
            assert!(text.parse::<Office>().is_err(), "{text:?}");
        }
    }
}
