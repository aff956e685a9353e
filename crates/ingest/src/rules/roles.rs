//! A row says what it is to the programme.

use yuren_catalog::RoleKind;

use super::Judged;
use crate::finding::{Severity, said};
use crate::mapping::kinds;
use crate::{Field, RuleName};

pub(super) fn check(judged: &mut Judged<'_>) {
    let Some(text) = judged.text(Field::Roles) else {
        judged.draft.kinds.extend(judged.context.mapping.role);
        if judged.draft.kinds.is_empty() {
            let meaning = said("没有写牌子种类", "the row has no kind");
            tell(judged, "", meaning);
        }
        return;
    };
    for word in text.split(['、', ';', '；', ',', '，', '|', '/']).map(str::trim).filter(|word| !word.is_empty()) {
        match kinds::kind(word) {
            Some(kind) if judged.draft.kinds.contains(&kind) => {}
            Some(kind) => judged.draft.kinds.push(kind),
            None => {
                let meaning = said("不是已知的牌子种类", "it is no kind that is known");
                tell(judged, word, meaning);
            }
        }
    }
}

fn tell(judged: &mut Judged<'_>, value: &str, meaning: crate::finding::Said) {
    let zh: Vec<_> = RoleKind::ALL.iter().map(|kind| kind.name_zh()).collect();
    let en: Vec<_> = RoleKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let mend = said(format!("请写其中之一：{}", zh.join("、")), format!("write one of {}", en.join(", ")));
    judged.say(Severity::Error, RuleName::UnknownRole, Some(Field::Roles), value, meaning, mend);
}
