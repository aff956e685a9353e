//! The file's frame: blob after blob, each with its place, so that damage can be named.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use osmpbf::{BlobDecode, BlobReader, HeaderBlock, PrimitiveBlock};

use super::limits;
use super::weigh::weigh;
use crate::BuildError;

/// A blob with its header, not yet unpacked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame<'a> {
    bytes: &'a [u8],
    /// Bytes before the blob itself.
    header: usize,
    /// Where it begins in the file.
    pub(super) byte: usize,
    /// Its place in the file, from 0.
    number: usize,
}

/// What a blob holds.
pub(super) enum Content {
    Header(Box<HeaderBlock>),
    Elements(PrimitiveBlock),
    /// Something that readers are to skip.
    Other,
}

/// The frames of a file; they cover it without a gap.
pub(super) fn frames(bytes: &[u8]) -> Result<Vec<Frame<'_>>, BuildError> {
    let (mut frames, mut byte) = (Vec::new(), 0);
    while byte < bytes.len() {
        if frames.len() >= limits::BLOBS {
            return Err(BuildError::TooMuch { what: "blobs", most: limits::BLOBS });
        }
        let frame = frame(&bytes[byte..]).map_err(|reason| BuildError::Damaged { byte, blob: frames.len(), reason })?;
        frames.push(Frame { byte, number: frames.len(), ..frame });
        byte += frame.bytes.len();
    }
    Ok(frames)
}

/// The frame at the beginning of these bytes.
fn frame(bytes: &[u8]) -> Result<Frame<'_>, String> {
    let rest = bytes.len();
    let header = bytes.first_chunk().map(|length| u32::from_be_bytes(*length) as usize);
    let header = header.ok_or_else(|| format!("{rest} bytes are left, a blob's header has 4 before it"))?;
    if header >= limits::HEADER_BYTES {
        return Err(format!("its header has {header} bytes; allowed: less than {}", limits::HEADER_BYTES));
    }
    let header = header + 4;
    if header > rest {
        return Err(format!("the file ends in its header: {rest} of {header} bytes"));
    }
    let mut reader = BlobReader::new_seekable(Cursor::new(&bytes[..header])).map_err(|error| error.to_string())?;
    let size = match catch_unwind(AssertUnwindSafe(|| reader.next_header_skip_blob())) {
        Ok(Some(Ok((found, _)))) => found.get_blob_size(),
        Ok(Some(Err(error))) => return Err(format!("its header cannot be read: {error}")),
        Ok(None) | Err(_) => return Err("its header cannot be read".to_owned()),
    };
    let size = usize::try_from(size).ok().filter(|size| *size <= limits::BLOB_BYTES);
    let size = size.ok_or_else(|| format!("its size is not between 0 and {}", limits::BLOB_BYTES))?;
    let bytes = bytes.get(..header + size);
    let bytes = bytes.ok_or_else(|| format!("the file ends in it: {} of {size} bytes", rest - header))?;
    Ok(Frame { bytes, header, byte: 0, number: 0 })
}

impl Frame<'_> {
    /// Unpacks the blob and lets `see` look at it. A reader that stops with a panic has met damage, and nothing more.
    pub(super) fn open<T>(
        self,
        unpacked: &mut usize,
        see: impl FnOnce(Content) -> Result<T, BuildError>,
    ) -> Result<T, BuildError> {
        *unpacked += weigh(&self.bytes[self.header..]).map_err(|reason| self.damaged(reason))?;
        if *unpacked > limits::UNPACKED_BYTES {
            return Err(BuildError::TooMuch { what: "unpacked bytes", most: limits::UNPACKED_BYTES });
        }
        let read = || {
            let blob = BlobReader::new(self.bytes).next();
            let blob = blob.ok_or_else(|| self.damaged("it is empty".to_owned()))?;
            let blob = blob.map_err(|error| self.damaged(error.to_string()))?;
            let content = match blob.decode().map_err(|error| self.damaged(error.to_string()))? {
                BlobDecode::OsmHeader(header) => Content::Header(header),
                BlobDecode::OsmData(block) => Content::Elements(block),
                BlobDecode::Unknown(_) => Content::Other,
            };
            see(content)
        };
        let contradiction = |_| Err(self.damaged("its numbers contradict each other".to_owned()));
        catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(contradiction)
    }

    fn damaged(&self, reason: String) -> BuildError {
        BuildError::Damaged { byte: self.byte, blob: self.number, reason }
    }
}
