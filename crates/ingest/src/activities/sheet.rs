//! A row of activities or courses, read.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use yuren_catalog::calendar::Recurrence;
use yuren_catalog::{Activity, ActivityKind, Audience, Booking, Course, Fee, Place, Status, stable};

use super::places::{Found, Places};
use super::when::{self, Point, Stretch};
use super::{Offer, Offered, repeats, words};
use crate::finding::{Said, Severity, said};
use crate::rules::{self, Context, Judged};
use crate::{Field, Findings, RuleName, Table};

/// Namesakes that a finding names at most.
const TOLD_NAMESAKES: usize = 3;

/// The rows of a sheet of activities or courses.
pub(crate) fn read(
    context: &Context<'_>,
    table: &Table,
    on_row: &mut dyn FnMut(),
    findings: &mut Findings,
) -> Vec<Offer> {
    let places = Places::new(context.import.snapshot);
    let is_of_courses = context.mapping.column(Field::ActivityTitle).is_none();
    let read = |row| {
        on_row();
        rules::read_offer(context, row, findings, |judged| {
            let place = place(judged, &places);
            let (key, offered) = match (place, is_of_courses) {
                (Some(place), false) => activity(judged, place),
                (Some(place), true) => course(judged, place),
                (None, _) => (own_key(judged), None),
            };
            let offered = offered.filter(|_| !judged.draft.refused);
            Offer { row: row.number, place: place.map(|place| place.id.clone()), offered, key }
        })
    };
    table.rows.iter().map(read).collect()
}

fn place<'a>(judged: &mut Judged<'_>, places: &Places<'a>) -> Option<&'a Place> {
    let region = judged.draft.region.clone();
    let Some(text) = judged.text(Field::Place) else {
        let meaning = said("没有写在哪里", "it does not say where");
        let mend = said("请填写地点的名称或编号", "write the place's name or id");
        judged.say(Severity::Error, RuleName::UnknownPlace, Some(Field::Place), "", meaning, mend);
        return None;
    };
    match places.find(&text, region.as_ref()) {
        Found::Place(place) => return Some(place),
        Found::None => {
            let meaning = said("图上没有这个地点", "there is no such place on the map");
            let mend = said(
                "请写图上的名称、别名或编号；新的地点请先导入",
                "write its name, alias or id as on the map; import a new place first",
            );
            judged.say(Severity::Error, RuleName::UnknownPlace, Some(Field::Place), &text, meaning, mend);
        }
        Found::Several(namesakes) => {
            let few: Vec<_> = namesakes.iter().take(TOLD_NAMESAKES).map(|place| place.id.as_str()).collect();
            let (count, few) = (namesakes.len(), few.join("、"));
            let meaning =
                said(format!("有 {count} 个同名的地点：{few}…"), format!("{count} places bear this name: {few}…"));
            let mend = said("请写地点的编号，或加上区县", "write the place's id, or add its district");
            judged.say(Severity::Error, RuleName::UnknownPlace, Some(Field::Place), &text, meaning, mend);
        }
    }
    None
}

/// The key that the list itself gives the row.
fn own_key(judged: &Judged<'_>) -> Option<String> {
    Some(format!("{}:{}", judged.context.import.source_key.as_str(), judged.text(Field::Key)?))
}

fn title(judged: &mut Judged<'_>, field: Field) -> Option<String> {
    let title = judged.text(field);
    if title.is_none() {
        let (meaning, mend) = (said("没有名称", "it has no title"), said("请填写名称", "write its title"));
        judged.say(Severity::Error, RuleName::MissingName, Some(field), "", meaning, mend);
    }
    title
}

/// Reads a cell; a warning if it cannot be read, and it is left unknown.
fn fact<T>(judged: &mut Judged<'_>, field: Field, allowed: (&str, &str), read: fn(&str) -> Option<T>) -> Option<T> {
    let text = judged.text(field)?;
    let value = read(&text);
    if value.is_none() {
        let meaning = said("看不懂，按未知处理", "it cannot be read, and is left unknown");
        let mend = said(format!("请写{}", allowed.0), format!("write {}", allowed.1));
        judged.say(Severity::Warning, RuleName::FactForm, Some(field), &text, meaning, mend);
    }
    value
}

