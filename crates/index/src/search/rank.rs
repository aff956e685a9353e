//! Which answer comes first.

use yuren_catalog::RegionLevel;

use super::MatchedField;
use super::matching::{Match, Position};
use super::names::Owner;

/// The order of answers: field by field, the lesser first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    matched: Match,
    field: u8,
    /// Where the query is the whole name of something, the greater region first; elsewhere 0.
    size: u8,
    /// Units of the name.
    length: u32,
    /// Elsewhere, the greater region first among names of one length.
    size_among_equals: u8,
    /// Straight-line distance in whole metres; 0 where no point was given, the greatest where the answer has none.
    distance_m: u64,
    owner: Owner,
}

impl Rank {
    pub(super) fn new(
        mut matched: Match,
        field: MatchedField,
        level: Option<RegionLevel>,
        length: usize,
        owner: Owner,
    ) -> Self {
        let field = match field {
            MatchedField::Name | MatchedField::Region => 0,
            MatchedField::RoleName => 1,
            MatchedField::Alias => 2,
            MatchedField::Address => {
                // Every address begins with the city's name and goes on with a district's: that says nothing.
                if matched.position != Position::Whole {
                    matched.position = matched.position.max(Position::Inside);
                }
                3
            }
        };
        // A town before the places named after it; but a village after the place that bears its name, because that is
        // where one can go.
        let size = match level {
            Some(RegionLevel::City) => 0,
            Some(RegionLevel::District) => 1,
            Some(RegionLevel::Town) => 2,
            None => 3,
            Some(RegionLevel::Village) => 4,
        };
        let is_all = matches!(matched.position, Position::Whole | Position::Core);
        let size_first = if is_all { size } else { 0 };
        let length = length as u32;
        Self { matched, field, size: size_first, length, size_among_equals: size, distance_m: 0, owner }
    }

    /// The same at this distance.
    pub(super) fn at_distance(self, distance_m: u64) -> Self {
        Self { distance_m, ..self }
    }

    /// The rank of something whose own name matches one word of the query with this rank, and all words with these.
    pub(super) fn scattered(self, words: &[Self]) -> Self {
        let matched = words.iter().fold(self.matched, |all, word| Match {
            rare: all.rare || word.matched.rare,
            position: Position::Scattered,
            script: all.script.max(word.matched.script),
        });
        Self { matched, ..self }
    }
}
