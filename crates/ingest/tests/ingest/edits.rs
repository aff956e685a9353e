//! Importing again, over what others edited, with rows gone and rows to be confirmed.

use std::collections::BTreeMap;

use yuren_catalog::{Expected, Fee, Provenance, RoleKind, Sourced, Status};
use yuren_geodesy::DatumName;
use yuren_index::Snapshot;
use yuren_ingest::{Answer, Doubt, Plan, RuleName};

use crate::fixture::plant::planted;
use crate::fixture::{list, workbook};
use crate::support::{after, city, import, plan, yangzhou};

const HEADER: &str = "编号,名称,区县,类别,经度,纬度,收费,开放时间";
const MUSEUM: &str = "1,测试博物馆,广陵区,场馆,119.45,32.39,免费,9:00-17:00";
const LIBRARY: &str = "2,测试图书馆,广陵区,场馆,119.46,32.38,免费,9:00-17:00";

fn planned(snapshot: &Snapshot, rows: &[&str]) -> Plan {
    let mut import = import(snapshot);
    import.datum = Some(DatumName::Wgs84);
    plan(&import, format!("{HEADER}\n{}\n", rows.join("\n")).as_bytes())
}

fn imported(snapshot: &Snapshot, rows: &[&str]) -> Snapshot {
    after(snapshot, planned(snapshot, rows).change_set(&BTreeMap::new(), "test"))
}

#[test]
fn the_same_list_twice_plans_nothing_the_second_time() {
    for datum in DatumName::ALL {
        let mut list = list(yangzhou(), 1_296, datum, 3);
        planted(&mut list, datum);
        let bytes = workbook(&list);
        let first = plan(&import(city()), &bytes);
        assert!(first.added.len() > 1_200);
        let city = after(city(), first.change_set(&BTreeMap::new(), "first"));
        let second = plan(&import(&city), &bytes);
        assert_eq!(second.change_set(&BTreeMap::new(), "second").changes, [], "{datum}");
        assert_eq!(second.unchanged.len(), first.added.len());
        assert_eq!((second.added.len(), second.changed.len(), second.withdrawn.len()), (0, 0, 0));
    }
}

#[test]
fn ids_follow_from_the_lists_and_the_rows_keys() {
    let first = planned(city(), &[MUSEUM]);
    let place = &first.added[0].change.place;
    assert_eq!(place.id, yuren_catalog::stable::place_id("bureau:1"));
    assert_eq!(place.source_keys["bureau"], "1");
    assert_eq!(first.added[0].change.expected, Expected::Absent);
    let changes = first.change_set(&BTreeMap::new(), "首次导入");
    assert!(changes.sources.contains_key(&"bureau".into()));
    assert_eq!(changes.why, "首次导入");
}

#[test]
fn a_changed_cell_is_a_changed_field_before_and_after() {
    let city = imported(city(), &[MUSEUM, LIBRARY]);
    let plan = planned(&city, &[&MUSEUM.replace("免费", "20元"), LIBRARY]);
    assert_eq!(plan.unchanged.len(), 1);
    let [changed] = plan.changed.as_slice() else { panic!("{:?}", plan.changed) };
    let [field] = changed.fields.as_slice() else { panic!("{:?}", changed.fields) };
    assert_eq!([&field.field, &field.before, &field.after], ["roles.venue.fee", "free", "paid"]);
    assert_eq!(changed.change.expected, Expected::AsOf(1));
}

#[test]
fn a_blank_cell_takes_back_what_the_list_said_and_a_missing_column_does_not() {
    let city = imported(city(), &[MUSEUM]);
    let blank = planned(&city, &[&MUSEUM.replace("9:00-17:00", "")]);
    assert_eq!(blank.changed[0].change.place.roles[0].hours, None);
    let mut import = import(&city);
    import.datum = Some(DatumName::Wgs84);
    let narrow = plan(&import, "编号,名称,区县,类别,经度,纬度\n1,测试博物馆,广陵区,场馆,119.45,32.39\n".as_bytes());
    assert_eq!(narrow.unchanged.len(), 1);
}

