//! What all statements say, taken in one after another: which is about which.

use yuren_calendar::{HolidayReading, MakeupWorkdays};

use super::HoursPart;
use super::closing::{Holidays, Off};
use super::days::{Days, DaysSaid, Named};
use super::statement::{Around, How, Makeup, Opening, Statement, Times};

/// What a statement was about, for the one after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// When it is open.
    Opening,
    /// On which days it is closed.
    Closing,
    /// Something else, or nothing yet.
    Other,
}

/// What all statements say.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) openings: Vec<Opening>,
    pub(super) off: Off,
    pub(super) holidays: Option<(Holidays, HolidayReading)>,
    pub(super) makeup: Option<Makeup>,
    /// Days whose times stand elsewhere.
    pub(super) scope: Option<Days>,
    pub(super) is_never_closed: bool,
    /// Whether an opening has its season from the one before it.
    pub(super) passes_season_on: bool,
    pub(super) from: Option<u16>,
    pub(super) until: Option<u16>,
    /// Minutes of the day from which nobody is let in, with the opening before which or of which they are said.
    pub(super) last_at: Vec<(Option<usize>, Vec<u16>)>,
    pub(super) last_before: Option<u16>,
    /// Whether weekdays were excepted from the next statement.
    excepts_from_next: bool,
    /// Holidays that are excepted from the next statement.
    pub(super) pending: Option<HolidayReading>,
}

impl Sheet {
    /// Takes a statement in, and answers what it was about.
    pub(super) fn take(&mut self, statement: &Statement, before: Subject) -> Result<Subject, HoursPart> {
        match statement {
            Statement::Opens(opening) => self.opens(opening.clone()),
            Statement::OpenDays(days, times) => {
                self.open_days(days, *times, before)?;
                Ok(Subject::Opening)
            }
            Statement::Closed(said) => self.closed(said),
            Statement::Excepted(days, Around::Next) => {
                let weekdays = self.except_weekdays(days)?;
                self.pending = days.holidays;
                self.excepts_from_next = weekdays;
                (weekdays || days.holidays.is_some()).then_some(Subject::Other).ok_or(HoursPart::Days)
            }
            Statement::Excepted(days, Around::Last) => {
                self.excepted(days, before)?;
                Ok(before)
            }
            Statement::OpenOn(days, how) => self.open_on(days, *how),
            statement => {
                self.aside(statement)?;
                // 需预约(节假日除外) is about booking.
                Ok(Subject::Other)
            }
        }
    }

    /// Takes in what is about no days.
    fn aside(&mut self, statement: &Statement) -> Result<(), HoursPart> {
        match statement {
            Statement::NeverClosed => self.is_never_closed = true,
            Statement::From(minute) => set(&mut self.from, *minute, HoursPart::Times)?,
            Statement::Until(minute) => set(&mut self.until, *minute, HoursPart::Times)?,
            Statement::LastAdmissionAt(minutes) => {
                self.last_at.push((self.openings.len().checked_sub(1), minutes.clone()));
            }
            Statement::LastAdmissionBefore(minutes) => {
                set(&mut self.last_before, *minutes, HoursPart::LastAdmission)?;
            }
            Statement::Makeup(makeup) => set(&mut self.makeup, *makeup, HoursPart::MakeupDays)?,
            _ => {}
        }
        Ok(())
    }

    fn opens(&mut self, mut opening: Opening) -> Result<Subject, HoursPart> {
        if let Some(last) = self.openings.last() {
            // A season that names days heads those that follow: 夏季(5月-9月)周二至周五 …,周六、周日 …
            if opening.season.is_none() && opening.days.is_some() && last.days.is_some() {
                opening.season = last.season;
                self.passes_season_on |= last.season.is_some();
            }
        }
        if let Some(said) = &opening.days {
            if let Some(days) = said.excepted.clone() {
                self.excepted(&days, Subject::Opening)?;
            }
            if said.with_makeup_days {
                set(&mut self.makeup, Makeup::Counts(MakeupWorkdays::AsWorkday), HoursPart::MakeupDays)?;
            }
            if said.days.has(Named::MakeupDays) {
                return Err(HoursPart::MakeupDays);
            }
        }
        if let Some(reading) = self.pending.take() {
            self.on_holidays(Holidays::Off { is_exception: true }, reading)?;
        }
        self.excepts_from_next = false;
        self.openings.push(opening);
        Ok(Subject::Opening)
    }

