//! A plan as GPX 1.1 (topografix.com/GPX/1/1): a route a group, a route point a stop.

use std::fmt::Write;

use crate::answer::field_study::FieldStudyAnswer;
use crate::answer::field_study::plan::GroupAnswer;
use crate::answer::field_study::stop::StopAnswer;

/// The plan as GPX; no route where there is none.
pub(crate) fn gpx(answer: &FieldStudyAnswer<'_>) -> String {
    let (school, at) = answer.school();
    let mut text = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<gpx version=\"1.1\" creator=\"Yuren Map\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n",
    ));
    let title = format!("研学日程 {} · {school}", answer.date);
    let _ = writeln!(text, "<metadata><name>{}</name></metadata>", escaped(&title));
    for group in answer.plan.iter().flat_map(|plan| &plan.groups) {
        route(&mut text, group, school, at);
    }
    text.push_str("</gpx>\n");
    text
}

fn route(text: &mut String, group: &GroupAnswer<'_>, school: &str, at: [f64; 2]) {
    let _ = writeln!(text, "<rte><name>第 {} 组</name><number>{}</number>", group.group + 1, group.group + 1);
    let begins = if group.from_school { school } else { "现在的位置" };
    point(text, group.start, begins, &format!("{} 出发", group.leave));
    for StopAnswer { lon, lat, name, start, end, synthetic, .. } in &group.stops {
        let example = if *synthetic { " · 示例数据" } else { "" };
        point(text, [*lon, *lat], name, &format!("{start}–{end}{example}"));
    }
    point(text, at, school, &format!("{} 返回", group.back));
    text.push_str("</rte>\n");
}

fn point(text: &mut String, [lon, lat]: [f64; 2], name: &str, about: &str) {
    let (name, about) = (escaped(name), escaped(about));
    let _ = writeln!(text, "<rtept lat=\"{lat}\" lon=\"{lon}\"><name>{name}</name><desc>{about}</desc></rtept>");
}

/// Text as it may stand in an element. What XML 1.0 has no place for is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_in_xml_is_escaped_and_what_it_cannot_hold_is_left_out() {
        assert_eq!(escaped("a<b> & \u{1}\"c\"\n"), "a&lt;b&gt; &amp; \"c\"");
    }
}
