//! A row without coordinates stands at the centre of the village, town or district that it names, and is listed for fixing.

use yuren_catalog::{Precision, Region, RegionLevel, stable};
use yuren_geodesy::{LonLat, Wgs84};

use super::{Judged, seven_decimals};
use crate::RuleName;
use crate::draft::Spotted;
use crate::finding::{Severity, said};

/// Places of one village are set apart around its centre: no two may stand on one point.
const APART_M: [f64; 2] = [5.0, 60.0];
const M_PER_DEGREE: f64 = 111_195.080_23;

pub(super) fn check(judged: &mut Judged<'_>) {
    if judged.has_coordinate_cells() {
        return;
    }
    let Some(code) = &judged.draft.region else { return };
    let Some(region) = judged.context.gazetteer.located(code) else { return };
    let Some(position) = &region.position else { return };
    let (zh, en) = (&region.name, level_name(region));
    let meaning = said(
        format!("没有坐标，暂放在{zh}的中心附近"),
        format!("it has no coordinates, and stands near the centre of {zh}, the {en} that it names"),
    );
    let mend = said("请在地图上标出准确位置", "fix its position on the map");
    judged.draft.position = Some(Spotted {
        point: apart(position.point, &[judged.context.import.source_key.as_str(), &judged.draft.key]),
        precision: if judged.context.import.source.synthetic { Precision::Synthetic } else { Precision::Approximate },
        radius_m: position.radius_m.max(least_radius_m(region)),
    });
    let value = judged.draft.address.clone().unwrap_or_default();
    judged.say(Severity::Note, RuleName::Approximate, judged.position_field(), &value, meaning, mend);
}

/// A region's own radius says how well its middle is known; a place somewhere in it may be farther off.
fn least_radius_m(region: &Region) -> f64 {
    match region.code.level() {
        RegionLevel::Village => 1_000.0,
        RegionLevel::Town => 5_000.0,
        RegionLevel::District | RegionLevel::City => 20_000.0,
    }
}

fn level_name(region: &Region) -> &'static str {
    match region.code.level() {
        RegionLevel::City => "city",
        RegionLevel::District => "district",
        RegionLevel::Town => "town",
        RegionLevel::Village => "village",
    }
}

/// A point near the centre that follows from the row's key alone, whatever rows are beside it.
fn apart(centre: LonLat<Wgs84>, key: &[&str]) -> LonLat<Wgs84> {
    let hash = stable::hash(key);
    let unit = |bits: u64| (bits & 0xffff_ffff) as f64 / f64::from(u32::MAX);
    let angle = unit(hash) * std::f64::consts::TAU;
    let distance_m = APART_M[0] + unit(hash >> 32) * (APART_M[1] - APART_M[0]);
    let north = distance_m * angle.sin() / M_PER_DEGREE;
    let east = distance_m * angle.cos() / (M_PER_DEGREE * centre.lat().to_radians().cos());
    LonLat::new(centre.lon() + east, centre.lat() + north).map_or(centre, seven_decimals)
}
