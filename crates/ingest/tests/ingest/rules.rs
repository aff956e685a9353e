//! Each rule by a small table: what it finds, how badly, and what it leaves alone.

use yuren_calendar::{Follows, MakeupWorkdays};
use yuren_geodesy::{DatumName, LonLat};
use yuren_ingest::{Draft, Drafts, RuleName, Severity};

use crate::fixture::numbers;
use crate::support::{city, drafts, import, yangzhou};

const HEADER: &str = "编号,名称,区县,乡镇,村,地址,经度,纬度,类别,开放时间,电话,收费,网址,容量,时长,轮椅,年龄,预约,状态,停止入馆,适用日期,调休上班日";

/// A sound row of a sheet in WGS-84 with some of its cells replaced, by the header's words.
fn row(changes: &[(&str, &str)]) -> String {
    let sound = [
        "1",
        "测试文化馆",
        "广陵区",
        "",
        "",
        "",
        "119.45",
        "32.39",
        "场馆",
        "9:00-17:00",
        "0514-87654321",
        "免费",
        "https://www.example.cn/",
        "50",
        "60",
        "有",
        "6",
        "否",
        "开放",
        "",
        "",
        "",
    ];
    let names: Vec<&str> = HEADER.split(',').collect();
    let mut cells: Vec<String> = sound.map(str::to_owned).into();
    for (name, value) in changes {
        let at = names.iter().position(|known| known == name).unwrap_or_else(|| panic!("no column {name}"));
        (*value).clone_into(&mut cells[at]);
    }
    cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",")
}

fn sheet(rows: &[String]) -> Drafts {
    let mut import = import(city());
    import.datum = Some(DatumName::Wgs84);
    let text = format!("{HEADER}\n{}\n", rows.join("\n"));
    drafts(&import, text.as_bytes()).1.remove(0)
}

/// What is found in a row, but for the finding that a column is not used.
fn found(changes: &[(&str, &str)]) -> (Vec<(Severity, RuleName)>, Draft) {
    let mut sheet = sheet(&[row(changes)]);
    let told = sheet.findings.told().iter().map(|finding| (finding.severity, finding.rule)).collect();
    (told, sheet.drafts.remove(0))
}

#[test]
fn a_sound_row_has_no_finding_and_all_its_facts() {
    let (told, draft) = found(&[]);
    assert_eq!(told, []);
    assert_eq!(draft.hours.as_deref(), Some("Mo-Su 09:00-17:00"));
    assert_eq!(draft.capacity, Some(50));
    assert_eq!(draft.wheelchair, Some(yuren_catalog::Wheelchair::Yes));
    assert_eq!(draft.booking, Some(false));
    assert_eq!(draft.region.as_ref().map(yuren_catalog::RegionCode::as_str), Some("321002"));
}

#[test]
fn hours_in_words_are_read_with_what_they_say_beside() {
    let (told, draft) = found(&[("开放时间", "工作日9:00-17:00（16:30停止入馆），需提前3天预约，未成年人须家长陪同")]);
    assert_eq!(told, []);
    assert_eq!(draft.hours.as_deref(), Some("Mo-Fr 09:00-17:00; PH off"));
    let admission = draft.admission.expect("admission");
    assert_eq!((admission.follows, admission.last_admission_minutes), (Some(Follows::Workdays), Some(30)));
    assert_eq!(draft.booking_in_hours.and_then(|booking| booking.lead_days), Some(3));
    assert_eq!(draft.audience_in_hours.and_then(|audience| audience.alone_from_age), Some(18));
}

#[test]
fn columns_of_admission_stand_beside_and_above_the_words_of_hours() {
    let columns = [("停止入馆", "16:00"), ("适用日期", "工作日"), ("调休上班日", "照常开放")];
    let (told, draft) = found(&columns);
    assert_eq!(told, []);
    let admission = draft.admission.expect("admission");
    assert_eq!((admission.follows, admission.last_admission_minutes), (Some(Follows::Workdays), Some(60)));
    assert_eq!(admission.makeup_workdays, Some(MakeupWorkdays::AsWorkday));
    let (_, draft) = found(&[("开放时间", "9:00-17:00（16:30停止入馆）"), ("停止入馆", "45分钟")]);
    assert_eq!(draft.admission.and_then(|admission| admission.last_admission_minutes), Some(45));
}

