//! What activities, courses and study routes have in common: a title, a few sentences, who says so; and of the former the role
//! that holds them.

use super::names;
use super::synthetic::EXAMPLE;
use crate::pack::draft::Draft;
use crate::pack::explain::cut;
use crate::pack::report::{Report, Spot};
use crate::text::is_unseen;
use crate::{Place, Provenance, RoleId};

/// Longest summary in characters.
const LONGEST_SUMMARY: usize = 500;

/// An activity or a course, as far as both are alike.
pub(super) struct Offer<'a> {
    pub(super) title: &'a str,
    pub(super) title_en: Option<&'a str>,
    pub(super) summary: Option<&'a str>,
    pub(super) provenance: &'a Provenance,
    pub(super) role: Option<&'a RoleId>,
}

/// Tells of a place that has more of them than `most`.
pub(super) fn at_most(count: usize, most: usize, field: &str, at: Spot<'_>, report: &mut Report) {
    if count > most {
        report.error(at, field, format!("the place has {count} {field}"), format!("keep at most {most}"));
    }
}

pub(super) fn check(
    offer: &Offer<'_>,
    place: &Place,
    draft: &Draft,
    at: Spot<'_>,
    field: &dyn Fn(&str) -> String,
    report: &mut Report,
) {
    names::check_text(at, &field("title"), offer.title, names::LONGEST, report);
    if let Some(title) = offer.title_en {
        names::check_text(at, &field("title_en"), title, names::LONGEST_EN, report);
    }
    if let Some(summary) = offer.summary {
        sentences(at, &field("summary"), summary, LONGEST_SUMMARY, report);
    }
    if let Some(role) = offer.role.filter(|id| !place.roles.iter().any(|role| role.id == **id)) {
        let problem = format!("the place has no role \"{role}\"");
        report.error(at, &field("role"), problem, "write the id of one of its roles, or leave role out");
    }
    example(offer.title, offer.provenance, draft, at, field, report);
}

/// Tells what is wrong with a few sentences of at most `longest` characters.
pub(super) fn sentences(at: Spot<'_>, field: &str, text: &str, longest: usize, report: &mut Report) {
    // They may have lines, and nothing else that cannot be seen.
    let lines: String = text.chars().filter(|&c| c != '\n').collect();
    if lines.chars().any(is_unseen) {
        report.error(at, field, "it holds a character that cannot be seen", "remove that character");
    } else {
        let trimmed = lines.trim();
        names::check_text(at, field, trimmed, longest, report);
    }
}

/// What is made up says so in its title, and nothing else does.
pub(super) fn example(
    title: &str,
    provenance: &Provenance,
    draft: &Draft,
    at: Spot<'_>,
    field: &dyn Fn(&str) -> String,
    report: &mut Report,
) {
    let Some(is_synthetic) = draft.is_synthetic(&provenance.source) else { return };
    if is_synthetic && !title.starts_with(EXAMPLE) {
        let problem = format!("{:?} is made up and reads like a real one", cut(title));
        report.error(at, &field("title"), problem, format!("begin it with {EXAMPLE}, or give its real source"));
    } else if !is_synthetic && title.starts_with(EXAMPLE) {
        let problem = format!("{:?} reads as made up and its source is not synthetic", cut(title));
        report.error(at, &field("provenance.source"), problem, "write the key of a synthetic source");
    }
}
