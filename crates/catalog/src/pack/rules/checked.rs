//! Who checked what, and when. There is no clock here: the city's `data_date` is today.

use chrono::NaiveDate;

use super::names;
use crate::Provenance;
use crate::pack::draft::Draft;
use crate::pack::provenances;
use crate::pack::report::{Report, Spot};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    let data_date = draft.city.as_ref().map(|city| city.data_date);
    for entry in &draft.places {
        for (path, provenance) in provenances::of_place(&entry.value) {
            checked(data_date, provenance, &path, entry.spot(), report);
        }
    }
    for entry in &draft.regions {
        if let Some(position) = &entry.value.position {
            checked(data_date, &position.provenance, &"position", entry.spot(), report);
        }
    }
}

fn checked(
    data_date: Option<NaiveDate>,
    provenance: &Provenance,
    path: &dyn std::fmt::Display,
    at: Spot<'_>,
    report: &mut Report,
) {
    if let (Some(on), Some(data_date)) = (provenance.checked_on, data_date)
        && on > data_date
    {
        let problem = format!("{on} is after the city's data_date, {data_date}");
        report.error(at, &format!("{path}.checked_on"), problem, "correct the day, or raise data_date in city.toml");
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
