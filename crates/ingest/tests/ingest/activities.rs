//! Lists of activities and of courses, as bureaus keep them.

use std::collections::BTreeMap;

use yuren_catalog::{Activity, ActivityKind, Fee, Place, Status, Subject};
use yuren_index::Snapshot;
use yuren_ingest::{Import, Plan, RuleName, Severity};

use crate::support::{after, city, import, plan};

/// The practice centre and a library of the sample city, by name.
const CENTRE: &str = "示例校家社协同育人实践中心 01 · 邗江区";

fn sheet(header: &str, rows: &[&str]) -> Vec<u8> {
    format!("{header}\n{}\n", rows.join("\n")).into_bytes()
}

const HEADER: &str = "编号,活动名称,地点,类型,系列,日期,时间,重复,除外日期,适合年龄,预约,收费,人数,简介";

fn committed(import: &Import<'_>, plan: &Plan) -> Snapshot {
    after(import.snapshot, plan.change_set(&BTreeMap::new(), "a test"))
}

/// The place of this name after the plan.
fn place<'a>(city: &'a Snapshot, name: &str) -> &'a Place {
    city.places().iter().find(|place| place.name == name).expect("it is on the map")
}

fn activity<'a>(city: &'a Snapshot, title: &str) -> &'a Activity {
    city.activities().map(|(_, activity)| activity).find(|activity| activity.title == title).expect("it is on the map")
}

/// Each finding's rule, row and severity, those of unused columns aside.
fn told(plan: &Plan) -> Vec<(RuleName, Option<u32>, Severity)> {
    let findings = plan.findings.told().iter().filter(|finding| finding.rule != RuleName::Columns);
    findings.map(|finding| (finding.rule, finding.row, finding.severity)).collect()
}

#[test]
fn a_row_becomes_an_activity_of_its_place_with_all_that_it_says() {
    let import = import(city());
    let row = format!(
        "H1,亲子阅读,{CENTRE},讲座,家庭教育大讲堂,2026年12月5日,14:00-15:30,每周六,2026-12-12、2027-01-02,6-12岁,是,免费,80,两句话。"
    );
    let plan = plan(&import, &sheet(HEADER, &[&row]));
    // Nobody wrote when it ends: that is worth a look.
    assert_eq!(told(&plan), [(RuleName::PackRule, Some(2), Severity::Warning)]);
    assert_eq!((plan.added.len(), plan.changed.len(), plan.withdrawn.len(), plan.refused), (0, 1, 0, 0));
    let city = committed(&import, &plan);
    let activity = activity(&city, "亲子阅读");
    assert_eq!((activity.kind, activity.series.as_deref()), (ActivityKind::Talk, Some("家庭教育大讲堂")));
    assert_eq!(
        (activity.starts.to_string(), activity.ends.to_string()),
        ("2026-12-05 14:00:00".into(), "2026-12-05 15:30:00".into())
    );
    assert_eq!(activity.repeats.as_ref().map(ToString::to_string).as_deref(), Some("FREQ=WEEKLY;BYDAY=SA"));
    assert_eq!(activity.except.len(), 2);
    let audience = activity.audience.as_ref().expect("ages");
    assert_eq!((audience.min_age, audience.max_age), (Some(6), Some(12)));
    assert!(activity.booking.as_ref().is_some_and(|booking| booking.required && !booking.walk_in));
    assert_eq!((activity.fee, activity.capacity, activity.summary.as_deref()), (Fee::Free, Some(80), Some("两句话。")));
    assert_eq!(activity.provenance.source.as_str(), "bureau");
    let before = place(crate::support::city(), CENTRE);
    assert_eq!(place(&city, CENTRE).activities.len(), before.activities.len() + 1, "what was there stays");
    assert_eq!(place(&city, CENTRE).roles, before.roles);
}

#[test]
fn the_same_list_again_changes_nothing_with_keys_and_without() {
    for header in [HEADER, &HEADER.replace("编号", "备注")] {
        let bytes = sheet(
            header,
            &[
                &format!("1,亲子阅读,{CENTRE},讲座,,2026-12-05,14:00-15:30,,,,,,,"),
                &format!("2,灯彩展,{CENTRE},展览,,2026-12-05至2027-01-10,,,,,,,,"),
            ],
        );
        let first = import(city());
        let once = plan(&first, &bytes);
        assert_eq!((once.changed.len(), once.refused), (1, 0), "{:?}", told(&once));
        let city = committed(&first, &once);
        let again = plan(&import(&city), &bytes);
        assert_eq!(
            (again.changed.len(), again.withdrawn.len(), again.unchanged.len()),
            (0, 0, 1),
            "{:?}",
            told(&again)
        );
        assert!(again.change_set(&BTreeMap::new(), "again").changes.is_empty());
    }
}

