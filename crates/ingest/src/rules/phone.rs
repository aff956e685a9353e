//! Telephone numbers that can be dialled.

use super::Judged;
use crate::finding::{Severity, said};
use crate::{CellValue, Field, RuleName};

pub(super) fn check(judged: &mut Judged<'_>) {
    let Some(text) = judged.text(Field::Phone) else { return };
    let field = Some(Field::Phone);
    let Some(mut phone) = text.split(['、', ';', '；', ',', '，', '/', '或']).map(plain).find(|part| !part.is_empty())
    else {
        return;
    };
    let column = judged.context.mapping.column(Field::Phone).unwrap_or_default();
    let is_number = matches!(judged.row.cell(column).value, CellValue::Number(_));
    if is_number && (10..=11).contains(&phone.len()) && !phone.starts_with(['0', '1']) {
        phone.insert(0, '0');
        let meaning = said("区号前的 0 丢失，已补上", "the area code's leading 0 was lost, and is put back");
        judged.say(
            Severity::Note,
            RuleName::Phone,
            field,
            &text,
            meaning,
            said("请把这一列设为文本格式", "format the column as text"),
        );
    }
    if !is_phone(&phone) {
        let meaning = said("不是电话号码；不采用", "it is no telephone number, and is not taken");
        let mend = said("请写数字和连字符，如 0514-12345678", "write digits and hyphens, such as 0514-12345678");
        judged.say(Severity::Warning, RuleName::Phone, field, &text, meaning, mend);
        return;
    }
    if phone.len() == 11 && phone.starts_with('1') {
        let meaning =
            said("这是手机号，多为个人所有；不采用", "it is a mobile number, mostly a person's, and is not taken");
        judged.say(
            Severity::Warning,
            RuleName::Phone,
            field,
            &text,
            meaning,
            said("请写单位的固定电话", "write the office's number"),
        );
        return;
    }
    judged.draft.phone = Some(phone);
}

/// The number in half-width digits and single hyphens, without the country's code.
fn plain(text: &str) -> String {
    let half_width = text.trim().chars().map(|c| match c {
        '０'..='９' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '－' | '—' | '–' | '―' | ')' | '）' => '-',
        c => c,
    });
    let kept: String = half_width.filter(|c| !c.is_whitespace() && !matches!(c, '(' | '（')).collect();
    let local = kept.strip_prefix("+86").or_else(|| kept.strip_prefix("0086")).unwrap_or(&kept);
    let joined = local.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    // +86 514 12345678 is 0514 12345678 at home; mobile numbers begin with 1.
    if local.len() < kept.len() && !joined.starts_with(['0', '1', '4']) { format!("0{joined}") } else { joined }
}

fn is_phone(phone: &str) -> bool {
    let digits = phone.bytes().filter(u8::is_ascii_digit).count();
    (3..=17).contains(&digits) && phone.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_brought_to_one_form() {
        let cases = [
            ("0514-87654321", "0514-87654321"),
            ("（0514）87654321", "0514-87654321"),
            ("０５１４—８７６５４３２１", "0514-87654321"),
            ("+86 514 87654321", "051487654321"),
            ("12345", "12345"),
        ];
        for (text, wanted) in cases {
            assert_eq!(plain(text), wanted);
            assert!(is_phone(wanted));
        }
        assert!(!is_phone(&plain("王老师")));
    }
}
