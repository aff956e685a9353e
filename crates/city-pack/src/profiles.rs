//! What example roles of each sort are like: the hours, fees, capacities and rules that [`super::example_facts`] draws from.

use yuren_catalog::calendar::{Admission, Follows, MakeupWorkdays};
use yuren_catalog::{Audience, Booking, Fee, RoleKind};

/// The choices for one sort of role. An empty list = the fact makes no sense there and stays unknown.
pub(super) struct Profile {
    /// In OpenStreetMap's `opening_hours` grammar.
    pub(super) hours: &'static [&'static str],
    /// Beside the hours, where these are known.
    pub(super) admission: &'static [Admission],
    /// Drawn evenly: what stands twice is twice as likely. `Unknown` leaves the fee out.
    pub(super) fees: &'static [Fee],
    /// Persons at once, from and to, in steps of five.
    pub(super) capacity: [u32; 2],
    pub(super) visit_minutes: &'static [u16],
    pub(super) audience: &'static [Audience],
    pub(super) booking: &'static [Booking],
}

/// The profile of a role kind that villages, or schools beside being schools, bear; `None` for kinds whose facts depend
/// on the type of place.
pub(super) fn of_kind(kind: RoleKind) -> Option<&'static Profile> {
    match kind {
        RoleKind::ParentSchool => Some(&PARENT_SCHOOL),
        RoleKind::WaitingStation => Some(&WAITING_STATION),
        RoleKind::LeadParentSchool => Some(&LEAD_PARENT_SCHOOL),
        RoleKind::DemoCommunity => Some(&DEMO_COMMUNITY),
        RoleKind::DemoStation => Some(&DEMO_STATION),
        RoleKind::Counselling => Some(&COUNSELLING),
        RoleKind::PracticeCentre => Some(&PRACTICE_CENTRE),
        RoleKind::Venue | RoleKind::School | RoleKind::Heritage => None,
    }
}

/// Nothing but this is known beside the hours.
const fn only_last(minutes: u16) -> Admission {
    Admission { follows: None, makeup_workdays: None, holidays: None, last_admission_minutes: Some(minutes) }
}
const fn only_days(follows: Option<Follows>, makeup_workdays: Option<MakeupWorkdays>) -> Admission {
    Admission { follows, makeup_workdays, holidays: None, last_admission_minutes: None }
}
const NOTHING: &[Admission] = &[];
const LAST_HALF_HOUR: &[Admission] = &[only_last(30)];
const LAST_ADMISSION: &[Admission] = &[only_last(30), only_last(30), only_last(60)];
const AS_WORKDAY: &[Admission] = &[only_days(None, Some(MakeupWorkdays::AsWorkday))];
const SCHOOL_DAYS: &[Admission] = &[only_days(Some(Follows::SchoolDays), None)];

const FREE: &[Fee] = &[Fee::Free, Fee::Free, Fee::Free, Fee::Free, Fee::Free, Fee::Free, Fee::Free, Fee::Unknown];
const MIXED: &[Fee] = &[Fee::Free, Fee::Free, Fee::Paid, Fee::Paid, Fee::Unknown];
const MOSTLY_PAID: &[Fee] = &[Fee::Paid, Fee::Paid, Fee::Paid, Fee::Paid, Fee::Free, Fee::Unknown];

const fn ages(min_age: Option<u8>, max_age: Option<u8>, alone_from_age: Option<u8>) -> Audience {
    Audience { min_age, max_age, alone_from_age, adult_required: false }
}
const ANYONE: &[Audience] = &[ages(None, None, Some(10)), ages(None, None, Some(12)), ages(Some(3), None, Some(14))];
const PUPILS: &[Audience] =
    &[ages(Some(6), Some(18), Some(10)), ages(Some(6), Some(15), Some(8)), ages(Some(3), Some(16), None)];

/// Whether a booking is needed, whether one may come without, and how many days ahead booking opens.
type Terms = (bool, bool, Option<u16>);

