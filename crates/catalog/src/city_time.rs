//! A date and time by the city's clocks, as it stands in files: `2026-12-05T14:00`. For serde's `with`.

use chrono::NaiveDateTime;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

const FORMAT: &str = "%Y-%m-%dT%H:%M";
/// Characters of a time in that form: years have four digits.
const LENGTH: usize = 16;

#[allow(clippy::trivially_copy_pass_by_ref)] // the shape that serde's `with` calls
pub(crate) fn serialize<S: Serializer>(time: &NaiveDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&time.format(FORMAT))
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDateTime, D::Error> {
    let text = String::deserialize(deserializer)?;
    let time = (text.len() == LENGTH).then(|| NaiveDateTime::parse_from_str(&text, FORMAT).ok()).flatten();
    time.ok_or_else(|| {
        let shown: String = text.chars().take(80).collect();
        D::Error::custom(format_args!("{shown:?} is no time in the city; allowed: a form such as \"2026-12-05T14:00\""))
    })
}