fn activity(judged: &mut Judged<'_>, place: &Place) -> (Option<String>, Option<Offered>) {
    let own_key = own_key(judged);
    let kind = fact(
        judged,
        Field::ActivityKind,
        ("讲座 / 展览 / 工作坊 / 课程 / 参观", "talk, exhibition, workshop, class or visit"),
        words::kind,
    );
    let kind = kind.unwrap_or(ActivityKind::Other);
    let (title, times) = (title(judged, Field::ActivityTitle), times(judged, kind));
    let (Some(title), Some(times)) = (title, times) else { return (own_key, None) };
    let source = judged.context.import.source_key.as_str();
    let key = own_key.unwrap_or_else(|| format!("{source}:{}:{title}:{}", place.id, times.starts));
    let (min_age, max_age) =
        fact(judged, Field::Ages, ("6-12岁、6岁以上或不限", "ages such as 6-12 or 6+"), words::ages)
            .unwrap_or_default();
    let audience = Audience { min_age: min_age.or(judged.draft.min_age), max_age, ..Audience::default() };
    let except = except(judged);
    let activity = Activity {
        id: stable::activity_id(&key),
        role: None,
        kind,
        series: judged.text(Field::Series),
        title,
        title_en: judged.text(Field::NameEn),
        starts: times.starts,
        ends: times.ends,
        during_hours: times.during_hours,
        repeats: times.repeats,
        except,
        audience: (audience != Audience::default()).then_some(audience),
        booking: judged.draft.booking.map(|required| Booking { required, walk_in: !required, ..Booking::default() }),
        fee: judged.draft.fee.unwrap_or(Fee::Unknown),
        capacity: judged.draft.capacity,
        summary: judged.text(Field::Summary),
        url: judged.draft.website.clone(),
        status: judged.draft.status.unwrap_or(Status::Active),
        provenance: judged.context.import.provenance(),
    };
    (Some(key), Some(Offered::Activity(Box::new(activity))))
}

fn course(judged: &mut Judged<'_>, place: &Place) -> (Option<String>, Option<Offered>) {
    let own_key = own_key(judged);
    let title = title(judged, Field::CourseTitle);
    let subject = fact(
        judged,
        Field::Subject,
        ("学科，如语文、科学、综合实践", "a subject such as science or history"),
        words::subject,
    );
    if subject.is_none() {
        let meaning = said("没有学科", "it has no subject");
        let mend = said("请填写学科，如科学", "write its subject, such as science");
        judged.say(Severity::Error, RuleName::FactForm, Some(Field::Subject), "", meaning, mend);
    }
    let (Some(title), Some(subject)) = (title, subject) else { return (own_key, None) };
    let source = judged.context.import.source_key.as_str();
    let key = own_key.unwrap_or_else(|| format!("{source}:{}:{title}:{subject}", place.id));
    let grades =
        fact(judged, Field::Grades, ("年级，如 3-6年级、七年级", "grades from 1 to 12 such as 3-6"), words::grades);
    let course = Course {
        id: stable::course_id(&key),
        role: None,
        title,
        title_en: judged.text(Field::NameEn),
        subject,
        grades: grades.unwrap_or_default(),
        minutes: judged.draft.visit_minutes,
        summary: judged.text(Field::Summary),
        url: judged.draft.website.clone(),
        status: judged.draft.status.unwrap_or(Status::Active),
        provenance: judged.context.import.provenance(),
    };
    (Some(key), Some(Offered::Course(Box::new(course))))
}

/// When an activity takes place.
struct Times {
    starts: NaiveDateTime,
    ends: NaiveDateTime,
    during_hours: bool,
    repeats: Option<Recurrence>,
}