#[test]
fn a_row_that_vanished_is_withdrawn_and_not_deleted() {
    let city = imported(city(), &[MUSEUM, LIBRARY]);
    let plan = planned(&city, &[MUSEUM]);
    let [gone] = plan.withdrawn.as_slice() else { panic!("{:?}", plan.withdrawn) };
    assert_eq!(gone.change.place.name, "测试图书馆");
    assert_eq!(gone.change.place.status, Status::Withdrawn);
    assert_eq!(plan.findings.count(RuleName::Withdrawn), 1);
    // Withdrawn once is enough.
    let city = after(&city, plan.change_set(&BTreeMap::new(), "gone"));
    assert!(city.place(&gone.change.place.id).is_some());
    assert!(planned(&city, &[MUSEUM]).withdrawn.is_empty());
}

#[test]
fn a_row_with_a_mistake_is_not_gone() {
    let city = imported(city(), &[MUSEUM, LIBRARY]);
    let plan = planned(&city, &[MUSEUM, &LIBRARY.replace("测试图书馆", "")]);
    assert_eq!((plan.refused, plan.withdrawn.len()), (1, 0));
}

#[test]
fn a_withdrawn_place_stands_again_only_if_somebody_says_so() {
    let both = imported(city(), &[MUSEUM, LIBRARY]);
    let one = imported(&both, &[MUSEUM]);
    let plan = planned(&one, &[MUSEUM, LIBRARY]);
    let [question] = plan.to_confirm.as_slice() else { panic!("{:?}", plan.to_confirm) };
    assert_eq!(question.doubt, Doubt::Withdrawn);
    assert!(plan.change_set(&BTreeMap::new(), "").changes.is_empty());
    let answers = BTreeMap::from([(question.key.clone(), Answer::Same)]);
    let changes = plan.change_set(&answers, "").changes;
    assert_eq!(changes[0].place.status, Status::Active);
    assert_eq!(changes[0].place.roles[0].status, Status::Active);
    let no = BTreeMap::from([(question.key.clone(), Answer::New)]);
    assert!(plan.change_set(&no, "").changes.is_empty());
}

#[test]
fn a_field_that_an_editor_maintains_is_left_alone_and_listed() {
    let imported = imported(city(), &[MUSEUM]);
    let editor = Provenance { source: "editor".into(), checked_on: None, checked_by: None };
    let id = yuren_catalog::stable::place_id("bureau:1");
    let mut place = imported.place(&id).expect("the museum").clone();
    place.roles[0].fee = Some(Sourced { value: Fee::Paid, provenance: editor });
    let change = yuren_catalog::PlaceChange { place, expected: Expected::AsOf(2) };
    let edited = after(&imported, yuren_catalog::ChangeSet { changes: vec![change], ..Default::default() });
    let plan = planned(&edited, &[MUSEUM]);
    assert!(plan.changed.is_empty());
    let [kept] = plan.kept.as_slice() else { panic!("{:?}", plan.kept) };
    assert_eq!([&kept.field.field, &kept.field.before, &kept.field.after], ["roles.venue.fee", "paid", "free"]);
    let mut import = import(&edited);
    import.datum = Some(DatumName::Wgs84);
    import.overrules = true;
    let overruled = crate::support::plan(&import, format!("{HEADER}\n{MUSEUM}\n").as_bytes());
    assert_eq!(overruled.changed.len(), 1);
}

#[test]
fn what_the_words_of_hours_say_of_admission_and_booking_comes_and_goes_with_them() {
    let row = MUSEUM.replace("9:00-17:00", "9:00-17:00（16:30停止入馆；需提前3天预约；14岁以下须成人陪同）");
    let city = imported(city(), &[&row]);
    let id = yuren_catalog::stable::place_id("bureau:1");
    let role = &city.place(&id).expect("the museum").roles[0];
    let admission = role.admission.as_ref().expect("admission");
    assert_eq!((admission.value.last_admission_minutes, admission.provenance.source.as_str()), (Some(30), "bureau"));
    assert_eq!(role.booking.as_ref().and_then(|booking| booking.value.lead_days), Some(3));
    assert_eq!(role.audience.as_ref().and_then(|audience| audience.value.alone_from_age), Some(14));
    assert_eq!(planned(&city, &[&row]).unchanged.len(), 1);
    let plan = planned(&city, &[MUSEUM]);
    let [changed] = plan.changed.as_slice() else { panic!("{:?}", plan.changed) };
    let fields: Vec<_> = changed.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["roles.venue.admission", "roles.venue.booking", "roles.venue.audience"]);
    let role = &changed.change.place.roles[0];
    assert!(role.admission.is_none() && role.booking.is_none() && role.audience.is_none());
}

