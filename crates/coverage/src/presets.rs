//! Thresholds that planners start from, each with the rule it comes from.
//!
//! None of the rules was at hand when this was written: what is said of them is as it is commonly quoted, and each says
//! so by [`Preset::is_checked`].

/// A threshold that a rule states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its name in addresses and answers.
    pub id: &'static str,
    /// 名称.
    pub name: &'static str,
    /// The same in English.
    pub name_en: &'static str,
    /// How far, in metres.
    pub max_m: u32,
    /// 依据: the rule that states it, and how it measures.
    pub basis: &'static str,
    /// The same in English.
    pub basis_en: &'static str,
    /// Whether the rule's own text was read.
    pub is_checked: bool,
}

/// The presets, in the order in which a planner sees them.
pub const PRESETS: [Preset; 5] = [
    Preset {
        id: "circle_5",
        name: "五分钟生活圈（300 米）",
        name_en: "5-minute living circle (300 m)",
        max_m: 300,
        basis: "《城市居住区规划设计标准》GB 50180-2018：五分钟生活圈步行距离 300 米。\
                标准指步行距离，按直线量则结果偏高。未核对标准原文。",
        basis_en: "GB 50180-2018, standard for urban residential area planning and design: a 5-minute living circle \
                   is 300 m on foot. The standard means the way walked; measured straight, too much is covered. The \
                   standard's own text was not checked.",
        is_checked: false,
    },
    Preset {
        id: "circle_10",
        name: "十分钟生活圈（500 米）",
        name_en: "10-minute living circle (500 m)",
        max_m: 500,
        basis: "《城市居住区规划设计标准》GB 50180-2018：十分钟生活圈步行距离 500 米。\
                标准指步行距离，按直线量则结果偏高。未核对标准原文。",
        basis_en: "GB 50180-2018, standard for urban residential area planning and design: a 10-minute living circle \
                   is 500 m on foot. The standard means the way walked; measured straight, too much is covered. The \
                   standard's own text was not checked.",
        is_checked: false,
    },
    Preset {
        id: "circle_15",
        name: "十五分钟生活圈（1000 米）",
        name_en: "15-minute living circle (1,000 m)",
        max_m: 1_000,
        basis: "《城市居住区规划设计标准》GB 50180-2018：十五分钟生活圈步行距离 800 至 1000 米，这里取 1000 米。\
                标准指步行距离，按直线量则结果偏高。未核对标准原文。",
        basis_en: "GB 50180-2018, standard for urban residential area planning and design: a 15-minute living circle \
                   is 800 to 1,000 m on foot; 1,000 m is taken here. The standard means the way walked; measured \
                   straight, too much is covered. The standard's own text was not checked.",
        is_checked: false,
    },
    Preset {
        id: "primary_school",
        name: "小学服务半径（500 米）",
        name_en: "primary school (500 m)",
        max_m: 500,
        basis: "《中小学校设计规范》GB 50099-2011：城镇完全小学服务半径宜为 500 米。未核对标准原文。",
        basis_en: "GB 50099-2011, code for the design of schools: a primary school in a town should serve a radius of \
                   500 m. The code's own text was not checked.",
        is_checked: false,
    },
    Preset {
        id: "middle_school",
        name: "初中服务半径（1000 米）",
        name_en: "middle school (1,000 m)",
        max_m: 1_000,
        basis: "《中小学校设计规范》GB 50099-2011：城镇初级中学服务半径宜为 1000 米。未核对标准原文。",
        basis_en: "GB 50099-2011, code for the design of schools: a middle school in a town should serve a radius of \
                   1,000 m. The code's own text was not checked.",
        is_checked: false,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preset_names_its_distance_its_rule_and_that_nobody_read_it() {
        for preset in PRESETS {
            let metres = preset.max_m.to_string();
            assert!(preset.name.contains(&metres) && preset.basis.contains(&metres), "{}", preset.id);
            let metres = metres.replace("1000", "1,000");
            assert!(preset.name_en.contains(&metres) && preset.basis_en.contains(&metres), "{}", preset.id);
            assert!(preset.basis.contains("GB 50") && preset.basis_en.contains("GB 50"), "{}", preset.id);
            let says_so = preset.basis.contains("未核对") && preset.basis_en.contains("was not checked");
            assert_eq!(says_so, !preset.is_checked, "{}", preset.id);
        }
    }

    #[test]
    fn a_longer_walk_is_a_wider_circle_and_no_name_comes_twice() {
        let ids = PRESETS.map(|preset| preset.id);
        assert_eq!(ids, ["circle_5", "circle_10", "circle_15", "primary_school", "middle_school"]);
        assert_eq!(PRESETS.map(|preset| preset.max_m), [300, 500, 1_000, 500, 1_000]);
    }
}
