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
    /// Two rows are one place by name and distance.
    Duplicate,
    /// Two rows have one key.
    DuplicateKey,
    /// Two places stand on one point.
    SameSpot,
    /// The opening hours do not look like hours.
    Hours,
    /// A telephone number is none.
    Phone,
    /// A web address is none.
    Website,
    /// A fee, number, age, booking or status cannot be read.
    FactForm,
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
    pub const ALL: [Self; 39] = [
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
        Self::Duplicate,
        Self::DuplicateKey,
        Self::SameSpot,
        Self::Hours,
        Self::Phone,
        Self::Website,
        Self::FactForm,
        Self::PackRule,
        Self::Kept,
        Self::Withdrawn,
        Self::ToConfirm,
    ];

    /// The name used in files and answers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::TooLarge => "too-large",
            Self::Encoding => "encoding",
            Self::Nul => "nul",
            Self::Macros => "macros",
            Self::Entities => "entities",
            Self::NoRows => "no-rows",
            Self::NoHeader => "no-header",
            Self::Columns => "columns",
            Self::FormulaCell => "formula-cell",
            Self::ErrorCell => "error-cell",
            Self::FormulaText => "formula-text",
            Self::Markup => "markup",
            Self::MissingName => "missing-name",
            Self::NameForm => "name-form",
            Self::UnknownRole => "unknown-role",
            Self::UnknownRegion => "unknown-region",
            Self::CoordinateForm => "coordinate-form",
            Self::DegreesMinutes => "degrees-minutes",
            Self::Swapped => "swapped",
            Self::Datum => "datum",
            Self::OutsideCity => "outside-city",
            Self::LooksShifted => "looks-shifted",
            Self::ShiftedTwice => "shifted-twice",
            Self::InWater => "in-water",
            Self::FarFromStated => "far-from-stated",
            Self::NoPosition => "no-position",
            Self::Approximate => "approximate",
            Self::Duplicate => "duplicate",
            Self::DuplicateKey => "duplicate-key",
            Self::SameSpot => "same-spot",
            Self::Hours => "hours",
            Self::Phone => "phone",
            Self::Website => "website",
            Self::FactForm => "fact-form",
            Self::PackRule => "pack-rule",
            Self::Kept => "kept",
            Self::Withdrawn => "withdrawn",
            Self::ToConfirm => "to-confirm",
        }
    }

    /// The name shown to people, in Chinese.
    pub fn name_zh(self) -> &'static str {
        match self {
            Self::Unreadable => "文件无法读取",
            Self::TooLarge => "文件过大",
            Self::Encoding => "文字编码",
            Self::Nul => "含空字符",
            Self::Macros => "含宏",
            Self::Entities => "含实体声明",
            Self::NoRows => "没有数据行",
            Self::NoHeader => "没有表头",
            Self::Columns => "列对应",
            Self::FormulaCell => "公式单元格",
            Self::ErrorCell => "错误单元格",
            Self::FormulaText => "像公式的文字",
            Self::Markup => "含标记的文字",
            Self::MissingName => "缺名称",
            Self::NameForm => "名称格式",
            Self::UnknownRole => "未知牌子",
            Self::UnknownRegion => "未知区划",
            Self::CoordinateForm => "坐标格式",
            Self::DegreesMinutes => "度分秒",
            Self::Swapped => "经纬度颠倒",
            Self::Datum => "坐标系",
            Self::OutsideCity => "在市域外",
            Self::LooksShifted => "疑似坐标偏移",
            Self::ShiftedTwice => "重复偏移",
            Self::InWater => "在水面上",
            Self::FarFromStated => "远离所填区划",
            Self::NoPosition => "没有位置",
            Self::Approximate => "近似位置",
            Self::Duplicate => "疑似重复",
            Self::DuplicateKey => "编号重复",
            Self::SameSpot => "同一点",
            Self::Hours => "开放时间",
            Self::Phone => "电话",
            Self::Website => "网址",
            Self::FactForm => "其他字段格式",
            Self::PackRule => "数据包规则",
            Self::Kept => "保留人工修改",
            Self::Withdrawn => "已从来源消失",
            Self::ToConfirm => "待确认",
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
