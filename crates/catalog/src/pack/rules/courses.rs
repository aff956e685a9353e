//! Courses that can be taught.

use super::{contact, offers};
use crate::pack::draft::Draft;
use crate::pack::report::Report;

/// Most courses of one place.
const MOST: usize = 200;
/// Longest course in minutes: two school weeks of eight lessons a day.
const LONGEST_MINUTES: u16 = 4_800;

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in &draft.places {
        let (at, place) = (entry.spot(), &entry.value);
        offers::at_most(place.courses.len(), MOST, "courses", at, report);
        for (i, course) in place.courses.iter().enumerate() {
            let field = |name: &str| format!("courses[{i}].{name}");
            offers::check(
                &offers::Offer {
                    title: &course.title,
                    title_en: course.title_en.as_deref(),
                    summary: course.summary.as_deref(),
                    provenance: &course.provenance,
                    role: course.role.as_ref(),
                },
                place,
                draft,
                at,
                &field,
                report,
            );
            if let Some(minutes) = course.minutes.filter(|minutes| !(1..=LONGEST_MINUTES).contains(minutes)) {
                let problem = format!("{minutes} minutes is not the length of a course");
                report.error(at, &field("minutes"), problem, format!("write minutes between 1 and {LONGEST_MINUTES}"));
            }
            if let Some(url) = &course.url {
                contact::check_url(at, &field("url"), url, report);
            }
        }
    }
}
