//! Why an answer is as it is.

use serde::Serialize;

/// Why a day's hours, or an answer, are as they are. The name is the code that answers carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It is closed for now, until somebody says otherwise.
    Suspended,
    /// A notice of the venue's own is about the day.
    Notice,
    /// Two notices about the day say different things; the later counts.
    NoticesDiffer,
    /// A notice about the day says something that cannot be evaluated.
    NoticeNotUnderstood,
    /// Nobody said when it is open.
    HoursUnknown,
    /// What was said of the hours cannot be evaluated; it is shown as text.
    HoursNotUnderstood,
    /// The hours themselves say that this is not certain (`unknown`, `"by appointment"`).
    HoursUncertain,
    /// The year's days off are not announced yet, and the answer depends on them.
    NotAnnounced,
    /// No school year is known for the day, and the answer depends on it.
    SchoolYearUnknown,
    /// It is a make-up workday, and nobody said what that is to this role.
    MakeupNotStated,
    /// It is a make-up workday, on which it follows the workdays, and those differ among themselves.
    MakeupHoursDiffer,
    /// It is a day off.
    OffDay,
    /// It is a make-up workday.
    MakeupWorkday,
    /// It is a day of the winter or summer break.
    SchoolBreak,
    /// No school is held.
    NoSchool,
    /// Nobody is let in any more before it closes.
    LastAdmission,
    /// Nobody gets in without a booking.
    BookingOnly,
    /// It never closes.
    Always,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 18] = [
        Self::Suspended,
        Self::Notice,
        Self::NoticesDiffer,
        Self::NoticeNotUnderstood,
        Self::HoursUnknown,
        Self::HoursNotUnderstood,
        Self::HoursUncertain,
        Self::NotAnnounced,
        Self::SchoolYearUnknown,
        Self::MakeupNotStated,
        Self::MakeupHoursDiffer,
        Self::OffDay,
        Self::MakeupWorkday,
        Self::SchoolBreak,
        Self::NoSchool,
        Self::LastAdmission,
        Self::BookingOnly,
        Self::Always,
    ];

    /// Whether it leaves open when the role is open on a day.
    pub fn is_doubt(self) -> bool {
        matches!(
            self,
            Self::NoticeNotUnderstood
                | Self::HoursUnknown
                | Self::HoursNotUnderstood
                | Self::NotAnnounced
                | Self::SchoolYearUnknown
                | Self::MakeupNotStated
                | Self::MakeupHoursDiffer
        )
    }
}
