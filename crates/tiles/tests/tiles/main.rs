//! Tiles and documents as a map gets them, read by an independent decoder.

mod decode;
mod documents;
mod fixture;
mod ground;
mod places;
