//! When it is open on one day, by all that decides it.
//!
//! What the calendars do not know is tried both ways: a day whose days off are not announced yet may be an ordinary day or a
//! day off. Where every possibility gives the same hours, those are the hours; where they differ, the answer is a doubt, with its
//! reason.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::hours::{Sort, union};
use crate::notice::is_weekend;
use crate::timing::{KnownHours, KnownNotice};
use crate::{
    Calendar, DayKind, Follows, HolidayReading, Hours, MakeupWorkdays, OffReason, Reason, SchoolDay, Span, Timing,
};

/// When it is open on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaySchedule {
    /// Which day.
    pub date: NaiveDate,
    /// The spans in which it is open, in order; none = closed, unless [`DaySchedule::is_doubtful`].
    pub spans: Vec<Span>,
    /// Why they are as they are; empty on a day like any other.
    pub reasons: Vec<Reason>,
}

/// What a day may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct World {
    kind: DayKind,
    statutory: bool,
    school: SchoolDay,
}

impl World {
    fn is_school_break(self) -> bool {
        matches!(self.school, SchoolDay::WinterBreak | SchoolDay::SummerBreak)
    }

    /// Whether a school year that nobody knows may make it so: school is held on days that people work.
    fn is_likely(self) -> bool {
        self.school != SchoolDay::School || self.kind.is_worked()
    }

    /// The sort of the day to hours whose `PH` is read so.
    fn sort(self, reading: HolidayReading) -> Sort {
        let public_holiday = match reading {
            HolidayReading::OffDay => self.kind == DayKind::OffDay,
            HolidayReading::Statutory => self.statutory,
        };
        Sort { public_holiday, school_holiday: self.is_school_break() }
    }
}

/// What the calendars leave possible for a date.
struct Possible {
    worlds: Vec<World>,
    public_is_known: bool,
}

impl Possible {
    fn of(calendar: &Calendar, date: NaiveDate) -> Self {
        let day = calendar.day(date);
        let is_weekend = is_weekend(date);
        let public: Vec<(DayKind, bool)> = if let Some(kind) = day.public.kind {
            vec![(kind, day.public.off_reason == Some(OffReason::Statutory))]
        } else {
            let ordinary = if is_weekend { DayKind::Weekend } else { DayKind::Workday };
            let mut kinds = vec![(ordinary, false), (DayKind::OffDay, true), (DayKind::OffDay, false)];
            // Only a country that announces days off makes people work for them.
            if is_weekend && !calendar.public.is_empty() {
                kinds.push((DayKind::MakeupWorkday, false));
            }
            kinds
        };
        let school: &[SchoolDay] = match &day.school {
            Some(known) => std::slice::from_ref(known),
            None => &[SchoolDay::School, SchoolDay::Free, SchoolDay::SummerBreak],
        };
        let worlds = public
            .into_iter()
            .flat_map(|(kind, statutory)| school.iter().map(move |&school| World { kind, statutory, school }))
            .filter(|world| day.school.is_some() || world.is_likely())
            .collect();
        Self { worlds, public_is_known: day.public.kind.is_some() }
    }
}

