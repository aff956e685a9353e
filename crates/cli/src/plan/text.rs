//! A day of field study as a timetable that a person reads.

use std::collections::HashMap;

use serde_json::Value;
use yuren_server::Lang;

use super::words::Words;

/// What of the places left out is shown.
const LEFT_OUT: usize = 8;

/// The day as lines.
pub(super) fn timetable(day: &Value, lang: Lang) -> String {
    let (w, names) = (Words(lang), names(day, Words(lang)));
    let name = |id: &str| names.get(id).map_or(id, |name| name).to_owned();
    let colon = w.either("：", ": ");
    let (pupils, adults) = (&day["pupils"], &day["adults"]);
    let people = w.either(format!("{pupils} 名学生，{adults} 位老师"), format!("{pupils} pupils, {adults} adults"));
    let mut lines = vec![format!("{} · {} · {people}", word(&day["date"]), w.name(&day["school"]))];
    if day["past"] == true {
        lines.push(w.either("这一天已经过去", "This day is over").to_owned());
    }
    let route = &day["study_route"];
    if !route.is_null() {
        let title = w.told(&route["title"], &route["title_en"]);
        lines.push(format!("{}{colon}{title}", w.either("按线路", "By the route")));
    }
    if day["travel_kind"] == "estimate" {
        lines.push(w.either("路程为直线估算", "Times on the way are straight-line estimates").to_owned());
    }
    for group in list(&day["plan"]["groups"]) {
        lines.extend(of_group(group, &route["tasks"], w));
    }
    if day["outcome"] == "none" {
        lines.push(w.either("这样排不出走得成的一天。", "No day can be made of this.").to_owned());
    }
    lines.extend(list(&day["faults"]).iter().map(|fault| {
        let group = fault["group"].as_u64().map(|group| group_name(group, w));
        let whose = group.into_iter().chain(fault["place"].as_str().map(name)).collect::<Vec<_>>().join(" · ");
        format!("! {whose}{colon}{}", w.fault(word(&fault["fault"]), &fault["numbers"], &name))
    }));
    let pupils = pupils.as_u64().unwrap_or_default();
    let helps = w.either("可行的改动", "What would help");
    lines.extend(list(&day["changes"]).iter().map(|change| format!("· {helps}{colon}{}", w.change(change, pupils))));
    lines.extend(list(&day["alternatives"]).iter().map(|other| alternative(other, w)));
    lines.extend(left_out(day, w, &name));
    let assumed = w.either("假定", "Assumed");
    lines.extend(list(&day["assumed"]).iter().map(|one| format!("{assumed}{colon}{}", w.assumed(one))));
    if day["synthetic"] == true {
        lines.push(w.either("含示例数据", "Some of it is example data").to_owned());
    }
    lines.join("\n")
}

/// What the places that a day speaks of are called, by their ids.
fn names(day: &Value, w: Words) -> HashMap<&str, &str> {
    let groups = list(&day["plan"]["groups"]).iter();
    let stops = groups.flat_map(|group| list(&group["stops"]));
    stops.chain(list(&day["left_out"])).map(|place| (word(&place["place"]), w.name(place))).collect()
}

/// Numbers begin at 0.
fn group_name(group: u64, w: Words) -> String {
    let number = group + 1;
    w.either(format!("第 {number} 组"), format!("Group {number}"))
}

fn of_group(group: &Value, tasks: &Value, w: Words) -> Vec<String> {
    let people = &group["people"];
    let name = group_name(group["group"].as_u64().unwrap_or_default(), w);
    let way = |leg: &Value| match leg["minutes"].as_u64() {
        None => w.either("没有路程可估", "no way known").to_owned(),
        Some(0) => w.either("就在原地", "on the spot").to_owned(),
        Some(minutes) => w.either(format!("路上 {minutes} 分钟"), format!("{minutes} min on the way")),
    };
    let bracketed = |text: String| w.either(format!("（{text}）"), format!(" ({text})"));
    let mut lines = vec![format!("{name}{}", bracketed(w.either(format!("{people} 人"), format!("{people} people"))))];
    lines.push(format!("  {}        {}", word(&group["leave"]), w.either("出发", "Leave")));
    for stop in list(&group["stops"]) {
        let what = if stop["what"] == "lunch" { w.either("午餐：", "Lunch: ") } else { "" };
        let example = if stop["synthetic"] == true { w.either(" [示例]", " [example]") } else { "" };
        let notes: Vec<&str> = list(&stop["notes"]).iter().map(|note| w.note(word(note))).collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" · {}", notes.join(w.either("；", "; "))) };
        let (start, end, name) = (word(&stop["start"]), word(&stop["end"]), w.name(stop));
        lines.push(format!("  {start}–{end}  {what}{name}{example}{}{notes}", bracketed(way(&stop["leg"]))));
        let task = tasks.get(word(&stop["place"])).filter(|_| stop["what"] == "visit").map_or("", word);
        lines.extend(task.lines().map(|line| format!("               {line}")));
    }
    let back = w.either("返校", "Back");
    lines.push(format!("  {}        {back}{}", word(&group["back"]), bracketed(way(&group["home"]))));
    lines
}

