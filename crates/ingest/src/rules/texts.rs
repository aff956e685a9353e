//! Texts that look like formulas or markup. They are kept as the texts that they are.

use super::Judged;
use crate::finding::{Severity, said};
use crate::{CellValue, RuleName};

/// A spreadsheet takes a text that begins so for a formula.
const FORMULA_BEGINS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether a spreadsheet would take this text for a formula. A number with a sign and a dash alone are none.
pub(crate) fn is_like_formula(text: &str) -> bool {
    let is_harmless = text.len() <= 1 || text.parse::<f64>().is_ok();
    text.starts_with(FORMULA_BEGINS) && !is_harmless
}

pub(super) fn check(judged: &mut Judged<'_>) {
    let mapping = judged.context.mapping;
    for (i, column) in mapping.columns.iter().enumerate() {
        let Some(field) = column.field else { continue };
        let CellValue::Text(text) = &judged.row.cell(i).value else { continue };
        let text = text.clone();
        // A telephone number may begin with +86.
        if is_like_formula(&text) && !text.starts_with("+86") {
            let meaning = said(
                "文字以公式符号开头；按普通文字保存，导出时加前缀",
                "the text begins like a formula; it is kept as text, and exports put an apostrophe before it",
            );
            let mend = said("如果不是有意为之，请删去开头的符号", "remove the sign unless it is meant");
            judged.say(Severity::Warning, RuleName::FormulaText, Some(field), &text, meaning, mend);
        }
        if is_like_markup(&text) {
            let meaning =
                said("文字中有类似 HTML 的标记；按普通文字保存", "the text holds markup; it is kept as plain text");
            let mend = said("请删去标记", "remove the markup");
            judged.say(Severity::Warning, RuleName::Markup, Some(field), &text, meaning, mend);
        }
    }
}

/// Whether a `<` is followed by what begins a tag.
fn is_like_markup(text: &str) -> bool {
    text.split('<').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!'))
}
