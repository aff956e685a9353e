//! What a place is to the programme.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use yuren_calendar::{Admission, ClockTime, Notice};

use crate::{Provenance, RoleId, Sourced, Status};

/// A kind of role (牌子种类). To add one: a variant here, its row in [`RoleKind::ALL`] and the three `match`es below; its
/// declared count in the pack's `city.toml`; its colour and shape in `web/src/roles.ts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoleKind {
    /// 免费开放社会场馆: a free public venue or base.
    Venue,
    /// 家门口的家长学校: a neighbourhood parent school.
    ParentSchool,
    /// 候学驿站: an after-school waiting station, inside a school.
    WaitingStation,
    /// "智慧学堂"覆盖中小学校: a school covered by the smart classroom.
    School,
    /// 家长学校引领校: a lead parent school, which is some school.
    LeadParentSchool,
    /// 运河思政研学资源: a heritage site for field study.
    Heritage,
    /// "三全"家庭教育指导服务示范社区: a demonstration community.
    DemoCommunity,
    /// 示范站点: a demonstration station.
    DemoStation,
    /// "扬老师"润心工作站: a counselling station.
    Counselling,
    /// 校家社协同育人实践中心: the practice centre.
    PracticeCentre,
}

impl RoleKind {
    /// Every kind, in the order in which lists and legends show them. `kind as usize` is its position here.
    pub const ALL: [Self; 10] = [
        Self::Venue,
        Self::ParentSchool,
        Self::WaitingStation,
        Self::School,
        Self::LeadParentSchool,
        Self::Heritage,
        Self::DemoCommunity,
        Self::DemoStation,
        Self::Counselling,
        Self::PracticeCentre,
    ];

    /// The name used in requests and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Venue => "venue",
            Self::ParentSchool => "parent_school",
            Self::WaitingStation => "waiting_station",
            Self::School => "school",
            Self::LeadParentSchool => "lead_parent_school",
            Self::Heritage => "heritage",
            Self::DemoCommunity => "demo_community",
            Self::DemoStation => "demo_station",
            Self::Counselling => "counselling",
            Self::PracticeCentre => "practice_centre",
        }
    }

    /// The name shown to people, in Chinese.
    pub fn name_zh(self) -> &'static str {
        match self {
            Self::Venue => "免费开放场馆",
            Self::ParentSchool => "家门口的家长学校",
            Self::WaitingStation => "候学驿站",
            Self::School => "智慧学堂学校",
            Self::LeadParentSchool => "家长学校引领校",
            Self::Heritage => "运河思政研学资源",
            Self::DemoCommunity => "“三全”示范社区",
            Self::DemoStation => "示范站点",
            Self::Counselling => "“扬老师”润心工作站",
            Self::PracticeCentre => "校家社协同育人实践中心",
        }
    }

    /// The name shown to people, in English.
    pub fn name_en(self) -> &'static str {
        match self {
            Self::Venue => "Free venue",
            Self::ParentSchool => "Parent school",
            Self::WaitingStation => "After-school station",
            Self::School => "School",
            Self::LeadParentSchool => "Lead parent school",
            Self::Heritage => "Heritage site",
            Self::DemoCommunity => "Demonstration community",
            Self::DemoStation => "Demonstration station",
            Self::Counselling => "Counselling station",
            Self::PracticeCentre => "Practice centre",
        }
    }
}

impl fmt::Display for RoleKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names no role kind.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not a role kind")]
pub struct UnknownRoleKind(pub String);

impl FromStr for RoleKind {
    type Err = UnknownRoleKind;

    fn from_str(text: &str) -> Result<Self, UnknownRoleKind> {
        Self::ALL.into_iter().find(|k| k.as_str() == text).ok_or_else(|| UnknownRoleKind(text.to_owned()))
    }
}

/// A set of role kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RoleKindSet(u16);

impl RoleKindSet {
    /// No kind.
    pub const EMPTY: Self = Self(0);
    /// Every kind.
    pub const ALL: Self = Self((1 << RoleKind::ALL.len()) - 1);

    /// Whether no kind is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether `kind` is in the set.
    pub fn contains(self, kind: RoleKind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    /// The kinds in the set, in the order of [`RoleKind::ALL`].
    pub fn iter(self) -> impl Iterator<Item = RoleKind> {
        RoleKind::ALL.into_iter().filter(move |&kind| self.contains(kind))
    }
}

impl FromIterator<RoleKind> for RoleKindSet {
    fn from_iter<I: IntoIterator<Item = RoleKind>>(kinds: I) -> Self {
        Self(kinds.into_iter().fold(0, |bits, kind| bits | 1 << kind as u16))
    }
}

/// What it costs to enter (收费).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fee {
    /// Nothing.
    Free,
    /// Something.
    Paid,
    /// Nobody has told us; never shown as free.
    #[default]
    Unknown,
}