#[test]
fn days_without_times_are_an_exhibition_in_the_places_hours() {
    let import = import(city());
    let plan = plan(&import, &sheet("标题,地点,日期", &[&format!("灯彩展,{CENTRE},2026年12月5日至2027年1月10日")]));
    let city = committed(&import, &plan);
    let exhibition = activity(&city, "灯彩展");
    assert!(exhibition.during_hours);
    assert_eq!(
        (exhibition.starts.to_string(), exhibition.ends.to_string()),
        ("2026-12-05 00:00:00".into(), "2027-01-10 23:59:00".into())
    );
}

#[test]
fn a_span_of_days_with_a_weekday_is_a_rule_that_ends_and_begins_on_that_weekday() {
    let import = import(city());
    let row = format!("剪纸,{CENTRE},2026-12-01至2027-01-31,9:00,1.5小时,每周六、日");
    let plan = plan(&import, &sheet("活动名称,地点,日期,开始时间,时长,重复", &[&row]));
    assert_eq!(told(&plan), []);
    let city = committed(&import, &plan);
    let workshop = activity(&city, "剪纸");
    assert_eq!(
        (workshop.starts.to_string(), workshop.ends.to_string()),
        ("2026-12-05 09:00:00".into(), "2026-12-05 10:30:00".into())
    );
    assert_eq!(
        workshop.repeats.as_ref().map(ToString::to_string).as_deref(),
        Some("FREQ=WEEKLY;UNTIL=20270131;BYDAY=SA,SU")
    );
}