/// Whose hours count on a day.
enum Rule<'a> {
    /// The role's own, with what they follow.
    Own(&'a Hours),
    /// A notice's, as they stand.
    Notice(&'a Hours),
    /// Nobody's that could be evaluated.
    None(Reason),
}

impl DaySchedule {
    /// When it is open on this day.
    pub fn new(timing: &Timing, calendar: &Calendar, date: NaiveDate) -> Self {
        let mut reasons = Vec::new();
        if timing.suspended {
            return Self { date, spans: Vec::new(), reasons: vec![Reason::Suspended] };
        }
        let mut notices = timing.notices_on(date).rev();
        if let Some(counting) = notices.next() {
            reasons.push(Reason::Notice);
            if notices.any(|other| other.notice.hours != counting.notice.hours) {
                reasons.push(Reason::NoticesDiffer);
            }
        }
        let possible = Possible::of(calendar, date);
        let spans = match evaluate(timing, calendar, date, &possible) {
            Ok(spans) => {
                reasons.extend(why(timing, date, &possible, &spans));
                spans
            }
            Err(doubt) => {
                reasons.push(doubt);
                Vec::new()
            }
        };
        Self { date, spans, reasons }
    }

    /// Whether it is not known when it is open on this day.
    pub fn is_doubtful(&self) -> bool {
        self.reasons.iter().any(|reason| reason.is_doubt())
    }
}

fn evaluate(timing: &Timing, calendar: &Calendar, date: NaiveDate, possible: &Possible) -> Result<Vec<Span>, Reason> {
    let mut outcomes = possible.worlds.iter().map(|&world| own(timing, date, world));
    let first = outcomes.next().unwrap_or(Err(Reason::NotAnnounced));
    let spans = if outcomes.all(|outcome| outcome == first) {
        first?
    } else if possible.public_is_known {
        return Err(Reason::SchoolYearUnknown);
    } else {
        return Err(Reason::NotAnnounced);
    };
    let from_yesterday = match date.pred_opt() {
        Some(yesterday) if runs_past_midnight(timing, yesterday) => {
            let possible = Possible::of(calendar, yesterday);
            let mut outcomes = possible.worlds.iter().map(|&world| after_midnight(timing, yesterday, world));
            let first = outcomes.next().unwrap_or_default();
            if !outcomes.all(|outcome| outcome == first) {
                return Err(if possible.public_is_known { Reason::SchoolYearUnknown } else { Reason::NotAnnounced });
            }
            first
        }
        _ => Vec::new(),
    };
    Ok(union(spans, from_yesterday))
}

fn rule(timing: &Timing, date: NaiveDate) -> Rule<'_> {
    if let Some(KnownNotice { hours, .. }) = timing.notices_on(date).next_back() {
        return match hours {
            KnownHours::Known(hours) => Rule::Notice(hours),
            KnownHours::Unknown | KnownHours::NotUnderstood => Rule::None(Reason::NoticeNotUnderstood),
        };
    }
    match &timing.hours {
        KnownHours::Known(hours) => Rule::Own(hours),
        KnownHours::Unknown => Rule::None(Reason::HoursUnknown),
        KnownHours::NotUnderstood => Rule::None(Reason::HoursNotUnderstood),
    }
}

fn runs_past_midnight(timing: &Timing, date: NaiveDate) -> bool {
    matches!(rule(timing, date), Rule::Own(hours) | Rule::Notice(hours) if hours.run_past_midnight())
}

/// As which day the hours are looked up.
enum LookUp {
    /// As the date that it is.
    AsItIs,
    /// As a workday: Monday to Friday of its week, where those agree.
    AsWorkday,
    /// Not at all: it is closed.
    Closed,
    /// As it is if that is open at all; where only workdays are, nobody knows.
    Unstated,
}

fn look_up(timing: &Timing, date: NaiveDate, world: World) -> LookUp {
    let is_makeup = world.kind == DayKind::MakeupWorkday;
    match timing.admission.follows {
        Some(Follows::Workdays) => match world.kind {
            DayKind::Workday => LookUp::AsItIs,
            DayKind::MakeupWorkday => LookUp::AsWorkday,
            DayKind::Weekend | DayKind::OffDay => LookUp::Closed,
        },
        Some(Follows::SchoolDays) if world.school != SchoolDay::School => LookUp::Closed,
        // School on a Saturday or Sunday is held as on a workday.
        Some(Follows::SchoolDays) if is_weekend(date) => LookUp::AsWorkday,
        Some(Follows::Weekends) if is_makeup => LookUp::Closed,
        None if is_makeup => match timing.admission.makeup_workdays {
            Some(MakeupWorkdays::AsWorkday) => LookUp::AsWorkday,
            Some(MakeupWorkdays::AsWeekend) => LookUp::AsItIs,
            Some(MakeupWorkdays::Closed) => LookUp::Closed,
            None => LookUp::Unstated,
        },
        Some(Follows::SchoolDays | Follows::Weekends) | None => LookUp::AsItIs,
    }
}

