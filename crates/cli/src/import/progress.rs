//! How far an import is: a line a stage on a terminal's standard error, and nothing anywhere else.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How often a stage that cannot count shows that it goes on.
const TICK: Duration = Duration::from_millis(100);

/// Shows stages, or keeps quiet.
pub(crate) struct Progress {
    is_quiet: bool,
}

impl Progress {
    pub(crate) fn new(is_quiet: bool) -> Self {
        Self { is_quiet }
    }

    /// A stage of unknown length.
    pub(crate) fn stage(&self, what: &str) -> ProgressBar {
        let bar = self.bar(None, "{msg} {spinner} {elapsed}").with_message(what.to_owned());
        bar.enable_steady_tick(TICK);
        bar
    }

    /// The stage that goes over so many rows, twice: they are read, and they are judged.
    pub(super) fn rows(&self, rows: usize) -> ProgressBar {
        let bar = self.bar(Some(2 * rows as u64), "{msg} {wide_bar} {percent}% {elapsed}");
        bar.with_message(format!("judging {rows} rows"))
    }

    fn bar(&self, length: Option<u64>, template: &str) -> ProgressBar {
        // The target is hidden by itself where standard error is no terminal.
        let target = if self.is_quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let style = ProgressStyle::with_template(template).expect("the templates above are well formed");
        ProgressBar::with_draw_target(length, target).with_style(style)
    }
}
