//! What a planned day says, in either language: why a place is left out, what is wrong, what would help, what is assumed.

mod reason;

use serde_json::Value;
use yuren_server::Lang;

/// The words of a language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words(pub(super) Lang);

/// The number or time of this name as it is told; `?` where there is none.
fn number(numbers: &Value, name: &str) -> String {
    match &numbers[name] {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => "?".to_owned(),
    }
}

impl Words {
    pub(super) fn either<T>(self, zh: T, en: T) -> T {
        match self.0 {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// What something is called: by its English name in English, where it has one.
    pub(super) fn name(self, named: &Value) -> &str {
        self.told(&named["name"], &named["name_en"])
    }

    /// The text of this language; where there is no English one, the Chinese.
    pub(super) fn told<'v>(self, zh: &'v Value, en: &'v Value) -> &'v str {
        self.either(None, en.as_str()).or(zh.as_str()).unwrap_or_default()
    }

    /// A change of the question with which there is a day.
    pub(super) fn change(self, change: &Value, pupils: u64) -> String {
        let n = |of: &str| number(change, of);
        let places = change["places"].as_array().map(Vec::as_slice).unwrap_or_default();
        let named = || places.iter().map(|place| self.name(place)).collect::<Vec<_>>().join(self.either("、", ", "));
        match change["change"].as_str().unwrap_or_default() {
            "leave_earlier" => {
                let time = n("leave_from");
                self.either(format!("{time} 就出发"), format!("leave at {time}"))
            }
            "come_back_later" => {
                let time = n("back_by");
                self.either(format!("{time} 前返校"), format!("be back by {time}"))
            }
            "longer_leg" => {
                let minutes = n("max_leg_minutes");
                self.either(format!("一程最多 {minutes} 分钟"), format!("up to {minutes} min a leg"))
            }
            "more_on_foot" => {
                let metres = n("max_walk_m");
                self.either(format!("最多走 {metres} 米"), format!("up to {metres} m on foot"))
            }
            "longer_without_toilet" => {
                let minutes = n("max_without_toilet_minutes");
                self.either(format!("最多 {minutes} 分钟没有厕所"), format!("up to {minutes} min without a toilet"))
            }
            "split" => {
                let groups = change["groups"].as_u64().unwrap_or(1).max(1);
                let each = pupils.div_ceil(groups);
                self.either(
                    format!("分 {groups} 组，每组约 {each} 名学生"),
                    format!("{groups} groups of about {each} pupils"),
                )
            }
            "several_days" => {
                let (days, each) = (n("days"), n("pupils"));
                self.either(
                    format!("分 {days} 天去，每天 {each} 名学生"),
                    format!("on {days} days, {each} pupils each"),
                )
            }
            "without_lunch" => self.either("不在路上吃午饭", "no lunch on the way").to_owned(),
            "ask_first" if places.is_empty() => {
                self.either("开放时间未知的地点，先打电话问", "ask first at places whose hours are unknown").to_owned()
            }
            "ask_first" => {
                let names = named();
                self.either(format!("先打电话问{names}那天开不开"), format!("ask first whether {names} will be open"))
            }
            "drop_must" => {
                let names = named();
                self.either(format!("不去{names}"), format!("without {names}"))
            }
            other => other.to_owned(),
        }
    }

    /// What the question left out, and as what it was taken.
    pub(super) fn assumed(self, assumed: &Value) -> String {
        let value = assumed["value"].as_str().unwrap_or_default();
        let what = match assumed["what"].as_str().unwrap_or_default() {
            "leave_from" => self.either(format!("{value} 后出发"), format!("leave after {value}")),
            "back_by" => self.either(format!("{value} 前返校"), format!("back by {value}")),
            "adults" => self.either(format!("{value} 位老师"), format!("{value} adults")),
            "lunch" => match value.split_once(" min, ") {
                Some((minutes, span)) => {
                    self.either(format!("{span} 午餐 {minutes} 分钟"), format!("lunch {span}, {minutes} min"))
                }
                None => self.either("在校吃午饭", "lunch at school").to_owned(),
            },
            "max_leg_minutes" => self.either(format!("一程至多 {value} 分钟"), format!("up to {value} min a leg")),
            "max_walk_m" => self.either(format!("至多走 {value} 米"), format!("up to {value} m on foot")),
            "coach_boarding_minutes" => {
                self.either(format!("每程上下车加 {value} 分钟"), format!("{value} min a leg to get on and off"))
            }
            "capacity_where_unknown" => self
                .either(format!("容量未知的地方按 {value} 人算"), format!("{value} people where capacity is unknown")),
            "toilets" => self
                .either("场馆、实践中心、学校有厕所", "venues, practice centres and schools have toilets")
                .to_owned(),
            other => format!("{other} {value}"),
        };
        let why = match assumed["why"].as_str().unwrap_or_default() {
            "school_out" => self.either("放学时间", "school is out"),
            "to_be_checked" => self.either("待核对", "to be checked"),
            _ => self.either("通常如此", "as usual"),
        };
        self.either(format!("{what}（{why}）"), format!("{what} ({why})"))
    }

    /// What to see to at a stop.
    pub(super) fn note(self, note: &str) -> &str {
        match note {
            "hours_assumed" => self.either("开放时间未知，请先问", "hours unknown, ask first"),
            "stay_assumed" => self.either("停留时间是假定的", "the stay is assumed"),
            "capacity_unknown" => self.either("容量未知，请先问", "capacity unknown, ask first"),
            "group_limits_unknown" => self.either("团体人数限制未知", "limits for groups unknown"),
            "booking_unknown" => self.either("预约要求未知，请先问", "unknown whether to book, ask first"),
            "fee_unknown" => self.either("收费未知", "price unknown"),
            "too_late_to_book" => self.either("已来不及预约", "too late to book"),
            "not_for_this_age" => self.either("年级不在接待年龄里", "the grade is outside of the ages it takes"),
            "adult_for_each" => self.either("每个孩子都要有大人陪同", "every child comes with an adult"),
            "no_roof" => self.either("不知道有没有屋顶", "not known to have a roof"),
            "position_approximate" => self.either("位置约略", "position approximate"),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const LANGS: [Words; 2] = [Words(Lang::Zh), Words(Lang::En)];

    /// The words of the interface's description, by the name of a schema.
    fn described() -> Value {
        serde_json::from_str(&yuren_server::openapi_json().expect("a description")).expect("JSON")
    }

    fn names(list: &Value) -> Vec<&str> {
        list.as_array().expect("a list").iter().map(|name| name.as_str().expect("a name")).collect()
    }

    #[test]
    fn whatever_the_interface_may_name_has_a_sentence_in_both_languages() {
        let described = described();
        let schemas = &described["components"]["schemas"];
        let place = |_: &str| "个园".to_owned();
        let none = Value::Null;
        for words in LANGS {
            for reason in names(&schemas["FieldStudyReason"]["enum"]) {
                assert_ne!(words.reason(reason, &none, &place), reason);
            }
            for fault in names(&schemas["FieldStudyFaultKind"]["enum"]) {
                assert_ne!(words.fault(fault, &none, &place), fault);
            }
            for told in schemas["FieldStudyChangeTold"]["oneOf"].as_array().expect("a list") {
                let change = names(&told["properties"]["change"]["enum"])[0];
                assert_ne!(words.change(&json!({ "change": change }), 60), change);
            }
        }
        let notes = schemas["FieldStudyStop"]["properties"]["notes"]["description"].as_str().expect("a sentence");
        let notes: Vec<&str> = notes.split('`').skip(1).step_by(2).collect();
        assert!(notes.contains(&"fee_unknown"), "{notes:?}");
        for (words, note) in LANGS.iter().flat_map(|words| notes.iter().map(move |note| (words, note))) {
            assert_ne!(words.note(note), *note);
        }
    }

    #[test]
    fn sentences_tell_their_numbers_and_places() {
        let place = |id: &str| format!("place {id}");
        let [zh, en] = LANGS;
        let fewer = json!({ "most": 50, "people": 66, "groups": 2 });
        assert_eq!(zh.reason("admits_fewer", &fewer, &place), "最多容 50 人，现在 66 人，分成 2 组就进得去");
        assert_eq!(en.reason("admits_fewer", &fewer, &place), "takes 50 at most; you are 66; in 2 groups all get in");
        let late = json!({ "late_minutes": 12, "back": "16:42", "instead_of": "p-1" });
        assert_eq!(
            en.reason("back_late", &late, &place),
            "with it you are back 12 min late; it fits in place of place p-1"
        );
        assert_eq!(
            zh.fault("closes_before", &json!({ "end": "17:10", "close": "17:00" }), &place),
            "要到 17:10 才看完，17:00 就闭馆"
        );
        assert_eq!(zh.change(&json!({ "change": "split", "groups": 3 }), 100), "分 3 组，每组约 34 名学生");
        let lunch = json!({ "what": "lunch", "value": "40 min, 11:00–13:00", "why": "usual" });
        assert_eq!(zh.assumed(&lunch), "11:00–13:00 午餐 40 分钟（通常如此）");
        assert_eq!(en.assumed(&lunch), "lunch 11:00–13:00, 40 min (as usual)");
    }
}
