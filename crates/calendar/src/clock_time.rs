//! A time of day.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A time of day on the city's clocks, to the minute: `09:30`. `24:00` is the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClockTime(u16);

/// The text is no time of day.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is no time of day; allowed: HH:MM from 00:00 to 24:00")]
pub struct InvalidClockTime(pub String);

impl ClockTime {
    /// The end of a day.
    pub const DAY_END: Self = Self(24 * 60);

    /// From minutes after midnight, at most 1,440.
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        (minutes <= Self::DAY_END.0).then_some(Self(minutes))
    }

    /// What the clock shows at an instant.
    pub fn of(at: NaiveDateTime) -> Self {
        // Below 1,440.
        Self((at.hour() * 60 + at.minute()) as u16)
    }

    /// Minutes after midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for ClockTime {
    type Err = InvalidClockTime;

    fn from_str(text: &str) -> Result<Self, InvalidClockTime> {
        let invalid = || InvalidClockTime(text.chars().take(20).collect());
        let bytes = text.as_bytes();
        let is_plain = bytes.len() == 5
            && bytes.iter().enumerate().all(|(i, b)| (i == 2) == (*b == b':') && (i == 2 || b.is_ascii_digit()));
        if !is_plain {
            return Err(invalid());
        }
        let (hour, minute): (u16, u16) =
            (text[..2].parse().map_err(|_| invalid())?, text[3..].parse().map_err(|_| invalid())?);
        (minute < 60).then(|| Self::from_minutes(hour * 60 + minute)).flatten().ok_or_else(invalid)
    }
}

impl TryFrom<String> for ClockTime {
    type Error = InvalidClockTime;

    fn try_from(text: String) -> Result<Self, InvalidClockTime> {
        text.parse()
    }
}

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_reads_as_it_is_written_and_the_end_of_a_day_is_one() {
        for text in ["00:00", "09:05", "23:59", "24:00"] {
            assert_eq!(text.parse::<ClockTime>().unwrap().to_string(), text);
        }
        for text in ["", "9:00", "24:01", "12:60", "12：00", "12:00:00", "-1:00", "ab:cd"] {
            assert!(text.parse::<ClockTime>().is_err(), "{text:?}");
        }
    }
}
