//! How characters are read aloud.

use pinyin::ToPinyinMulti;

/// A way to read a unit: letters without tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// `a`–`z` only; ü is `v`.
    pub(super) letters: Box<str>,
    /// Nobody would read a name so without being told: matches by it come after all others.
    pub(super) rare: bool,
}

/// Everyday readings of characters, the commonest first, where they are not just the first one that the `pinyin` crate
/// has: because that is another one, or because names use several. The crate's other readings are rare ones.
const EVERYDAY: &[(char, &[&str])] = &[
    ('乐', &["le", "yue"]),
    ('仇', &["qiu", "chou"]),
    ('传', &["chuan", "zhuan"]),
    ('佛', &["fo"]),        // 佛塔
    ('六', &["liu", "lu"]), // 六圩 and 六安
    ('单', &["dan", "shan"]),
    ('卜', &["bu", "bo"]),
    ('厦', &["sha", "xia"]),
    ('圩', &["wei", "xu"]),       // wéi along the lower Yangtze (十二圩), xū farther south
    ('堡', &["bao", "bu", "pu"]), // 柳堡, 吴堡, and 十里堡
    ('尉', &["wei", "yu"]),
    ('弄', &["nong", "long"]),
    ('曾', &["zeng", "ceng"]),
    ('朝', &["chao", "zhao"]),
    ('朴', &["pu", "piao"]), // 朴席镇, and the family name
    ('柏', &["bai", "bo"]),
    ('汜', &["si", "fan"]), // taken for 氾 in 氾水镇
    ('泊', &["bo", "po"]),
    ('盛', &["sheng", "cheng"]),
    ('缪', &["miao", "mou"]),
    ('翟', &["zhai", "di"]),
    ('藏', &["cang", "zang"]),
    ('行', &["xing", "hang"]),
    ('解', &["jie", "xie"]),
    ('车', &["che", "ju"]),
    ('都', &["du"]), // 江都, 宋都
    ('重', &["zhong", "chong"]),
    ('长', &["chang", "zhang"]), // 长廊, 家长
];

/// The readings of a character, everyday ones first; none if it has none (digits, kana).
pub(super) fn readings_of(c: char) -> Vec<Reading> {
    let in_crate: Vec<&str> = c
        .to_pinyin_multi()
        .map(|readings| readings.into_iter().map(pinyin::Pinyin::plain).collect())
        .unwrap_or_default();
    let everyday = match EVERYDAY.binary_search_by_key(&c, |row| row.0) {
        Ok(row) => EVERYDAY[row].1,
        Err(_) => &in_crate[..in_crate.len().min(1)],
    };
    let mut readings: Vec<Reading> = Vec::new();
    let with_rarity = everyday.iter().map(|&r| (r, false)).chain(in_crate.iter().map(|&r| (r, true)));
    for (plain, rare) in with_rarity {
        // ü is typed `v`, and by many `u`.
        for u in ["v", "u"] {
            let letters = plain.replace('ü', u);
            if letters.bytes().all(|b| b.is_ascii_lowercase()) && readings.iter().all(|r| *r.letters != *letters) {
                readings.push(Reading { letters: letters.into(), rare });
            }
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(c: char, rare: bool) -> Vec<String> {
        readings_of(c).into_iter().filter(|r| r.rare == rare).map(|r| r.letters.into()).collect()
    }

    #[test]
    fn the_table_is_sorted_and_says_only_what_the_crate_does_not() {
        assert!(EVERYDAY.is_sorted_by_key(|row| row.0));
        for &(c, everyday) in EVERYDAY {
            let first = c.to_pinyin_multi().and_then(|readings| readings.get_opt(0)).map(pinyin::Pinyin::plain);
            assert_ne!(everyday, first.as_slice(), "the row for {c} is not needed");
        }
    }

    #[test]
    fn characters_of_local_names_are_read_as_people_there_read_them() {
        let local = [
            ('邗', "han"),
            ('氾', "fan"),
            ('汊', "cha"),
            ('虬', "qiu"),
            ('朴', "pu"),
            ('泾', "jing"),
            ('茱', "zhu"),
            ('萸', "yu"),
            ('塍', "cheng"),
            ('圩', "wei"),
            ('都', "du"),
            ('佛', "fo"),
            ('垛', "duo"),
            ('甓', "pi"),
            ('渌', "lu"),
        ];
        for (c, reading) in local {
            assert_eq!(letters(c, false).first().map(String::as_str), Some(reading), "{c}");
        }
    }

    #[test]
    fn other_readings_of_the_crate_are_rare_and_umlauts_are_typed_two_ways() {
        assert_eq!(letters('都', true), ["dou"]);
        assert_eq!(letters('女', false), ["nv", "nu"]);
        assert!(letters('7', false).is_empty());
    }
}
