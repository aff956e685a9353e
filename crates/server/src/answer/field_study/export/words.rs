//! What a day's calendar and routes say beside their names, in either language.

use chrono::NaiveDate;
use yuren_tiles::Lang;

use crate::answer::field_study::SchoolAnswer;

/// The words of a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words(Lang);

impl Words {
    pub(crate) fn new(lang: Lang) -> Self {
        Self(lang)
    }

    pub(crate) fn lang(self) -> Lang {
        self.0
    }

    /// What something is called: by its English name in English, where it has one.
    pub(crate) fn name<'n>(self, name: &'n str, name_en: Option<&'n str>) -> &'n str {
        match self.0 {
            Lang::Zh => name,
            Lang::En => name_en.unwrap_or(name),
        }
    }

    pub(crate) fn school<'n>(self, school: &SchoolAnswer<'n>) -> &'n str {
        self.name(school.name, school.name_en)
    }

    pub(crate) fn title(self, date: NaiveDate, school: &str) -> String {
        let day = self.either("研学日程", "Field study day");
        format!("{day} {date} · {school}")
    }

    /// Numbers begin at 0.
    pub(crate) fn group(self, group: usize) -> String {
        match self.0 {
            Lang::Zh => format!("第 {} 组", group + 1),
            Lang::En => format!("Group {}", group + 1),
        }
    }

    /// Where a group is that does not set out from the school.
    pub(crate) fn here(self) -> &'static str {
        self.either("现在的位置", "Where you are")
    }

    pub(crate) fn leaves(self, time: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{time} 出发"),
            Lang::En => format!("Leave {time}"),
        }
    }

    pub(crate) fn comes_back(self, time: &str) -> String {
        match self.0 {
            Lang::Zh => format!("{time} 返回"),
            Lang::En => format!("Back {time}"),
        }
    }

    pub(crate) fn lunch(self) -> &'static str {
        self.either("午餐", "Lunch")
    }

    pub(crate) fn example(self) -> &'static str {
        self.either("示例数据", "Example data")
    }

    pub(crate) fn task(self, task: &str) -> String {
        match self.0 {
            Lang::Zh => format!("任务：{task}"),
            Lang::En => format!("Task: {task}"),
        }
    }

    pub(crate) fn phone(self, phone: &str) -> String {
        match self.0 {
            Lang::Zh => format!("电话 {phone}"),
            Lang::En => format!("Phone {phone}"),
        }
    }

    /// The way to a stop, and when they are there; minutes are unknown where there is no way.
    pub(crate) fn way(self, minutes: Option<u32>, arrive: &str) -> String {
        match (self.0, minutes) {
            (Lang::Zh, Some(minutes)) => format!("路上 {minutes} 分钟，{arrive} 到达"),
            (Lang::Zh, None) => format!("没有路线，{arrive} 到达"),
            (Lang::En, Some(minutes)) => format!("{minutes} min on the way, there at {arrive}"),
            (Lang::En, None) => format!("No way there is known, there at {arrive}"),
        }
    }

    fn either(self, zh: &'static str, en: &'static str) -> &'static str {
        match self.0 {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
