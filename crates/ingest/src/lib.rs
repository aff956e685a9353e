//! Spreadsheets, GeoJSON and OSM in; a plan of changes and findings out.
#![forbid(unsafe_code)]

mod anchors;
mod datum;
mod draft;
mod finding;
mod gazetteer;
mod import;
pub mod mapping;
pub mod plan;
pub mod read;
mod report;
mod rule_name;
mod rules;
mod shifts;
mod table;

pub use draft::{Draft, Spotted};
pub use finding::{Finding, Findings, Severity, Spot, TOLD_PER_RULE};
pub use import::{Drafts, Import};
pub use mapping::{Column, Field, Mapping};
pub use plan::{Answer, Doubt, FieldChange, Kept, Plan, Planned, RowRef, ToConfirm};
pub use read::{Format, Reading, read};
pub use report::report;
pub use rule_name::RuleName;
pub use table::{Cell, CellNote, CellValue, Row, Table};
