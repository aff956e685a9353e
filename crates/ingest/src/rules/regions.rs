//! The district, town and village that a row names are in the gazetteer.

use super::Judged;
use crate::finding::{Severity, said};
use crate::{Field, RuleName};

pub(super) fn check(judged: &mut Judged<'_>) {
    let names = [Field::District, Field::Town, Field::Village].map(|field| judged.text(field));
    let names = [names[0].as_deref(), names[1].as_deref(), names[2].as_deref()];
    let stated = judged.context.gazetteer.stated(names, judged.draft.address.as_deref());
    judged.draft.region = stated.region.map(|region| region.code.clone());
    for field in stated.unknown {
        let value = judged.text(field).unwrap_or_default();
        let meaning =
            said("不在本市的区划名录里，或有多处同名", "it is not among the city's regions, or several bear the name");
        let mend = said("请写区划全称，并填写上一级", "write its full name, and the region around it");
        judged.say(Severity::Warning, RuleName::UnknownRegion, Some(field), &value, meaning, mend);
    }
}
