//! Dated things that happen at a place.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use yuren_calendar::{Occurrence, Recurrence, RecurrenceSet};

use crate::{ActivityId, Audience, Booking, Fee, Provenance, RoleId, Status, city_time};

/// A kind of activity (活动种类).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// 讲座: somebody speaks.
    Talk,
    /// 展览: something is shown.
    Exhibition,
    /// 工作坊: one makes or tries something.
    Workshop,
    /// 课程: one is taught, mostly several times.
    Class,
    /// 参观: one is shown around.
    Visit,
    /// 其他: anything else.
    Other,
}

impl ActivityKind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [Self; 6] = [Self::Talk, Self::Exhibition, Self::Workshop, Self::Class, Self::Visit, Self::Other];

    /// The name used in requests and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::Exhibition => "exhibition",
            Self::Workshop => "workshop",
            Self::Class => "class",
            Self::Visit => "visit",
            Self::Other => "other",
        }
    }

    /// The name shown to people, in Chinese.
    pub fn name_zh(self) -> &'static str {
        match self {
            Self::Talk => "讲座",
            Self::Exhibition => "展览",
            Self::Workshop => "工作坊",
            Self::Class => "课程",
            Self::Visit => "参观",
            Self::Other => "其他",
        }
    }

    /// The name shown to people, in English.
    pub fn name_en(self) -> &'static str {
        match self {
            Self::Talk => "Talk",
            Self::Exhibition => "Exhibition",
            Self::Workshop => "Workshop",
            Self::Class => "Class",
            Self::Visit => "Visit",
            Self::Other => "Other",
        }
    }
}

impl fmt::Display for ActivityKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names no kind of activity.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is no kind of activity")]
pub struct UnknownActivityKind(pub String);

impl FromStr for ActivityKind {
    type Err = UnknownActivityKind;

    fn from_str(text: &str) -> Result<Self, UnknownActivityKind> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or_else(|| UnknownActivityKind(text.to_owned()))
    }
}

/// An activity (活动): dated, at the place that bears it. A missing fact is `None`, which means unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Opaque stable id.
    pub id: ActivityId,
    /// The role of the same place that holds it; `None` = the place itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleId>,
    /// What kind of activity it is.
    pub kind: ActivityKind,
    /// The series that it is one of (系列), such as 家庭教育大讲堂.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// What it is called, in Chinese.
    pub title: String,
    /// What it is called, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// When it begins, for the first time, by the city's clocks.
    #[serde(with = "city_time")]
    pub starts: NaiveDateTime,
    /// When it ends, for the first time.
    #[serde(with = "city_time")]
    pub ends: NaiveDateTime,
    /// Whether one comes during the place's opening hours, any day from beginning to end, as to an exhibition.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub during_hours: bool,
    /// The rule by which it comes again; `None` = once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<Recurrence>,
    /// Days on which it does not begin, whatever the rule says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<NaiveDate>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// How one books.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booking: Option<Booking>,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Fee::is_unknown")]
    pub fee: Fee,
    /// How many persons may come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<u32>,
    /// What it is about, in a few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Web page, `https:` or `http:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whether it stands: [`Status::Suspended`] = called off for now, [`Status::Withdrawn`] = found by nobody.
    #[serde(default, skip_serializing_if = "Status::is_active")]
    pub status: Status,
    /// Who says so.
    pub provenance: Provenance,
}

impl Activity {
    /// Its times that overlap `[from, to)` by the city's clocks, in order, at most `most`. See [`RecurrenceSet::occurrences`].
    pub fn occurrences(&self, from: NaiveDateTime, to: NaiveDateTime, most: usize) -> Vec<Occurrence> {
        let Self { starts, ends, repeats, except, .. } = self;
        RecurrenceSet { starts: *starts, ends: *ends, repeats: repeats.as_ref(), except }.occurrences(from, to, most)
    }
}
