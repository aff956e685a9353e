//! A plan as GPX 1.1 (topografix.com/GPX/1/1): a route a group, a route point a stop; where times go by streets, a track a group as
//! well, a segment a leg.

use std::fmt::Write;

use super::Words;
use crate::answer::field_study::FieldStudyAnswer;
use crate::answer::field_study::plan::GroupAnswer;
use crate::answer::field_study::stop::StopAnswer;

/// The plan as GPX in these words; no route where there is none.
pub(crate) fn gpx(answer: &FieldStudyAnswer<'_>, words: Words) -> String {
    let mut text = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<gpx version=\"1.1\" creator=\"Yuren Map\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n",
    ));
    let title = words.title(answer.date, words.school(&answer.school));
    let _ = writeln!(text, "<metadata><name>{}</name></metadata>", escaped(&title));
    for group in answer.plan.iter().flat_map(|plan| &plan.groups) {
        route(&mut text, answer, group, words);
    }
    // All routes stand before all tracks.
    for group in answer.plan.iter().flat_map(|plan| &plan.groups) {
        track(&mut text, group, words);
    }
    text.push_str("</gpx>\n");
    text
}

fn route(text: &mut String, answer: &FieldStudyAnswer<'_>, group: &GroupAnswer<'_>, words: Words) {
    let school = words.school(&answer.school);
    let _ = writeln!(text, "<rte><name>{}</name><number>{}</number>", words.group(group.group), group.group + 1);
    let begins = if group.from_school { school } else { words.here() };
    point(text, group.start, begins, &words.leaves(&group.leave));
    for stop in &group.stops {
        let StopAnswer { lon, lat, name, name_en, start, end, synthetic, .. } = stop;
        let example = if *synthetic { format!(" · {}", words.example()) } else { String::new() };
        let task = answer.task_at(stop).map(|task| format!("\n{}", words.task(task))).unwrap_or_default();
        point(text, [*lon, *lat], words.name(name, *name_en), &format!("{start}–{end}{example}{task}"));
    }
    point(text, answer.school.at(), school, &words.comes_back(&group.back));
    text.push_str("</rte>\n");
}

/// The way that a group goes, if any of it is known.
fn track(text: &mut String, group: &GroupAnswer<'_>, words: Words) {
    let legs = group.stops.iter().map(|stop| &stop.leg).chain([&group.home]);
    let lines: Vec<&[[f64; 2]]> = legs.filter_map(|leg| leg.line.as_deref()).collect();
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(text, "<trk><name>{}</name><number>{}</number>", words.group(group.group), group.group + 1);
    for line in lines {
        text.push_str("<trkseg>");
        for [lon, lat] in line {
            let _ = write!(text, "<trkpt lat=\"{lat}\" lon=\"{lon}\"/>");
        }
        text.push_str("</trkseg>\n");
    }
    text.push_str("</trk>\n");
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
            '\n' => escaped.push(c),
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
        assert_eq!(escaped("a<b> & \u{1}\"c\"\r\nd"), "a&lt;b&gt; &amp; \"c\"\nd");
    }
}
