//! Content lines (RFC 5545, section 3.1): folded, ended by CR and LF, and text in them escaped.

/// Longest line in bytes, its end aside.
const LONGEST: usize = 75;

/// Content lines so far.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A line of this property, parameters and all, with this value as it is.
    pub(super) fn put(&mut self, property: &str, value: &str) {
        let mut length = 0;
        for c in property.chars().chain([':']).chain(value.chars()) {
            // A character is never cut in two.
            if length + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// The whole text.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// A value of type TEXT (section 3.3.11). What cannot be seen and is no line's end is left out: it could end a line.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(value: &str) -> String {
        let mut lines = Lines::default();
        lines.put("SUMMARY", value);
        lines.into_text()
    }

    #[test]
    fn a_line_is_folded_before_its_76th_byte_and_no_character_is_cut() {
        for text in ["a".repeat(400), "讲座".repeat(90), format!("a{}", "🏫".repeat(60))] {
            let folded = line(&text);
            assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST), "{folded}");
            assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }
        assert_eq!(line(&"a".repeat(67)).matches("\r\n").count(), 1);
        assert_eq!(line(&"a".repeat(68)).matches("\r\n").count(), 2);
    }

    #[test]
    fn what_has_a_meaning_in_a_line_is_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne"), "a\\,b\\;c\\\\d\\ne");
        assert_eq!(escaped("a\r\nBEGIN:VALARM\u{7}"), "a\\nBEGIN:VALARM");
    }
}
