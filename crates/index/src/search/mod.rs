//! Finding places and regions by their names: by characters, pinyin, initials, or a mixture (`瘦西湖`, `shouxihu`, `sxh`,
//! `瘦xihu`), digits, English words, and aliases and addresses as well as names.
//!
//! A name is a sequence of *units*: a Chinese character, a digit, an English word. A query matches from some unit on if
//! successive units consume it, each taking its own character, one of its readings, or the first letter of one; where a run
//! of letters ends, any beginning of a reading will do. [`pairs`] says which names are worth a look, [`matching`] whether and
//! how well they match, [`rank`] which comes first.

mod fold;
mod index;
mod matching;
mod names;
mod pairs;
mod query;
mod rank;
mod readings;
mod units;

pub(crate) use index::SearchIndex;
use yuren_catalog::RegionCode;

use crate::PlaceIx;

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchSubject {
    /// A place, by its index in [`crate::Snapshot::places`].
    Place(PlaceIx),
    /// A region.
    Region(RegionCode),
}

/// Which of its texts matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchedField {
    /// A place's name, in Chinese or English.
    Name,
    /// The own name (牌名) of one of its roles.
    RoleName,
    /// Another name by which people know it.
    Alias,
    /// Its postal address.
    Address,
    /// A region's name.
    Region,
}

impl MatchedField {
    /// The name used in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::RoleName => "role_name",
            Self::Alias => "alias",
            Self::Address => "address",
            Self::Region => "region",
        }
    }
}

/// One answer of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchHit {
    /// What was found.
    pub subject: SearchSubject,
    /// The text that matched, as it stands in the data.
    pub matched: String,
    /// What that text is to the subject.
    pub field: MatchedField,
}