#[test]
fn a_row_that_cannot_be_read_is_told_and_the_others_go_on() {
    let import = import(city());
    let rows = [
        format!("好的,{CENTRE},2026-12-05,14:00-15:00,"),
        "哪里,不存在的地方,2026-12-05,14:00-15:00,".to_owned(),
        format!("同名,{},2026-12-05,14:00-15:00,", namesakes().0),
        format!("何时,{CENTRE},待定,14:00-15:00,"),
        format!("几点,{CENTRE},2026-12-05,,"),
        format!("多久,{CENTRE},2026-12-05,14:00,"),
        format!(",{CENTRE},2026-12-05,14:00-15:00,"),
        format!("倒着,{CENTRE},2026-12-05,15:00-14:00,"),
        format!("规律,{CENTRE},2026-12-05,14:00-15:00,有时"),
        format!("示例冒充,{CENTRE},2026-12-05,14:00-15:00,"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let plan = plan(&import, &sheet("活动名称,地点,日期,时间,重复", &rows));
    let errors: Vec<_> = told(&plan).into_iter().filter(|(.., severity)| *severity == Severity::Error).collect();
    let expected = [
        (RuleName::UnknownPlace, 3),
        (RuleName::UnknownPlace, 4),
        (RuleName::Times, 5),
        (RuleName::Times, 6),
        (RuleName::Times, 7),
        (RuleName::MissingName, 8),
        (RuleName::Repeats, 10),
        (RuleName::PackRule, 9),
        (RuleName::PackRule, 11),
    ];
    assert_eq!(errors, expected.map(|(rule, row)| (rule, Some(row), Severity::Error)));
    assert_eq!((plan.refused, plan.changed.len()), (9, 1));
    assert!(plan.findings.told().iter().all(|finding| !finding.mend_zh.is_empty() && !finding.mend_en.is_empty()));
    assert_eq!(activity(&committed(&import, &plan), "好的").status, Status::Active);
}

/// A name that two places in two districts bear.
fn namesakes() -> (&'static str, Vec<&'static Place>) {
    let mut by_name: BTreeMap<&str, Vec<&Place>> = BTreeMap::new();
    for place in city().places() {
        by_name.entry(&place.name).or_default().push(place);
    }
    let district = |place: &Place| place.region.as_str()[..6].to_owned();
    let in_two = |(_, places): &(&str, Vec<&Place>)| places.len() == 2 && district(places[0]) != district(places[1]);
    by_name.into_iter().find(in_two).expect("villages of one name in two districts")
}

#[test]
fn a_namesake_is_told_apart_by_district_or_id() {
    let (name, namesakes) = namesakes();
    let district = &city().regions().path(&namesakes[1].region)[1].name;
    let import = import(city());
    let rows = [
        format!("甲,{name},,2026-12-05 14:00-15:00"),
        format!("乙,{name},{district},2026-12-05 14:00-15:00"),
        format!("丙,{},,2026-12-05 14:00-15:00", namesakes[0].id),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let plan = plan(&import, &sheet("活动名称,地点,区县,日期", &rows));
    assert_eq!(told(&plan), [(RuleName::UnknownPlace, Some(2), Severity::Error)]);
    let city = committed(&import, &plan);
    let at = |title: &str| city.activities().find(|(_, it)| it.title == title).map(|(place, _)| place.id.clone());
    assert_eq!((at("甲"), at("乙"), at("丙")), (None, Some(namesakes[1].id.clone()), Some(namesakes[0].id.clone())));
}

#[test]
fn a_row_that_is_gone_is_withdrawn_and_one_that_moves_is_at_one_place_alone() {
    let other = "示例图书馆 01 · 广陵区";
    let other =
        city().places().iter().find(|place| place.name.starts_with("示例图书馆")).map_or(other, |place| &place.name);
    let rows = [format!("1,甲,{CENTRE},2026-12-05 14:00-15:00"), format!("2,乙,{CENTRE},2026-12-06 14:00-15:00")];
    let header = "编号,活动名称,地点,日期";
    let first = import(city());
    let city = committed(&first, &plan(&first, &sheet(header, &[&rows[0], &rows[1]])));
    let second = import(&city);
    let moved = format!("1,甲,{other},2026-12-05 14:00-15:00");
    let plan = plan(&second, &sheet(header, &[&moved]));
    let after = committed(&second, &plan);
    assert_eq!(after.activities().filter(|(_, it)| it.title == "甲").count(), 1);
    let (place, _) = after.activities().find(|(_, it)| it.title == "甲").expect("it is on the map");
    assert_eq!(&place.name, other);
    assert!(after.activities().all(|(_, it)| it.title != "乙"), "it is withdrawn");
    let kept = self::place(&after, CENTRE).activities.iter().find(|it| it.title == "乙").expect("nothing is deleted");
    assert_eq!(kept.status, Status::Withdrawn);
    assert_eq!(plan.findings.count(RuleName::Withdrawn), 1);
}

#[test]
fn a_mistake_without_a_key_takes_nothing_for_gone() {
    let header = "活动名称,地点,日期";
    let first = import(city());
    let row = format!("甲,{CENTRE},2026-12-05 14:00-15:00");
    let city = committed(&first, &plan(&first, &sheet(header, &[&row])));
    let second = import(&city);
    let plan = plan(&second, &sheet(header, &[&format!("甲,{CENTRE},2026-12-05 14:00-")]));
    assert_eq!((plan.changed.len(), plan.findings.count(RuleName::Withdrawn), plan.refused), (0, 0, 1));
}

#[test]
fn courses_come_by_the_same_sheets() {
    let import = import(city());
    let rows = [
        format!("桥的历史,{CENTRE},历史,4-6年级,40分钟,一课时"),
        format!("没有学科,{CENTRE},,三年级,,"),
        format!("看不懂的年级,{CENTRE},科学,大一,,"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let plan = plan(&import, &sheet("课程名称,地点,学科,年级,时长,简介", &rows));
    assert_eq!(
        told(&plan),
        [(RuleName::FactForm, Some(3), Severity::Error), (RuleName::FactForm, Some(4), Severity::Warning)]
    );
    let city = committed(&import, &plan);
    let course =
        city.courses().map(|(_, course)| course).find(|course| course.title == "桥的历史").expect("it is there");
    assert_eq!((course.subject, course.minutes), (Subject::History, Some(40)));
    assert_eq!(course.grades.iter().collect::<Vec<_>>(), [4, 5, 6]);
    let unknown =
        city.courses().map(|(_, course)| course).find(|course| course.title == "看不懂的年级").expect("it is there");
    assert!(unknown.grades.is_empty());
}

#[test]
fn a_list_of_places_leaves_activities_alone() {
    let import = import(city());
    let plan = plan(&import, &sheet("编号,名称,牌子,区县", &["1,新书屋,免费场馆,广陵区"]));
    let after = committed(&import, &plan);
    assert_eq!(after.activities().count(), city().activities().count());
    assert_eq!(after.courses().count(), city().courses().count());
}
