//! How much a blob unpacks to, before it is taken apart: a part of two bytes may take a few hundred in memory.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::limits;

/// Fields of a `Blob` that hold its content (wiki, `PBF Format`): as it is, and packed by zlib.
const RAW: u64 = 1;
const ZLIB: u64 = 3;
/// Levels whose parts are counted: a block's groups and tables, their elements and texts, an element's fields, and what
/// those hold; lists of numbers are taken for messages at the last, which only counts them too high.
const LEVELS: usize = 4;

/// The unpacked size in bytes of a `Blob` message that keeps to the limits.
pub(super) fn weigh(blob: &[u8]) -> Result<usize, String> {
    let mut content = None;
    let mut rest = blob;
    while !rest.is_empty() {
        let field = field(&mut rest).ok_or("its fields are damaged")?;
        match (field.number, field.bytes) {
            (RAW | ZLIB, Some(_)) if content.is_some() => return Err("it has two contents".to_owned()),
            (RAW, Some(bytes)) => content = Some(Cow::Borrowed(bytes)),
            (ZLIB, Some(bytes)) => {
                let mut unpacked = Vec::new();
                let mut zlib = ZlibDecoder::new(bytes).take(limits::BLOB_BYTES as u64 + 1);
                zlib.read_to_end(&mut unpacked).map_err(|error| format!("it does not unpack: {error}"))?;
                content = Some(Cow::Owned(unpacked));
            }
            _ => {}
        }
    }
    let content = content.ok_or("it has no content that is read (raw or zlib)")?;
    if content.len() > limits::BLOB_BYTES {
        return Err(format!("it unpacks to over {} bytes", limits::BLOB_BYTES));
    }
    let mut left = limits::PARTS;
    count(&content, LEVELS, &mut left)?;
    Ok(content.len())
}

/// Counts the fields of a message and of the messages in it, so many levels down. What is no message is not looked
/// into.
fn count(mut message: &[u8], levels: usize, left: &mut usize) -> Result<(), String> {
    while !message.is_empty() {
        // A text that is no message ends the counting of it; a message that is damaged is refused when it is read.
        let Some(field) = field(&mut message) else { return Ok(()) };
        *left = left.checked_sub(1).ok_or_else(|| format!("it has over {} parts", limits::PARTS))?;
        if let Some(bytes) = field.bytes.filter(|_| levels > 1) {
            count(bytes, levels - 1, left)?;
        }
    }
    Ok(())
}

/// A field of a protocol buffer.
struct Field<'a> {
    number: u64,
    /// The content, if it is of the sort that has a length.
    bytes: Option<&'a [u8]>,
}

/// Takes a field off the front.
fn field<'a>(rest: &mut &'a [u8]) -> Option<Field<'a>> {
    let tag = varint(rest)?;
    let bytes = match tag & 7 {
        0 => varint(rest).map(|_| None)?,
        1 => take(rest, 8).map(|_| None)?,
        2 => Some(varint(rest).and_then(|length| take(rest, length))?),
        5 => take(rest, 4).map(|_| None)?,
        _ => return None,
    };
    Some(Field { number: tag >> 3, bytes })
}

/// Takes so many bytes off the front.
fn take<'a>(rest: &mut &'a [u8], length: u64) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    *rest = after;
    Some(taken)
}

/// Takes a number of variable length off the front.
fn varint(rest: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..70).step_by(7) {
        let (first, after) = rest.split_first()?;
        *rest = after;
        value |= u64::from(first & 0x7f).checked_shl(shift).unwrap_or(0);
        if first & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}
