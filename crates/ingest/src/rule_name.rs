//! The rules by name.

use std::fmt;

use serde::{Serialize, Serializer};

/// What found a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleName {
    /// The file cannot be read as what it looks like.
    Unreadable,
    /// The file, a sheet, a row or a cell is larger than is read.
    TooLarge,
    /// The text is in no encoding, or in two.
    Encoding,
    /// The text holds a NUL.
    Nul,
    /// The workbook brings macros, which are never run.
    Macros,
    /// The XML declares entities or a document type.
    Entities,
    /// Nothing is below the header.
    NoRows,
    /// No row names the columns.
    NoHeader,
    /// A column is not used, or two columns are taken for one thing.
    Columns,
    /// A cell is computed; its stored value is taken.
    FormulaCell,
    /// A cell shows an error.
    ErrorCell,
    /// A text begins like a formula.
    FormulaText,
    /// A text holds markup, which is kept as text.
    Markup,
    /// A row has no name.
    MissingName,
    /// A name or other short text is too long or holds unseen characters.
    NameForm,
    /// A row's kind is none, or none that is known.
    UnknownRole,
    /// A district, town or village is not in the gazetteer.
    UnknownRegion,
    /// A shape is no point and no polygon, or a polygon that is none.
    Geometry,
    /// A coordinate is no number, or one of two is missing.
    CoordinateForm,
    /// A coordinate is in degrees, minutes and seconds.
    DegreesMinutes,
    /// Longitude and latitude stand in each other's place.
    Swapped,
    /// Which datum the sheet's coordinates are in.
    Datum,
    /// A point is outside the city.
    OutsideCity,
    /// A point fits its row in another datum than its sheet's.
    LooksShifted,
    /// A point was converted once too often.
    ShiftedTwice,
    /// A point is in water.
    InWater,
    /// A point is far from the district, town or village that its row names.
    FarFromStated,
    /// A row has neither a coordinate nor a region.
    NoPosition,
    /// A place stands at the centre of its village, town or district.
    Approximate,
    /// A row has no key; one is made for it.
    MissingKey,
    /// Two rows are one place by name and distance.
    Duplicate,
    /// Two rows have one key.
    DuplicateKey,
    /// Two places stand on one point.
    SameSpot,
    /// A weight is no number greater than zero, or too great.
    Weight,
    /// The opening hours do not look like hours.
    Hours,
    /// A telephone number is none.
    Phone,
    /// A web address is none.
    Website,
    /// A fee, number, age, booking or status cannot be read.
    FactForm,
    /// The place that a row names is not on the map, or several are.
    UnknownPlace,
    /// The day or time of an activity is missing or cannot be read.
    Times,
    /// The rule by which an activity comes again cannot be read.
    Repeats,
    /// The city's own rules refuse the place.
    PackRule,
    /// A field that others maintain differs and is left alone.
    Kept,
    /// A row is gone from its source.
    Withdrawn,
    /// A row may be a place that is already there.
    ToConfirm,
}

impl RuleName {
    /// Every rule, in the order in which summaries list them.
    pub const ALL: [Self; 45] = [
        Self::Unreadable,
        Self::TooLarge,
        Self::Encoding,
        Self::Nul,
        Self::Macros,
        Self::Entities,
        Self::NoRows,
        Self::NoHeader,
        Self::Columns,
        Self::FormulaCell,
        Self::ErrorCell,
        Self::FormulaText,
        Self::Markup,
        Self::MissingName,
        Self::NameForm,
        Self::UnknownRole,
        Self::UnknownRegion,
        Self::Geometry,
        Self::CoordinateForm,
        Self::DegreesMinutes,
        Self::Swapped,
        Self::Datum,
        Self::OutsideCity,
        Self::LooksShifted,
        Self::ShiftedTwice,
        Self::InWater,
        Self::FarFromStated,
        Self::NoPosition,
        Self::Approximate,
        Self::MissingKey,
        Self::Duplicate,
        Self::DuplicateKey,
        Self::SameSpot,
        Self::Weight,
        Self::Hours,
        Self::Phone,
        Self::Website,
        Self::FactForm,
        Self::UnknownPlace,
        Self::Times,
        Self::Repeats,
        Self::PackRule,
        Self::Kept,
        Self::Withdrawn,
        Self::ToConfirm,
    ];