#[test]
fn a_list_with_a_column_for_the_last_admission_and_none_for_hours_says_just_that() {
    let city = imported(city(), &[&MUSEUM.replace("9:00-17:00", "工作日9:00-17:00")]);
    let mut import = import(&city);
    import.datum = Some(DatumName::Wgs84);
    let list = "编号,名称,区县,类别,经度,纬度,停止入馆\n1,测试博物馆,广陵区,场馆,119.45,32.39,30分钟\n";
    let plan = plan(&import, list.as_bytes());
    let [changed] = plan.changed.as_slice() else { panic!("{:?}", plan.changed) };
    let role = &changed.change.place.roles[0];
    let admission = role.admission.as_ref().expect("admission").value;
    assert_eq!(admission.last_admission_minutes, Some(30));
    assert!(admission.follows.is_some() && role.hours.is_some());
    let said = after(&city, plan.change_set(&BTreeMap::new(), "said"));
    let mut import = crate::support::import(&said);
    import.datum = Some(DatumName::Wgs84);
    let taken_back = crate::support::plan(&import, list.replace("30分钟", "").as_bytes());
    let admission = taken_back.changed[0].change.place.roles[0].admission.as_ref().expect("admission").value;
    assert!(admission.last_admission_minutes.is_none() && admission.follows.is_some());
}

#[test]
fn rules_of_admission_are_not_laid_over_hours_that_an_editor_maintains() {
    let imported = imported(city(), &[MUSEUM]);
    let editor = Provenance { source: "editor".into(), checked_on: None, checked_by: None };
    let id = yuren_catalog::stable::place_id("bureau:1");
    let mut place = imported.place(&id).expect("the museum").clone();
    place.roles[0].hours = Some(Sourced { value: "Tu-Su 10:00-18:00".to_owned(), provenance: editor });
    let change = yuren_catalog::PlaceChange { place, expected: Expected::AsOf(2) };
    let edited = after(&imported, yuren_catalog::ChangeSet { changes: vec![change], ..Default::default() });
    let plan = planned(&edited, &[&MUSEUM.replace("9:00-17:00", "工作日9:00-17:00")]);
    assert!(plan.changed.is_empty(), "{:?}", plan.changed);
    let [kept] = plan.kept.as_slice() else { panic!("{:?}", plan.kept) };
    assert_eq!(kept.field.field, "roles.venue.hours");
}

#[test]
fn a_row_that_bears_the_name_of_a_place_nearby_is_asked_about() {
    let row = "7,个园,广陵区,场馆,119.4383,32.4013,免费,9:00-17:00";
    let plan = planned(city(), &[row]);
    assert!(plan.added.is_empty());
    let [question] = plan.to_confirm.as_slice() else { panic!("{:?}", plan.findings) };
    assert_eq!(question.doubt, Doubt::SameName);
    assert!(question.distance_m < 50.0);
    let same = plan.change_set(&BTreeMap::from([(question.key.clone(), Answer::Same)]), "");
    let [change] = same.changes.as_slice() else { panic!("{:?}", same.changes) };
    assert_eq!(change.place.id.as_str(), "p-h0mfbxapc2rm");
    assert!(change.place.has_role(RoleKind::Heritage) && change.place.has_role(RoleKind::Venue));
    // Its point is OpenStreetMap's, and stays.
    assert_eq!(question.kept.iter().map(|kept| kept.field.as_str()).collect::<Vec<_>>(), ["position"]);
    assert_eq!(change.place.position.provenance.source.as_str(), "osm");
    let new = plan.change_set(&BTreeMap::from([(question.key.clone(), Answer::New)]), "");
    assert_eq!(new.changes[0].place.id, yuren_catalog::stable::place_id("bureau:7"));
    // Once confirmed it is known by its key, and asked about no more; withdrawn it loses this list's role only.
    let confirmed = after(city(), same);
    assert!(planned(&confirmed, &[row]).to_confirm.is_empty());
    let gone = planned(&confirmed, &[MUSEUM]).withdrawn.remove(0).change.place;
    assert_eq!(gone.status, Status::Active);
    assert!(gone.has_role(RoleKind::Heritage) && !gone.has_role(RoleKind::Venue));
}

#[test]
fn what_the_citys_own_rules_refuse_is_not_planned() {
    // A real source may not name a place as an example.
    let plan = planned(city(), &[&MUSEUM.replace("测试博物馆", "示例博物馆 99"), LIBRARY]);
    assert_eq!(plan.added.len(), 1);
    let finding = plan.findings.told().iter().find(|finding| finding.rule == RuleName::PackRule).expect("a finding");
    assert_eq!(finding.row, Some(2));
}

