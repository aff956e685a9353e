//! What is on the map, who says so, and when.
//!
//! A [`Place`] (场所) is a spot on the ground; a [`Role`] (牌子) is something it is to the programme: one community centre
//! may be a parent school and a demonstration station at once (一地多牌). An [`Activity`] (活动) takes place at it, a
//! [`Course`] (课程) is taught there, a [`StudyRoute`] (研学线路) leads from one to the next. Every fact that a family relies on is
//! [`Sourced`]: it carries where it came from and who checked it when.
//!
//! A [`CityPack`] is a whole city as files in a folder. [`CityPack::read`] takes the files' bytes (this crate reads no
//! disk) and answers with [`Finding`]s that name file, feature, field and mend.
#![forbid(unsafe_code)]

mod activity;
mod change;
mod city;
mod city_time;
mod course;
mod fact_path;
mod freshness;
mod id;
mod layers;
mod merge;
mod office;
pub mod pack;
mod place;
mod provenance;
mod region;
pub mod rings;
mod role;
pub mod stable;
mod study_route;
mod text;
mod theme;
mod travel;

/// The calendar, for whoever uses the catalog.
pub use yuren_calendar as calendar;

pub use activity::{Activity, ActivityKind, UnknownActivityKind};
pub use change::{ChangeSet, Expected, PlaceChange, Revision, StudyRouteChange};
pub use city::{Article, Bound, City, Declared, DeclaredFact, LocatedBy};
pub use course::{Course, Grades, InvalidGrade, Subject, UnknownSubject};
pub use fact_path::{FactPath, InvalidFactPath};
pub use freshness::{AgingFact, Freshness, freshness};
pub use id::{ActivityId, CourseId, Id, InvalidId, PlaceId, RoleId, StudyRouteId};
pub use layers::{Layers, WaterBody};
pub use merge::{Merged, merge};
pub use office::{InvalidOffice, Office};
pub use pack::{CityPack, Finding, PackFile, PackReading, Setting, Severity};
pub use place::{Place, Position, Precision, Status};
pub use provenance::{Provenance, Source, SourceKey, Sourced};
pub use region::{InvalidRegionCode, Region, RegionCode, RegionLevel, RegionTree};
pub use role::{Audience, Booking, Contact, Fee, Role, RoleKind, RoleKindSet, Slot, UnknownRoleKind, Wheelchair};
pub use study_route::{StudyRoute, StudyStop};
pub use theme::{Theme, UnknownTheme};
pub use travel::{Travel, TravelMode};
