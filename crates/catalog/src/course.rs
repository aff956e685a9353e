//! Teaching resources tied to a place.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{CourseId, Provenance, RoleId, Status};

/// What a course is about (学科): the school's subjects, and what such places teach beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// 语文.
    Chinese,
    /// 数学.
    Mathematics,
    /// 英语.
    English,
    /// 科学, with physics, chemistry and biology.
    Science,
    /// 历史.
    History,
    /// 地理.
    Geography,
    /// 道德与法治.
    MoralityAndLaw,
    /// 美术.
    Art,
    /// 音乐.
    Music,
    /// 体育与健康.
    PeAndHealth,
    /// 劳动.
    Labour,
    /// 信息科技.
    InformationTechnology,
    /// 家庭教育: for parents.
    FamilyEducation,
    /// 综合实践: of several subjects at once.
    Comprehensive,
}

impl Subject {
    /// Every subject, in the order in which lists show them.
    pub const ALL: [Self; 14] = [
        Self::Chinese,
        Self::Mathematics,
        Self::English,
        Self::Science,
        Self::History,
        Self::Geography,
        Self::MoralityAndLaw,
        Self::Art,
        Self::Music,
        Self::PeAndHealth,
        Self::Labour,
        Self::InformationTechnology,
        Self::FamilyEducation,
        Self::Comprehensive,
    ];

    /// The name used in requests and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chinese => "chinese",
            Self::Mathematics => "mathematics",
            Self::English => "english",
            Self::Science => "science",
            Self::History => "history",
            Self::Geography => "geography",
            Self::MoralityAndLaw => "morality_and_law",
            Self::Art => "art",
            Self::Music => "music",
            Self::PeAndHealth => "pe_and_health",
            Self::Labour => "labour",
            Self::InformationTechnology => "information_technology",
            Self::FamilyEducation => "family_education",
            Self::Comprehensive => "comprehensive",
        }
    }

    /// The name shown to people, in Chinese.
    pub fn name_zh(self) -> &'static str {
        match self {
            Self::Chinese => "语文",
            Self::Mathematics => "数学",
            Self::English => "英语",
            Self::Science => "科学",
            Self::History => "历史",
            Self::Geography => "地理",
            Self::MoralityAndLaw => "道德与法治",
            Self::Art => "美术",
            Self::Music => "音乐",
            Self::PeAndHealth => "体育与健康",
            Self::Labour => "劳动",
            Self::InformationTechnology => "信息科技",
            Self::FamilyEducation => "家庭教育",
            Self::Comprehensive => "综合实践",
        }
    }

    /// The name shown to people, in English.
    pub fn name_en(self) -> &'static str {
        match self {
            Self::Chinese => "Chinese",
            Self::Mathematics => "Mathematics",
            Self::English => "English",
            Self::Science => "Science",
            Self::History => "History",
            Self::Geography => "Geography",
            Self::MoralityAndLaw => "Morality and law",
            Self::Art => "Art",
            Self::Music => "Music",
            Self::PeAndHealth => "Physical education and health",
            Self::Labour => "Labour",
            Self::InformationTechnology => "Information technology",
            Self::FamilyEducation => "Family education",
            Self::Comprehensive => "Comprehensive practice",
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names no subject.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is no subject")]
pub struct UnknownSubject(pub String);

impl FromStr for Subject {
    type Err = UnknownSubject;

    fn from_str(text: &str) -> Result<Self, UnknownSubject> {
        Self::ALL.into_iter().find(|subject| subject.as_str() == text).ok_or_else(|| UnknownSubject(text.to_owned()))
    }
}

/// A set of school years (年级): 1 to 6 primary, 7 to 9 junior, 10 to 12 senior. In files a list of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<u8>", into = "Vec<u8>")]
pub struct Grades(u16);

/// A number is no school year.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0} is no grade; allowed: whole numbers from 1 to 12")]
pub struct InvalidGrade(pub u8);

impl Grades {
    /// The last school year.
    pub const LAST: u8 = 12;

    /// Whether no grade is named: nobody said for which it is.
    #[allow(clippy::trivially_copy_pass_by_ref)] // the shape that serde's `skip_serializing_if` calls
    pub fn is_empty(&self) -> bool {
        self.0 == 0
    }

    /// Whether the grade is in the set.
    pub fn contains(self, grade: u8) -> bool {
        (1..=Self::LAST).contains(&grade) && self.0 & 1 << grade != 0
    }

    /// The grades in the set, lowest first.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (1..=Self::LAST).filter(move |&grade| self.contains(grade))
    }

    /// The grades from the first to the last, both in the set.
    pub fn range(from: u8, to: u8) -> Result<Self, InvalidGrade> {
        // An end beyond the last is refused, not counted up to.
        Self::try_from(vec![from, to])?;
        Self::try_from((from..=to).collect::<Vec<_>>())
    }
}

impl TryFrom<Vec<u8>> for Grades {
    type Error = InvalidGrade;

    fn try_from(grades: Vec<u8>) -> Result<Self, InvalidGrade> {
        grades.into_iter().try_fold(Self(0), |set, grade| {
            if (1..=Self::LAST).contains(&grade) { Ok(Self(set.0 | 1 << grade)) } else { Err(InvalidGrade(grade)) }
        })
    }
}

impl From<Grades> for Vec<u8> {
    fn from(grades: Grades) -> Self {
        grades.iter().collect()
    }
}

/// A course (课程资源包): a teaching resource of the place that bears it. A missing fact is `None`, which means unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Opaque stable id.
    pub id: CourseId,
    /// The role of the same place that offers it; `None` = the place itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleId>,
    /// What it is called, in Chinese.
    pub title: String,
    /// What it is called, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// What it is about.
    pub subject: Subject,
    /// For which grades; empty = nobody said.
    #[serde(default, skip_serializing_if = "Grades::is_empty")]
    pub grades: Grades,
    /// How long it takes, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// What is in it, in a few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Web page, `https:` or `http:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whether it stands.
    #[serde(default, skip_serializing_if = "Status::is_active")]
    pub status: Status,
    /// Who says so.
    pub provenance: Provenance,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_a_list_in_files_each_once_and_from_1_to_12() {
        let read = |text: &str| serde_json::from_str::<Grades>(text);
        assert_eq!(serde_json::to_string(&read("[9,7,8,7]").unwrap()).unwrap(), "[7,8,9]");
        assert_eq!(Grades::range(7, 9), Ok(read("[7,8,9]").unwrap()));
        for text in ["[0]", "[1,13]", "[255]"] {
            assert!(read(text).unwrap_err().to_string().contains("from 1 to 12"), "{text}");
        }
        assert_eq!(Grades::range(1, 13), Err(InvalidGrade(13)));
    }
}
