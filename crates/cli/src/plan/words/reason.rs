//! Why a place is left out, and what is wrong with a sequence that was given.

use serde_json::Value;

use super::{Words, number};

impl Words {
    /// Why a place is left out. `name` tells a place's name by its id.
    pub(in crate::plan) fn reason(self, reason: &str, numbers: &Value, name: &dyn Fn(&str) -> String) -> String {
        let place = |of: &str| numbers[of].as_str().map_or_else(|| "?".to_owned(), name);
        let said = self.of_itself(reason, numbers).or_else(|| self.of_the_party(reason, numbers));
        let said =
            said.or_else(|| self.of_the_way(reason, numbers)).or_else(|| self.of_the_day(reason, numbers, &place));
        let said = said.unwrap_or_else(|| reason.to_owned());
        if numbers["instead_of"].is_null() {
            return said;
        }
        let instead = place("instead_of");
        said + &self.either(format!("；换下{instead}就排得进去"), format!("; it fits in place of {instead}"))
    }

    /// What keeps anybody of the grade out on that day.
    fn of_itself(self, reason: &str, numbers: &Value) -> Option<String> {
        let n = |of: &str| number(numbers, of);
        let age = |of: &str| {
            numbers[of].as_u64().map_or_else(|| self.either("不限", "any").to_owned(), |age| age.to_string())
        };
        Some(match reason {
            "closed_today" => self.either("这一天不开放", "closed on this day").to_owned(),
            "hours_unknown" => self.either("开放时间未知", "opening hours unknown").to_owned(),
            "no_roof" => self.either("不知道有没有屋顶", "not known to have a roof").to_owned(),
            "not_for_this_age" => {
                let (from, to) = (age("min_age"), age("max_age"));
                self.either(format!("只接待 {from}–{to} 岁"), format!("for ages {from}–{to} only"))
            }
            "adult_for_each" => self.either("每个孩子都要有大人陪同", "every child comes with an adult").to_owned(),
            "too_late_to_book" => {
                let days = n("days");
                self.either(format!("要提前 {days} 天预约，来不及了"), format!("had to be booked {days} days before"))
            }
            "slots_outside_hours" => self.either("可约的场次都排不进去", "none of its slots fits").to_owned(),
            "stay_too_long" => {
                let (stay, longest) = (n("stay_minutes"), n("longest_minutes"));
                self.either(
                    format!("要 {stay} 分钟，最长只连开 {longest} 分钟"),
                    format!("takes {stay} min, and is open for {longest} at most"),
                )
            }
            "withdrawn" => self.either("已撤下，不在地图上了", "withdrawn, no longer on the map").to_owned(),
            _ => return None,
        })
    }

    /// What keeps so many out.
    fn of_the_party(self, reason: &str, numbers: &Value) -> Option<String> {
        let n = |of: &str| number(numbers, of);
        Some(match reason {
            "needs_more" => {
                let (least, people) = (n("least"), n("people"));
                self.either(
                    format!("至少 {least} 人才接待，现在 {people} 人"),
                    format!("takes {least} at least; you are {people}"),
                )
            }
            "admits_fewer" => {
                let (most, people) = (n("most"), n("people"));
                let said = self.either(
                    format!("最多容 {most} 人，现在 {people} 人"),
                    format!("takes {most} at most; you are {people}"),
                );
                said + &self.in_parts(&numbers["groups"])
            }
            "capacity_unknown" => {
                let (most, people) = (n("most"), n("people"));
                self.either(
                    format!("不知道容得下多少人，现在 {people} 人，先按 {most} 人算"),
                    format!("nobody knows how many it takes; you are {people}, and {most} are assumed"),
                )
            }
            "taken" => self.either("那个时段已被别的组占满", "other groups take its room then").to_owned(),
            _ => return None,
        })
    }

    /// What keeps out whoever comes from that school.
    fn of_the_way(self, reason: &str, numbers: &Value) -> Option<String> {
        let n = |of: &str| number(numbers, of);
        Some(match reason {
            "too_late_there" => {
                let (arrive, last) = (n("arrive"), n("last_entry"));
                self.either(
                    format!("最早 {arrive} 到，{last} 已停止入馆"),
                    format!("there at {arrive} at best; nobody is let in after {last}"),
                )
            }
            "too_late_back" => {
                let (back, by) = (n("back"), n("back_by"));
                self.either(
                    format!("只去这一处也要 {back} 才返校，晚于 {by}"),
                    format!("back at {back} even if nothing else is seen, after {by}"),
                )
            }
            "no_way" => {
                self.either("隔着水，没有路程可估", "across water, with no way that can be estimated").to_owned()
            }
            "leg_too_long" => {
                let (minutes, most) = (n("minutes"), n("most"));
                self.either(
                    format!("单程 {minutes} 分钟，超过 {most} 分钟"),
                    format!("{minutes} min one way, over {most}"),
                )
            }
            "too_far_on_foot" => {
                let (metres, most) = (n("walk_m"), n("most"));
                self.either(format!("要走 {metres} 米，超过 {most} 米"), format!("{metres} m on foot, over {most} m"))
            }
            _ => return None,
        })
    }