    /// The name used in files and answers.
    pub fn as_str(self) -> &'static str {
        self.names().0
    }

    /// The name shown to people, in Chinese.
    pub fn name_zh(self) -> &'static str {
        self.names().1
    }

    /// The name shown to people, in English.
    pub fn name_en(self) -> &'static str {
        self.names().2
    }

    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Unreadable => ("unreadable", "文件无法读取", "File unreadable"),
            Self::TooLarge => ("too-large", "文件过大", "Too large"),
            Self::Encoding => ("encoding", "文字编码", "Text encoding"),
            Self::Nul => ("nul", "含空字符", "NUL character"),
            Self::Macros => ("macros", "含宏", "Macros"),
            Self::Entities => ("entities", "含实体声明", "XML entities"),
            Self::NoRows => ("no-rows", "没有数据行", "No rows"),
            Self::NoHeader => ("no-header", "没有表头", "No header"),
            Self::Columns => ("columns", "列对应", "Columns"),
            Self::FormulaCell => ("formula-cell", "公式单元格", "Formula cell"),
            Self::ErrorCell => ("error-cell", "错误单元格", "Error cell"),
            Self::FormulaText => ("formula-text", "像公式的文字", "Text like a formula"),
            Self::Markup => ("markup", "含标记的文字", "Text with markup"),
            Self::MissingName => ("missing-name", "缺名称", "Name missing"),
            Self::NameForm => ("name-form", "名称格式", "Form of a name"),
            Self::UnknownRole => ("unknown-role", "未知牌子", "Unknown role"),
            Self::UnknownRegion => ("unknown-region", "未知区划", "Unknown region"),
            Self::Geometry => ("geometry", "几何形状", "Geometry"),
            Self::CoordinateForm => ("coordinate-form", "坐标格式", "Form of a coordinate"),
            Self::DegreesMinutes => ("degrees-minutes", "度分秒", "Degrees and minutes"),
            Self::Swapped => ("swapped", "经纬度颠倒", "Longitude and latitude swapped"),
            Self::Datum => ("datum", "坐标系", "Datum"),
            Self::OutsideCity => ("outside-city", "在市域外", "Outside the city"),
            Self::LooksShifted => ("looks-shifted", "疑似坐标偏移", "Looks shifted"),
            Self::ShiftedTwice => ("shifted-twice", "重复偏移", "Shifted twice"),
            Self::InWater => ("in-water", "在水面上", "In water"),
            Self::FarFromStated => ("far-from-stated", "远离所填区划", "Far from the stated region"),
            Self::NoPosition => ("no-position", "没有位置", "No position"),
            Self::Approximate => ("approximate", "近似位置", "Approximate position"),
            Self::MissingKey => ("missing-key", "缺编号", "Key missing"),
            Self::Duplicate => ("duplicate", "疑似重复", "Possible duplicate"),
            Self::DuplicateKey => ("duplicate-key", "编号重复", "Key used twice"),
            Self::SameSpot => ("same-spot", "同一点", "Same spot"),
            Self::Weight => ("weight", "权重", "Weight"),
            Self::Hours => ("hours", "开放时间", "Opening hours"),
            Self::Phone => ("phone", "电话", "Telephone"),
            Self::Website => ("website", "网址", "Web page"),
            Self::FactForm => ("fact-form", "其他字段格式", "Form of another field"),
            Self::UnknownPlace => ("unknown-place", "找不到地点", "Place not found"),
            Self::Times => ("times", "日期和时间", "Days and times"),
            Self::Repeats => ("repeats", "重复规律", "Repetition"),
            Self::PackRule => ("pack-rule", "数据包规则", "Rule of the city"),
            Self::Kept => ("kept", "保留人工修改", "Kept as others have it"),
            Self::Withdrawn => ("withdrawn", "已从来源消失", "Gone from the list"),
            Self::ToConfirm => ("to-confirm", "待确认", "To be confirmed"),
        }
    }
}

impl fmt::Display for RuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for RuleName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
