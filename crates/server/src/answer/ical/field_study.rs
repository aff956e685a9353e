//! A day of field study as iCalendar: an event a stop a group.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use yuren_index::Snapshot;

use super::content_line::{Lines, escaped};
use super::{TIME, time_zone};
use crate::answer::field_study::FieldStudyAnswer;
use crate::answer::field_study::plan::GroupAnswer;
use crate::answer::field_study::stop::{StopAnswer, StopKind};

/// The plan as a calendar; no events where there is none.
pub(crate) fn field_study_calendar(snapshot: &Snapshot, answer: &FieldStudyAnswer<'_>) -> String {
    let zone: Tz = snapshot.city().time_zone.parse().unwrap_or(Tz::UTC);
    let (school, _) = answer.school();
    let mut lines = Lines::default();
    super::head(&mut lines, &format!("研学日程 {} · {school}", answer.date));
    let groups: Vec<&GroupAnswer<'_>> = answer.plan.iter().flat_map(|plan| &plan.groups).collect();
    if !groups.is_empty() {
        let midnight = answer.date.and_time(NaiveTime::MIN);
        time_zone::put(&mut lines, zone, midnight, midnight + TimeDelta::days(1));
    }
    for group in &groups {
        for stop in &group.stops {
            event(&mut lines, snapshot, zone, answer, group, stop, groups.len() > 1);
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
    group: &GroupAnswer<'_>,
    stop: &StopAnswer<'_>,
    are_several: bool,
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
    let what = if stop.what == StopKind::Lunch { "午餐 · " } else { "" };
    let who = if are_several { format!("第 {} 组 · ", group.group + 1) } else { String::new() };
    lines.put("SUMMARY", &escaped(&format!("{who}{what}{}", stop.name)));
    let way = stop.leg.minutes.map_or_else(|| "没有路线".to_owned(), |minutes| format!("路上 {minutes} 分钟"));
    let leg = format!("{way}，{} 到达", stop.arrive);
    let phone = stop.phone.map(|phone| format!("电话 {phone}"));
    let example = stop.synthetic.then(|| "示例数据 · Example data".to_owned());
    let told: Vec<String> = [Some(leg), phone, example].into_iter().flatten().collect();
    lines.put("DESCRIPTION", &escaped(&told.join("\n")));
    lines.put("LOCATION", &escaped(stop.name));
    lines.put("GEO", &format!("{:.6};{:.6}", stop.lat, stop.lon));
    lines.put("STATUS", "TENTATIVE");
    lines.put("END", "VEVENT");
}
