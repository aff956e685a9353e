//! When it is closed, and what holds on holidays, as statements say it.

use super::statement::How;

/// Days on which it is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Off {
    pub(super) weekdays: u8,
    pub(super) of_month: Vec<(u8, Vec<i8>)>,
    /// Whether it is closed in the holidays of schools.
    pub(super) breaks: bool,
    /// Whether a weekday is said to be closed, and not only excepted.
    pub(super) is_said: bool,
    /// Weekdays on which it is never closed.
    pub(super) never: u8,
}

impl Off {
    /// Whether there are any days on which it is closed, holidays aside.
    pub(super) fn has_days(&self) -> bool {
        self.weekdays != 0 || !self.of_month.is_empty() || self.breaks
    }
}

/// What holds on holidays, where no times are said of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holidays {
    /// Closed; `is_exception` where they are excepted from what is open.
    Off { is_exception: bool },
    /// Open as on other days, though their weekday is closed: 周一闭馆(法定节假日除外).
    AsOtherDays,
    /// Open, in these words.
    Open(How),
}
