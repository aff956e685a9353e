//! Statements put together: which is about which, and whether all agree.

use yuren_calendar::{Admission, HolidayReading, MakeupWorkdays};

use super::days::{Days, DaysSaid, MONDAY_TO_FRIDAY, Named, WEEKEND};
use super::season::{Season, are_whole};
use super::span::Span;
use super::statement::{Admits, Around, Books, How, Makeup, Opening, Said, Statement, Times};
use super::week::{self, Holidays, Off};
use super::{HoursPart, HoursText, LONGEST, visit_data};

/// What is in doubt, and in which statement; `None` = in all of them together.
type Doubt = (HoursPart, Option<usize>);

/// What a statement was about, for the one after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    Opening,
    Closing,
    Other,
}

/// What all statements say.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) openings: Vec<Opening>,
    pub(super) off: Off,
    pub(super) holidays: Option<(Holidays, HolidayReading)>,
    makeup: Option<Makeup>,
    /// Days whose times stand elsewhere.
    scope: Option<Days>,
    is_never_closed: bool,
    from: Option<u16>,
    until: Option<u16>,
    /// For each opening the minutes of the day from which nobody is let in; the last is of the text as a whole.
    last_at: Vec<(Option<usize>, Vec<u16>)>,
    last_before: Option<u16>,
    /// An exception that is about the next statement.
    pending: Option<HolidayReading>,
}

/// The data that statements are, if they are certain.
pub(super) fn assemble(said: &[Said]) -> Result<HoursText, Doubt> {
    let (mut books, mut admits): (Vec<&Books>, Vec<&Admits>) = (Vec::new(), Vec::new());
    let mut sheet = Sheet::default();
    let mut subject = Subject::Other;
    for (i, said) in said.iter().enumerate() {
        let taken = match &said.statement {
            Statement::Books(said) => {
                books.push(said);
                Ok(subject)
            }
            Statement::Admits(said) => {
                admits.push(said);
                Ok(subject)
            }
            statement => sheet.take(statement, subject),
        };
        subject = taken.map_err(|part| (part, Some(i)))?;
    }
    let whole = |part: HoursPart| (part, None);
    sheet.settle(subject).map_err(whole)?;
    let (opening_hours, follows, holidays) = week::written(&sheet).map_err(whole)?;
    let admission = Admission {
        follows,
        makeup_workdays: week::makeup(&sheet, follows).map_err(whole)?,
        holidays: holidays.filter(|&reading| reading == HolidayReading::Statutory),
        last_admission_minutes: sheet.last_admission().map_err(whole)?,
    };
    // What our grammar makes must be OpenStreetMap's.
    let is_in_grammar = opening_hours.len() <= LONGEST && opening_hours_syntax::parse(&opening_hours).is_ok();
    if !is_in_grammar {
        return Err(whole(HoursPart::Length));
    }
    Ok(HoursText {
        opening_hours,
        admission: (admission != Admission::default()).then_some(admission),
        booking: visit_data::booking(&books).map_err(whole)?,
        audience: visit_data::audience(&admits).map_err(whole)?,
    })
}

impl Sheet {
    /// What is said of make-up workdays.
    pub(super) fn makeup(&self) -> Option<Makeup> {
        self.makeup
    }

