//! A date as files, addresses and command lines write it.

use chrono::{Datelike, NaiveDate};
use thiserror::Error;

/// First year of which dates are read.
const FIRST_YEAR: i32 = 1900;

/// The text is no date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is no date; allowed: YYYY-MM-DD from 1900-01-01 to 9999-12-31")]
pub struct InvalidDate(pub String);

/// A date written `YYYY-MM-DD`, from 1900-01-01 to 9999-12-31.
///
/// chrono's own reading would take `2026-1-1` too, and years of five digits.
pub fn parse_date(text: &str) -> Result<NaiveDate, InvalidDate> {
    let is_plain = text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    is_plain
        .then(|| text.parse::<NaiveDate>().ok())
        .flatten()
        .filter(|date| date.year() >= FIRST_YEAR)
        .ok_or_else(|| InvalidDate(text.chars().take(20).collect()))
}

/// For serde: a date in a file, refused by its value.
pub(crate) mod serde_date {
    use std::borrow::Cow;

    use chrono::NaiveDate;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        super::parse_date(&Cow::<str>::deserialize(deserializer)?).map_err(D::Error::custom)
    }

    // The signature is serde's.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    pub(crate) fn serialize<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        date.serialize(serializer)
    }
}

/// For serde: a list of dates in a file, refused by the first that is none.
pub(crate) mod serde_dates {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Deserialize)]
    struct Plain(#[serde(with = "super::serde_date")] NaiveDate);

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<NaiveDate>, D::Error> {
        Ok(Vec::<Plain>::deserialize(deserializer)?.into_iter().map(|Plain(date)| date).collect())
    }

    pub(crate) fn serialize<S: Serializer>(dates: &[NaiveDate], serializer: S) -> Result<S::Ok, S::Error> {
        dates.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_as_it_is_written_and_nothing_else_is_one() {
        for text in ["1900-01-01", "2024-02-29", "2026-10-10", "9999-12-31"] {
            assert_eq!(parse_date(text).unwrap().to_string(), text);
        }
        for text in
            ["", "2026-1-1", "2026-02-29", "2026-13-01", "1899-12-31", "10000-01-01", "2026/01/01", "２０26-01-0"]
        {
            let problem = parse_date(text).unwrap_err().to_string();
            assert!(problem.contains(&format!("{text:?}")) && problem.contains("YYYY-MM-DD"), "{problem}");
        }
    }
}
