//! What people call the columns.

use yuren_geodesy::DatumName;

use super::Field;

/// Names of each field's column as [`plain`] leaves them.
const SYNONYMS: [(Field, &[&str]); 27] = [
    (
        Field::Key,
        &[
            "编号",
            "序列号",
            "代码",
            "编码",
            "唯一编号",
            "机构代码",
            "单位代码",
            "学校代码",
            "id",
            "key",
            "code",
            "osm",
            "osmid",
        ],
    ),
    (
        Field::Name,
        &[
            "名称",
            "全称",
            "场馆名称",
            "场所名称",
            "单位名称",
            "学校名称",
            "机构名称",
            "基地名称",
            "资源名称",
            "站点名称",
            "社区名称",
            "地点名称",
            "点位名称",
            "家长学校名称",
            "驿站名称",
            "场馆",
            "学校",
            "单位",
            "name",
            "title",
            "placename",
            "venue",
        ],
    ),
    (Field::NameEn, &["英文名", "英文名称", "英文", "nameen", "englishname", "nameenglish"]),
    (Field::Aliases, &["别名", "别称", "曾用名", "又名", "俗称", "简称", "aliases", "alias", "altname", "othernames"]),
    (Field::Address, &["地址", "详细地址", "通讯地址", "具体地址", "所在地址", "位置", "地点", "address", "addr"]),
    (
        Field::District,
        &[
            "区县",
            "县区",
            "区",
            "县市区",
            "县",
            "所属区县",
            "所在区县",
            "所属区",
            "所在区",
            "行政区",
            "行政区划",
            "属地",
            "县市",
            "district",
            "county",
        ],
    ),
    (
        Field::Town,
        &[
            "乡镇",
            "街道",
            "镇街",
            "乡镇街道",
            "街道乡镇",
            "镇",
            "所属乡镇",
            "所在乡镇",
            "所属街道",
            "镇乡街道",
            "town",
            "township",
            "subdistrict",
            "street",
        ],
    ),
    (
        Field::Village,
        &[
            "村",
            "社区",
            "村社区",
            "社区村",
            "村居",
            "行政村",
            "所属社区",
            "所在社区",
            "所属村社区",
            "村居社区",
            "village",
            "community",
        ],
    ),
    (Field::Lon, &["经度", "东经", "lon", "lng", "long", "longitude", "x", "x坐标", "经度x"]),
    (Field::Lat, &["纬度", "北纬", "lat", "latitude", "y", "y坐标", "纬度y"]),
    (
        Field::Coordinate,
        &[
            "坐标",
            "经纬度",
            "经纬度坐标",
            "地理坐标",
            "位置坐标",
            "coordinate",
            "coordinates",
            "lonlat",
            "latlon",
            "location",
        ],
    ),
    (
        Field::Roles,
        &[
            "牌子",
            "牌子种类",
            "类别",
            "类型",
            "种类",
            "性质",
            "资源类型",
            "场馆类型",
            "场所类型",
            "站点类型",
            "kind",
            "roles",
            "role",
            "rolekind",
            "type",
            "category",
        ],
    ),
    (Field::RoleName, &["牌名", "挂牌名称", "牌子名称", "rolename"]),
    (Field::Fee, &["收费", "费用", "是否收费", "是否免费", "门票", "票价", "收费情况", "fee", "price", "admission"]),
    (
        Field::Hours,
        &[
            "开放时间",
            "营业时间",
            "服务时间",
            "开馆时间",
            "活动时间",
            "时间",
            "开放时段",
            "hours",
            "openinghours",
            "openhours",
        ],
    ),
    (
        Field::LastAdmission,
        &[
            "停止入馆",
            "停止入馆时间",
            "停止入场",
            "停止入场时间",
            "最晚入馆",
            "最晚入馆时间",
            "最后入馆",
            "最后入馆时间",
            "lastadmission",
            "lastentry",
        ],
    ),
    (Field::Follows, &["适用日期", "适用日", "开放日类型", "follows"]),
    (Field::MakeupWorkdays, &["调休上班日", "调休日", "补班日", "makeupworkdays"]),
    (
        Field::Phone,
        &["电话", "联系电话", "咨询电话", "预约电话", "办公电话", "固定电话", "服务电话", "phone", "tel", "telephone"],
    ),
    (Field::Website, &["网址", "网站", "官网", "链接", "主页", "website", "url", "web", "homepage"]),
    (Field::Capacity, &["容量", "容纳人数", "可容纳人数", "接待量", "接待人数", "最大容量", "承载量", "capacity"]),
    (
        Field::VisitMinutes,
        &[
            "参观时长",
            "游览时长",
            "建议时长",
            "时长",
            "建议游览时间",
            "参观时间",
            "visitminutes",
            "duration",
            "minutes",
        ],
    ),
    (Field::Wheelchair, &["无障碍", "轮椅", "轮椅通行", "无障碍设施", "wheelchair"]),
    (Field::MinAge, &["最小年龄", "最低年龄", "适合年龄", "起始年龄", "年龄", "minage", "age"]),
    (Field::Booking, &["预约", "是否预约", "需预约", "是否需要预约", "预约方式", "booking", "reservation"]),
    (Field::Status, &["状态", "开放状态", "是否开放", "运行状态", "status", "state"]),
    (Field::Note, &["备注", "说明", "简介", "note", "notes", "remark", "remarks", "comment"]),
];