/// What would be done instead, in a line.
fn alternative(other: &Value, w: Words) -> String {
    let what = match word(&other["alternative"]) {
        "rain" => w.either("下雨", "In the rain"),
        "no_coach" => w.either("没有大巴", "Without a coach"),
        "split" => w.either("多分一组", "In one group more"),
        unknown => unknown,
    };
    let groups = list(&other["plan"]["groups"]);
    let stops = groups.iter().flat_map(|group| list(&group["stops"]));
    let visits = stops.filter(|stop| stop["what"] == "visit").count();
    let back = groups.iter().map(|group| word(&group["back"])).max();
    let said = back.map_or_else(
        || w.either("排不成", "no plan").to_owned(),
        |back| {
            let plural = if visits == 1 { "" } else { "s" };
            w.either(format!("去 {visits} 处，{back} 返校"), format!("{visits} place{plural}, back at {back}"))
        },
    );
    format!("{what}{}{said}", w.either("：", ": "))
}

/// The places left out that come first, and how many more there are.
fn left_out(day: &Value, w: Words, name: &dyn Fn(&str) -> String) -> Vec<String> {
    let out = list(&day["left_out"]);
    if out.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![w.either("未安排：", "Left out:").to_owned()];
    lines.extend(out.iter().take(LEFT_OUT).map(|out| {
        let why = w.reason(word(&out["reason"]), &out["numbers"], name);
        let (named, id) = (w.name(out), word(&out["place"]));
        w.either(format!("  {named}（{id}）：{why}"), format!("  {named} ({id}): {why}"))
    }));
    let more = out.len().saturating_sub(LEFT_OUT) as u64 + day["left_out_more"].as_u64().unwrap_or_default();
    if more > 0 {
        lines.push(w.either(format!("  另有 {more} 处"), format!("  and {more} more")));
    }
    lines
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn day() -> Value {
        let stop = |what: &str, start: &str, end: &str| {
            json!({ "what": what, "name": "个园", "name_en": "Ge Garden", "place": "p-2", "start": start, "end": end,
                "synthetic": what == "visit", "leg": { "minutes": 9 },
                "notes": if what == "visit" { json!(["fee_unknown"]) } else { json!([]) } })
        };
        let group = json!({ "group": 0, "people": 66, "leave": "08:42", "back": "15:31", "home": { "minutes": 12 },
            "stops": [stop("visit", "09:00", "10:00"), stop("lunch", "11:00", "11:40")] });
        let rain = json!({ "alternative": "rain", "plan": { "groups": [group] } });
        json!({ "date": "2026-12-03", "school": { "name": "学校" }, "pupils": 60, "adults": 6,
            "travel_kind": "estimate", "outcome": "plan", "plan": { "groups": [group] }, "synthetic": true,
            "alternatives": [rain, { "alternative": "no_coach", "plan": null }],
            "left_out": [{ "name": "何园", "place": "p-1", "reason": "misses_a_stop", "numbers": { "stop": "p-2", "late_minutes": 8 } }],
            "left_out_more": 3,
            "assumed": [{ "what": "adults", "value": "6", "why": "to_be_checked" }] })
    }

    #[test]
    fn a_timetable_has_a_line_a_stop_and_says_what_is_assumed_and_what_is_an_example() {
        let text = timetable(&day(), Lang::Zh);
        let expected = "2026-12-03 · 学校 · 60 名学生，6 位老师
路程为直线估算
第 1 组（66 人）
  08:42        出发
  09:00–10:00  个园 [示例]（路上 9 分钟） · 收费未知
  11:00–11:40  午餐：个园（路上 9 分钟）
  15:31        返校（路上 12 分钟）
下雨：去 1 处，15:31 返校
没有大巴：排不成
未安排：
  何园（p-1）：排进去会晚 8 分钟到个园
  另有 3 处
假定：6 位老师（待核对）
含示例数据";
        assert_eq!(text, expected);
    }

    #[test]
    fn in_english_it_says_the_same_with_the_english_names_that_there_are() {
        let text = timetable(&day(), Lang::En);
        let expected = "2026-12-03 · 学校 · 60 pupils, 6 adults
Times on the way are straight-line estimates
Group 1 (66 people)
  08:42        Leave
  09:00–10:00  Ge Garden [example] (9 min on the way) · price unknown
  11:00–11:40  Lunch: Ge Garden (9 min on the way)
  15:31        Back (12 min on the way)
In the rain: 1 place, back at 15:31
Without a coach: no plan
Left out:
  何园 (p-1): with it you are 8 min late at Ge Garden
  and 3 more
Assumed: 6 adults (to be checked)
Some of it is example data";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_day_that_is_over_is_called_so() {
        let mut day = day();
        day["past"] = true.into();
        assert_eq!(timetable(&day, Lang::Zh).lines().nth(1), Some("这一天已经过去"));
        assert_eq!(timetable(&day, Lang::En).lines().nth(1), Some("This day is over"));
    }

    #[test]
    fn where_there_is_no_day_what_would_help_is_told() {
        let day =
            json!({ "outcome": "none", "pupils": 60, "adults": 6, "changes": [{ "change": "split", "groups": 3 }] });
        let text = timetable(&day, Lang::En);
        assert!(text.contains("No day can be made of this.\n· What would help: 3 groups of about 20 pupils"), "{text}");
    }

    #[test]
    fn what_is_wrong_with_a_sequence_names_whose_it_is_and_where() {
        let mut day = day();
        day["faults"] = json!([{ "group": 0, "place": "p-2", "fault": "closes_before", "numbers": { "end": "17:10", "close": "17:00" } }]);
        let text = timetable(&day, Lang::Zh);
        assert!(text.contains("! 第 1 组 · 个园：要到 17:10 才看完，17:00 就闭馆"), "{text}");
    }
}
