//! Whether one can go in to a role, as answers show it.

use chrono::NaiveDateTime;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::calendar::{Entry, EntryState, Reason, Telling};
use yuren_catalog::{City, RoleKind};

use super::bilingual::Bilingual;
use super::words::{EntryStateWord, ReasonWord};
use crate::clock;

/// Whether one can go in to a role at the instant asked about, or when one would arrive.
#[derive(Serialize, ToSchema)]
#[schema(as = Entry)]
pub(crate) struct EntryAnswer {
    /// Whether one can go in then.
    #[schema(value_type = EntryStateWord)]
    state: EntryState,
    /// The instant that this is about: as asked, or the arrival.
    #[schema(format = DateTime, example = "2026-10-10T15:20:00+08:00")]
    at: String,
    /// When it closes, if it is open; null also where that is not known, or never.
    #[schema(required, format = DateTime)]
    until: Option<String>,
    /// From when on nobody is let in any more, if it is open and that is earlier than its closing.
    #[schema(required, format = DateTime)]
    last_entry: Option<String>,
    /// The next time that one can go in, if one cannot then, as far as that is known within 100 days.
    #[schema(required, format = DateTime)]
    next: Option<String>,
    /// Why.
    #[schema(value_type = Vec<ReasonWord>)]
    reasons: Vec<Reason>,
    /// All of it in a sentence.
    reason: Bilingual<'static>,
}

impl EntryAnswer {
    /// The answer for a role of this kind in this city.
    pub(crate) fn new(city: &City, telling: &Telling<'_>, entry: Entry) -> Self {
        let reason = telling.sentence(&entry).into();
        let Entry { at, state, until, last_entry, next, reasons } = entry;
        let written = |at: NaiveDateTime| clock::written(city, at);
        Self {
            state,
            at: written(at),
            until: until.map(written),
            last_entry: last_entry.map(written),
            next: next.map(written),
            reasons,
            reason,
        }
    }
}

/// What a role of this kind is called in a sentence.
pub(crate) fn subject(kind: RoleKind) -> [&'static str; 2] {
    [kind.name_zh(), kind.name_en()]
}
