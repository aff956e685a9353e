//! What a day of field study is about.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A theme of field study (研学主题).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// 运河: the canal, its bridges, locks, ferries, posts, grain and salt.
    Canal,
    /// 历史文化: history and its monuments.
    History,
    /// 红色: revolution and its martyrs.
    Revolution,
    /// 科学: science.
    Science,
    /// 自然: nature.
    Nature,
    /// 非遗工艺: crafts and what is handed down.
    Craft,
    /// 文学: writers and poems.
    Literature,
    /// 农事劳动: farming and manual work.
    Farming,
    /// 古建园林: old buildings and gardens.
    Architecture,
}

impl Theme {
    /// Every theme, in the order in which lists show them. `theme as usize` is its position here.
    pub const ALL: [Self; 9] = [
        Self::Canal,
        Self::History,
        Self::Revolution,
        Self::Science,
        Self::Nature,
        Self::Craft,
        Self::Literature,
        Self::Farming,
        Self::Architecture,
    ];

    /// The name used in requests, answers and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Canal => "canal",
            Self::History => "history",
            Self::Revolution => "revolution",
            Self::Science => "science",
            Self::Nature => "nature",
            Self::Craft => "craft",
            Self::Literature => "literature",
            Self::Farming => "farming",
            Self::Architecture => "architecture",
        }
    }

    /// The name shown to people, in Chinese.
    pub fn name_zh(self) -> &'static str {
        match self {
            Self::Canal => "运河",
            Self::History => "历史文化",
            Self::Revolution => "红色",
            Self::Science => "科学",
            Self::Nature => "自然",
            Self::Craft => "非遗工艺",
            Self::Literature => "文学",
            Self::Farming => "农事劳动",
            Self::Architecture => "古建园林",
        }
    }

    /// The name shown to people, in English.
    pub fn name_en(self) -> &'static str {
        match self {
            Self::Canal => "Canal",
            Self::History => "History",
            Self::Revolution => "Revolution",
            Self::Science => "Science",
            Self::Nature => "Nature",
            Self::Craft => "Crafts",
            Self::Literature => "Literature",
            Self::Farming => "Farming",
            Self::Architecture => "Old buildings and gardens",
        }
    }
}

impl fmt::Display for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names no theme.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is no theme")]
pub struct UnknownTheme(pub String);

impl FromStr for Theme {
    type Err = UnknownTheme;

    fn from_str(text: &str) -> Result<Self, UnknownTheme> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == text).ok_or_else(|| UnknownTheme(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_is_written_as_it_is_read_and_stands_in_its_place() {
        for theme in Theme::ALL {
            let read: Theme = serde_json::from_value(theme.as_str().into()).unwrap();
            assert_eq!((read, theme.as_str().parse(), Theme::ALL[theme as usize]), (theme, Ok(theme), theme));
        }
        assert_eq!("canals".parse::<Theme>(), Err(UnknownTheme("canals".to_owned())));
    }
}
