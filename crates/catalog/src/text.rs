//! What may stand in a short text that people read.

/// Control characters, and those that only steer how others are drawn: they make two names look alike or one read
/// backwards.
pub(crate) fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