const fn booking((required, walk_in, days_ahead): Terms) -> Booking {
    Booking {
        required,
        walk_in,
        days_ahead,
        lead_days: None,
        release_time: None,
        slots: Vec::new(),
        group_min: None,
        group_max: None,
        group_notice_days: None,
    }
}
const fn groups(terms: Terms, min: u16, max: u16, notice_days: u16) -> Booking {
    let mut booking = booking(terms);
    booking.group_min = Some(min);
    booking.group_max = Some(max);
    booking.group_notice_days = Some(notice_days);
    booking
}
const FREELY: Terms = (false, true, None);
const WALK_IN: Booking = booking(FREELY);
const VISITS: &[Booking] = &[
    WALK_IN,
    groups(FREELY, 10, 60, 2),
    groups((true, true, Some(7)), 15, 90, 3),
    groups((true, false, Some(7)), 20, 120, 5),
    booking((true, false, Some(3))),
];
const SESSIONS: &[Booking] = &[WALK_IN, booking((true, true, Some(7))), booking((true, false, Some(14)))];

pub(super) const LIBRARY: Profile = Profile {
    hours: &[
        "Mo-Su 08:30-21:00",
        "Tu-Su 09:00-20:30; PH 09:00-17:00",
        "Tu-Fr 14:00-20:00; Sa,Su 09:00-20:00; SH Tu-Su 09:00-20:00",
        "Mo-Fr 08:30-11:30,14:00-17:30; Sa,Su 09:00-17:00",
        "We-Mo 09:00-17:30; PH off",
    ],
    admission: LAST_HALF_HOUR,
    fees: FREE,
    capacity: [30, 400],
    visit_minutes: &[60, 90, 120],
    audience: ANYONE,
    booking: &[WALK_IN, WALK_IN, groups(FREELY, 10, 50, 2)],
};

pub(super) const MUSEUM: Profile = Profile {
    hours: &[
        "Tu-Su 09:00-17:00",
        "Tu-Su,PH 09:00-17:00",
        "Tu-Su 09:00-17:00; Mo off; PH 09:00-17:00",
        "We-Mo 09:00-16:30; PH 09:00-16:30",
        "Tu-Su 09:00-11:30,13:30-17:00",
        "May-Sep Tu-Su 09:00-18:00; Oct-Apr Tu-Su 09:00-17:00",
    ],
    admission: LAST_ADMISSION,
    fees: FREE,
    capacity: [60, 800],
    visit_minutes: &[60, 90, 120, 150],
    audience: ANYONE,
    booking: VISITS,
};

pub(super) const OFFICE_EXHIBITION: Profile = Profile {
    hours: &[
        "Mo-Fr 09:00-11:30,14:00-17:00; PH off",
        "Tu-Sa 09:00-16:30; PH off",
        "We,Sa 14:00-17:00; SH We-Su 09:00-17:00",
        "Mo-Fr 08:30-17:30; PH off",
    ],
    admission: AS_WORKDAY,
    fees: FREE,
    capacity: [30, 150],
    visit_minutes: &[45, 60, 90],
    audience: PUPILS,
    booking: VISITS,
};

pub(super) const CULTURE: Profile = Profile {
    hours: &[
        "Tu-Su 08:30-17:30",
        "Tu-Su 09:00-12:00,13:30-20:30",
        "Mo-Fr 09:00-17:00; Sa,Su 09:00-20:00; PH off",
        "Sa,Su 09:00-17:00; SH Mo-Su 09:00-17:00",
    ],
    admission: NOTHING,
    fees: FREE,
    capacity: [40, 300],
    visit_minutes: &[60, 90, 120],
    audience: ANYONE,
    booking: VISITS,
};

pub(super) const CHILDREN: Profile = Profile {
    hours: &[
        "Mo-Fr 16:00-20:00; Sa,Su 08:30-17:30; SH Mo-Su 08:30-17:30",
        "We-Su 09:00-17:00; PH off",
        "Sa,Su 08:30-17:00; SH Tu-Su 08:30-17:00; PH off",
    ],
    admission: NOTHING,
    fees: FREE,
    capacity: [40, 250],
    visit_minutes: &[60, 90, 120],
    audience: PUPILS,
    booking: SESSIONS,
};

pub(super) const SPORTS: Profile = Profile {
    hours: &[
        "Mo-Fr 06:00-08:00,18:00-21:00; Sa,Su 08:00-21:00",
        "Mo-Su 09:00-21:00",
        "Mo-Fr 14:00-21:00; Sa,Su,PH 09:00-21:00",
        "Tu-Su 08:30-20:30; SH Mo-Su 08:30-20:30",
    ],
    admission: NOTHING,
    fees: FREE,
    capacity: [50, 600],
    visit_minutes: &[60, 90],
    audience: &[ages(Some(6), None, Some(14)), ages(None, None, Some(12)), ages(Some(8), None, None)],
    booking: SESSIONS,
};

