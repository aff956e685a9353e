//! Which characters a text file's bytes are.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::limits::Refusal;
use crate::RuleName;
use crate::finding::said;

/// A text that begins with so many characters beyond ASCII in well-formed UTF-8 is UTF-8: GB18030 hardly ever looks so.
const CLEARLY_UTF8: usize = 8;

/// The text, without its byte order mark. Without one it is UTF-8 if it can be, else GB18030, which is what Excel writes in
/// mainland China.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return match std::str::from_utf8(rest) {
            Ok(text) => Ok(text.into()),
            Err(error) => Err(mixed(rest, error.valid_up_to())),
        };
    }
    for (mark, encoding) in [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
            return text.ok_or_else(|| mixed(rest, rest.len()));
        }
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.into()),
        Err(error) => error,
    };
    let valid = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
    if valid.chars().filter(|c| !c.is_ascii()).count() >= CLEARLY_UTF8 {
        return Err(mixed(bytes, error.valid_up_to()));
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    text.ok_or_else(|| mixed(bytes, error.valid_up_to()))
}

/// The bytes are in no encoding; the first that does not fit stands at `at`.
fn mixed(bytes: &[u8], at: usize) -> Refusal {
    let line = bytes[..at].split(|&byte| byte == b'\n').count();
    let value = bytes.get(at).map(|byte| format!("0x{byte:02X}")).unwrap_or_default();
    let meaning = said(
        "既不是 UTF-8 也不是 GB18030，可能由两种编码的文件拼接而成",
        "the text is neither UTF-8 nor GB18030; it may be two files of different encodings put together",
    );
    let mend = said("请在 Excel 中另存为“CSV UTF-8”", "save it as \"CSV UTF-8\" in Excel");
    Refusal::new(RuleName::Encoding, value, meaning, mend).in_row(line as u32)
}
