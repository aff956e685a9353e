//! From an OpenStreetMap extract to streets, and from streets to bytes and back.

mod files;
mod hostile;
mod made;
mod water;
mod ways;

pub(crate) use yuren_tests::extract;
