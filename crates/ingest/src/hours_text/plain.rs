//! One form for what is typed in many: full width, kinds of dashes, spaces.

/// A text in its plain form, each character with the place of its original.
#[derive(Debug)]
pub(super) struct Plain {
    pub(super) chars: Vec<char>,
    /// For each plain character the offset in bytes at which its original begins, and at last the length of all.
    offsets: Vec<usize>,
}

impl Plain {
    pub(super) fn of(text: &str) -> Self {
        let typed: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, fold(c))).collect();
        let (mut chars, mut offsets) = (Vec::with_capacity(typed.len()), Vec::with_capacity(typed.len() + 1));
        for (i, &(at, c)) in typed.iter().enumerate() {
            if c == ' ' {
                // A space matters only between numbers, which would run together without it.
                let before = chars.last().copied().is_some_and(is_numeral);
                let after = typed[i..].iter().map(|&(_, c)| c).find(|&c| c != ' ').is_some_and(is_numeral);
                if !(before && after) {
                    continue;
                }
            }
            chars.push(c);
            offsets.push(at);
        }
        offsets.push(text.len());
        Self { chars, offsets }
    }

    /// The part of the original that the plain characters from `from` up to `to` stand for.
    pub(super) fn original<'a>(&self, text: &'a str, from: usize, to: usize) -> &'a str {
        text[self.offsets[from]..self.offsets[to]].trim()
    }
}

/// Whether a character is a digit, Arabic or Chinese.
pub(super) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十两".contains(c)
}

fn fold(c: char) -> char {
    match c {
        '—' | '–' | '―' | '‐' | '‑' | '−' | '﹣' | '─' | '~' | '～' | '〜' | '∼' | '－' => '-',
        '∶' | '︰' | '﹕' => ':',
        '【' | '〔' | '[' | '［' | '〖' => '(',
        '】' | '〕' | ']' | '］' | '〗' => ')',
        // The full-width forms of ASCII stand in its order from U+FF01 on.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0)
            .map_or(c, |plain| if plain == '~' { '-' } else { plain.to_ascii_lowercase() }),
        c if c.is_whitespace() => ' ',
        c => c.to_ascii_lowercase(),
    }
}
