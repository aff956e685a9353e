//! `/api/v1/admin/…`: for those who have signed in.

pub(crate) mod places;
