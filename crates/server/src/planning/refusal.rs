//! Refusals of what stands in a planner's question, by its JSON pointer (RFC 6901).

use std::fmt::Display;

use crate::problem::{Code, Problem, shortened};

/// The value at `pointer` is not allowed; `reason` is a clause such as "is out of range".
pub(crate) fn invalid(pointer: &str, value: impl Display, reason: &str, allowed: impl Into<String>) -> Problem {
    let (value, allowed) = (value.to_string(), allowed.into());
    let detail = format!("{pointer} is {:?}, which {reason}; allowed: {allowed}.", shortened(&value));
    Problem::new(Code::InvalidParameter, detail).parameter(pointer).value(&value).allowed(allowed)
}

/// Streets are closed at `pointer` where times do not go by streets.
pub(crate) fn nothing_to_close(pointer: &str) -> Problem {
    let detail = "A street can be closed only where times go by streets; these are estimates.";
    let problem = Problem::new(Code::ConflictingParameters, detail).parameter(pointer);
    problem.allowed("no closed street, or `kind` `network` on a server with streets")
}

/// The list at `pointer` is too long or too short.
pub(crate) fn length(pointer: &str, found: usize, allowed: impl Into<String>) -> Problem {
    let allowed = allowed.into();
    let detail = format!("{pointer} has {found} entries; allowed: {allowed}.");
    Problem::new(Code::InvalidParameter, detail).parameter(pointer).value(&found.to_string()).allowed(allowed)
}

/// The value at `pointer`, if it is finite, greater than 0 and at most `max`.
pub(crate) fn positive(pointer: &str, value: f64, max: f64) -> Result<f64, Problem> {
    if value > 0.0 && value <= max {
        Ok(value)
    } else {
        Err(invalid(pointer, value, "is out of range", format!("a number greater than 0, up to {max}")))
    }
}

/// The value at `pointer`, if it is from 1 to `max`.
pub(crate) fn counted(pointer: &str, value: usize, max: usize) -> Result<usize, Problem> {
    if (1..=max).contains(&value) {
        Ok(value)
    } else {
        Err(invalid(pointer, value, "is out of range", format!("a whole number from 1 to {max}")))
    }
}

/// The text at `pointer`, without the white space around it, if there is any and it is short enough.
pub(crate) fn named<'a>(pointer: &str, text: &'a str, most_chars: usize) -> Result<&'a str, Problem> {
    let text = text.trim();
    let count = text.chars().take(most_chars + 1).count();
    let has_control = text.chars().any(char::is_control);
    if count == 0 || count > most_chars || has_control {
        let reason = match count {
            0 => "is empty",
            _ if has_control => "has control characters",
            _ => "is too long",
        };
        return Err(invalid(pointer, text, reason, format!("1 to {most_chars} characters on one line")));
    }
    Ok(text)
}
