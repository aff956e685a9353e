//! `/api/v1/admin/…`: for those who have signed in.

pub(crate) mod corrections;
mod history;
pub(crate) mod imports;
pub(crate) mod links;
pub(crate) mod places;
mod revisions;
pub(crate) mod study_routes;
pub(crate) mod undo;