    /// Takes a statement in, and answers what it was about.
    fn take(&mut self, statement: &Statement, before: Subject) -> Result<Subject, HoursPart> {
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
                (weekdays || days.holidays.is_some()).then_some(Subject::Other).ok_or(HoursPart::Days)
            }
            Statement::Excepted(days, Around::Last) => {
                self.excepted(days, before)?;
                Ok(before)
            }
            Statement::OpenOn(days, how) => self.open_on(days, *how),
            Statement::NeverClosed => {
                self.is_never_closed = true;
                Ok(before)
            }
            Statement::From(minute) => set(&mut self.from, *minute, HoursPart::Times).map(|()| Subject::Opening),
            Statement::Until(minute) => set(&mut self.until, *minute, HoursPart::Times).map(|()| before),
            Statement::LastAdmissionAt(minutes) => {
                self.last_at.push((self.openings.len().checked_sub(1), minutes.clone()));
                Ok(before)
            }
            Statement::LastAdmissionBefore(minutes) => {
                set(&mut self.last_before, *minutes, HoursPart::LastAdmission).map(|()| before)
            }
            Statement::Makeup(makeup) => set(&mut self.makeup, *makeup, HoursPart::MakeupDays).map(|()| before),
            Statement::Books(_) | Statement::Admits(_) => Ok(before),
        }
    }

    fn opens(&mut self, mut opening: Opening) -> Result<Subject, HoursPart> {
        if let Some(last) = self.openings.last() {
            // A season that names days heads those that follow: 夏季(5月-9月)周二至周五 …,周六、周日 …
            if opening.season.is_none() && opening.days.is_some() && last.days.is_some() {
                opening.season = last.season;
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
        let is_known = |named: &Named| matches!(named, Named::Weekend | Named::MakeupDays);
        if said.with_makeup_days || !days.named.iter().all(is_known) {
            return Err(HoursPart::Days);
        }
        self.off.weekdays |= days.weekday_bits();
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
    fn excepted(&mut self, days: &Days, from: Subject) -> Result<(), HoursPart> {
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

    /// Settles what only the end of the text decides.
    fn settle(&mut self, last: Subject) -> Result<(), HoursPart> {
        if let Some(reading) = self.pending.take() {
            let days = Days { holidays: Some(reading), ..Days::default() };
            self.excepted(&days, if last == Subject::Other { Subject::Opening } else { last })?;
        }
        if let (Some(from), Some(until), true) = (self.from, self.until, self.openings.is_empty()) {
            if from >= until {
                return Err(HoursPart::Times);
            }
            self.openings.push(Opening { spans: vec![Span { from, to: until }], ..Opening::default() });
        } else if self.from.is_some() {
            return Err(HoursPart::Times);
        }
        if let Some(days) = self.scope.take() {
            let mut bare = self.openings.iter_mut().filter(|opening| opening.days.is_none()).peekable();
            if bare.peek().is_none() {
                return Err(HoursPart::Days);
            }
            bare.for_each(|opening| opening.days = Some(DaysSaid { days: days.clone(), ..DaysSaid::default() }));
        }
        if self.openings.is_empty() {
            return Err(HoursPart::Times);
        }
        let ends = |opening: &Opening, end: u16| opening.spans.last().is_some_and(|span| span.to == end);
        if self.until.is_some_and(|until| !self.openings.iter().all(|opening| ends(opening, until))) {
            return Err(HoursPart::Times);
        }
        let seasons = self.seasons();
        let is_seasonal = seasons.iter().any(Option::is_some);
        let named: Vec<Season> = seasons.iter().copied().flatten().collect();
        if is_seasonal && (named.len() < seasons.len() || !are_whole(&named)) {
            return Err(HoursPart::Seasons);
        }
        if self.is_never_closed && (self.off.weekdays != 0 || self.openings.iter().any(is_partial)) {
            return Err(HoursPart::Days);
        }
        Ok(())
    }

    /// The seasons, each once, in the order in which they are named; `None` = the whole year.
    pub(super) fn seasons(&self) -> Vec<Option<Season>> {
        let mut seasons = Vec::new();
        for opening in &self.openings {
            if !seasons.contains(&opening.season) {
                seasons.push(opening.season);
            }
        }
        seasons
    }

    /// The one number of minutes before every closing.
    fn last_admission(&self) -> Result<Option<u16>, HoursPart> {
        let mut found = self.last_before;
        let mut add = |minutes: Option<u16>| match minutes.filter(|minutes| (1..=240).contains(minutes)) {
            Some(minutes) => set(&mut found, minutes, HoursPart::LastAdmission),
            None => Err(HoursPart::LastAdmission),
        };
        let is_of_all = self.last_at.len() == 1;
        for (i, opening) in self.openings.iter().enumerate() {
            if self.last_at.is_empty() {
                break;
            }
            let of_it = self.last_at.iter().find(|(at, _)| is_of_all || *at == Some(i));
            let (_, minutes) = of_it.ok_or(HoursPart::LastAdmission)?;
            if minutes.len() != opening.spans.len() {
                return Err(HoursPart::LastAdmission);
            }
            for (span, &minute) in opening.spans.iter().zip(minutes) {
                add((minute > span.from).then(|| span.to.checked_sub(minute)).flatten())?;
            }
        }
        if !is_of_all && self.last_at.len() > self.openings.len() {
            return Err(HoursPart::LastAdmission);
        }
        Ok(found.filter(|minutes| (1..=240).contains(minutes)).or(None)).and_then(|minutes| {
            if self.last_before.is_some() && minutes.is_none() { Err(HoursPart::LastAdmission) } else { Ok(minutes) }
        })
    }
}

/// Whether an opening leaves weekdays out.
fn is_partial(opening: &Opening) -> bool {
    let bits = opening.days.as_ref().map_or(MONDAY_TO_FRIDAY | WEEKEND, |said| said.days.weekday_bits());
    bits != MONDAY_TO_FRIDAY | WEEKEND
}

/// Sets what may be said once, or twice alike.
fn set<T: PartialEq>(slot: &mut Option<T>, said: T, part: HoursPart) -> Result<(), HoursPart> {
    match slot {
        Some(known) if *known != said => Err(part),
        _ => {
            *slot = Some(said);
            Ok(())
        }
    }
}
