//! Themes of field study (研学主题): the words by which a place is known to be about one, and the subjects taught for it.
//!
//! A place has a theme if one of these words stands in its name, another name of it, its role's name or the title of a course there.
//! The table is this project's own.

use serde::Deserialize;
use utoipa::ToSchema;
use yuren_catalog::Subject;

/// A theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, ToSchema)]
#[schema(as = FieldStudyTheme)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Theme {
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
    /// Every theme. `theme as usize` is its position here.
    pub(crate) const ALL: [Self; 9] = [
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

    /// The name used in requests and answers.
    pub(crate) fn as_str(self) -> &'static str {
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

    /// The words by which it is known.
    pub(crate) fn words(self) -> &'static [&'static str] {
        match self {
            Self::Canal => &[
                "运河",
                "古渡",
                "渡口",
                "漕",
                "闸",
                "码头",
                "古驿",
                "盂城驿",
                "盐商",
                "盐运",
                "桥",
                "水利",
                "水工",
                "邗沟",
                "瓜洲",
                "船",
            ],
            Self::History => &[
                "博物馆",
                "历史",
                "遗址",
                "旧址",
                "故居",
                "碑",
                "古城",
                "古镇",
                "会馆",
                "纪念馆",
                "古墓",
                "墓园",
                "陵墓",
                "古窑",
                "古井",
            ],
            Self::Revolution => &["革命", "烈士", "纪念", "党史", "红色", "新四军", "抗战", "解放"],
            Self::Science => &["科技", "科普", "科学", "气象", "天文", "消防", "航天", "地震", "人防"],
            Self::Nature => &["湿地", "公园", "植物", "动物", "森林", "生态", "自然", "湖", "地质"],
            Self::Craft => &["非遗", "工艺", "漆", "玉器", "剪纸", "雕版", "刺绣", "陶", "古窑", "手工", "传习"],
            Self::Literature => &["文学", "诗", "故居", "书院", "朱自清", "汪曾祺", "秦观", "文游", "图书", "书屋"],
            Self::Farming => &["农业", "农耕", "农场", "农事", "劳动", "水稻", "茶园", "种植", "渔"],
            Self::Architecture => &["园林", "塔", "寺", "阁", "亭", "古建", "小苑", "何园", "个园", "楼", "城门"],
        }
    }

    /// The subjects whose courses are about it.
    pub(crate) fn subjects(self) -> &'static [Subject] {
        match self {
            Self::Canal => &[Subject::Geography, Subject::History],
            Self::History => &[Subject::History],
            Self::Revolution => &[Subject::MoralityAndLaw, Subject::History],
            Self::Science => &[Subject::Science, Subject::InformationTechnology],
            Self::Nature => &[Subject::Science, Subject::Geography],
            Self::Craft => &[Subject::Art, Subject::Labour],
            Self::Literature => &[Subject::Chinese],
            Self::Farming => &[Subject::Labour, Subject::Science],
            Self::Architecture => &[Subject::Art, Subject::Mathematics],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_is_written_as_it_is_read() {
        for theme in Theme::ALL {
            let read: Theme = serde_json::from_value(theme.as_str().into()).unwrap();
            assert_eq!((read, Theme::ALL[theme as usize]), (theme, theme));
            assert!(!theme.words().is_empty() && !theme.subjects().is_empty());
        }
    }

    #[test]
    fn no_place_has_a_theme_by_the_district_that_its_name_tells() {
        let districts = ["广陵区", "邗江区", "江都区", "高邮市", "仪征市", "宝应县", "扬州经济技术开发区"];
        for theme in Theme::ALL {
            for district in districts {
                assert!(!theme.words().iter().any(|word| district.contains(word)), "{theme:?}: {district}");
            }
        }
    }
}
