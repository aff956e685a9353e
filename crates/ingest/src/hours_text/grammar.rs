//! The hours of all seasons in OpenStreetMap's grammar, with the days that they follow and the holidays that they mean.

use yuren_calendar::{Follows, HolidayReading};

use super::HoursPart;
use super::closing::Holidays;
use super::days::WEEK;
use super::follows::follows;
use super::sheet::Sheet;
use super::week::week;

/// The hours in OpenStreetMap's grammar, which days they follow, and which holidays they mean.
pub(super) fn written(sheet: &Sheet) -> Result<(String, Option<Follows>, Option<HolidayReading>), HoursPart> {
    let follows = follows(sheet)?;
    let seasons = sheet.seasons();
    let (mut rules, mut weekdays) = (Vec::new(), Vec::new());
    let mut reading = sheet.holidays.map(|(_, reading)| reading);
    for &season in &seasons {
        let week = week(sheet, season)?;
        weekdays.push(week.open_weekdays());
        rules.extend(week.rules(sheet, season)?);
    }
    let is_off = matches!(sheet.holidays, Some((Holidays::Off { .. }, _))) || follows == Some(Follows::Workdays);
    // 夏季(5月-9月)周二至周五 …;冬季(10月-4月)周二至周五 …;周六 …: is the last of winter only?
    if sheet.passes_season_on && weekdays.iter().any(|bits| *bits != weekdays[0]) {
        return Err(HoursPart::Seasons);
    }
    if sheet.is_never_closed && (weekdays.iter().any(|bits| *bits != WEEK) || sheet.off.has_days() || is_off) {
        return Err(HoursPart::Days);
    }
    for said in sheet.openings.iter().filter_map(|opening| opening.days.as_ref()) {
        let Some(own) = said.days.holidays else { continue };
        if reading.is_some_and(|known| known != own) {
            return Err(HoursPart::Holidays);
        }
        reading = Some(own);
    }
    if sheet.off.breaks {
        // A holiday in a break is open or closed?
        let is_open = rules.iter().any(|rule| rule.contains("PH") || rule.contains("SH"));
        if is_open || sheet.holidays.is_some() && !is_off {
            return Err(HoursPart::Days);
        }
        rules.push("SH off".to_owned());
    }
    if is_off {
        rules.push("PH off".to_owned());
    }
    let text = rules.join("; ");
    let is_always = text == "Mo-Su 00:00-24:00";
    let has_holidays = text.contains("PH");
    Ok((if is_always { "24/7".to_owned() } else { text }, follows, reading.filter(|_| has_holidays)))
}
