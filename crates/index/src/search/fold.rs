//! Letters that count as the same.

/// The character as it is compared: half width, lower case, without tone marks, Chinese numerals as digits, one of two
/// characters that are often mixed up. `None` for what separates words: spaces, punctuation, quotation marks.
pub(super) fn fold(c: char) -> Option<char> {
    let half_width = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let lower = half_width.to_lowercase().next().unwrap_or(half_width);
    let plain = match lower {
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'v',
        '〇' | '零' => '0',
        '一' => '1',
        '二' => '2',
        '三' => '3',
        '四' => '4',
        '五' => '5',
        '六' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        // Taken for each other in local names: 瓜洲 and 瓜州, 氾水 and 汜水.
        '洲' => '州',
        '汜' => '氾',
        other => other,
    };
    plain.is_alphanumeric().then_some(plain)
}

/// Whether a folded character is a letter of pinyin or of an English word.
pub(super) fn is_letter(folded: char) -> bool {
    folded.is_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_tones_and_numerals_make_no_difference() {
        let fold_all = |text: &str| text.chars().filter_map(fold).collect::<String>();
        assert_eq!(fold_all("ＡＢｃ１２　（个园）"), "abc12个园");
        assert_eq!(fold_all("Shòu Xī Hú · Lǜ"), "shouxihulv");
        assert_eq!(fold_all("“三全”第七小学"), "3全第7小学");
        assert_eq!(fold_all("瓜洲"), fold_all("瓜州"));
    }
}
