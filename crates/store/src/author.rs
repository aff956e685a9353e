//! Who makes a change.

use std::fmt;
use std::str::FromStr;

use crate::{AccountName, InvalidAccountName};

/// Who made a commit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Author {
    /// Somebody who signed in.
    Account(AccountName),
    /// Whoever runs the program on its own machine.
    Operator,
    /// Nobody: the city pack that the store began with.
    CityPack,
}

const OPERATOR: &str = "[operator]";
const CITY_PACK: &str = "[city pack]";

impl fmt::Display for Author {
    /// The account's name, or a word in brackets, which no account's name has.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Account(name) => name.as_str(),
            Self::Operator => OPERATOR,
            Self::CityPack => CITY_PACK,
        })
    }
}

impl FromStr for Author {
    type Err = InvalidAccountName;

    fn from_str(text: &str) -> Result<Self, InvalidAccountName> {
        match text {
            OPERATOR => Ok(Self::Operator),
            CITY_PACK => Ok(Self::CityPack),
            name => name.parse().map(Self::Account),
        }
    }
}
