//! Where a page ended, as opaque text.
//!
//! A cursor holds the last place's sort key, not its number, so that no page loses or repeats a place however the list
//! changes around it; and a fingerprint of its query, so that it cannot be used with another.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use yuren_catalog::PlaceId;

/// The first byte of every cursor of this form.
const VERSION: u8 = 1;

/// A position in a list of places: that behind this key. Keys order as the list does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SortKey {
    /// Distance in whole millimetres; the same for all places of a list that is ordered by id alone.
    pub(crate) distance_mm: u64,
    /// The place's id.
    pub(crate) id: PlaceId,
}

/// The text of a cursor.
pub(crate) fn write(fingerprint: u64, last: &SortKey) -> String {
    let mut bytes = vec![VERSION];
    bytes.extend(fingerprint.to_be_bytes());
    bytes.extend(last.distance_mm.to_be_bytes());
    bytes.extend(last.id.as_str().as_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The key that a cursor of this query holds; `None` = broken, or another query's.
pub(crate) fn read(fingerprint: u64, text: &str) -> Option<SortKey> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (&version, rest) = bytes.split_first()?;
    let (print, rest) = rest.split_first_chunk()?;
    let (distance, id) = rest.split_first_chunk()?;
    if version != VERSION || u64::from_be_bytes(*print) != fingerprint {
        return None;
    }
    let id = std::str::from_utf8(id).ok()?.parse().ok()?;
    Some(SortKey { distance_mm: u64::from_be_bytes(*distance), id })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SortKey {
        SortKey { distance_mm: 123_456, id: "p-3f2a".parse().unwrap() }
    }

    #[test]
    fn a_cursor_reads_back_under_its_own_query_only() {
        let text = write(7, &key());
        assert_eq!(read(7, &text), Some(key()));
        assert_eq!(read(8, &text), None);
    }

    #[test]
    fn a_cursor_is_safe_in_an_address() {
        let text = write(u64::MAX, &key());
        assert!(text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'), "{text}");
    }

    #[test]
    fn a_cursor_cut_short_or_made_up_is_broken() {
        let text = write(7, &key());
        for end in 0..24 {
            assert_eq!(read(7, &text[..end]), None, "{end}");
        }
        for made_up in ["", "hello", "AAAA", "&&&", "../../etc/passwd", "瘦西湖"] {
            assert_eq!(read(7, made_up), None, "{made_up}");
        }
    }
}
