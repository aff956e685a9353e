//! How much of an extract is read. A small file may unpack to a thousand times its size.

/// Most blobs: a blob holds 8,000 elements by custom, so this is beyond the whole planet.
pub(super) const BLOBS: usize = 1 << 20;
/// Most bytes of a blob's header and of an unpacked blob: the format's own limits (wiki, `PBF Format`).
pub(super) const HEADER_BYTES: usize = 64 << 10;
pub(super) const BLOB_BYTES: usize = 32 << 20;
/// Most bytes that all blobs may unpack to, in each reading.
pub(super) const UNPACKED_BYTES: usize = 32 << 30;
/// Most parts (elements, texts, and the fields of elements) of one blob: ten times what a blob of 8,000 ways has.
pub(super) const PARTS: usize = 2_000_000;
/// Most streets, shores and motorways together.
pub(super) const WAYS: usize = 8_000_000;
/// Most nodes that they name, each time counted: about 1.5 GB of memory while building.
pub(super) const NODES: usize = 48_000_000;
/// Most ways that outlines of water are made of.
pub(super) const OUTLINES: usize = 2_000_000;
/// Most tags of an element that are looked at.
pub(super) const TAGS: usize = 256;