/// The spans that begin on this day, if it is such a day.
fn own(timing: &Timing, date: NaiveDate, world: World) -> Result<Vec<Span>, Reason> {
    let reading = timing.admission.holidays.unwrap_or_default();
    let hours = match rule(timing, date) {
        Rule::Own(hours) => hours,
        Rule::Notice(hours) => return Ok(hours.own(date, world.sort(reading))),
        Rule::None(reason) => return Err(reason),
    };
    let as_it_is = || hours.own(date, world.sort(reading));
    match look_up(timing, date, world) {
        LookUp::AsItIs => Ok(as_it_is()),
        LookUp::AsWorkday => as_workday(hours, date, world, Hours::own),
        LookUp::Closed => Ok(Vec::new()),
        LookUp::Unstated => {
            let spans = as_it_is();
            let on_workdays = as_workday(hours, date, world, Hours::own);
            if spans.is_empty() && on_workdays != Ok(Vec::new()) { Err(Reason::MakeupNotStated) } else { Ok(spans) }
        }
    }
}

/// What of this day's spans lies in the next day, if this is such a day. Where its own spans are in doubt, nothing is.
fn after_midnight(timing: &Timing, date: NaiveDate, world: World) -> Vec<Span> {
    let sort = world.sort(timing.admission.holidays.unwrap_or_default());
    match rule(timing, date) {
        Rule::Own(hours) => match look_up(timing, date, world) {
            LookUp::AsItIs | LookUp::Unstated => hours.after_midnight(date, sort),
            LookUp::AsWorkday => as_workday(hours, date, world, Hours::after_midnight).unwrap_or_default(),
            LookUp::Closed => Vec::new(),
        },
        Rule::Notice(hours) => hours.after_midnight(date, sort),
        Rule::None(_) => Vec::new(),
    }
}

/// What the hours say of Monday to Friday of this week, where they say the same of all five.
fn as_workday(
    hours: &Hours,
    date: NaiveDate,
    world: World,
    spans: impl Fn(&Hours, NaiveDate, Sort) -> Vec<Span>,
) -> Result<Vec<Span>, Reason> {
    let sort = Sort { public_holiday: false, school_holiday: world.is_school_break() };
    let week = date.iso_week();
    let day = |weekday| NaiveDate::from_isoywd_opt(week.year(), week.week(), weekday).unwrap_or(date);
    let mut workdays = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri].map(day).into_iter();
    let first = workdays.next().map(|monday| spans(hours, monday, sort)).unwrap_or_default();
    if workdays.all(|day| spans(hours, day, sort) == first) { Ok(first) } else { Err(Reason::MakeupHoursDiffer) }
}

/// What about the day makes its hours other than those of any day of its weekday.
fn why(timing: &Timing, date: NaiveDate, possible: &Possible, spans: &[Span]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if spans.iter().any(|span| !span.certain) {
        reasons.push(Reason::HoursUncertain);
    }
    // Where more is possible, it makes no difference to the hours.
    let &[world] = possible.worlds.as_slice() else { return reasons };
    let is_weekend = is_weekend(date);
    let here = own(timing, date, world);
    let school = if is_weekend { SchoolDay::Free } else { SchoolDay::School };
    if world.is_school_break() && own(timing, date, World { school, ..world }) != here {
        reasons.push(Reason::SchoolBreak);
        return reasons;
    }
    let kind = if is_weekend { DayKind::Weekend } else { DayKind::Workday };
    let school = if world.is_school_break() { world.school } else { school };
    if own(timing, date, World { kind, statutory: false, school }) == here {
        return reasons;
    }
    reasons.push(match world.kind {
        DayKind::OffDay => Reason::OffDay,
        DayKind::MakeupWorkday => Reason::MakeupWorkday,
        DayKind::Workday | DayKind::Weekend => Reason::NoSchool,
    });
    reasons
}
