//! The sorts of places that are generated, and what their first role is like.

use super::profiles::{
    CHILDREN, COUNSELLING, CULTURE, FARM, GARDEN, LIBRARY, MIDDLE, MUSEUM, NINE_YEAR, OFFICE_EXHIBITION, OPEN_AIR,
    PARK, PRACTICE_CENTRE, PRIMARY, Profile, SENIOR, SITE, SPORTS,
};

/// A sort of generated place, as `synthetic_slots.csv` names it in its column `type`.
pub(super) struct SlotType {
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
    pub(super) profile: &'static Profile,
}

const fn slot(zh: &'static str, en: &'static str, profile: &'static Profile) -> SlotType {
    SlotType { zh, en, profile }
}

/// Every type that a slot may have.
pub(super) const SLOT_TYPES: &[SlotType] = &[
    slot("图书馆", "Library", &LIBRARY),
    slot("农家书屋", "Rural Reading Room", &LIBRARY),
    slot("博物馆", "Museum", &MUSEUM),
    slot("科技馆", "Science Museum", &MUSEUM),
    slot("美术馆", "Art Gallery", &MUSEUM),
    slot("纪念馆", "Memorial Hall", &MUSEUM),
    slot("档案展览馆", "Archives Exhibition", &OFFICE_EXHIBITION),
    slot("水利展馆", "Waterworks Exhibition", &OFFICE_EXHIBITION),
    slot("消防科普馆", "Fire Safety Hall", &OFFICE_EXHIBITION),
    slot("气象科普馆", "Weather Science Hall", &OFFICE_EXHIBITION),
    slot("文化馆", "Cultural Centre", &CULTURE),
    slot("非遗体验馆", "Living Heritage Workshop", &CULTURE),
    slot("少年宫", "Children's Palace", &CHILDREN),
    slot("体育馆", "Sports Hall", &SPORTS),
    slot("农业科普基地", "Farm Science Base", &FARM),
    slot("市民公园", "Public Park", &PARK),
    slot("古桥", "Old Bridge", &OPEN_AIR),
    slot("古码头", "Old Wharf", &OPEN_AIR),
    slot("碑刻", "Stele", &OPEN_AIR),
    slot("古镇街巷", "Old Lane", &OPEN_AIR),
    slot("古井", "Old Well", &OPEN_AIR),
    slot("古闸", "Old Sluice", &OPEN_AIR),
    slot("古塔", "Old Pagoda", &SITE),
    slot("名人故居", "Former Residence", &SITE),
    slot("会馆旧址", "Guild Hall", &SITE),
    slot("革命旧址", "Revolutionary Site", &SITE),
    slot("古窑址", "Old Kiln", &SITE),
    slot("古驿站", "Old Post House", &SITE),
    slot("盐商宅院", "Salt Merchant's House", &GARDEN),
    slot("古园林", "Old Garden", &GARDEN),
    slot("小学", "Primary School", &PRIMARY),
    slot("初级中学", "Junior Middle School", &MIDDLE),
    slot("九年一贯制学校", "Nine-Year School", &NINE_YEAR),
    slot("高级中学", "Senior Middle School", &SENIOR),
    slot("润心工作站", "Counselling Station", &COUNSELLING),
    slot("校家社协同育人实践中心", "Practice Centre", &PRACTICE_CENTRE),
];
