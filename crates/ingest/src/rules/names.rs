//! The name, the key, and other short texts: there, not too long, and made of characters that can be seen.

use super::Judged;
use crate::anchors::folded;
use crate::finding::{Severity, said};
use crate::{Field, RuleName};

/// Longest name, longest English name and longest line in characters, as the city's rules have it.
const LONGEST: usize = 60;
const LONGEST_EN: usize = 120;
const LONGEST_LINE: usize = 200;

pub(super) fn check(judged: &mut Judged<'_>) {
    if let Some(name) = judged.text(Field::Name) {
        if let Some(name) = fitting(judged, Field::Name, name, LONGEST, Severity::Error) {
            judged.draft.name = name;
        }
    } else {
        let meaning = said("这一行没有名称", "the row has no name");
        judged.say(
            Severity::Error,
            RuleName::MissingName,
            Some(Field::Name),
            "",
            meaning,
            said("请填写名称，或删除这一行", "write the name, or remove the row"),
        );
    }
    judged.draft.name_en = short(judged, Field::NameEn, LONGEST_EN);
    judged.draft.address = short(judged, Field::Address, LONGEST_LINE);
    judged.draft.role_name = short(judged, Field::RoleName, LONGEST);
    let aliases = judged.text(Field::Aliases).unwrap_or_default();
    for alias in aliases.split(['、', ';', '；', ',', '，', '|']).map(str::trim).filter(|alias| !alias.is_empty()) {
        let alias = fitting(judged, Field::Aliases, alias.to_owned(), LONGEST, Severity::Warning);
        judged.draft.aliases.extend(alias);
    }
    key(judged);
}

/// The key and the name of a planner's point, as far as the row has them.
pub(super) fn of_point(judged: &mut Judged<'_>, longest_key: usize, longest_name: usize) {
    if let Some(key) = judged.text(Field::Key) {
        judged.draft.has_own_key = true;
        judged.draft.key = fitting(judged, Field::Key, key, longest_key, Severity::Error).unwrap_or_default();
    }
    if let Some(name) = judged.text(Field::Name) {
        judged.draft.name = fitting(judged, Field::Name, name, longest_name, Severity::Error).unwrap_or_default();
    }
}

/// The row's key: its own, or one made of its name and the regions that it names.
fn key(judged: &mut Judged<'_>) {
    let own = judged.text(Field::Key);
    if let Some(own) = own.and_then(|own| fitting(judged, Field::Key, own, LONGEST_LINE, Severity::Warning)) {
        judged.draft.has_own_key = true;
        judged.draft.key = own;
        return;
    }
    let regions = [Field::District, Field::Town, Field::Village].map(|field| judged.text(field).unwrap_or_default());
    let around: String = regions.iter().map(|name| folded(name)).collect();
    let made = format!("name:{}@{around}", folded(&judged.draft.name));
    judged.draft.key = made.chars().take(LONGEST_LINE).collect();
}

/// A text that the row can do without.
fn short(judged: &mut Judged<'_>, field: Field, longest: usize) -> Option<String> {
    let text = judged.text(field)?;
    fitting(judged, field, text, longest, Severity::Warning)
}

/// The text if it fits; a finding if not.
fn fitting(judged: &mut Judged<'_>, field: Field, text: String, longest: usize, severity: Severity) -> Option<String> {
    let length = text.chars().count();
    let (meaning, mend) = if let Some(unseen) = text.chars().find(|&c| is_unseen(c)) {
        let code = u32::from(unseen);
        (
            said(format!("含看不见的字符 U+{code:04X}"), format!("it holds U+{code:04X}, which cannot be seen")),
            said("请重新输入这一格", "type the cell anew"),
        )
    } else if length > longest {
        (
            said(
                format!("有 {length} 个字符，最多 {longest} 个"),
                format!("it has {length} characters; {longest} are allowed"),
            ),
            said("请缩短", "shorten it"),
        )
    } else {
        return Some(text);
    };
    judged.say(severity, RuleName::NameForm, Some(field), &text, meaning, mend);
    None
}

/// Control characters, and those that only steer how others are drawn.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