/// Words by which a header names the datum of its coordinates.
const DATUMS: [(DatumName, &[&str]); 3] = [
    (DatumName::Bd09, &["百度", "bd09", "bd-09", "baidu"]),
    (DatumName::Gcj02, &["高德", "腾讯", "火星", "gcj02", "gcj-02", "国测局", "amap", "gaode"]),
    (DatumName::Wgs84, &["wgs84", "wgs-84", "gps", "天地图", "cgcs2000", "国家2000"]),
];

/// What a column of this name is.
pub(crate) fn field(header: &str) -> Option<Field> {
    let name = plain(header);
    let same = |&&(_, names): &&(Field, &[&str])| names.contains(&name.as_str());
    SYNONYMS.iter().find(same).map(|&(field, _)| field)
}

/// The datum that a column's name names.
pub(crate) fn datum(header: &str) -> Option<DatumName> {
    let lower = header.to_lowercase();
    DATUMS.iter().find(|(_, words)| words.iter().any(|word| lower.contains(word))).map(|&(datum, _)| datum)
}

/// The name without what stands in brackets, words for a datum, and anything that is no letter or digit.
pub(crate) fn plain(header: &str) -> String {
    let mut depth = 0_u32;
    let mut name = String::new();
    for c in header.to_lowercase().chars() {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 && c.is_alphanumeric() => name.push(c),
            _ => {}
        }
    }
    for word in DATUMS.iter().flat_map(|(_, words)| *words) {
        let rest = name.replace(word, "");
        if !rest.is_empty() {
            name = rest;
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_with_brackets_stars_spaces_and_datums_about_them() {
        let known = [
            ("* 场馆名称（必填）", Field::Name),
            ("Opening Hours", Field::Hours),
            ("opening_hours", Field::Hours),
            ("高德经度", Field::Lon),
            ("纬度(GCJ-02)", Field::Lat),
            ("百度坐标", Field::Coordinate),
            ("所属 乡镇", Field::Town),
            ("容纳人数（人）", Field::Capacity),
            ("轮椅通行", Field::Wheelchair),
            ("最晚入馆时间", Field::LastAdmission),
            ("适用日期", Field::Follows),
        ];
        for (header, wanted) in known {
            assert_eq!(field(header), Some(wanted), "{header}");
        }
        assert_eq!(field("负责人"), None);
    }

    #[test]
    fn no_name_is_two_fields() {
        let mut names: Vec<&str> = SYNONYMS.iter().flat_map(|(_, names)| *names).copied().collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn a_header_tells_its_datum() {
        assert_eq!(datum("经度(BD-09)"), Some(DatumName::Bd09));
        assert_eq!(datum("高德经度"), Some(DatumName::Gcj02));
        assert_eq!(datum("经度"), None);
    }
}
