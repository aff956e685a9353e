//! What serde says of a value that does not fit, in words for the value's editor.

use serde_json::Value;
use serde_path_to_error::{Path, Segment};

/// Longest value quoted, in characters.
const QUOTED: usize = 80;

/// A misfit explained.
pub(super) struct Misfit {
    /// The field's path as editors see it: `roles[0].fee.value`; empty = the feature as a whole.
    pub(super) field: String,
    /// What is wrong, with the value found.
    pub(super) problem: String,
    /// What would mend it.
    pub(super) mend: String,
}

/// Explains serde's message about the value at `path` inside `root`.
pub(super) fn misfit(path: &Path, message: &str, root: &Value) -> Misfit {
    let (field, found) = resolve(path, root);
    let (reason, wanted) = match message.split_once(", expected ").or_else(|| message.split_once("; allowed: ")) {
        Some((reason, wanted)) => (reason, Some(wanted)),
        None => (message, None),
    };
    // Of these two serde gives the path of the object around the field.
    if let Some(name) = reason.strip_prefix("missing field ") {
        let field = join(&field, name.trim_matches('`'));
        return Misfit { field, problem: "it is missing".to_owned(), mend: "add it".to_owned() };
    }
    if let Some(name) = reason.strip_prefix("duplicate field ") {
        let field = join(&field, name.trim_matches('`'));
        return Misfit { field, problem: "it stands here twice".to_owned(), mend: "keep one".to_owned() };
    }
    if reason.starts_with("unknown field ") {
        let mend =
            wanted.map_or_else(|| "remove it".to_owned(), |names| format!("remove it; allowed: {}", in_words(names)));
        return Misfit { field, problem: "there is no such field".to_owned(), mend };
    }
    let is_date = field.ends_with("_on") || field.ends_with("_date");
    let mend = match wanted {
        _ if is_date => "write a date such as \"2025-02-14\"".to_owned(),
        Some(wanted) => format!("write {}", in_words(wanted)),
        None => "correct it".to_owned(),
    };
    let problem = match found {
        Some(found) if reason.starts_with("invalid type: ") || reason.starts_with("invalid value: ") => {
            format!("{found} does not fit here")
        }
        // Our own messages quote the value themselves, and serde's of variants do.
        Some(found) if !reason.contains(&found) && !reason.starts_with("unknown variant") => {
            format!("{found} does not fit here: {reason}")
        }
        _ => reason.to_owned(),
    };
    Misfit { field, problem, mend }
}

/// The path in an editor's words, and the value it leads to.
fn resolve(path: &Path, root: &Value) -> (String, Option<String>) {
    let mut field = String::new();
    let mut value = Some(root);
    for segment in path {
        match segment {
            Segment::Map { key } => {
                value = value.and_then(|value| value.get(key));
                // The name of the members' object says nothing to an editor.
                if !(field.is_empty() && key == "properties") {
                    field = join(&field, key);
                }
            }
            Segment::Seq { index } => {
                value = value.and_then(|value| value.get(index));
                field = format!("{field}[{index}]");
            }
            Segment::Enum { .. } | Segment::Unknown => break,
        }
    }
    (field, value.map(|value| cut(&value.to_string())))
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// What serde wants, in words: "one of `a`, `b`" as "a, b", types by what they are in a file.
fn in_words(wanted: &str) -> String {
    match wanted {
        "u8" | "u16" | "u32" => "a whole number, 0 or more".to_owned(),
        "f64" => "a number".to_owned(),
        "a sequence" => "a list".to_owned(),
        _ if wanted.starts_with("struct ") => "an object with its fields".to_owned(),
        _ => wanted.strip_prefix("one of ").unwrap_or(wanted).replace('`', ""),
    }
}

/// A text of a length that can be shown.
pub(super) fn cut(text: &str) -> String {
    let mut shown: String = text.chars().take(QUOTED).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
