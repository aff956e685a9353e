//! Schemas of the catalog's own words, made from the words themselves.

use serde::Serialize;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};
use yuren_catalog::calendar::{
    DayKind, EntryState, Follows, HolidayReading, MakeupWorkdays, OffReason, Reason, SchoolDay, SchoolStage,
};
use yuren_catalog::{ActivityKind, Bound, Fee, Precision, RegionLevel, RoleKind, Status, Subject, Theme, TravelMode};

/// How a word stands in an answer.
fn written<T: Serialize>(word: T) -> String {
    // Words are unit variants, which serialise to their names.
    serde_json::to_value(word).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

macro_rules! words {
    ($($(#[$doc:meta])* $schema:ident as $name:literal: $about:literal = $words:expr;)+) => {$(
        $(#[$doc])*
        pub(crate) enum $schema {}

        impl PartialSchema for $schema {
            fn schema() -> RefOr<Schema> {
                let words: Vec<String> = $words.into_iter().map(written).collect();
                let schema = ObjectBuilder::new().schema_type(Type::String).description(Some($about));
                schema.enum_values(Some(words)).build().into()
            }
        }

        impl ToSchema for $schema {
            fn name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
        }
    )+};
}

words! {
    /// [`ActivityKind`].
    ActivityKindWord as "ActivityKind": "A kind of activity." = ActivityKind::ALL;
    /// [`Subject`].
    SubjectWord as "Subject": "What a course is about." = Subject::ALL;
    /// [`Theme`].
    ThemeWord as "FieldStudyTheme": "A theme of field study." = Theme::ALL;
    /// [`RoleKind`].
    RoleKindWord as "RoleKind": "A kind of role." = RoleKind::ALL;
    /// [`Fee`].
    FeeWord as "Fee": "What it costs; `unknown` is never free." = Fee::ALL;
    /// [`Status`].
    StatusWord as "Status": "Whether it still stands." = [Status::Active, Status::Suspended, Status::Withdrawn];
    /// [`Precision`].
    PrecisionWord as "Precision":
        "How well a position is known: measured, from OpenStreetMap, the centre of its region, or generated." =
        [Precision::Surveyed, Precision::Osm, Precision::Approximate, Precision::Synthetic];
    /// [`TravelMode`].
    TravelModeWord as "TravelMode": "How one travels." = TravelMode::ALL;
    /// [`RegionLevel`].
    LevelWord as "RegionLevel": "The level of a region." =
        [RegionLevel::City, RegionLevel::District, RegionLevel::Town, RegionLevel::Village];
    /// [`Bound`].
    BoundWord as "Bound": "Whether a declared number is the number (`exact`) or less than it (`floor`: more than so many)." =
        [Bound::Exact, Bound::Floor];
    /// [`EntryState`].
    EntryStateWord as "EntryState": "Whether one can go in: it is open and lets one in, or with a booking only, or no more before \
        it closes; it is closed and opens later that day, or no more; or nobody can say." = [
            EntryState::Open, EntryState::BookingOnly, EntryState::ClosesBeforeEntry, EntryState::OpensLater, EntryState::Closed,
            EntryState::Unknown,
        ];
    /// [`Reason`].
    ReasonWord as "Reason": "Why a day's hours, or an answer, are as they are." = Reason::ALL;
    /// [`Follows`].
    FollowsWord as "Follows": "The days that hours are for: days on which people work, on which school is held, or those that the \
        hours name but never a make-up workday." = [Follows::Workdays, Follows::SchoolDays, Follows::Weekends];
    /// [`MakeupWorkdays`].
    MakeupWorkdaysWord as "MakeupWorkdays": "What a make-up workday counts as." =
        [MakeupWorkdays::AsWorkday, MakeupWorkdays::AsWeekend, MakeupWorkdays::Closed];
    /// [`HolidayReading`].
    HolidayReadingWord as "HolidayReading": "Which days `PH` in the hours means: every day off by the State Council's notice, or \
        the statutory days alone." = [HolidayReading::OffDay, HolidayReading::Statutory];
    /// [`DayKind`].
    DayKindWord as "DayKind": "What kind of day it is; every day inside a notice's range is `off_day`, Saturdays and Sundays too." =
        [DayKind::Workday, DayKind::Weekend, DayKind::OffDay, DayKind::MakeupWorkday];
    /// [`OffReason`].
    OffReasonWord as "OffReason": "Why a day is off: by law; for a holiday on a weekend (补休); in exchange for a make-up workday \
        (调休); a Saturday or Sunday anyway." =
        [OffReason::Statutory, OffReason::Substitute, OffReason::Bridged, OffReason::Weekend];
    /// [`SchoolDay`].
    SchoolDayWord as "SchoolDay": "School is held; it is not, inside a term; winter break; summer break." =
        [SchoolDay::School, SchoolDay::Free, SchoolDay::WinterBreak, SchoolDay::SummerBreak];
    /// [`SchoolStage`].
    SchoolStageWord as "SchoolStage": "A stage of schooling: grades 1 to 6, 7 to 9, 10 to 12." = SchoolStage::ALL;
}
