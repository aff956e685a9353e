//! A row says where it is: by coordinates, or by a region that is known.

use super::Judged;
use crate::finding::{Severity, said};
use crate::{Field, RuleName};

pub(super) fn check(judged: &mut Judged<'_>) {
    // Numbers that are no coordinate are told by their own rule.
    if judged.draft.position.is_some() || judged.has_coordinate_cells() {
        return;
    }
    let value = judged.text(Field::Address).unwrap_or_default();
    let meaning = said("既没有坐标，也没有可识别的区划", "it has neither coordinates nor a region that is known");
    let mend = said("请填写经纬度，或填写区县、乡镇、村（社区）", "write coordinates, or district, town and village");
    judged.say(Severity::Error, RuleName::NoPosition, Some(Field::Address), &value, meaning, mend);
}

/// A planner's point has coordinates: a region is no point.
pub(super) fn of_point(judged: &mut Judged<'_>) {
    if judged.draft.numbers.is_some() || judged.has_coordinate_cells() {
        return;
    }
    let meaning = said("这一行没有坐标", "the row has no coordinates");
    let mend = said("请填写经度和纬度，或删除这一行", "write longitude and latitude, or remove the row");
    judged.say(Severity::Error, RuleName::NoPosition, judged.position_field(), "", meaning, mend);
}