    /// Days whose times stand elsewhere: right before them, or in all that have no days of their own.
    fn open_days(&mut self, days: &Days, times: Times, before: Subject) -> Result<(), HoursPart> {
        let said = DaysSaid { days: days.clone(), ..DaysSaid::default() };
        match (times, self.openings.last_mut()) {
            (Times::Before, Some(last))
                if last.days.is_none() && last.spans.len() == 1 && before == Subject::Opening =>
            {
                last.days = Some(said);
                Ok(())
            }
            (Times::Before, Some(_)) => Err(HoursPart::Days),
            _ => set(&mut self.scope, days.clone(), HoursPart::Days),
        }
    }

    fn closed(&mut self, said: &DaysSaid) -> Result<Subject, HoursPart> {
        let days = &said.days;
        let is_known = |named: &Named| matches!(named, Named::Weekend | Named::Breaks | Named::MakeupDays);
        if said.with_makeup_days || !days.named.iter().all(is_known) {
            return Err(HoursPart::Days);
        }
        self.off.weekdays |= days.weekday_bits();
        self.off.breaks |= days.has(Named::Breaks);
        self.off.is_said |= days.weekday_bits() != 0;
        self.off.of_month.extend(days.of_month.iter().cloned());
        if days.has(Named::MakeupDays) {
            set(&mut self.makeup, Makeup::Counts(MakeupWorkdays::Closed), HoursPart::MakeupDays)?;
        }
        if let Some(reading) = days.holidays {
            self.on_holidays(Holidays::Off { is_exception: false }, reading)?;
        }
        if let Some(reading) = self.pending.take() {
            self.on_holidays(Holidays::AsOtherDays, reading)?;
        }
        if let Some(excepted) = &said.excepted {
            self.excepted(excepted, Subject::Closing)?;
        }
        Ok(Subject::Closing)
    }

    /// An exception from what was said last.
    pub(super) fn excepted(&mut self, days: &Days, from: Subject) -> Result<(), HoursPart> {
        if days.has(Named::MakeupDays) && from == Subject::Opening {
            return set(&mut self.makeup, Makeup::Counts(MakeupWorkdays::Closed), HoursPart::MakeupDays);
        }
        match from {
            Subject::Opening => {
                self.except_weekdays(days)?;
                let Some(reading) = days.holidays else { return Ok(()) };
                self.on_holidays(Holidays::Off { is_exception: true }, reading)
            }
            Subject::Closing if days.is_holidays_only() => {
                self.on_holidays(Holidays::AsOtherDays, days.holidays.unwrap_or_default())
            }
            _ => Err(HoursPart::Days),
        }
    }

    /// Takes weekdays out of those that are open, and answers whether there are any.
    fn except_weekdays(&mut self, days: &Days) -> Result<bool, HoursPart> {
        let rest = Days { holidays: None, ..days.clone() };
        let bits = rest.plain_weekdays().ok_or(HoursPart::Days)?;
        self.off.weekdays |= bits;
        Ok(bits != 0)
    }

    fn open_on(&mut self, days: &Days, how: How) -> Result<Subject, HoursPart> {
        // 除周一外,节假日照常开放: not on a Monday that is one.
        if self.excepts_from_next {
            return Err(HoursPart::Holidays);
        }
        let rest = Days { holidays: None, ..days.clone() };
        let bits = rest.plain_weekdays().ok_or(HoursPart::Days)?;
        self.off.never |= bits;
        self.on_holidays(Holidays::Open(how), days.holidays.unwrap_or_default())?;
        Ok(Subject::Other)
    }

    fn on_holidays(&mut self, holidays: Holidays, reading: HolidayReading) -> Result<(), HoursPart> {
        match self.holidays {
            Some(known) if known != (holidays, reading) => Err(HoursPart::Holidays),
            _ => {
                self.holidays = Some((holidays, reading));
                Ok(())
            }
        }
    }
}

/// Sets what may be said once, or twice alike.
pub(super) fn set<T: PartialEq>(slot: &mut Option<T>, said: T, part: HoursPart) -> Result<(), HoursPart> {
    match slot {
        Some(known) if *known != said => Err(part),
        _ => {
            *slot = Some(said);
            Ok(())
        }
    }
}
