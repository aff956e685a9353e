//! The week of one season, and the rules that say it.

use super::HoursPart;
use super::closing::Holidays;
use super::days::{MONDAY_TO_FRIDAY, Named, WEEK};
use super::season::Season;
use super::sheet::Sheet;
use super::span::Span;
use super::statement::How;
use super::written;

/// The openings of one season by weekday.
#[derive(Default)]
pub(super) struct Week {
    pub(super) days: [Option<Vec<Span>>; 7],
    holidays: Option<Vec<Span>>,
    breaks: Option<Vec<Span>>,
    of_month: Vec<(u8, Vec<i8>, Vec<Span>)>,
}

/// The openings of a season laid out by weekday; each day may be said once.
pub(super) fn week(sheet: &Sheet, season: Option<Season>) -> Result<Week, HoursPart> {
    let off = sheet.off.weekdays;
    let mut week = Week::default();
    for opening in sheet.openings.iter().filter(|opening| opening.season == season) {
        let days = opening.days.as_ref().map(|said| &said.days);
        let is_every = days.is_none_or(|days| days.has(Named::EveryDay));
        let bits = days.map_or(WEEK, super::days::Days::weekday_bits);
        if !is_every && bits & off != 0 {
            return Err(HoursPart::Days);
        }
        for day in (0..7).filter(|day| bits & !off & 1 << day != 0) {
            let slot = &mut week.days[day];
            if slot.replace(opening.spans.clone()).is_some() {
                return Err(HoursPart::Days);
            }
        }
        let Some(days) = days else { continue };
        let once = |slot: &mut Option<Vec<Span>>| match slot.replace(opening.spans.clone()) {
            Some(_) => Err(HoursPart::Days),
            None => Ok(()),
        };
        if days.holidays.is_some() {
            once(&mut week.holidays)?;
        }
        if days.has(Named::Breaks) {
            once(&mut week.breaks)?;
        }
        let of_month = days.of_month.iter().map(|(day, which)| (*day, which.clone(), opening.spans.clone()));
        week.of_month.extend(of_month);
    }
    Ok(week)
}

impl Week {
    /// The one set of times of all days that are open, if it is one.
    fn uniform(&self) -> Option<&Vec<Span>> {
        let mut times = self.days.iter().flatten();
        let first = times.next()?;
        (times.all(|other| other == first) && self.breaks.is_none() && self.of_month.is_empty()).then_some(first)
    }

    pub(super) fn open_weekdays(&self) -> u8 {
        (0..7).filter(|&day| self.days[day].is_some()).fold(0, |bits, day| bits | 1 << day)
    }

    pub(super) fn rules(&self, sheet: &Sheet, season: Option<Season>) -> Result<Vec<String>, HoursPart> {
        let off = &sheet.off;
        let is_closed_somewhere = off.weekdays != 0 || !off.of_month.is_empty();
        if (0..7).any(|day| off.never & 1 << day != 0 && self.days[day].is_none()) {
            return Err(HoursPart::Days);
        }
        let mut rules = Vec::new();
        let mut done = 0_u8;
        for day in 0..7 {
            let Some(times) = self.days[day].as_ref().filter(|_| done & 1 << day == 0) else { continue };
            let alike =
                (0..7).filter(|&other| self.days[other].as_ref() == Some(times)).fold(0, |bits, d| bits | 1 << d);
            done |= alike;
            rules.push(written::rule(season, &written::weekdays(alike), times));
        }
        for (day, which, times) in &self.of_month {
            if self.days[usize::from(*day)].is_some() || off.weekdays != 0 && off.weekdays & 1 << day != 0 {
                return Err(HoursPart::Days);
            }
            rules.push(written::rule(season, &of_month(*day, which), times));
        }
        for (day, which) in &off.of_month {
            let season = season.map(|season| season.written() + " ").unwrap_or_default();
            self.days[usize::from(*day)].as_ref().ok_or(HoursPart::Days)?;
            rules.push(format!("{season}{} off", of_month(*day, which)));
        }
        if let Some(times) = &self.breaks {
            // A weekday that is closed, and a break: which counts?
            if is_closed_somewhere || season.is_some() {
                return Err(HoursPart::Days);
            }
            rules.push(written::rule(None, "SH", times));
        }
        if let Some(times) = self.on_holidays(sheet)? {
            rules.push(written::rule(season, "PH", &times));
        }
        if rules.is_empty() { Err(HoursPart::Times) } else { Ok(rules) }
    }

    /// The times of holidays, where they are other than their weekday's.
    fn on_holidays(&self, sheet: &Sheet) -> Result<Option<Vec<Span>>, HoursPart> {
        let off = &sheet.off;
        let is_closed = off.weekdays != 0 || !off.of_month.is_empty();
        let holidays = sheet.holidays.map(|(holidays, _)| holidays);
        // Where weekends are closed 节假日 may mean them too, as it often does in everyday words.
        let are_weekends_open = self.days[5..].iter().all(Option::is_some);
        let is_open = self.holidays.is_some() || matches!(holidays, Some(Holidays::Open(_)));
        let is_excepted = holidays == Some(Holidays::AsOtherDays);
        if is_open && !is_excepted && !are_weekends_open {
            return Err(HoursPart::Holidays);
        }
        if let Some(times) = &self.holidays {
            // 周末及节假日开放,周一闭馆: and a Monday that is a holiday?
            let is_said = is_excepted || holidays.is_none() && !is_closed;
            return if is_said { Ok(Some(times.clone())) } else { Err(HoursPart::Holidays) };
        }
        let as_others = || match self.uniform() {
            Some(times) if off.of_month.is_empty() => Ok(Some(times.clone())),
            _ => Err(HoursPart::Holidays),
        };
        match holidays {
            None => Ok(None),
            // 周一闭馆,周二至周日 9:00-17:00(法定节假日除外): from the closing or the opening?
            Some(Holidays::Off { is_exception }) => {
                let is_said = off.is_said && (off.weekdays & MONDAY_TO_FRIDAY != 0 || !off.of_month.is_empty());
                if is_exception && is_said { Err(HoursPart::Holidays) } else { Ok(None) }
            }
            Some(Holidays::Open(_)) if self.open_weekdays() == WEEK && off.of_month.is_empty() => Ok(None),
            Some(Holidays::AsOtherDays | Holidays::Open(How::Open)) => as_others(),
            Some(Holidays::Open(How::AsUsual)) if off.weekdays != 0 => as_others(),
            Some(Holidays::Open(How::AsUsual | How::Included)) => Err(HoursPart::Holidays),
        }
    }
}

/// `Sa[2]`, `Sa[1,3]`, `Mo[-1]`.
fn of_month(day: u8, which: &[i8]) -> String {
    let which: Vec<String> = which.iter().map(i8::to_string).collect();
    format!("{}[{}]", written::weekday(day), which.join(","))
}
