//! Whether a query matches a name, and how well.

use super::query::Query;
use super::units::{Dictionary, Placed, Quality, Script};

/// Where in a name the query matches, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Position {
    /// All of it.
    Whole,
    /// All of a town's, district's or city's name but (part of) the word for what it is, or but the regions before it: 邵伯
    /// in 邵伯镇, 杭集镇 in 扬州市生态科技新城杭集镇.
    Core,
    /// Its beginning.
    Beginning,
    /// The beginning of a word.
    WordStart,
    /// Anywhere else.
    Inside,
    /// Each word of the query in a place of its own.
    Scattered,
}

/// How well a query matches a name, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Match {
    pub(super) rare: bool,
    pub(super) position: Position,
    pub(super) script: Script,
}

/// The best match of the query in the name, whose core ends before unit `core`.
///
/// Successive units, from any one on, must consume the query. What has been consumed with how many units is all that
/// matters for what follows, so of the ways to get there only the best is kept: the work is at most units² × query length.
pub(super) fn best_match(dictionary: &Dictionary, name: &[Placed], core: usize, query: &Query) -> Option<Match> {
    let mut best: Option<Match> = None;
    let mut reached: Vec<(usize, Quality)> = Vec::new();
    let mut next: Vec<(usize, Quality)> = Vec::new();
    for start in 0..name.len() {
        reached.clear();
        reached.push((0, Quality::BEST));
        for (end, placed) in (start + 1..).zip(&name[start..]) {
            next.clear();
            for &(at, so_far) in &reached {
                dictionary.steps(placed.unit(), query, at, |at, quality| keep_best(&mut next, at, so_far.and(quality)));
            }
            if next.is_empty() {
                break;
            }
            if let Some(&(_, Quality { rare, script })) = next.iter().find(|&&(at, _)| at == query.len()) {
                let position = match start {
                    0 if end == name.len() => Position::Whole,
                    _ if end >= core && (start == 0 || name[start].is_word_start()) => Position::Core,
                    0 => Position::Beginning,
                    _ if name[start].is_word_start() => Position::WordStart,
                    _ => Position::Inside,
                };
                let found = Match { rare, position, script };
                best = Some(best.map_or(found, |best| best.min(found)));
            }
            std::mem::swap(&mut reached, &mut next);
        }
    }
    best
}

fn keep_best(reached: &mut Vec<(usize, Quality)>, at: usize, quality: Quality) {
    match reached.iter_mut().find(|(there, _)| *there == at) {
        Some((_, best)) => *best = quality.min(*best),
        None => reached.push((at, quality)),
    }
}
