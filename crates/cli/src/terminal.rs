//! What goes to the terminal. Whoever reads it may stop reading (`yuren check … | head`), which is no failure of ours.

use std::io::{IsTerminal, Write, stderr, stdout};

/// Writes a line of an answer to standard output.
pub(crate) fn answer(text: &str) {
    // A closed pipe has nobody to be told of it.
    let _ = writeln!(stdout(), "{text}").and_then(|()| stdout().flush());
}

/// Writes a line about the run to standard error.
pub(crate) fn tell(text: &str) {
    let _ = writeln!(stderr(), "{text}");
}

/// Whether a stream shows colours.
#[derive(Clone, Copy)]
pub(crate) struct Colours(bool);

impl Colours {
    /// None at all.
    #[cfg(test)]
    pub(crate) const NONE: Self = Self(false);

    /// Of standard output.
    pub(crate) fn of_stdout() -> Self {
        Self(stdout().is_terminal() && wanted())
    }

    /// Of standard error.
    pub(crate) fn of_stderr() -> Self {
        Self(stderr().is_terminal() && wanted())
    }

    /// Whether there are any.
    pub(crate) fn shown(self) -> bool {
        self.0
    }

    /// The text in a colour, by its ANSI code.
    pub(crate) fn paint(self, code: &str, text: &str) -> String {
        if self.0 { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// Whether nobody asked for no colours (no-color.org).
fn wanted() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
