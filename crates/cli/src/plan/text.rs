//! A day of field study as a timetable that a person reads.

use serde_json::Value;

/// What of the places left out is shown.
const LEFT_OUT: usize = 8;

/// The day as lines.
pub(super) fn timetable(day: &Value) -> String {
    let mut lines = vec![format!(
        "{} · {} · {} 名学生, {} 名老师 · {} pupils, {} adults",
        word(&day["date"]),
        word(&day["school"]["name"]),
        day["pupils"],
        day["adults"],
        day["pupils"],
        day["adults"]
    )];
    if !day["study_route"].is_null() {
        lines.push(format!("按线路 · By the route: {}", word(&day["study_route"]["title"])));
    }
    if day["travel_kind"] == "estimate" {
        lines.push("路程为直线估算 · Times on the way are estimates".to_owned());
    }
    for group in list(&day["plan"]["groups"]) {
        lines.extend(of_group(group, &day["study_route"]["tasks"]));
    }
    if day["outcome"] == "none" {
        lines.push("没有可行的安排 · There is no such day".to_owned());
    }
    lines.extend(
        list(&day["faults"]).iter().map(|fault| {
            format!("! {} {} {}", word(&fault["fault"]), word(&fault["place"]), numbers(&fault["numbers"]))
        }),
    );
    lines.extend(list(&day["changes"]).iter().map(|change| format!("· 可行的改动 A change that helps: {change}")));
    let out = list(&day["left_out"]);
    if !out.is_empty() {
        lines.push("未安排 · Left out:".to_owned());
    }
    lines.extend(out.iter().take(LEFT_OUT).map(|out| {
        format!(
            "  {} ({}): {} {}",
            word(&out["name"]),
            word(&out["place"]),
            word(&out["reason"]),
            numbers(&out["numbers"])
        )
    }));
    for assumed in list(&day["assumed"]) {
        let checked = if assumed["why"] == "to_be_checked" { " (请核实 to be checked)" } else { "" };
        lines.push(format!("假定 assumed: {} = {}{checked}", word(&assumed["what"]), word(&assumed["value"])));
    }
    if day["synthetic"] == true {
        lines.push("含示例数据 · Some of it is example data".to_owned());
    }
    lines.join("\n")
}

fn of_group(group: &Value, tasks: &Value) -> Vec<String> {
    let number = group["group"].as_u64().unwrap_or_default() + 1;
    let mut lines = vec![format!("第 {number} 组 · Group {number} ({} 人)", group["people"])];
    lines.push(format!("  {}        出发 · Leave", word(&group["leave"])));
    for stop in list(&group["stops"]) {
        let what = if stop["what"] == "lunch" { "午餐 Lunch: " } else { "" };
        let example = if stop["synthetic"] == true { " [示例 example]" } else { "" };
        let notes: Vec<&str> = list(&stop["notes"]).iter().map(word).collect();
        let notes = if notes.is_empty() { String::new() } else { format!(" · {}", notes.join(", ")) };
        let (start, end) = (word(&stop["start"]), word(&stop["end"]));
        lines.push(format!(
            "  {start}–{end}  {what}{}{example} (+{} min){notes}",
            word(&stop["name"]),
            stop["leg"]["minutes"]
        ));
        let task = tasks.get(word(&stop["place"])).filter(|_| stop["what"] == "visit").map_or("", word);
        lines.extend(task.lines().map(|line| format!("               {line}")));
    }
    lines.push(format!("  {}        返回 · Back (+{} min)", word(&group["back"]), group["home"]["minutes"]));
    lines
}

/// Names and numbers, in a line.
fn numbers(numbers: &Value) -> String {
    let pairs = numbers.as_object().into_iter().flatten();
    pairs
        .map(|(name, value)| format!("{name}={}", value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
        .collect::<Vec<_>>()
        .join(" ")
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

    #[test]
    fn a_timetable_has_a_line_a_stop_and_says_what_is_assumed_and_what_is_an_example() {
        let stop = |what: &str, name: &str, start: &str, end: &str| {
            json!({ "what": what, "name": name, "start": start, "end": end, "synthetic": what == "visit", "leg": { "minutes": 9 },
                "notes": if what == "visit" { json!(["fee_unknown"]) } else { json!([]) } })
        };
        let group = json!({ "group": 0, "people": 66, "leave": "08:42", "back": "15:31", "home": { "minutes": 12 },
            "stops": [stop("visit", "个园", "09:00", "10:00"), stop("lunch", "个园", "11:00", "11:40")] });
        let day = json!({ "date": "2026-12-03", "school": { "name": "学校" }, "pupils": 60, "adults": 6,
            "travel_kind": "estimate", "outcome": "plan", "plan": { "groups": [group] }, "synthetic": true,
            "left_out": [{ "name": "何园", "place": "p-1", "reason": "closed_today", "numbers": {} }],
            "assumed": [{ "what": "adults", "value": "6", "why": "to_be_checked" }] });
        let text = timetable(&day);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[2], "第 1 组 · Group 1 (66 人)");
        assert_eq!(lines[4], "  09:00–10:00  个园 [示例 example] (+9 min) · fee_unknown");
        assert_eq!(lines[5], "  11:00–11:40  午餐 Lunch: 个园 (+9 min)");
        assert_eq!(lines[6], "  15:31        返回 · Back (+12 min)");
        assert_eq!(lines[8], "  何园 (p-1): closed_today ");
        assert!(text.contains("adults = 6 (请核实 to be checked)") && text.contains("示例数据"), "{text}");
    }

    #[test]
    fn where_there_is_no_day_the_changes_are_told() {
        let day = json!({ "outcome": "none", "changes": [{ "change": "split", "groups": 3 }] });
        let text = timetable(&day);
        assert!(text.contains("There is no such day") && text.contains(r#""groups":3"#), "{text}");
    }
}