/// What its cells for day, beginning and end say together.
fn times(judged: &mut Judged<'_>, kind: ActivityKind) -> Option<Times> {
    let [date, starts, ends] = [Field::Date, Field::Starts, Field::Ends].map(|field| stretch(judged, field));
    let (date, starts, ends) = (date?, starts?, ends?);
    let Some(day) = starts.from.day.or(date.from.day) else {
        let mend = said("请写日期，如 2026-12-05", "write a day such as 2026-12-05");
        return lacks(judged, said("没有日期", "it has no day"), mend);
    };
    let last_day = ends.from.day.or(starts.to.day).or(date.to.day);
    let time = starts.from.time.or(date.from.time);
    let end_time = ends.from.time.or(starts.to.time).or(date.to.time);
    // Days without times, several of them: one comes during the hours, as to an exhibition.
    if time.is_none() && end_time.is_none() && (last_day.is_some() || kind == ActivityKind::Exhibition) {
        let last = last_day.unwrap_or(day);
        let (starts, ends) = (day.and_time(NaiveTime::MIN), last.and_hms_opt(23, 59, 0)?);
        return Some(Times { starts, ends, during_hours: true, repeats: None });
    }
    let Some(time) = time else {
        let mend = said("请写时间，如 14:00-16:00", "write a time such as 14:00-16:00");
        return lacks(judged, said("没有时间", "it has no time"), mend);
    };
    let repeats = match judged.text(Field::Repeats) {
        None => None,
        Some(text) => {
            let rule = repeats::read(&text, last_day);
            if rule.is_none() {
                let meaning = said("看不懂这个重复规律", "this repetition cannot be read");
                let mend = said(
                    "请写“每周六”这样的话，或 FREQ=WEEKLY;BYDAY=SA;COUNT=8",
                    "write words such as 每周六, or a rule such as FREQ=WEEKLY;BYDAY=SA;COUNT=8",
                );
                judged.say(Severity::Error, RuleName::Repeats, Some(Field::Repeats), &text, meaning, mend);
                return None;
            }
            rule
        }
    };
    // A repeated one begins on the first day of its rule.
    let day = match &repeats {
        Some(rule) => first_day(rule, day),
        None => day,
    };
    let starts = day.and_time(time);
    let end_day = if repeats.is_some() { day } else { last_day.unwrap_or(day) };
    let ends = match (end_time, judged.draft.visit_minutes) {
        // What ends earlier on the clock than it begins ends after midnight.
        (Some(end), _) if repeats.is_some() && end <= time => end_day.checked_add_days(Days::new(1))?.and_time(end),
        (Some(end), _) => end_day.and_time(end),
        (None, Some(minutes)) => starts.checked_add_signed(TimeDelta::minutes(minutes.into()))?,
        (None, None) => {
            let mend = said("请写结束时间或时长", "write when it ends, or how long it takes");
            return lacks(judged, said("没有结束时间", "it has no end"), mend);
        }
    };
    Some(Times { starts, ends, during_hours: false, repeats })
}

/// Refuses a row whose cells for its times lack something.
fn lacks<T>(judged: &mut Judged<'_>, meaning: Said, mend: Said) -> Option<T> {
    let field = [Field::Starts, Field::Date].into_iter().find(|&field| judged.text(field).is_some());
    let text = field.and_then(|field| judged.text(field)).unwrap_or_default();
    judged.say(Severity::Error, RuleName::Times, field, &text, meaning, mend);
    None
}

/// The first day of the rule from this day on; this day where there is none within a year, which the city's rules then refuse.
fn first_day(rule: &Recurrence, from: NaiveDate) -> NaiveDate {
    from.iter_days().take(366).find(|&day| rule.falls_on(day, day)).unwrap_or(from)
}

/// A cell for days and times; an error if it cannot be read. A blank one says nothing.
fn stretch(judged: &mut Judged<'_>, field: Field) -> Option<Stretch> {
    let Some(column) = judged.context.mapping.column(field) else { return Some(Stretch::default()) };
    let cell = judged.row.cell(column);
    let read = when::read(cell);
    if read.is_none() {
        let text = cell.trimmed().into_owned();
        let meaning = said("看不懂这个日期或时间", "this day or time cannot be read");
        let mend = said("请写成 2026-12-05 14:00-16:00 这样", "write it as in 2026-12-05 14:00-16:00");
        judged.say(Severity::Error, RuleName::Times, Some(field), &text, meaning, mend);
    }
    read
}

/// Days on which it does not take place, separated by commas.
fn except(judged: &mut Judged<'_>) -> Vec<NaiveDate> {
    let Some(text) = judged.text(Field::Except) else { return Vec::new() };
    let day = |text: &str| match when::read(&crate::Cell::text(text.trim()))? {
        Stretch { from: Point { day: Some(day), time: None }, to } if to == Point::default() => Some(day),
        _ => None,
    };
    let days: Option<Vec<_>> =
        text.split(['、', ',', '，', ';', '；', ' ']).filter(|part| !part.is_empty()).map(day).collect();
    days.unwrap_or_else(|| {
        let meaning = said("看不懂这些日期", "these days cannot be read");
        let mend =
            said("请用顿号分开，如 2026-10-03、2027-01-02", "separate them by commas, as in 2026-10-03, 2027-01-02");
        judged.say(Severity::Error, RuleName::Repeats, Some(Field::Except), &text, meaning, mend);
        Vec::new()
    })
}