#[test]
fn hours_that_are_not_certain_stay_text_and_the_part_in_doubt_is_named() {
    let text = "9:00-17:00，春节期间另行通知";
    let sheet = sheet(&[row(&[("开放时间", text)])]);
    let finding = &sheet.findings.told()[0];
    assert_eq!(finding.value, text);
    assert!(finding.meaning_zh.contains("“春节期间另行通知”"), "{}", finding.meaning_zh);
    assert!(finding.meaning_en.contains("\"春节期间另行通知\""), "{}", finding.meaning_en);
    let draft = &sheet.drafts[0];
    assert_eq!((draft.hours.as_deref(), draft.admission), (Some(text), None));
}

/// Cells replaced in the sound row, and what is to be found.
type Case<'a> = (&'a [(&'a str, &'a str)], Severity, RuleName);

#[test]
fn each_rule_finds_its_mistake() {
    use RuleName::*;
    use Severity::{Error, Note, Warning};
    let cases: &[Case<'_>] = &[
        (&[("名称", " ")], Error, MissingName),
        (&[("名称", &"长".repeat(61))], Error, NameForm),
        (&[("名称", "文化\u{202e}馆")], Error, NameForm),
        (&[("名称", "<script>alert(1)</script>")], Warning, Markup),
        (&[("名称", "=1+1馆")], Warning, FormulaText),
        (&[("名称", "@SUM(A1)")], Warning, FormulaText),
        (&[("类别", "")], Error, UnknownRole),
        (&[("类别", "幼儿园")], Error, UnknownRole),
        (&[("区县", "鼓楼区")], Warning, UnknownRegion),
        (&[("村", "不存在社区")], Warning, UnknownRegion),
        (&[("区县", "宝应县"), ("乡镇", "东关街道"), ("经度", "119.4"), ("纬度", "33.2")], Warning, UnknownRegion),
        (&[("经度", "东边")], Error, CoordinateForm),
        (&[("纬度", "")], Error, CoordinateForm),
        (&[("经度", "NaN")], Error, CoordinateForm),
        (&[("经度", "119°27′0″")], Note, DegreesMinutes),
        (&[("经度", "32.39"), ("纬度", "119.45")], Warning, Swapped),
        (&[("经度", "116.4"), ("纬度", "39.9")], Error, OutsideCity),
        (&[("经度", "119450000")], Error, OutsideCity),
        (&[("区县", "宝应县")], Warning, FarFromStated),
        (&[("经度", ""), ("纬度", "")], Note, Approximate),
        (&[("经度", ""), ("纬度", ""), ("区县", "")], Error, NoPosition),
        (&[("开放时间", "请电话咨询")], Warning, Hours),
        (&[("开放时间", &"周一".repeat(128))], Warning, Hours),
        (&[("开放时间", "9:00-17:00，春节期间另行通知")], Warning, Hours),
        (&[("电话", "王老师")], Warning, Phone),
        (&[("电话", "13800001234")], Warning, Phone),
        (&[("网址", "javascript:alert(1)")], Warning, Website),
        (&[("网址", "https://good.example@evil.example/")], Warning, Website),
        (&[("收费", "见公告")], Warning, FactForm),
        (&[("容量", "很多")], Warning, FactForm),
        (&[("时长", "3000")], Warning, FactForm),
        (&[("轮椅", "有坡道")], Warning, FactForm),
        (&[("年龄", "300")], Warning, FactForm),
        (&[("预约", "看情况")], Warning, FactForm),
        (&[("状态", "不清楚")], Warning, FactForm),
        (&[("停止入馆", "17:30")], Warning, FactForm),
        (&[("适用日期", "看情况")], Warning, FactForm),
        (&[("调休上班日", "看情况")], Warning, FactForm),
    ];
    for (changes, severity, rule) in cases {
        let (told, draft) = found(changes);
        assert_eq!(told, [(*severity, *rule)], "{changes:?}");
        assert_eq!(draft.refused, *severity == Error, "{changes:?}");
    }
}

#[test]
fn each_rule_leaves_alone_what_is_right() {
    let cases: &[&[(&str, &str)]] = &[
        &[("类别", "场馆、家长学校")],
        &[("类别", "venue; heritage")],
        &[("区县", "广陵"), ("乡镇", "东关"), ("村", "个园社区居委会"), ("经度", "119.4393"), ("纬度", "32.4014")],
        &[("区县", "邗江区"), ("乡镇", "扬子津街道"), ("经度", "119.411"), ("纬度", "32.353")],
        &[("区县", ""), ("地址", "扬州市广陵区东关街道盐阜东路10号")],
        &[("电话", "（0514）87654321、87654322")],
        &[("电话", "+86 514 87654321")],
        &[("网址", "www.example.cn/visit?id=1")],
        &[("网址", "")],
        &[("收费", "未知")],
        &[("容量", "约120人")],
        &[("时长", "1.5小时")],
        &[("开放时间", "Tu-Su 09:00-17:00; PH off")],
        &[("开放时间", "周二至周日 9:00-17:00(16:30停止入馆),周一闭馆(法定节假日除外)")],
        &[("名称", "-")],
        &[("名称", "第一\n小学")],
    ];
    for changes in cases {
        assert_eq!(found(changes).0, [], "{changes:?}");
    }
    assert_eq!(found(&[("名称", "第一\n小学")]).1.name, "第一 小学");
}

