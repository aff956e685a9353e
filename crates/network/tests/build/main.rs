//! From an OpenStreetMap extract to streets, and from streets to bytes and back.

mod extract;
mod files;
mod hostile;
mod made;
mod water;
mod ways;
