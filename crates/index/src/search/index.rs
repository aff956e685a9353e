//! The search index of a snapshot.

use std::collections::HashMap;

use yuren_catalog::{Place, RegionTree};
use yuren_geodesy::{Ecef, LonLat, Wgs84};

use super::matching::best_match;
use super::names::{NameRef, Owner, all_names, text_of};
use super::pairs::{NameId, Pairs};
use super::query::Query;
use super::rank::Rank;
use super::units::{Dictionary, Placed};
use super::{SearchHit, SearchSubject};

/// How many names are looked at to answer a word of a query. Where more of them hold what the word begins with, the ones
/// looked at hold it nearest their beginning and are the shortest, which is what ranks best anyway.
const MAX_CANDIDATES: usize = 20_000;

/// A query of more words is looked for in one piece only, not word by word.
const MAX_WORDS: usize = 4;

/// The index of all names of places and regions. It holds numbers only; the texts stay where they are.
#[derive(Debug)]
pub(crate) struct SearchIndex {
    dictionary: Dictionary,
    pairs: Pairs,
    /// By [`NameId`], shorter names first.
    names: Vec<NameRef>,
    /// All names' units on end, and where each begins; one more at the end.
    units: Vec<Placed>,
    offsets: Vec<u32>,
}

/// The best match of each owner.
type Found = HashMap<Owner, (Rank, NameId)>;

impl SearchIndex {
    /// The index of these places and regions; the same ones must be given to [`SearchIndex::search`].
    pub(crate) fn new(places: &[Place], regions: &RegionTree) -> Self {
        let mut dictionary = Dictionary::default();
        let mut all = all_names(places, regions, &mut dictionary);
        all.sort_by_key(|(_, units)| units.len());
        let pairs = Pairs::new(all.iter().map(|(_, units)| units.as_slice()));
        let mut index = Self {
            dictionary,
            pairs,
            names: Vec::with_capacity(all.len()),
            units: Vec::with_capacity(all.iter().map(|(_, units)| units.len()).sum()),
            offsets: Vec::with_capacity(all.len() + 1),
        };
        for (name, units) in all {
            index.names.push(name);
            index.offsets.push(index.units.len() as u32);
            index.units.extend(units);
        }
        index.offsets.push(index.units.len() as u32);
        index
    }

    /// The best `limit` answers.
    pub(crate) fn search(
        &self,
        places: &[Place],
        regions: &RegionTree,
        text: &str,
        near: Option<LonLat<Wgs84>>,
        limit: usize,
    ) -> Vec<SearchHit> {
        let mut found = self.matching(&Query::new(text), regions);
        let words: Vec<Query> = text.split_whitespace().take(MAX_WORDS + 1).map(Query::new).collect();
        if found.is_empty() && (2..=MAX_WORDS).contains(&words.len()) {
            found = self.scattered(&words, places, regions);
        }
        let near = near.map(Ecef::from);
        let mut ranked: Vec<(Rank, NameId)> = found
            .into_values()
            .map(|(rank, name)| {
                let Some(near) = near else { return (rank, name) };
                let point = match self.names[name as usize].owner {
                    Owner::Place(ix) => Some(places[ix as usize].position.point),
                    Owner::Region(ix) => region(regions, ix).and_then(|r| r.position.as_ref()).map(|p| p.point),
                };
                let distance_m = point.map_or(u64::MAX, |point| near.chord_m(Ecef::from(point)).round() as u64);
                (rank.at_distance(distance_m), name)
            })
            .collect();
        ranked.sort_unstable_by_key(|&(rank, _)| rank);
        ranked.truncate(limit);
        ranked.iter().filter_map(|&(_, name)| self.hit(name, places, regions)).collect()
    }

    /// Everything that has a name which holds the query in one piece.
    fn matching(&self, query: &Query, regions: &RegionTree) -> Found {
        let mut found = Found::new();
        for id in self.pairs.candidates(&self.dictionary, query, MAX_CANDIDATES) {
            let name = self.names[id as usize];
            let units = &self.units[self.offsets[id as usize] as usize..self.offsets[id as usize + 1] as usize];
            let Some(matched) = best_match(&self.dictionary, units, usize::from(name.core), query) else { continue };
            let level = match name.owner {
                Owner::Region(ix) => region(regions, ix).map(|region| region.code.level()),
                Owner::Place(_) => None,
            };
            let rank = Rank::new(matched, name.field, level, units.len(), name.owner);
            let best = found.entry(name.owner).or_insert((rank, id));
            *best = (rank, id).min(*best);
        }
        found
    }

    /// Places of which every word of the query is found by itself, in any of their names or in those of their regions
    /// (江都 图书馆), but one at least in their own.
    fn scattered(&self, words: &[Query], places: &[Place], regions: &RegionTree) -> Found {
        let found: Vec<Found> = words.iter().map(|word| self.matching(word, regions)).collect();
        let mut scattered = Found::new();
        for &owner in found.iter().flat_map(Found::keys) {
            let Owner::Place(ix) = owner else { continue };
            let codes = places[ix as usize].region.and_ancestors();
            let around = codes.filter_map(|code| regions.position(&code)).map(|at| Owner::Region(at as u32));
            let (around, mut own): (Vec<Owner>, Option<(Rank, NameId)>) = (around.collect(), None);
            let ranks = found.iter().map(|of_word| {
                if let Some(&best) = of_word.get(&owner) {
                    own = Some(own.map_or(best, |own| own.min(best)));
                    return Some(best.0);
                }
                around.iter().filter_map(|region| of_word.get(region)).map(|&(rank, _)| rank).min()
            });
            if let (Some(ranks), Some((rank, name))) = (ranks.collect::<Option<Vec<Rank>>>(), own) {
                scattered.insert(owner, (rank.scattered(&ranks), name));
            }
        }
        scattered
    }

    fn hit(&self, name: NameId, places: &[Place], regions: &RegionTree) -> Option<SearchHit> {
        let name = &self.names[name as usize];
        let subject = match name.owner {
            Owner::Place(ix) => SearchSubject::Place(ix),
            Owner::Region(ix) => SearchSubject::Region(region(regions, ix)?.code.clone()),
        };
        let matched = text_of(name, places, regions)?.to_owned();
        Some(SearchHit { subject, matched, field: name.field })
    }
}

fn region(regions: &RegionTree, ix: u32) -> Option<&yuren_catalog::Region> {
    regions.iter().nth(ix as usize)
}
