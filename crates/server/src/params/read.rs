//! From a parameter's text to its value. An error is a clause that says what is wrong with the text.

use std::str::FromStr;

use chrono::NaiveDate;
use yuren_catalog::calendar::parse_date;

use super::parameter::{LIST_ENTRIES, Shape};
use crate::problem::shortened;

/// A finite number within the shape's bounds.
pub(super) fn number(shape: &Shape, text: &str) -> Result<f64, String> {
    let number = finite(text)?;
    let within = match shape {
        Shape::Number { min, max } => (*min..=*max).contains(&number),
        Shape::Positive { max } => number > 0.0 && number <= *max,
        _ => true,
    };
    if within { Ok(number) } else { Err("is out of range".to_owned()) }
}

/// A whole number within the shape's bounds.
pub(super) fn whole(shape: &Shape, text: &str) -> Result<usize, String> {
    // `usize` would take "+5" too; "007" is no harm.
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err("is not a whole number".to_owned());
    }
    match (shape, text.parse()) {
        (Shape::Whole { min, max }, Ok(number)) if (*min..=*max).contains(&number) => Ok(number),
        _ => Err("is out of range".to_owned()),
    }
}

/// `N` finite numbers.
pub(super) fn numbers<const N: usize>(_: &Shape, text: &str) -> Result<[f64; N], String> {
    // One more than needed, so that too many are noticed and a long list costs nothing.
    let parts: Vec<&str> = text.splitn(N + 1, ',').collect();
    let parts: [&str; N] = parts.try_into().map_err(|_| format!("is not {N} numbers"))?;
    let mut numbers = [0.0; N];
    for (number, part) in numbers.iter_mut().zip(parts) {
        *number = finite(part).map_err(|problem| format!("has {:?}, which {problem}", shortened(part)))?;
    }
    Ok(numbers)
}

/// Text without the white space around it.
pub(super) fn text(shape: &Shape, text: &str) -> Result<String, String> {
    let text = text.trim();
    let Shape::Text { max } = shape else { return Ok(text.to_owned()) };
    match text.chars().take(max + 1).count() {
        0 => Err("is only white space".to_owned()),
        n if n > *max => Err("is too long".to_owned()),
        _ => Ok(text.to_owned()),
    }
}

/// A date.
pub(super) fn date(_: &Shape, text: &str) -> Result<NaiveDate, String> {
    parse_date(text).map_err(|_| "is no such date".to_owned())
}

/// One word.
pub(super) fn word<T: FromStr>(_: &Shape, text: &str) -> Result<T, String> {
    text.parse().map_err(|_| "is none of these".to_owned())
}

/// Words separated by commas, each once, in the order given.
pub(super) fn words<T: FromStr + PartialEq>(_: &Shape, text: &str) -> Result<Vec<T>, String> {
    if text.split(',').count() > LIST_ENTRIES {
        return Err(format!("has more than {LIST_ENTRIES} entries"));
    }
    let mut words = Vec::new();
    for part in text.split(',') {
        let word = part.parse().map_err(|_| match part {
            _ if part == text => "is none of these".to_owned(),
            "" => "has an empty entry".to_owned(),
            _ => format!("has {:?}, which is none of these", shortened(part)),
        })?;
        if !words.contains(&word) {
            words.push(word);
        }
    }
    Ok(words)
}

fn finite(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        Ok(_) => Err("is not a finite number".to_owned()),
        Err(_) => Err("is not a number".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_is_infinite_or_none_is_refused() {
        let shape = Shape::Number { min: -90.0, max: 90.0 };
        for text in ["NaN", "inf", "-infinity", "1e999", "", " 1", "1,2", "0x10", "九"] {
            assert!(number(&shape, text).is_err(), "{text:?}");
        }
        assert_eq!(number(&shape, "-90"), Ok(-90.0));
        assert_eq!(number(&shape, "3.2e1"), Ok(32.0));
        assert!(number(&shape, "91").is_err());
    }

    #[test]
    fn a_whole_number_keeps_its_bounds() {
        let shape = Shape::Whole { min: 1, max: 100 };
        for text in ["0", "101", "1000000000", "99999999999999999999999", "-1", "+1", "1.0", ""] {
            assert!(whole(&shape, text).is_err(), "{text:?}");
        }
        assert_eq!(whole(&shape, "100"), Ok(100));
    }

    #[test]
    fn a_list_is_deduplicated_and_capped() {
        let shape = Shape::Opaque("");
        assert_eq!(words::<u8>(&shape, "3,1,3"), Ok(vec![3, 1]));
        assert!(words::<u8>(&shape, "3,,1").is_err());
        assert!(words::<u8>(&shape, &["1"; 33].join(",")).is_err());
        assert!(words::<u8>(&shape, &["1"; 32].join(",")).is_ok());
    }

    #[test]
    fn a_tuple_of_numbers_has_exactly_its_length() {
        let shape = Shape::Opaque("");
        assert_eq!(numbers(&shape, "1,2"), Ok([1.0, 2.0]));
        for text in ["1", "1,2,3", "1,", ",1", "1;2", "1,NaN"] {
            assert!(numbers::<2>(&shape, text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn text_is_measured_in_characters_after_trimming() {
        let shape = Shape::Text { max: 3 };
        assert_eq!(text(&shape, "  瘦西湖 ").as_deref(), Ok("瘦西湖"));
        assert!(text(&shape, "瘦西湖园").is_err());
        assert!(text(&shape, " \u{3000} ").is_err());
    }
}
