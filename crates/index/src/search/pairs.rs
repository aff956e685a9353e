//! The inverted index: which names hold which two units side by side.
//!
//! A query names the pairs that its beginning may mean (`sxh`: every pair of units read s… x…); the names that hold one of
//! them are candidates. Where the query has two characters side by side, those may name fewer. A name's last unit is paired
//! with [`END`], so that all names that hold a unit are found by the pairs that it begins.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::fold::is_letter;
use super::query::Query;
use super::units::{Dictionary, Placed, UnitId};

/// A name's number. Names are numbered by length, so that a lesser number is a shorter name.
pub(super) type NameId = u32;

/// The unit after the last one.
const END: UnitId = UnitId::MAX;

/// Where in a name a pair stands, above the name's number: at its beginning, at a word's, or elsewhere. So a list of
/// postings in ascending order begins with the names that rank best.
const CLASS_SHIFT: u32 = 30;

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Ascending.
    keys: Vec<(UnitId, UnitId)>,
    /// Where a pair's postings begin; one more at the end.
    offsets: Vec<u32>,
    postings: Vec<u32>,
}

impl Pairs {
    /// The index of these names, in order of their numbers.
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a [Placed]>) -> Self {
        let mut occurrences: Vec<((UnitId, UnitId), u32)> = Vec::new();
        for (name, units) in (0_u32..).zip(names) {
            for (i, unit) in units.iter().enumerate() {
                let class = if i == 0 { 0 } else { 2 - u32::from(unit.is_word_start()) };
                let next = units.get(i + 1).map_or(END, |next| next.unit());
                occurrences.push(((unit.unit(), next), class << CLASS_SHIFT | name));
            }
        }
        occurrences.sort_unstable();
        occurrences.dedup();
        let mut index = Self::default();
        for (pair, posting) in occurrences {
            if index.keys.last() != Some(&pair) {
                index.keys.push(pair);
                index.offsets.push(index.postings.len() as u32);
            }
            index.postings.push(posting);
        }
        index.offsets.push(index.postings.len() as u32);
        index
    }

    /// Names that may match the query, at most `limit`: those first in which the pair stands nearer the beginning, then
    /// shorter ones. No name that matches is missing as long as there are no more than `limit`. A name may come twice.
    pub(super) fn candidates(&self, dictionary: &Dictionary, query: &Query, limit: usize) -> Vec<NameId> {
        let side_by_side = (1..query.len()).filter_map(|second| self.of_characters(dictionary, query, second));
        let fewest = side_by_side
            .chain([self.of_beginning(dictionary, query)])
            .min_by_key(|lists| lists.iter().map(ExactSizeIterator::len).sum::<usize>());
        self.merge(fewest.unwrap_or_default(), limit)
    }

    /// The postings of every pair that the query may begin with.
    fn of_beginning(&self, dictionary: &Dictionary, query: &Query) -> Vec<Range<usize>> {
        let Some(&first) = query.chars().first() else { return Vec::new() };
        let mut lists = Vec::new();
        for &unit in dictionary.beginning_with(first) {
            let mut ends = Vec::new();
            dictionary.steps(unit, query, 0, |end, _| ends.push(end));
            let from = self.keys.partition_point(|&(a, _)| a < unit);
            for (i, &(_, next)) in (from..).zip(self.keys[from..].iter().take_while(|&&(a, _)| a == unit)) {
                let mut goes_on = ends.contains(&query.len());
                if !goes_on && next != END {
                    for &end in &ends {
                        dictionary.steps(next, query, end, |_, _| goes_on = true);
                    }
                }
                if goes_on {
                    lists.push(self.postings_of(i));
                }
            }
        }
        lists
    }

    /// The postings of the two characters at `second - 1` and `second`, if no letter is among them.
    fn of_characters(&self, dictionary: &Dictionary, query: &Query, second: usize) -> Option<Vec<Range<usize>>> {
        let (a, b) = (query.chars()[second - 1], query.chars()[second]);
        if is_letter(a) || is_letter(b) {
            return None;
        }
        let units = |c| dictionary.beginning_with(c).iter();
        let pairs = units(a).flat_map(|&a| units(b).map(move |&b| (a, b)));
        Some(pairs.filter_map(|pair| self.keys.binary_search(&pair).ok()).map(|i| self.postings_of(i)).collect())
    }

    fn postings_of(&self, pair: usize) -> Range<usize> {
        self.offsets[pair] as usize..self.offsets[pair + 1] as usize
    }

    /// The first `limit` postings of these ascending lists together.
    fn merge(&self, lists: Vec<Range<usize>>, limit: usize) -> Vec<NameId> {
        let head = |mut list: Range<usize>| list.next().map(|at| Reverse((self.postings[at], list.start, list.end)));
        let mut heads: BinaryHeap<_> = lists.into_iter().filter_map(head).collect();
        let mut names = Vec::new();
        while let Some(Reverse((posting, start, end))) = heads.pop()
            && names.len() < limit
        {
            names.push(posting & ((1 << CLASS_SHIFT) - 1));
            heads.extend(head(start..end));
        }
        names
    }
}
