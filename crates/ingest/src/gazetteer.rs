//! The city's regions by the names that people write: with and without 街道, 镇, 村, 社区 and the like.

use std::collections::HashMap;

use yuren_catalog::{Precision, Region, RegionCode, RegionLevel, RegionTree, rings};
use yuren_geodesy::{LonLat, Wgs84};

use crate::Field;

/// Endings that say what a region is, the longer ones first.
const ENDINGS: [(RegionLevel, &[&str]); 3] = [
    (RegionLevel::District, &["区", "县", "市"]),
    (RegionLevel::Town, &["街道办事处", "人民政府", "街道", "办事处", "镇", "乡"]),
    (
        RegionLevel::Village,
        &[
            "社区居民委员会",
            "村民委员会",
            "居民委员会",
            "社区居委会",
            "社区委员会",
            "村委会",
            "居委会",
            "委员会",
            "社区",
            "村",
            "居",
        ],
    ),
];

/// Names to regions.
pub(crate) struct Gazetteer<'a> {
    tree: &'a RegionTree,
    by_name: HashMap<(RegionLevel, String), Vec<&'a Region>>,
    by_parent: HashMap<RegionCode, Vec<&'a Region>>,
}

/// The region that a row names.
#[derive(Debug, Default)]
pub(crate) struct Stated<'a> {
    /// The finest one that is known.
    pub(crate) region: Option<&'a Region>,
    /// The fields that name none.
    pub(crate) unknown: Vec<Field>,
}

impl<'a> Gazetteer<'a> {
    pub(crate) fn new(tree: &'a RegionTree) -> Self {
        let mut by_name: HashMap<_, Vec<&Region>> = HashMap::new();
        let mut by_parent: HashMap<_, Vec<&Region>> = HashMap::new();
        for region in tree.iter() {
            let level = region.code.level();
            by_name.entry((level, core(level, &region.name))).or_default().push(region);
            if let Some(parent) = region.code.parent() {
                by_parent.entry(parent).or_default().push(region);
            }
        }
        Self { tree, by_name, by_parent }
    }

    /// The region that these cells name; an address is asked only where they name none.
    pub(crate) fn stated(&self, [district, town, village]: [Option<&str>; 3], address: Option<&str>) -> Stated<'a> {
        let mut stated = Stated::default();
        let levels = [
            (Field::District, RegionLevel::District, district),
            (Field::Town, RegionLevel::Town, town),
            (Field::Village, RegionLevel::Village, village),
        ];
        for (field, level, name) in levels {
            let Some(name) = name else { continue };
            match self.named(level, name, stated.region) {
                Some(region) => stated.region = Some(region),
                None => stated.unknown.push(field),
            }
        }
        let is_coarse = stated.region.is_none_or(|region| region.code.level() < RegionLevel::Village);
        if let Some(address) = address.filter(|_| is_coarse && village.is_none()) {
            stated.region = self.in_address(address, stated.region);
        }
        stated
    }

    /// The one region of this name inside `around`.
    fn named(&self, level: RegionLevel, name: &str, around: Option<&'a Region>) -> Option<&'a Region> {
        let all = self.by_name.get(&(level, core(level, name)))?;
        let inside = |region: &&&Region| around.is_none_or(|around| is_inside(&region.code, &around.code));
        let mut found: Vec<&&Region> = all.iter().filter(inside).collect();
        // A statistical district has no outline and lies in others: its towns and villages are written under those.
        if found.is_empty() && level > RegionLevel::District {
            found = all.iter().filter(|region| self.outlined_district(&region.code).is_none()).collect();
        }
        match found.as_slice() {
            [only] => Some(**only),
            several => several.iter().find(|region| region.name == name).map(|region| **region),
        }
    }

    /// The finest region whose name stands in the address, going inwards.
    fn in_address(&self, address: &str, from: Option<&'a Region>) -> Option<&'a Region> {
        let mut found = from;
        loop {
            let level = found.map(|region| region.code.level());
            let inner: Vec<&'a Region> = match (level, found) {
                (Some(RegionLevel::Village), _) => return found,
                (None | Some(RegionLevel::City), _) => {
                    self.tree.iter().filter(|region| region.code.level() == RegionLevel::District).collect()
                }
                (_, Some(region)) => self.by_parent.get(&region.code).cloned().unwrap_or_default(),
                (Some(_), None) => return None,
            };
            let mut named = inner.into_iter().filter(|region| is_named_in(region, address));
            match (named.next(), named.next()) {
                (Some(only), None) => found = Some(only),
                _ => return found,
            }
        }
    }

    /// The district whose outline holds the point.
    pub(crate) fn district_at(&self, point: LonLat<Wgs84>) -> Option<&'a Region> {
        let holds = |region: &&Region| region.polygons.iter().any(|p| rings::contain(p, point.lon(), point.lat()));
        self.tree.iter().filter(|region| region.code.level() == RegionLevel::District).find(holds)
    }

    /// The finest region that is sure to hold a point of the city: the district around it, or the city itself where no
    /// district has an outline.
    pub(crate) fn region_at(&self, point: LonLat<Wgs84>) -> Option<&'a Region> {
        let has_outlines = self.tree.iter().any(|region| !region.polygons.is_empty());
        let city = || self.tree.iter().find(|region| region.code.level() == RegionLevel::City);
        if has_outlines { self.district_at(point) } else { city() }
    }

    /// The district around a region, if it has an outline.
    pub(crate) fn outlined_district(&self, code: &RegionCode) -> Option<&'a Region> {
        let district = code.and_ancestors().find(|code| code.level() == RegionLevel::District)?;
        self.tree.get(&district).filter(|district| !district.polygons.is_empty())
    }

    /// The region itself or the nearest around it whose place on Earth is known, and not generated.
    pub(crate) fn located(&self, code: &RegionCode) -> Option<&'a Region> {
        let mut around = code.and_ancestors().filter_map(|code| self.tree.get(&code));
        around.find(|region| region.position.as_ref().is_some_and(|p| p.precision != Precision::Synthetic))
    }

    /// The region with this code.
    pub(crate) fn get(&self, code: &RegionCode) -> Option<&'a Region> {
        self.tree.get(code)
    }
}

/// Whether the code is another's, or of a region inside it.
pub(crate) fn is_inside(code: &RegionCode, around: &RegionCode) -> bool {
    code.and_ancestors().any(|code| code == *around)
}

fn is_named_in(region: &Region, address: &str) -> bool {
    let level = region.code.level();
    if level != RegionLevel::Village {
        return address.contains(&region.name);
    }
    let core = core(level, &region.name);
    ["社区", "村"].iter().any(|ending| address.contains(&format!("{core}{ending}")))
}

/// A region's name without what says its level.
fn core(level: RegionLevel, name: &str) -> String {
    let name: String = name.split_whitespace().collect();
    let endings = ENDINGS.iter().find(|(of, _)| *of == level).map_or(&[][..], |(_, endings)| endings);
    let shorter = endings.iter().find_map(|ending| name.strip_suffix(ending).filter(|rest| rest.chars().count() > 1));
    shorter.map_or(name.clone(), str::to_owned)
}
