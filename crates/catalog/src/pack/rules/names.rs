//! Names and other short texts: there, not too long, and made of characters that can be seen.

use crate::pack::draft::Draft;
use crate::pack::explain::cut;
use crate::pack::report::{Report, Spot};
use crate::text::is_unseen;

/// Longest name in characters.
pub(super) const LONGEST: usize = 60;
/// Longest name in English in characters: the same name takes about twice the letters.
pub(super) const LONGEST_EN: usize = 120;
/// Longest address, credit or key in characters.
pub(super) const LONGEST_LINE: usize = 200;

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in &draft.places {
        let (at, place) = (entry.spot(), &entry.value);
        check_text(at, "name", &place.name, LONGEST, report);
        if let Some(name_en) = &place.name_en {
            check_text(at, "name_en", name_en, LONGEST_EN, report);
        }
        for (i, alias) in place.aliases.iter().enumerate() {
            check_text(at, &format!("aliases[{i}]"), alias, LONGEST, report);
        }
        if let Some(address) = &place.address {
            check_text(at, "address", address, LONGEST_LINE, report);
        }
        for (key, value) in &place.source_keys {
            check_text(at, &format!("source_keys.{}", cut(key)), value, LONGEST_LINE, report);
        }
        for (i, role) in place.roles.iter().enumerate() {
            if let Some(name) = &role.name {
                check_text(at, &format!("roles[{i}].name"), name, LONGEST, report);
            }
        }
    }
    for entry in &draft.regions {
        check_text(entry.spot(), "name", &entry.value.name, LONGEST, report);
        if let Some(name_en) = &entry.value.name_en {
            check_text(entry.spot(), "name_en", name_en, LONGEST_EN, report);
        }
    }
    for entry in &draft.water {
        if let Some(name) = &entry.value.name {
            check_text(entry.spot(), "name", name, LONGEST, report);
        }
        if let Some(name_en) = &entry.value.name_en {
            check_text(entry.spot(), "name_en", name_en, LONGEST_EN, report);
        }
    }
}

/// Tells what is wrong with a text of at most `longest` characters.
pub(super) fn check_text(at: Spot<'_>, field: &str, text: &str, longest: usize, report: &mut Report) {
    let length = text.chars().count();
    if text.trim().is_empty() {
        report.error(at, field, "it is empty", "write it, or leave the feature out");
    } else if let Some(unseen) = text.chars().find(|&c| is_unseen(c)) {
        let problem = format!("it holds U+{:04X}, which cannot be seen", u32::from(unseen));
        report.error(at, field, problem, "remove that character");
    } else if text.trim() != text {
        report.error(at, field, format!("{:?} begins or ends with a space", cut(text)), "remove the space");
    } else if length > longest {
        let problem = format!("it has {length} characters: {:?}", cut(text));
        report.error(at, field, problem, format!("shorten it to {longest} characters"));
    }
}