impl Fee {
    /// Every value. `fee as usize` is its position here.
    pub const ALL: [Self; 3] = [Self::Free, Self::Paid, Self::Unknown];

    /// Whether it is [`Fee::Unknown`], which files leave unsaid.
    #[allow(clippy::trivially_copy_pass_by_ref)] // the shape that serde's `skip_serializing_if` calls
    pub(crate) fn is_unknown(&self) -> bool {
        *self == Self::Unknown
    }

    /// The name used in requests and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Paid => "paid",
            Self::Unknown => "unknown",
        }
    }
}

/// Whether one can get in with a wheelchair (轮椅) and so with a pram, by OpenStreetMap's words for it (Key:wheelchair).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wheelchair {
    /// Everywhere, without a step. OpenStreetMap's `designated` counts as this.
    Yes,
    /// In part, or with help.
    Limited,
    /// Not at all.
    No,
}

impl Wheelchair {
    /// The name used in requests and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Limited => "limited",
            Self::No => "no",
        }
    }
}

/// Whom a role is for (适合对象). Without ages it is for everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// Youngest age admitted, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_age: Option<u8>,
    /// Oldest age admitted, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_age: Option<u8>,
    /// From this age one may come without an adult, in years; `None` = no such rule known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alone_from_age: Option<u8>,
    /// Whether every child comes with an adult, however old (须家长陪同), as where parent and child take part together.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub adult_required: bool,
}

/// A span of clock times that is booked as one: `09:00` to `11:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Its beginning.
    pub from: ClockTime,
    /// Its end, later than its beginning.
    pub to: ClockTime,
}

/// How one books a visit (预约).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Booking {
    /// Whether a booking is needed.
    pub required: bool,
    /// Whether one may also come without the booking, places permitting.
    #[serde(default)]
    pub walk_in: bool,
    /// How many days ahead booking opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_ahead: Option<u16>,
    /// At least so many days before a visit it must be booked (须提前几天预约).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_days: Option<u16>,
    /// The time of day at which a day's places are released (放号时间).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release_time: Option<ClockTime>,
    /// The slots that one books (预约时段), in order; empty = any time in the hours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<Slot>,
    /// Smallest group taken, in persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_min: Option<u16>,
    /// Largest group taken at once, in persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_max: Option<u16>,
    /// How many days before its visit a group must tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_notice_days: Option<u16>,
}

/// How to reach a role (联系方式): an office, never a private person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Telephone number as dialled inside China.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Web page, `https:` or `http:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
}

/// One role of one place. A missing fact is `None`, which means unknown, never "no".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Opaque stable id.
    pub id: RoleId,
    /// What kind of role it is.
    pub kind: RoleKind,
    /// The role's own name (牌名) where it differs from the place's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether the role stands.
    #[serde(default, skip_serializing_if = "Status::is_active")]
    pub status: Status,
    /// Who says that this place holds this role.
    pub claim: Provenance,
    /// When it is open, in OpenStreetMap's `opening_hours` grammar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Sourced<String>>,
    /// What the hours' grammar cannot say: which days they are for, last admission.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admission: Option<Sourced<Admission>>,
    /// What it announced for some days, above its hours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Sourced<Notice>>,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Sourced<Fee>>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Sourced<Audience>>,
    /// How one books.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booking: Option<Sourced<Booking>>,
    /// How many persons fit at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Sourced<u32>>,
    /// Usual length of a visit in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit_minutes: Option<Sourced<u16>>,
    /// Whether one can get in with a wheelchair or a pram.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wheelchair: Option<Sourced<Wheelchair>>,
    /// How to reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Sourced<Contact>>,
}

impl Role {
    /// A role of which nothing is known but who claims it.
    pub fn new(id: RoleId, kind: RoleKind, claim: Provenance) -> Self {
        Self {
            id,
            kind,
            name: None,
            status: Status::Active,
            claim,
            hours: None,
            admission: None,
            notices: Vec::new(),
            fee: None,
            audience: None,
            booking: None,
            capacity: None,
            visit_minutes: None,
            wheelchair: None,
            contact: None,
        }
    }

    /// Whether nobody gets in without a booking, as far as is known.
    pub fn is_booking_only(&self) -> bool {
        self.booking.as_ref().is_some_and(|booking| booking.value.required && !booking.value.walk_in)
    }

    /// What it costs, [`Fee::Unknown`] where nobody said.
    pub fn fee(&self) -> Fee {
        self.fee.as_ref().map_or(Fee::Unknown, |fee| fee.value)
    }
}
