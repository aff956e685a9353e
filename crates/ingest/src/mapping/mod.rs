//! Which column is what: guessed from the header, shown, and edited by whoever imports.

mod given;
pub(crate) mod header;
pub(crate) mod kinds;
mod offer_synonyms;
pub(crate) mod synonyms;

pub use given::mappings;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yuren_catalog::RoleKind;
use yuren_geodesy::DatumName;

use crate::RuleName;
use crate::Table;
use crate::finding::{Findings, Severity, Spot, said};

/// What a column can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[schema(as = ImportField)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The row's key in its own list (编号).
    Key,
    /// Name in Chinese.
    Name,
    /// Name in English.
    NameEn,
    /// Other names.
    Aliases,
    /// Postal address.
    Address,
    /// District or county.
    District,
    /// Town or subdistrict.
    Town,
    /// Village or community.
    Village,
    /// Longitude.
    Lon,
    /// Latitude.
    Lat,
    /// Longitude and latitude in one cell.
    Coordinate,
    /// Role kinds.
    Roles,
    /// The role's own name (牌名).
    RoleName,
    /// What it costs.
    Fee,
    /// When it is open.
    Hours,
    /// From when, or for how long before closing, nobody is let in any more.
    LastAdmission,
    /// Which kind of day the hours are for.
    Follows,
    /// What a make-up workday counts as.
    MakeupWorkdays,
    /// Telephone number.
    Phone,
    /// Web page.
    Website,
    /// How many persons fit in.
    Capacity,
    /// Usual length of a visit in minutes.
    VisitMinutes,
    /// Whether one can get in with a wheelchair.
    Wheelchair,
    /// Youngest age admitted.
    MinAge,
    /// Whether a booking is needed.
    Booking,
    /// Whether it stands.
    Status,
    /// A remark; it is read by people only.
    Note,
    /// What an activity is called; a sheet with this column is a list of activities.
    ActivityTitle,
    /// What a course is called; a sheet with this column is a list of courses.
    CourseTitle,
    /// The place of an activity or a course: its id, name or alias.
    Place,
    /// What kind of activity it is.
    ActivityKind,
    /// The series that an activity is one of.
    Series,
    /// The day of an activity, with its times or without.
    Date,
    /// When an activity begins.
    Starts,
    /// When an activity ends.
    Ends,
    /// The rule by which an activity comes again.
    Repeats,
    /// Days on which it does not.
    Except,
    /// Ages for which an activity is.
    Ages,
    /// What a course is about.
    Subject,
    /// The grades for which a course is.
    Grades,
    /// What an activity or a course is about, in a few sentences.
    Summary,
}

/// A column, and what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ImportColumn)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name in the file.
    pub header: String,
    /// What it is; `None` = not used.
    #[schema(required)]
    pub field: Option<Field>,
}

/// What the columns of a sheet are. A plain value: a caller may show it, change it and hand it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ImportMapping)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The columns, in the sheet's order.
    pub columns: Vec<Column>,
    /// The kind of role of rows that name none: what the sheet's title or name says.
    #[schema(required, value_type = Option<String>)]
    pub role: Option<RoleKind>,
    /// The datum that a header names, such as 高德经度, or that the format has. It is evidence, not a declaration.
    #[schema(required, value_type = Option<String>)]
    #[serde(with = "datum_name")]
    pub header_datum: Option<DatumName>,
}

impl Mapping {
    /// What the header says. Of two columns for one thing the first is taken.
    pub fn guess(table: &Table) -> Self {
        let mut taken = Vec::new();
        let is_of_offers = offer_synonyms::is_list(table.header.iter().map(String::as_str));
        let named = if is_of_offers { offer_synonyms::field } else { synonyms::field };
        let columns = table.header.iter().map(|header| {
            let field = named(header).filter(|field| !taken.contains(field));
            taken.extend(field);
            Column { header: header.clone(), field }
        });
        let columns = columns.collect();
        let role = kinds::named_in(&table.title).or_else(|| kinds::named_in(&table.sheet));
        // Formats that name their columns themselves are in WGS-84 by their standards (RFC 7946, section 4; OpenStreetMap).
        let by_format = (table.header_row == 0).then_some(DatumName::Wgs84);
        let header_datum = table.header.iter().find_map(|header| synonyms::datum(header)).or(by_format);
        Self { columns, role, header_datum }
    }

    /// Whether the sheet is a list of activities or of courses.
    pub fn is_of_offers(&self) -> bool {
        [Field::ActivityTitle, Field::CourseTitle].iter().any(|&field| self.column(field).is_some())
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    /// The columns that are not used, by their names; nameless ones aside.
    pub fn unmapped(&self) -> impl Iterator<Item = &str> {
        let unused = self.columns.iter().filter(|column| column.field.is_none() && !column.header.is_empty());
        unused.map(|column| column.header.as_str())
    }

    /// What is wrong with it for this sheet: an error makes the sheet not imported.
    pub(crate) fn check(&self, table: &Table, findings: &mut Findings) {
        let at = |column: Option<usize>| Spot {
            sheet: Some(table.sheet.clone()),
            row: None,
            column: column.map(|column| column as u32),
        };
        for (i, column) in self.columns.iter().enumerate() {
            if column.field.is_some() && self.columns[..i].iter().any(|other| other.field == column.field) {
                let meaning = said("两列对应同一字段", "two columns are mapped to one field");
                let mend = said("请只保留一列的对应", "keep the mapping of one of them");
                findings.add(Severity::Error, RuleName::Columns, at(Some(i)), &column.header, meaning, mend);
            } else if column.field.is_none() && !column.header.is_empty() {
                let meaning = said("这一列没有用到", "this column is not used");
                let mend = said("如果有用，请为它选择字段", "choose a field for it if it matters");
                findings.add(Severity::Note, RuleName::Columns, at(Some(i)), &column.header, meaning, mend);
            }
        }
        let has_own_places = table.rows.iter().any(|row| row.place.is_some());
        if self.column(Field::Name).is_none() && !self.is_of_offers() && !has_own_places {
            let meaning = said("没有找到名称列", "no column is the name");
            let mend = said("请指定哪一列是名称", "say which column is the name");
            findings.add(Severity::Error, RuleName::NoHeader, at(None), "", meaning, mend);
        }
    }
}

/// [`DatumName`] by its name in files.
mod datum_name {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use yuren_geodesy::DatumName;

    #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)] // the shape that serde's `with` calls
    pub(super) fn serialize<S: Serializer>(datum: &Option<DatumName>, serializer: S) -> Result<S::Ok, S::Error> {
        datum.map(DatumName::as_str).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DatumName>, D::Error> {
        let name = Option::<String>::deserialize(deserializer)?;
        name.map(|name| name.parse().map_err(serde::de::Error::custom)).transpose()
    }
}