pub(super) const FARM: Profile = Profile {
    hours: &[
        "Mar-Nov Sa,Su 09:00-16:30; SH Mo-Su 09:00-16:30; Dec-Feb off",
        "Apr-Oct 08:30-17:30; Nov-Mar 09:00-16:30",
        "Sa,Su 08:30-16:30; PH 08:30-16:30",
        "Mo-Fr 08:30-16:00; PH off",
    ],
    admission: LAST_ADMISSION,
    fees: FREE,
    capacity: [40, 200],
    visit_minutes: &[90, 120, 180, 240],
    audience: PUPILS,
    booking: &[groups((true, false, Some(14)), 20, 150, 7), groups((true, true, Some(7)), 10, 100, 5), WALK_IN],
};

pub(super) const PARK: Profile = Profile {
    hours: &["24/7", "24/7", "Mo-Su 06:00-22:00", "Apr-Oct 05:30-22:00; Nov-Mar 06:00-21:00"],
    admission: NOTHING,
    fees: &[Fee::Free],
    capacity: [200, 2_000],
    visit_minutes: &[30, 60, 90],
    audience: ANYONE,
    booking: &[WALK_IN],
};

pub(super) const OPEN_AIR: Profile = Profile {
    hours: &["24/7", "24/7", "24/7", "Mo-Su 06:00-21:00", "Apr-Oct 06:00-21:00; Nov-Mar 07:00-19:00"],
    admission: NOTHING,
    fees: &[Fee::Free, Fee::Free, Fee::Free, Fee::Unknown],
    capacity: [20, 200],
    visit_minutes: &[15, 20, 30, 45],
    audience: ANYONE,
    booking: &[WALK_IN, groups(FREELY, 10, 100, 1)],
};

pub(super) const SITE: Profile = Profile {
    hours: &[
        "Tu-Su 09:00-16:30",
        "Tu-Su 08:30-11:30,13:30-17:00; PH 08:30-17:00",
        "Mo-Su 08:30-17:00",
        "We-Mo 09:00-17:00; Tu off",
        "Mar-Oct 08:00-18:00; Nov-Feb 08:30-17:00",
        "Sa,Su 09:00-16:00; SH Tu-Su 09:00-16:00",
    ],
    admission: LAST_ADMISSION,
    fees: MIXED,
    capacity: [20, 150],
    visit_minutes: &[30, 45, 60, 75],
    audience: ANYONE,
    booking: VISITS,
};

pub(super) const GARDEN: Profile = Profile {
    hours: &["Mar-Nov 07:30-18:00; Dec-Feb 08:00-17:30", "Mo-Su 07:15-18:00", "Mo-Su 08:00-17:00; PH 07:30-18:00"],
    admission: LAST_ADMISSION,
    fees: MOSTLY_PAID,
    capacity: [80, 1_000],
    visit_minutes: &[60, 90, 120],
    audience: ANYONE,
    booking: VISITS,
};

pub(super) const PRIMARY: Profile = school(
    &["Mo-Fr 07:50-16:30; PH off; SH off", "Mo-Fr 08:00-16:00; PH off; SH off"],
    &[ages(Some(6), Some(12), None)],
);
pub(super) const MIDDLE: Profile = school(
    &["Mo-Fr 07:30-17:30; PH off; SH off", "Mo-Fr 07:40-17:00; PH off; SH off"],
    &[ages(Some(12), Some(15), None)],
);
pub(super) const NINE_YEAR: Profile = school(&["Mo-Fr 07:40-17:00; PH off; SH off"], &[ages(Some(6), Some(15), None)]);
pub(super) const SENIOR: Profile = school(
    &["Mo-Fr 07:10-21:30; PH off; SH off", "Mo-Fr 07:20-20:50; Sa 07:30-12:00; PH off; SH off"],
    &[ages(Some(15), Some(18), None)],
);

const fn school(hours: &'static [&'static str], audience: &'static [Audience]) -> Profile {
    Profile {
        hours,
        admission: SCHOOL_DAYS,
        fees: &[],
        capacity: [240, 2_400],
        visit_minutes: &[],
        audience,
        booking: &[],
    }
}