#[test]
fn a_waiting_station_that_is_in_no_school_is_refused_by_the_citys_rules() {
    let plan = planned(city(), &[&MUSEUM.replace("场馆", "候学驿站")]);
    assert_eq!((plan.added.len(), plan.findings.count(RuleName::PackRule)), (0, 1));
    let both = planned(city(), &[&MUSEUM.replace("场馆", "候学驿站、学校")]);
    assert_eq!(both.added[0].change.place.roles.len(), 2);
}

#[test]
fn rows_without_a_key_are_the_same_rows_the_next_time() {
    let bytes = "名称,区县,类别\n测试馆,广陵区,场馆\n另一馆,邗江区,场馆\n".as_bytes();
    let first = plan(&import(city()), bytes);
    assert_eq!(first.added.len(), 2);
    let city = after(city(), first.change_set(&BTreeMap::new(), ""));
    assert_eq!(plan(&import(&city), bytes).unchanged.len(), 2);
}

#[test]
fn of_a_thousand_places_that_the_city_refuses_none_is_planned() {
    let rows: Vec<String> = (0..1_200)
        .map(|i| {
            format!(
                "{i},示例馆{i},广陵区,场馆;候学驿站;家长学校引领校,{:.6},32.39,免费,9:00-17:00",
                119.44 + f64::from(i) * 1e-5
            )
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let plan = planned(city(), &rows);
    assert_eq!((plan.added.len(), plan.refused), (0, 1_200));
    assert!(plan.change_set(&BTreeMap::new(), "").changes.is_empty());
}

#[test]
fn a_row_without_coordinates_stands_by_its_village_with_a_radius_and_apart_from_others() {
    let bytes =
        "名称,区县,乡镇,村,类别\n甲馆,广陵区,东关街道,个园社区,场馆\n乙馆,广陵区,东关街道,个园社区,场馆\n".as_bytes();
    let plan = plan(&import(city()), bytes);
    let places: Vec<_> = plan.added.iter().map(|planned| &planned.change.place).collect();
    assert!(plan.approximate().map(|place| &place.id).eq(places.iter().map(|place| &place.id)));
    for place in &places {
        assert_eq!(place.region.as_str(), "321002001002");
        assert_eq!(place.position.precision, yuren_catalog::Precision::Approximate);
        assert!(place.position.radius_m >= 1_000.0);
    }
    assert_ne!(places[0].position.point, places[1].position.point);
}

#[test]
fn a_check_of_the_list_is_a_check_of_what_it_said_and_of_nothing_else() {
    let first = imported(city(), &[MUSEUM]);
    let bytes = format!("{HEADER}\n{MUSEUM}\n");
    let checked = |snapshot: &Snapshot| {
        let mut import = import(snapshot);
        import.datum = Some(DatumName::Wgs84);
        import.checked_on = Some(yangzhou().city.data_date);
        import.checked_by = Some("扬州市教育局".to_owned());
        plan(&import, bytes.as_bytes())
    };
    let once = checked(&first);
    let fields: Vec<_> = once.changed[0].fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["name.checked_on", "position.checked_on", "roles.venue.hours", "roles.venue.fee"]);
    let second = after(&first, once.change_set(&BTreeMap::new(), "checked"));
    assert_eq!(checked(&second).unchanged.len(), 1);
    // A later import that brings no check takes none back.
    assert_eq!(planned(&second, &[MUSEUM]).unchanged.len(), 1);
}

#[test]
fn a_row_on_the_very_point_of_its_namesake_can_only_be_that_place() {
    let garden = city().places().iter().find(|place| place.name == "个园").expect("a real place");
    let [lon, lat] = [garden.position.point.lon(), garden.position.point.lat()];
    let text = format!("名称,类别,WGS84经度,WGS84纬度,电话\n个园,文物,{lon},{lat},0514-87365553\n");
    let plan = plan(&import(city()), text.as_bytes());
    assert_eq!((plan.refused, plan.to_confirm.len()), (0, 1), "{:?}", plan.findings.told());
    let question = &plan.to_confirm[0];
    assert_eq!((&question.candidate, &question.new), (&garden.id, &None));
    let answered = |answer| plan.change_set(&[(question.key.clone(), answer)].into(), "").changes;
    assert_eq!(answered(Answer::New), []);
    assert_eq!(answered(Answer::Same)[0].place.id, garden.id);
}
