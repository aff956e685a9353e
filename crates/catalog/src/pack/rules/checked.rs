//! Who checked what, and when. There is no clock here: for a pack the city's `data_date` is today.

use chrono::NaiveDate;

use super::names;
use crate::Provenance;
use crate::pack::draft::Draft;
use crate::pack::provenances;
use crate::pack::report::{Report, Spot};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    let latest = Latest::of(draft);
    for entry in &draft.places {
        for (path, provenance) in provenances::of_place(&entry.value) {
            checked(latest, provenance, &path, entry.spot(), report);
        }
    }
    for entry in &draft.study_routes {
        checked(latest, &entry.value.provenance, &"provenance", entry.spot(), report);
    }
    for entry in &draft.regions {
        if let Some(position) = &entry.value.position {
            checked(latest, &position.provenance, &"position", entry.spot(), report);
        }
    }
}

/// The last day on which anything can have been checked.
#[derive(Clone, Copy)]
enum Latest {
    /// Today, where somebody said which day it is.
    Today(NaiveDate),
    /// The day to which the pack's data refers.
    DataDate(NaiveDate),
    /// The pack does not say.
    Unknown,
}

impl Latest {
    fn of(draft: &Draft) -> Self {
        let data_date = draft.city.as_ref().map(|city| city.data_date);
        match (draft.today, data_date) {
            (Some(today), data_date) if data_date.is_none_or(|data_date| data_date <= today) => Self::Today(today),
            (_, Some(data_date)) => Self::DataDate(data_date),
            (_, None) => Self::Unknown,
        }
    }

    /// What is wrong with something checked on this day, and what would mend it.
    fn refusal(self, on: NaiveDate) -> Option<(String, &'static str)> {
        match self {
            Self::Today(today) if on > today => {
                Some((format!("{on} is still to come: today is {today}"), "correct the day"))
            }
            Self::DataDate(data_date) if on > data_date => Some((
                format!("{on} is after the city's data_date, {data_date}"),
                "correct the day, or raise data_date in city.toml",
            )),
            _ => None,
        }
    }
}

fn checked(latest: Latest, provenance: &Provenance, path: &dyn std::fmt::Display, at: Spot<'_>, report: &mut Report) {
    if let Some((problem, mend)) = provenance.checked_on.and_then(|on| latest.refusal(on)) {
        report.error(at, &format!("{path}.checked_on"), problem, mend);
    }
    if let Some(by) = &provenance.checked_by {
        names::check_text(at, &format!("{path}.checked_by"), by, names::LONGEST, report);
        if provenance.checked_on.is_none() {
            report.warning(
                at,
                &format!("{path}.checked_on"),
                "somebody checked it, but when is missing",
                "add the day",
            );
        }
    }
}