const PARENT_SCHOOL: Profile = Profile {
    hours: &[
        "Mo-Fr 08:30-11:30,14:00-17:30; PH off",
        "Mo-Fr 09:00-17:30; Sa 09:00-11:30; PH off",
        "Sa 09:00-11:00",
        "Sa,Su 14:00-17:00; SH Mo-Fr 09:00-11:00",
        "We 18:30-20:30; Sa 09:00-11:00",
        "Tu,Th 18:30-20:00; PH off",
        "Sa[1,3] 09:00-11:00",
        "Fr 19:00-20:30; Su 14:30-16:30; SH off",
    ],
    admission: AS_WORKDAY,
    fees: FREE,
    capacity: [20, 80],
    visit_minutes: &[45, 60, 90, 120],
    audience: &[ages(Some(3), None, None), ages(Some(6), None, Some(12)), ages(Some(18), None, None)],
    booking: SESSIONS,
};

const WAITING_STATION: Profile = Profile {
    hours: &[
        "Mo-Fr 16:00-18:30; PH off; SH off",
        "Mo-Fr 15:40-18:00; PH off; SH off",
        "Mo-Fr 07:00-07:50,16:00-18:30; PH off; SH off",
        "Mo-Th 16:00-18:00; Fr 15:30-17:30; PH off; SH off",
    ],
    admission: SCHOOL_DAYS,
    fees: &[Fee::Free, Fee::Free, Fee::Paid, Fee::Unknown],
    capacity: [30, 120],
    visit_minutes: &[60, 90, 120],
    audience: &[ages(Some(6), Some(12), Some(6)), ages(Some(6), Some(15), Some(8))],
    booking: &[booking((true, false, Some(30))), booking((true, true, Some(7)))],
};

const LEAD_PARENT_SCHOOL: Profile = Profile {
    hours: &["Sa 09:00-11:00; SH off", "Fr 18:30-20:30; PH off; SH off", "Sa[2] 14:00-16:30", "We 19:00-20:30; SH off"],
    admission: NOTHING,
    fees: FREE,
    capacity: [60, 400],
    visit_minutes: &[90, 120],
    audience: &[ages(Some(18), None, None), ages(Some(12), None, None)],
    booking: SESSIONS,
};

const DEMO_COMMUNITY: Profile = Profile {
    hours: &[
        "Mo-Fr 08:30-17:30; Sa 09:00-11:30; PH off",
        "Mo-Su 08:30-17:30; PH off",
        "Mo-Fr 08:30-11:30,14:00-17:30; PH off",
    ],
    admission: AS_WORKDAY,
    fees: FREE,
    capacity: [30, 120],
    visit_minutes: &[60, 90],
    audience: ANYONE,
    booking: SESSIONS,
};

const DEMO_STATION: Profile = Profile {
    hours: &[
        "Tu-Sa 09:00-17:00; PH off",
        "Mo-Fr 16:00-18:00; Sa,Su 09:00-16:30; SH Mo-Su 09:00-16:30",
        "Sa,Su 09:00-16:30",
    ],
    admission: NOTHING,
    fees: FREE,
    capacity: [20, 100],
    visit_minutes: &[60, 90, 120],
    audience: PUPILS,
    booking: SESSIONS,
};

pub(super) const COUNSELLING: Profile = Profile {
    hours: &[
        "Mo-Fr 14:00-17:30; Sa 09:00-11:30,14:00-16:30; PH off",
        "Tu-Sa 13:30-20:00; PH off",
        "We-Su 09:00-11:30,14:00-17:30",
    ],
    admission: NOTHING,
    fees: &[Fee::Free],
    capacity: [5, 20],
    visit_minutes: &[50, 60],
    audience: &[ages(Some(6), Some(18), Some(14)), ages(Some(6), None, None)],
    booking: &[booking((true, false, Some(14))), booking((true, false, Some(7)))],
};

pub(super) const PRACTICE_CENTRE: Profile = Profile {
    hours: &["Tu-Su 09:00-17:00; PH off"],
    admission: LAST_HALF_HOUR,
    fees: &[Fee::Free],
    capacity: [150, 400],
    visit_minutes: &[120, 180],
    audience: ANYONE,
    booking: &[groups((true, true, Some(14)), 20, 200, 5)],
};