#[test]
fn a_point_in_water_is_found() {
    let lake = yangzhou().layers.water.iter().find(|body| body.name.as_deref() == Some("高邮湖")).expect("a lake");
    let ring = &lake.rings[0];
    let mean = |axis: usize| ring.iter().map(|point| point[axis]).sum::<f64>() / ring.len() as f64;
    let [lon, lat] = numbers(LonLat::new(mean(0), mean(1)).expect("a point"), DatumName::Wgs84);
    let (told, _) = found(&[("经度", &lon), ("纬度", &lat), ("区县", "高邮市")]);
    assert!(told.contains(&(Severity::Warning, RuleName::InWater)), "{told:?}");
}

#[test]
fn two_rows_of_one_name_and_place_are_one_and_a_namesake_elsewhere_is_not() {
    let twice = sheet(&[row(&[]), row(&[("编号", "2"), ("经度", "119.4501")])]);
    assert_eq!(twice.findings.count(RuleName::Duplicate), 1);
    assert_eq!(twice.drafts.iter().map(|draft| draft.refused).collect::<Vec<_>>(), [false, true]);
    let elsewhere = sheet(&[row(&[]), row(&[("编号", "2"), ("经度", "119.46")])]);
    assert_eq!(elsewhere.findings.told(), []);
}

#[test]
fn two_rows_with_one_key_or_on_one_point_are_found() {
    let key = sheet(&[row(&[]), row(&[("名称", "另一个馆"), ("经度", "119.46")])]);
    assert_eq!(key.findings.count(RuleName::DuplicateKey), 1);
    let spot = sheet(&[row(&[]), row(&[("编号", "2"), ("名称", "另一个馆")])]);
    assert_eq!(spot.findings.count(RuleName::SameSpot), 1);
}

#[test]
fn an_excel_number_that_lost_its_zero_is_a_phone_again() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(["名称", "区县", "类别", "电话"]) {
        sheet.write_string(0, column, name).expect("a cell");
    }
    for (column, text) in (0..).zip(["测试馆", "广陵区", "场馆"]) {
        sheet.write_string(1, column, text).expect("a cell");
    }
    sheet.write_number(1, 3, 51_487_654_321.0).expect("a cell");
    let bytes = book.save_to_buffer().expect("a workbook");
    let sheets = drafts(&import(city()), &bytes).1;
    assert_eq!(sheets[0].drafts[0].phone.as_deref(), Some("051487654321"));
    assert_eq!(sheets[0].findings.count(RuleName::Phone), 1);
}

#[test]
fn of_a_rule_that_finds_a_thousand_the_rest_are_counted() {
    let rows: Vec<String> = (0..1_500).map(|i| row(&[("编号", &i.to_string()), ("名称", "")])).collect();
    let sheet = sheet(&rows);
    assert_eq!(sheet.findings.count(RuleName::MissingName), 1_500);
    let told = sheet.findings.told().iter().filter(|finding| finding.rule == RuleName::MissingName);
    assert_eq!(told.count(), yuren_ingest::TOLD_PER_RULE);
}

#[test]
fn a_point_of_a_city_without_outlines_lies_in_the_city_as_a_whole() {
    let mut pack = yangzhou().clone();
    let bare = |region: &yuren_catalog::Region| yuren_catalog::Region { polygons: Vec::new(), ..region.clone() };
    pack.regions = yuren_catalog::RegionTree::new(pack.regions.iter().map(bare).collect());
    let city = yuren_index::Snapshot::new(pack, 1);
    let mut import = import(&city);
    import.datum = Some(DatumName::Wgs84);
    let text = "名称,经度,纬度,类别\n测试文化馆,119.45,32.39,场馆\n";
    let (_, mut sheets) = drafts(&import, text.as_bytes());
    let draft = sheets.remove(0).drafts.remove(0);
    assert_eq!(draft.region.map(|code| code.to_string()).as_deref(), Some("321000"));
}
