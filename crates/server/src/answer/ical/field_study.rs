//! A day of field study as iCalendar: an event a stop a group.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use yuren_index::Snapshot;

use super::content_line::{Lines, escaped};
use super::{TIME, time_zone};
use crate::answer::field_study::FieldStudyAnswer;
use crate::answer::field_study::export::Words;
use crate::answer::field_study::plan::GroupAnswer;
use crate::answer::field_study::stop::{StopAnswer, StopKind};

/// The plan as a calendar in these words; no events where there is none.
pub(crate) fn field_study_calendar(snapshot: &Snapshot, answer: &FieldStudyAnswer<'_>, words: Words) -> String {
    let zone: Tz = snapshot.city().time_zone.parse().unwrap_or(Tz::UTC);
    let mut lines = Lines::default();
    super::head(&mut lines, &words.title(answer.date, words.school(&answer.school)), words.lang());
    let groups: Vec<&GroupAnswer<'_>> = answer.plan.iter().flat_map(|plan| &plan.groups).collect();
    if !groups.is_empty() {
        let midnight = answer.date.and_time(NaiveTime::MIN);
        time_zone::put(&mut lines, zone, midnight, midnight + TimeDelta::days(1));
    }
    for group in &groups {
        for stop in &group.stops {
            let who = (groups.len() > 1).then(|| words.group(group.group));
            event(&mut lines, snapshot, zone, answer, (group, who), stop, words);
        }
    }
    lines.put("END", "VCALENDAR");
    lines.into_text()
}

fn event(
    lines: &mut Lines,
    snapshot: &Snapshot,
    zone: Tz,
    answer: &FieldStudyAnswer<'_>,
    (group, who): (&GroupAnswer<'_>, Option<String>),
    stop: &StopAnswer<'_>,
    words: Words,
) {
    let city = snapshot.city();
    let at =
        |minutes: u32| -> NaiveDateTime { answer.date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minutes.into()) };
    let zoned = |name: &str| format!("{name};TZID={}", zone.name());
    lines.put("BEGIN", "VEVENT");
    let uid = format!("{}-{}-{}-{}", answer.date, group.group, stop.n, stop.place);
    lines.put("UID", &format!("{uid}@{}.yuren-map", city.adcode));
    // When the data was, not when it was asked for.
    lines.put("DTSTAMP", &format!("{}Z", city.data_date.and_time(NaiveTime::MIN).format(TIME)));
    lines.put(&zoned("DTSTART"), &at(stop.starts).format(TIME).to_string());
    lines.put(&zoned("DTEND"), &at(stop.ends).format(TIME).to_string());
    let name = words.name(stop.name, stop.name_en);
    let what = (stop.what == StopKind::Lunch).then_some(words.lunch());
    let summary: Vec<&str> = [who.as_deref(), what, Some(name)].into_iter().flatten().collect();
    lines.put("SUMMARY", &escaped(&summary.join(" · ")));
    let way = words.way(stop.leg.facts.minutes, &stop.arrive);
    let task = answer.task_at(stop).map(|task| words.task(task));
    let phone = stop.phone.map(|phone| words.phone(phone));
    let example = stop.synthetic.then(|| words.example().to_owned());
    let told: Vec<String> = [Some(way), task, phone, example].into_iter().flatten().collect();
    lines.put("DESCRIPTION", &escaped(&told.join("\n")));
    lines.put("LOCATION", &escaped(name));
    lines.put("GEO", &format!("{:.6};{:.6}", stop.lat, stop.lon));
    lines.put("STATUS", "TENTATIVE");
    lines.put("END", "VEVENT");
}
