//! Spreadsheets, GeoJSON and OSM in; a plan of changes and findings out.
//!
//! | stage | from | to |
//! | --- | --- | --- |
//! | [`read()`] | bytes | [`Table`]s, bounded |
//! | [`Mapping::guess`] | a table's header | which column is which [`Field`]; people may edit it |
//! | [`Import::drafts`] | a table, a mapping, the city | [`Draft`]s, judged by every rule |
//! | [`Import::plan`] | drafts of all sheets | a [`Plan`]: nothing is done yet |
//! | [`Plan::change_set`] | answers to what was asked | what a store commits |
//!
//! A planner's own points are no import: [`points::read`] takes them from the same files and keeps nothing.
//!
//! What a list is, its maker [`Declared`]; what an import would do, a [`Summary`] says.
//! What is wrong is a [`Finding`] with row, column, value, meaning and mend; [`report()`] makes a workbook of them.
#![forbid(unsafe_code)]

mod activities;
mod anchors;
mod datum;
mod declared;
mod draft;
mod finding;
mod gazetteer;
mod hours_text;
mod import;
pub mod mapping;
mod misdeclared;
pub mod plan;
pub mod points;
pub mod read;
mod report;
mod rule_name;
mod rules;
mod same_place;
mod sheet;
mod shifts;
mod summary;
mod table;

pub use activities::{Offer, Offered};
pub use declared::Declared;
pub use draft::{Draft, Spotted};
pub use finding::{Finding, Findings, Severity, Spot, TOLD_PER_RULE};
pub use hours_text::{HoursDoubt, HoursPart, HoursText};
pub use import::{Drafts, Import};
pub use mapping::{Column, Field, Mapping, mappings};
pub use misdeclared::Misdeclared;
pub use plan::{Answer, Doubt, FieldChange, Kept, Plan, Planned, RowRef, ToConfirm};
pub use read::{Format, Reading, read};
pub use report::{inert, report};
pub use rule_name::RuleName;
pub use summary::{Shown, Summary};
pub use table::{Cell, CellNote, CellValue, Row, Table};
