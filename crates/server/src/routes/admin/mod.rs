//! `/api/v1/admin/…`: for those who have signed in.

pub(crate) mod corrections;
pub(crate) mod imports;
pub(crate) mod links;
pub(crate) mod places;
