//! What was typed.

use super::fold::{fold, is_letter};

/// How much of a query counts, in characters after folding.
const MAX_CHARS: usize = 64;

/// A query, folded. Positions go from 0 to [`Query::len`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Query {
    chars: Vec<char>,
    /// By position: where the run of letters that it stands in ends; the position itself where no letter stands.
    run_ends: Vec<usize>,
}

impl Query {
    /// Folds what was typed; what lies beyond 64 characters is ignored.
    pub(super) fn new(text: &str) -> Self {
        let mut chars = Vec::new();
        let mut starts_run = Vec::new();
        let mut separated = true;
        for c in text.chars() {
            match fold(c) {
                Some(folded) if chars.len() < MAX_CHARS => {
                    chars.push(folded);
                    starts_run.push(separated);
                    separated = false;
                }
                _ => separated = true,
            }
        }
        let mut run_ends = vec![chars.len(); chars.len() + 1];
        for at in (0..chars.len()).rev() {
            let next = at + 1;
            run_ends[at] = match chars.get(next) {
                _ if !is_letter(chars[at]) => at,
                Some(&c) if is_letter(c) && !starts_run[next] => run_ends[next],
                _ => next,
            };
        }
        Self { chars, run_ends }
    }

    /// Its length in characters.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The folded characters.
    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Where the run of letters at this position ends: no syllable and no word goes on behind a space.
    pub(super) fn run_end(&self, at: usize) -> usize {
        self.run_ends[at]
    }

    /// How many letters from this position on are the same as the first ones of `letters`.
    pub(super) fn common_letters(&self, at: usize, letters: &str) -> usize {
        self.chars[at..self.run_ends[at]].iter().zip(letters.bytes()).take_while(|&(&a, b)| a == char::from(b)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_letters_ends_at_a_space_a_character_or_the_end() {
        let query = Query::new("瘦xi Hu'7");
        assert_eq!(query.chars(), ['瘦', 'x', 'i', 'h', 'u', '7']);
        assert_eq!((0..=6).map(|at| query.run_end(at)).collect::<Vec<_>>(), [0, 3, 3, 5, 5, 5, 6]);
        assert_eq!(query.common_letters(1, "xing"), 2);
    }

    #[test]
    fn a_query_of_separators_is_empty() {
        assert_eq!(Query::new(" ·“”（）").len(), 0);
    }
}
