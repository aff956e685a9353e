//! Finds the word of the list that begins at a character.

use super::token::Token;
use super::word_list::{ACCOMPANYING, COMPANIONS, PARTICLES, WORDS};

/// The word that begins at `at`, with its length in characters; a particle has no token.
pub(super) fn word(chars: &[char], at: usize) -> Option<(Option<Token>, usize)> {
    let rest = &chars[at..];
    let fits = |word: &str| -> Option<usize> {
        let length = word.chars().count();
        (length <= rest.len() && word.chars().zip(rest).all(|(a, &b)| a == b)).then_some(length)
    };
    let words = WORDS.iter().flat_map(|(token, words)| words.iter().map(move |word| (Some(token), *word)));
    let particles = PARTICLES.iter().map(|word| (None, *word));
    let longest = words.chain(particles).filter_map(|(token, word)| Some((token, fits(word)?))).max_by_key(|&(_, n)| n);
    let accompanied = accompanied(rest).map(|length| (Some(Token::Accompanied), length));
    let longest = longest.map(|(token, length)| (token.cloned(), length));
    accompanied.into_iter().chain(longest).max_by_key(|&(_, length)| length)
}

/// 由家长陪同, 在监护人陪同下参观: the length of such words at the beginning.
fn accompanied(rest: &[char]) -> Option<usize> {
    let rest: String = rest.iter().take(20).collect();
    let bare = ["由", "有", "在"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(&rest);
    let longest = |words: &[&str], text: &str| words.iter().filter(|w| text.starts_with(**w)).map(|w| w.len()).max();
    let companion = longest(&COMPANIONS, bare)?;
    let accompanying = longest(&ACCOMPANYING, &bare[companion..])?;
    let bytes = rest.len() - bare.len() + companion + accompanying;
    Some(rest[..bytes].chars().count())
}
