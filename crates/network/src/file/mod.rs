//! Streets as a file: little-endian, with a version and a checksum; checked in every number before use.
//!
//! After the head (`MAGIC`, version `u32`, CRC-32 of the rest `u32`) stand: the time (`i64`, 0 for none), the box (4
//! × `f64`), 3 reports; the lines of barriers; and for each profile nodes, edges of [`EDGE_BYTES`], points of shapes
//! and the order of contraction. Each list has its count before it (`u32`).

mod read;
mod write;

use thiserror::Error;

use crate::{GraphError, Streets};

/// What a file of streets begins with.
const MAGIC: [u8; 8] = *b"YURENSTR";
/// The version that is written and read. Another order of nodes, another shape of the file: another number.
const VERSION: u32 = 1;
/// Bytes before the part that the checksum covers.
const HEAD_BYTES: usize = 16;
/// Bytes of an edge: tail, head, length, time there, time back, end of its shape (each 4), way (8), kind (1).
const EDGE_BYTES: usize = 33;
/// Most of anything in a list, so that twice as many still have numbers.
const MOST: usize = 1 << 30;

/// Why bytes are no streets.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum FileError {
    /// They begin with something else.
    #[error("this is no file of streets: it begins with {found:?}, not with {MAGIC:?}")]
    NotStreets {
        /// The first bytes, at most 8.
        found: Vec<u8>,
    },
    /// Another version made them.
    #[error("the streets are of version {found}, read is {VERSION}; build them anew from the extract")]
    Version {
        /// The version that they state.
        found: u32,
    },
    /// They end too soon, or go on after the end.
    #[error("the file of streets is cut short or too long: {what} needs {needed} bytes, there are {found}")]
    Length {
        /// What was being read.
        what: &'static str,
        /// How many bytes it needs.
        needed: usize,
        /// How many there are.
        found: usize,
    },
    /// They are not as they were written.
    #[error("the file of streets is damaged: its checksum is {found:08x}, stated is {stated:08x}; build it anew")]
    Checksum {
        /// The checksum of what there is.
        found: u32,
        /// The checksum stated.
        stated: u32,
    },
    /// A number that cannot be.
    #[error("the file of streets contradicts itself: {what} {number} is {value}")]
    Value {
        /// What it is a number of.
        what: &'static str,
        /// Its place in its list.
        number: usize,
        /// The number.
        value: i64,
    },
    /// Edges that make no graph.
    #[error("the file of streets contradicts itself: {0}")]
    Graph(#[from] GraphError),
}

impl Streets {
    /// The streets as a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        write::file(self)
    }

    /// The streets of a file. Nothing is allocated for what the bytes do not hold.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FileError> {
        read::file(bytes)
    }
}
