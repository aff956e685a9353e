//! All that decides when one may go into a role, ready to be evaluated.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::{Admission, Hours, Notice};

/// What is known of when a role can be entered. Equal roles can share one.
#[derive(Clone, Debug)]
pub struct Timing {
    pub(crate) hours: KnownHours,
    pub(crate) admission: Admission,
    notices: Vec<KnownNotice>,
    /// Whether nobody gets in without a booking.
    pub(crate) booking_only: bool,
    /// Whether it is closed for now, until somebody says otherwise.
    pub(crate) suspended: bool,
}

/// The hours as far as they are known.
#[derive(Clone, Debug)]
pub(crate) enum KnownHours {
    /// Nobody said.
    Unknown,
    /// Somebody said something that is no hours.
    NotUnderstood,
    /// These.
    Known(Arc<Hours>),
}

impl KnownHours {
    fn of(text: Option<&str>) -> Self {
        match text.map(Hours::parse) {
            None => Self::Unknown,
            Some(Err(_)) => Self::NotUnderstood,
            Some(Ok(hours)) => Self::Known(Arc::new(hours)),
        }
    }
}

/// A notice whose hours were read.
#[derive(Clone, Debug)]
pub(crate) struct KnownNotice {
    pub(crate) notice: Notice,
    pub(crate) hours: KnownHours,
}

/// What a role says of when one may go in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Terms<'a> {
    /// Its hours, whether they follow the grammar or not; `None` = unknown.
    pub hours: Option<&'a str>,
    /// What the hours cannot say.
    pub admission: Admission,
    /// Whether nobody gets in without a booking.
    pub booking_only: bool,
    /// Whether it is closed for now (暂停开放), until somebody says otherwise.
    pub suspended: bool,
}

impl Timing {
    /// Reads the terms; the notices are those of the same role, in any order.
    pub fn new<'a>(terms: Terms<'_>, notices: impl IntoIterator<Item = &'a Notice>) -> Self {
        let Terms { hours, admission, booking_only, suspended } = terms;
        let read = |notice: &Notice| KnownNotice { notice: notice.clone(), hours: KnownHours::of(Some(&notice.hours)) };
        let mut notices: Vec<_> = notices.into_iter().map(read).collect();
        // A stable sort: of two issued on one day, the one that stands later in the list counts.
        notices.sort_by_key(|known| known.notice.issued_on);
        Self { hours: KnownHours::of(hours), admission, notices, booking_only, suspended }
    }

    /// Whether there are hours and they cannot be evaluated: they are shown as text.
    pub fn is_not_understood(&self) -> bool {
        matches!(self.hours, KnownHours::NotUnderstood)
    }

    /// The notices about this day, the one that counts last.
    pub(crate) fn notices_on(&self, date: NaiveDate) -> impl DoubleEndedIterator<Item = &KnownNotice> {
        self.notices
            .iter()
            .filter(move |KnownNotice { notice, .. }| notice.from <= date && notice.to.is_none_or(|to| date <= to))
    }
}