    /// What keeps it out of this day.
    fn of_the_day(self, reason: &str, numbers: &Value, place: &dyn Fn(&str) -> String) -> Option<String> {
        let n = |of: &str| number(numbers, of);
        Some(match reason {
            "below_the_best" => self.either("还有更合适的", "others suit better").to_owned(),
            "no_place_in_order" => {
                let (after, before) = (place("after"), place("before"));
                self.either(
                    format!("要排在{after}之后、{before}之前，顺序对不上"),
                    format!("would come after {after} and before {before}, which stand the other way round"),
                )
            }
            "back_late" => {
                let late = n("late_minutes");
                self.either(format!("排进去会晚 {late} 分钟返校"), format!("with it you are back {late} min late"))
            }
            "misses_a_stop" => {
                let (late, stop) = (n("late_minutes"), place("stop"));
                self.either(
                    format!("排进去会晚 {late} 分钟到{stop}"),
                    format!("with it you are {late} min late at {stop}"),
                )
            }
            "no_toilet" => {
                let minutes = n("minutes");
                self.either(
                    format!("排进去会有 {minutes} 分钟没有厕所"),
                    format!("with it there is no toilet for {minutes} min"),
                )
            }
            "walks_too_far" => {
                let metres = n("walk_m");
                self.either(format!("排进去要走 {metres} 米"), format!("with it you walk {metres} m"))
            }
            "makes_leg_too_long" => {
                let minutes = n("minutes");
                self.either(format!("排进去有一程要 {minutes} 分钟"), format!("with it one leg takes {minutes} min"))
            }
            "would_fit" => self.either("排得进去，只是没有选上", "would fit, and was not chosen").to_owned(),
            _ => return None,
        })
    }

    /// In how many groups all get in, where that helps.
    fn in_parts(self, groups: &Value) -> String {
        let Some(groups) = groups.as_u64().filter(|&groups| groups > 1) else { return String::new() };
        self.either(format!("，分成 {groups} 组就进得去"), format!("; in {groups} groups all get in"))
    }

    /// What is wrong with a sequence that was given; what also keeps a place out is said as there.
    pub(in crate::plan) fn fault(self, fault: &str, numbers: &Value, name: &dyn Fn(&str) -> String) -> String {
        let n = |of: &str| number(numbers, of);
        match fault {
            "closed_then" => {
                let start = n("start");
                self.either(format!("{start} 不让进"), format!("nobody is let in at {start}"))
            }
            "closes_before" => {
                let (end, close) = (n("end"), n("close"));
                self.either(
                    format!("要到 {end} 才看完，{close} 就闭馆"),
                    format!("done at {end}, after it closes at {close}"),
                )
            }
            "back_late" => {
                let (back, by) = (n("back"), n("back_by"));
                self.either(format!("{back} 才返校，晚于 {by}"), format!("back at {back}, after {by}"))
            }
            "too_many_inside" => {
                let (at, people, most) = (n("at"), n("people"), n("most"));
                self.either(
                    format!("{at} 起同时有 {people} 人，只容 {most} 人"),
                    format!("{people} inside from {at}, where {most} fit"),
                )
            }
            "in_no_slot" => {
                let start = n("start");
                self.either(format!("{start} 没有可约的场次"), format!("no slot to book at {start}"))
            }
            "slot_overfull" => {
                let (people, most) = (n("people"), n("most"));
                self.either(
                    format!("一个场次里有 {people} 人，只容 {most} 人"),
                    format!("{people} in one slot, which takes {most}"),
                )
            }
            "must_missing" => self.either("非去不可，却没有去", "must be seen, and is not").to_owned(),
            "no_lunch" => self.either("没有吃午饭", "no lunch").to_owned(),
            "out_of_order" => {
                let first = numbers["first"].as_str().map_or_else(|| "?".to_owned(), name);
                self.either(format!("要排在{first}之后"), format!("comes after {first}"))
            }
            "no_toilet" => {
                let minutes = n("minutes");
                self.either(format!("有 {minutes} 分钟没有厕所"), format!("no toilet for {minutes} min"))
            }
            other => self.reason(other, numbers, name),
        }
    }
}
