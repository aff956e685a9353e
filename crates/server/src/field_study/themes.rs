//! Themes of field study (研学主题): the words by which a place is known to be about one, and the subjects taught for it.
//!
//! A place has a theme if one of these words stands in its name, another name of it, its role's name or the title of a course there.
//! The table is this project's own.

use yuren_catalog::{Subject, Theme};

/// The words by which a theme is known.
pub(crate) fn words(theme: Theme) -> &'static [&'static str] {
    match theme {
        Theme::Canal => &[
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
        Theme::History => &[
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
        Theme::Revolution => &["革命", "烈士", "纪念", "党史", "红色", "新四军", "抗战", "解放"],
        Theme::Science => &["科技", "科普", "科学", "气象", "天文", "消防", "航天", "地震", "人防"],
        Theme::Nature => &["湿地", "公园", "植物", "动物", "森林", "生态", "自然", "湖", "地质"],
        Theme::Craft => &["非遗", "工艺", "漆", "玉器", "剪纸", "雕版", "刺绣", "陶", "古窑", "手工", "传习"],
        Theme::Literature => &["文学", "诗", "故居", "书院", "朱自清", "汪曾祺", "秦观", "文游", "图书", "书屋"],
        Theme::Farming => &["农业", "农耕", "农场", "农事", "劳动", "水稻", "茶园", "种植", "渔"],
        Theme::Architecture => &["园林", "塔", "寺", "阁", "亭", "古建", "小苑", "何园", "个园", "楼", "城门"],
    }
}

/// The subjects whose courses are about a theme.
pub(crate) fn subjects(theme: Theme) -> &'static [Subject] {
    match theme {
        Theme::Canal => &[Subject::Geography, Subject::History],
        Theme::History => &[Subject::History],
        Theme::Revolution => &[Subject::MoralityAndLaw, Subject::History],
        Theme::Science => &[Subject::Science, Subject::InformationTechnology],
        Theme::Nature => &[Subject::Science, Subject::Geography],
        Theme::Craft => &[Subject::Art, Subject::Labour],
        Theme::Literature => &[Subject::Chinese],
        Theme::Farming => &[Subject::Labour, Subject::Science],
        Theme::Architecture => &[Subject::Art, Subject::Mathematics],
    }
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_is_known_by_words_and_by_subjects() {
        assert!(Theme::ALL.into_iter().all(|theme| !words(theme).is_empty() && !subjects(theme).is_empty()));
    }

    #[test]
    fn no_place_has_a_theme_by_the_district_that_its_name_tells() {
        let districts = ["广陵区", "邗江区", "江都区", "高邮市", "仪征市", "宝应县", "扬州经济技术开发区"];
        for theme in Theme::ALL {
            for district in districts {
                assert!(!words(theme).iter().any(|word| district.contains(word)), "{theme:?}: {district}");
            }
        }
    }
}
