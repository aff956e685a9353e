//! Every text by which places and regions can be found.

use std::collections::HashSet;

use yuren_catalog::{Place, RegionLevel, RegionTree, Status};

use super::MatchedField;
use super::units::{Dictionary, Placed};

/// What a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Owner {
    /// By index in the places.
    Place(u32),
    /// By position in the region tree.
    Region(u32),
}

/// Which text of its owner a name is.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameRef {
    pub(super) owner: Owner,
    pub(super) field: MatchedField,
    /// Which of the field's texts; of names, 0 is the Chinese one and 1 the English one.
    index: u16,
    /// Where its core ends, in units: a town's, district's or city's name without the word for what it is. Beyond the end
    /// in any other name.
    pub(super) core: u16,
}

/// A name taken apart.
pub(super) type Name = (NameRef, Vec<Placed>);

/// What the name of a town, a district or a city may end with that people leave out.
const REGION_ENDINGS: [&str; 6] = ["街道", "镇", "乡", "区", "县", "市"];

/// Zones whose names stand before a town's own: 扬州市生态科技新城杭集镇.
const ZONE_ENDINGS: [&str; 3] = ["新城", "新区", "开发区"];

/// A region's name without what it is: 邵伯 of 邵伯镇. At least two characters are left.
fn core_of(name: &str) -> &str {
    // 城南经济新区（车逻镇）
    let name = name.trim_end_matches(['）', ')']);
    let core = REGION_ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    core.filter(|core| core.chars().count() >= 2).unwrap_or(name)
}

/// All names, taken apart. Withdrawn places and roles have none.
pub(super) fn all_names(places: &[Place], regions: &RegionTree, dictionary: &mut Dictionary) -> Vec<Name> {
    let prefixes: HashSet<&str> = regions.iter().flat_map(|r| [&r.name, core_of(&r.name)]).collect();
    let mut names = Vec::new();
    let mut add = |owner, field, index, text: &str, core: &str| {
        let core = if core == text { usize::from(u16::MAX) } else { dictionary.units_of(core).len() };
        let mut units = dictionary.units_of(text);
        mark_words_behind_regions(text, &mut units, &prefixes);
        names.push((NameRef { owner, field, index, core: core as u16 }, units));
    };
    for (ix, region) in (0..).zip(regions.iter()) {
        let has_core = region.code.level() != RegionLevel::Village;
        let core = if has_core { core_of(&region.name) } else { &region.name };
        add(Owner::Region(ix), MatchedField::Region, 0, &region.name, core);
    }
    for (ix, place) in (0..).zip(places).filter(|(_, place)| place.status != Status::Withdrawn) {
        let mut texts: Vec<&str> = Vec::new();
        for (field, index, text) in texts_of(place) {
            // Of equal texts, the one in the better field.
            if !texts.contains(&text) {
                texts.push(text);
                add(Owner::Place(ix), field, index, text, text);
            }
        }
    }
    names
}

/// A place's texts, those in better fields first.
fn texts_of(place: &Place) -> impl Iterator<Item = (MatchedField, u16, &str)> {
    let numbered = |field| move |(index, text)| (field, index, text);
    let names = [Some(place.name.as_str()), place.name_en.as_deref()].into_iter();
    let names = (0..).zip(names).filter_map(|(i, name)| name.map(|name| (i, name))).map(numbered(MatchedField::Name));
    let standing = (0..).zip(&place.roles).filter(|(_, role)| role.status != Status::Withdrawn);
    let roles = standing.filter_map(|(i, role)| role.name.as_deref().map(|name| (i, name)));
    let aliases = (0..).zip(&place.aliases).map(|(i, alias)| (i, alias.as_str()));
    let address = place.address.as_deref().map(|address| (0, address));
    names
        .chain(roles.map(numbered(MatchedField::RoleName)))
        .chain(aliases.map(numbered(MatchedField::Alias)))
        .chain(address.map(numbered(MatchedField::Address)))
}

/// Marks the word starts behind the regions and zones that a name begins with: 扬州市|博物馆, 江都区|仙女镇|中心小学.
fn mark_words_behind_regions(text: &str, units: &mut [Placed], prefixes: &HashSet<&str>) {
    /// In characters; nothing else is named after a region with a longer name.
    const LONGEST: usize = 8;
    let mut rest = text;
    // Regions' names are Chinese characters only, one unit each.
    let mut at = 0;
    loop {
        let ends = rest.char_indices().map(|(i, c)| i + c.len_utf8()).take(LONGEST);
        let is_prefix = |piece: &str| {
            prefixes.contains(piece) || at > 0 && ZONE_ENDINGS.iter().any(|ending| piece.ends_with(ending))
        };
        let Some((chars, end)) = (1..).zip(ends).filter(|&(_, end)| is_prefix(&rest[..end])).last() else { return };
        at += chars;
        rest = &rest[end..];
        match units.get_mut(at) {
            Some(unit) => *unit = unit.starting_a_word(),
            None => return,
        }
    }
}

/// The text itself.
pub(super) fn text_of<'a>(name: &NameRef, places: &'a [Place], regions: &'a RegionTree) -> Option<&'a str> {
    match name.owner {
        Owner::Region(ix) => regions.iter().nth(ix as usize).map(|region| region.name.as_str()),
        Owner::Place(ix) => texts_of(&places[ix as usize])
            .find(|&(field, index, _)| field == name.field && index == name.index)
            .map(|(_, _, text)| text),
    }
}
