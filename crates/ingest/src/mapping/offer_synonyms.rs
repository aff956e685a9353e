//! What people call the columns of lists of activities and courses.

use super::{Field, synonyms};

/// Names of each field's column as [`synonyms::plain`] leaves them.
const SYNONYMS: [(Field, &[&str]); 15] = [
    (
        Field::ActivityTitle,
        &[
            "活动名称",
            "活动",
            "活动主题",
            "活动标题",
            "讲座名称",
            "讲座主题",
            "展览名称",
            "标题",
            "主题",
            "activity",
            "activitytitle",
            "event",
            "title",
        ],
    ),
    (Field::CourseTitle, &["课程名称", "课程", "课程包", "课程资源包", "课程主题", "course", "coursetitle"]),
    (
        Field::Place,
        &[
            "地点",
            "活动地点",
            "场地",
            "场所",
            "场馆",
            "举办地点",
            "地点编号",
            "地点名称",
            "场馆名称",
            "单位",
            "place",
            "venue",
            "location",
            "placeid",
        ],
    ),
    (Field::ActivityKind, &["类型", "活动类型", "类别", "活动类别", "形式", "kind", "type", "category"]),
    (Field::Series, &["系列", "活动系列", "品牌", "series"]),
    (Field::Date, &["日期", "活动日期", "开始日期", "起始日期", "举办日期", "日期时间", "date", "startdate"]),
    (
        Field::Starts,
        &["开始时间", "时间", "活动时间", "起始时间", "开始", "举办时间", "start", "starts", "time", "starttime"],
    ),
    (Field::Ends, &["结束时间", "结束日期", "截止时间", "截止日期", "结束", "end", "ends", "enddate", "endtime"]),
    (Field::Repeats, &["重复", "重复规律", "周期", "频次", "repeats", "rrule", "recurrence"]),
    (Field::Except, &["除外日期", "除外", "停办日期", "不举办日期", "except", "exdate"]),
    (Field::Ages, &["适合年龄", "年龄", "对象年龄", "适龄", "ages", "age"]),
    (Field::Capacity, &["人数", "名额", "人数上限", "限额"]),
    (Field::Subject, &["学科", "科目", "subject"]),
    (Field::Grades, &["年级", "适用年级", "适合年级", "学段", "grades", "grade"]),
    (Field::Summary, &["简介", "内容简介", "活动简介", "课程简介", "内容", "说明", "summary", "description"]),
];

/// Fields that such lists share with lists of places.
const SHARED: [Field; 13] = [
    Field::Key,
    Field::NameEn,
    Field::District,
    Field::Town,
    Field::Village,
    Field::Fee,
    Field::Website,
    Field::Capacity,
    Field::VisitMinutes,
    Field::MinAge,
    Field::Booking,
    Field::Status,
    Field::Note,
];

/// What a column of this name is in such a list.
pub(super) fn field(header: &str) -> Option<Field> {
    let name = synonyms::plain(header);
    let same = |&&(_, names): &&(Field, &[&str])| names.contains(&name.as_str());
    let own = SYNONYMS.iter().find(same).map(|&(field, _)| field);
    own.or_else(|| synonyms::field(header).filter(|field| SHARED.contains(field)))
}

/// Whether these are the columns of a list of activities, which has a title and a day or time, or of courses, which has a title and a
/// subject or grades.
pub(super) fn is_list<'a>(headers: impl Iterator<Item = &'a str>) -> bool {
    let fields: Vec<Field> = headers.filter_map(field).collect();
    let has = |field| fields.contains(&field);
    has(Field::ActivityTitle) && (has(Field::Date) || has(Field::Starts))
        || has(Field::CourseTitle) && (has(Field::Subject) || has(Field::Grades))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_and_a_day_make_a_list_of_activities_and_a_subject_one_of_courses() {
        let is = |headers: &[&str]| is_list(headers.iter().copied());
        assert!(is(&["活动名称", "地点", "日期"]));
        assert!(is(&["标题", "开始时间（必填）"]));
        assert!(is(&["课程名称", "学科", "年级"]));
        assert!(!is(&["名称", "地址", "开放时间"]));
        assert!(!is(&["场馆名称", "经度", "纬度", "简介"]));
        assert!(!is(&["title", "lon", "lat"]));
    }

    #[test]
    fn no_name_is_two_fields() {
        let mut names: Vec<&str> = SYNONYMS.iter().flat_map(|(_, names)| *names).copied().collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
