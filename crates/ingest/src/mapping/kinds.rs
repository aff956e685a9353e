//! What people call the kinds of roles.

use yuren_catalog::RoleKind;

/// Words for each kind, those that hold another's word before it: 家长学校引领校 before 家长学校.
const WORDS: [(&str, RoleKind); 40] = [
    ("家长学校引领校", RoleKind::LeadParentSchool),
    ("引领校", RoleKind::LeadParentSchool),
    ("引领学校", RoleKind::LeadParentSchool),
    ("家门口的家长学校", RoleKind::ParentSchool),
    ("家长学校", RoleKind::ParentSchool),
    ("候学驿站", RoleKind::WaitingStation),
    ("候学站", RoleKind::WaitingStation),
    ("智慧学堂", RoleKind::School),
    ("中小学校", RoleKind::School),
    ("示范社区", RoleKind::DemoCommunity),
    ("示范站点", RoleKind::DemoStation),
    ("示范站", RoleKind::DemoStation),
    ("润心工作站", RoleKind::Counselling),
    ("心理辅导", RoleKind::Counselling),
    ("协同育人实践中心", RoleKind::PracticeCentre),
    ("实践中心", RoleKind::PracticeCentre),
    ("研学资源", RoleKind::Heritage),
    ("文化遗产", RoleKind::Heritage),
    ("文物", RoleKind::Heritage),
    ("遗址", RoleKind::Heritage),
    ("故居", RoleKind::Heritage),
    ("开放场馆", RoleKind::Venue),
    ("社会场馆", RoleKind::Venue),
    ("博物馆", RoleKind::Venue),
    ("图书馆", RoleKind::Venue),
    ("科技馆", RoleKind::Venue),
    ("文化馆", RoleKind::Venue),
    ("美术馆", RoleKind::Venue),
    ("纪念馆", RoleKind::Venue),
    ("展览馆", RoleKind::Venue),
    ("体育馆", RoleKind::Venue),
    ("农家书屋", RoleKind::Venue),
    ("场馆", RoleKind::Venue),
    ("基地", RoleKind::Venue),
    ("小学", RoleKind::School),
    ("初中", RoleKind::School),
    ("高中", RoleKind::School),
    ("中学", RoleKind::School),
    ("学校", RoleKind::School),
    ("museum", RoleKind::Venue),
];

/// The kind that a word is: the name used in files, the one shown to people, or what people call it.
pub(crate) fn kind(word: &str) -> Option<RoleKind> {
    let word = word.trim();
    if let Ok(kind) = word.to_lowercase().replace([' ', '-'], "_").parse() {
        return Some(kind);
    }
    let shown =
        RoleKind::ALL.into_iter().find(|kind| kind.name_zh() == word || kind.name_en().eq_ignore_ascii_case(word));
    shown.or_else(|| named_in(word))
}

/// The first kind whose word the text holds.
pub(crate) fn named_in(text: &str) -> Option<RoleKind> {
    WORDS.iter().find(|(word, _)| text.contains(word)).map(|&(_, kind)| kind)
}
