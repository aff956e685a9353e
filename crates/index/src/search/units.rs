//! Names as sequences of units: a Chinese character, a digit, or a whole English word.

use std::collections::HashMap;

use super::fold::{fold, is_letter};
use super::query::Query;
use super::readings::{Reading, readings_of};

/// A unit's number in its [`Dictionary`].
pub(super) type UnitId = u32;

/// How part of a query was taken for a unit, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Script {
    /// By the character itself, or the whole English word.
    Characters,
    /// By whole syllables, the last one perhaps not finished.
    Pinyin,
    /// By the first letters of syllables.
    Initials,
}

/// How well: everyday readings before rare ones, then by script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Quality {
    pub(super) rare: bool,
    pub(super) script: Script,
}

impl Quality {
    pub(super) const BEST: Self = Self { rare: false, script: Script::Characters };

    /// The quality of two parts together.
    pub(super) fn and(self, other: Self) -> Self {
        Self { rare: self.rare || other.rare, script: self.script.max(other.script) }
    }
}

/// A character or a word.
#[derive(Debug)]
enum Unit {
    Character { folded: char, readings: Vec<Reading> },
    Word(Reading),
}

impl Unit {
    fn readings(&self) -> &[Reading] {
        match self {
            Self::Character { readings, .. } => readings,
            Self::Word(word) => std::slice::from_ref(word),
        }
    }

    /// Every way to take a piece of the query, starting at `at`, for this unit: calls `step` with where the piece ends.
    fn steps(&self, query: &Query, at: usize, mut step: impl FnMut(usize, Quality)) {
        let Some(&c) = query.chars().get(at) else { return };
        if !is_letter(c) {
            if matches!(self, Self::Character { folded, .. } if *folded == c) {
                step(at + 1, Quality::BEST);
            }
            return;
        }
        let run_end = query.run_end(at);
        for Reading { letters, rare } in self.readings() {
            let common = query.common_letters(at, letters);
            let mut take = |length: usize, script| step(at + length, Quality { rare: *rare, script });
            if common == letters.len() {
                let whole = if matches!(self, Self::Word(_)) { Script::Characters } else { Script::Pinyin };
                take(common, whole);
            }
            let initial = if ["zh", "ch", "sh"].iter().any(|two| letters.starts_with(two)) { 2 } else { 1 };
            if common < letters.len() && common > 0 && at + common == run_end {
                // Cut short where the letters end: a syllable being typed, or an abbreviation before a space.
                let is_abbreviation = common <= initial && (at == 0 || run_end < query.len());
                take(common, if is_abbreviation { Script::Initials } else { Script::Pinyin });
            }
            for length in (1..=initial).filter(|&length| length < letters.len() && length <= common) {
                if at + length < run_end {
                    take(length, Script::Initials);
                }
            }
        }
    }
}

/// A unit in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed(u32);

impl Placed {
    const WORD_START: u32 = 1 << 31;

    fn new(unit: UnitId, word_start: bool) -> Self {
        Self(unit | if word_start { Self::WORD_START } else { 0 })
    }

    /// Which unit.
    pub(super) fn unit(self) -> UnitId {
        self.0 & !Self::WORD_START
    }

    /// Whether a word starts here, as far as one can tell without a dictionary: behind a space, where digits or letters
    /// begin or end, and behind a region's name at the beginning (扬州市|博物馆).
    pub(super) fn is_word_start(self) -> bool {
        self.0 & Self::WORD_START != 0
    }

    pub(super) fn starting_a_word(self) -> Self {
        Self(self.0 | Self::WORD_START)
    }
}

/// All units that occur in names, each once.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    units: Vec<Unit>,
    by_character: HashMap<char, UnitId>,
    by_word: HashMap<Box<str>, UnitId>,
    /// The units that a piece of a query may be taken for that begins with this folded character.
    by_first: HashMap<char, Vec<UnitId>>,
}

/// What a character is written in; words start where this changes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    Letters,
    Digits,
    Chinese,
}

impl Dictionary {
    /// Takes a text apart, adding units not seen before.
    pub(super) fn units_of(&mut self, text: &str) -> Vec<Placed> {
        let mut placed = Vec::new();
        let mut word = String::new();
        let mut before: Option<Writing> = None;
        for c in text.chars() {
            let Some(folded) = fold(c) else {
                self.end_word(&mut word, &mut placed);
                before = None;
                continue;
            };
            if is_letter(folded) {
                word.push(folded);
                before = Some(Writing::Letters);
                continue;
            }
            self.end_word(&mut word, &mut placed);
            let writing = if c.is_numeric() && fold(c) == Some(c) { Writing::Digits } else { Writing::Chinese };
            let unit = self.character(c, folded);
            placed.push(Placed::new(unit, before != Some(writing)));
            before = Some(writing);
        }
        self.end_word(&mut word, &mut placed);
        placed
    }

    fn end_word(&mut self, word: &mut String, placed: &mut Vec<Placed>) {
        if word.is_empty() {
            return;
        }
        let unit = self.by_word.get(word.as_str()).copied().unwrap_or_else(|| {
            let letters: Box<str> = word.as_str().into();
            let unit = self.add(Unit::Word(Reading { letters: letters.clone(), rare: false }));
            self.by_word.insert(letters, unit);
            unit
        });
        word.clear();
        placed.push(Placed::new(unit, true));
    }

    fn character(&mut self, c: char, folded: char) -> UnitId {
        if let Some(&unit) = self.by_character.get(&c) {
            return unit;
        }
        let unit = self.add(Unit::Character { folded, readings: readings_of(c) });
        self.by_character.insert(c, unit);
        unit
    }

    fn add(&mut self, unit: Unit) -> UnitId {
        let id = self.units.len() as UnitId;
        let mut firsts: Vec<char> = unit.readings().iter().filter_map(|r| r.letters.chars().next()).collect();
        if let Unit::Character { folded, .. } = unit {
            firsts.push(folded);
        }
        firsts.sort_unstable();
        firsts.dedup();
        for first in firsts {
            self.by_first.entry(first).or_default().push(id);
        }
        self.units.push(unit);
        id
    }

    /// The units that a piece of a query may be taken for that begins with this folded character.
    pub(super) fn beginning_with(&self, first: char) -> &[UnitId] {
        self.by_first.get(&first).map_or(&[], Vec::as_slice)
    }

    /// Every way to take a piece of the query for this unit: calls `step` with where the piece ends.
    pub(super) fn steps(&self, unit: UnitId, query: &Query, at: usize, step: impl FnMut(usize, Quality)) {
        self.units[unit as usize].steps(query, at, step);
    }
}
