//! Cells that are not what they seem: computed ones, and ones that show an error.

use super::Judged;
use crate::finding::{Severity, said};
use crate::{CellNote, RuleName};

pub(super) fn check(judged: &mut Judged<'_>) {
    let mapping = judged.context.mapping;
    for (i, column) in mapping.columns.iter().enumerate() {
        let Some(field) = column.field else { continue };
        let cell = judged.row.cell(i);
        let value = cell.trimmed().into_owned();
        let (severity, rule, meaning, mend) = match cell.note {
            None | Some(CellNote::Merged) => continue,
            Some(CellNote::Formula) => (
                Severity::Note,
                RuleName::FormulaCell,
                said(
                    "单元格是公式；采用文件中保存的结果",
                    "the cell is a formula; the result stored in the file is taken",
                ),
                said("如有疑问，请粘贴为数值", "paste it as a value if in doubt"),
            ),
            Some(CellNote::FormulaWithoutValue) => (
                Severity::Warning,
                RuleName::FormulaCell,
                said(
                    "单元格是公式，文件中没有保存结果；按空白处理",
                    "the cell is a formula without a stored result; it is taken as blank",
                ),
                said("请用 Excel 打开并保存，或粘贴为数值", "open and save it in Excel, or paste it as a value"),
            ),
            Some(CellNote::Error) => (
                Severity::Error,
                RuleName::ErrorCell,
                said("单元格显示错误", "the cell shows an error"),
                said("请改正公式或填写数值", "correct the formula or write the value"),
            ),
        };
        judged.say(severity, rule, Some(field), &value, meaning, mend);
    }
}
