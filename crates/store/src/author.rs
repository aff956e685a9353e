//! Who makes a change.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;
use yuren_catalog::Office;

use crate::AccountName;

/// Who made a commit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Author {
    /// Somebody who signed in.
    Account(AccountName),
    /// A place's staff, by a link that was made for this office.
    Link(Office),
    /// Whoever runs the program on its own machine.
    Operator,
    /// Nobody: the city pack that the store began with.
    CityPack,
}

/// The text names no author.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is no author; allowed: an account's name, [link] and an office, [operator], [city pack]")]
pub struct InvalidAuthor(pub String);

const LINK: &str = "[link] ";
const OPERATOR: &str = "[operator]";
const CITY_PACK: &str = "[city pack]";

impl fmt::Display for Author {
    /// The account's name, or what begins with a word in brackets, as no account's name does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Account(name) => f.write_str(name.as_str()),
            Self::Link(office) => write!(f, "{LINK}{office}"),
            Self::Operator => f.write_str(OPERATOR),
            Self::CityPack => f.write_str(CITY_PACK),
        }
    }
}

impl FromStr for Author {
    type Err = InvalidAuthor;

    fn from_str(text: &str) -> Result<Self, InvalidAuthor> {
        let author = match text {
            OPERATOR => Some(Self::Operator),
            CITY_PACK => Some(Self::CityPack),
            _ => match text.strip_prefix(LINK) {
                Some(office) => office.parse().ok().map(Self::Link),
                None => text.parse().ok().map(Self::Account),
            },
        };
        author.ok_or_else(|| InvalidAuthor(text.chars().take(80).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_reads_as_it_is_written() {
        let office: Office = "市图书馆 [operator]".parse().unwrap();
        let authors =
            [Author::Account("li.na".parse().unwrap()), Author::Link(office), Author::Operator, Author::CityPack];
        for (author, text) in authors.iter().zip(["li.na", "[link] 市图书馆 [operator]", "[operator]", "[city pack]"])
        {
            assert_eq!(author.to_string(), text);
            assert_eq!(text.parse().as_ref(), Ok(author));
        }
    }

    #[test]
    fn no_office_passes_for_an_account_and_no_word_in_brackets_for_another() {
        for text in ["", "[link]", "[link] ", "[link] 馆", "[linked] 市图书馆", "[operator] ", "市图书馆"] {
            assert!(text.parse::<Author>().is_err(), "{text:?}");
        }
    }
}
