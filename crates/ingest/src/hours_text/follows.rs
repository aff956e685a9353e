//! Which days the hours are for, by a word such as 工作日, and what a make-up workday is then.

use yuren_calendar::{Follows, MakeupWorkdays};

use super::HoursPart;
use super::closing::Holidays;
use super::days::Named;
use super::sheet::Sheet;
use super::statement::Makeup;
use super::week::week;

/// Which days the hours follow: those that a word such as 工作日 names, if no others are named beside.
pub(super) fn follows(sheet: &Sheet) -> Result<Option<Follows>, HoursPart> {
    let all = || sheet.openings.iter();
    let has = |named: Named| all().any(|o| o.days.as_ref().is_some_and(|said| said.days.has(named)));
    let only = |named: Named| {
        all().all(|opening| {
            opening.days.as_ref().is_some_and(|said| said.days.named == [named] && said.days.weekdays == 0)
        })
    };
    let on_holidays = all().any(|opening| opening.days.as_ref().is_some_and(|said| said.days.holidays.is_some()));
    let is_off = matches!(sheet.holidays, Some((Holidays::Off { .. }, _)));
    if has(Named::Workdays) {
        let is_open_on_holidays = on_holidays || sheet.holidays.is_some() && !is_off;
        if only(Named::Workdays) && !is_open_on_holidays {
            return Ok(Some(Follows::Workdays));
        }
        // 工作日 and 周末 leave open what a holiday is, unless it is said.
        return if on_holidays || is_off { Ok(None) } else { Err(HoursPart::Holidays) };
    }
    if has(Named::SchoolDays) {
        let is_alone = only(Named::SchoolDays) && !on_holidays && (sheet.holidays.is_none() || is_off);
        return if is_alone { Ok(Some(Follows::SchoolDays)) } else { Err(HoursPart::Days) };
    }
    let is_weekend = has(Named::Weekend)
        && all().all(|opening| {
            opening.days.as_ref().is_some_and(|said| {
                said.days.weekdays == 0 && (said.days.named.is_empty() || said.days.has(Named::Weekend))
            })
        });
    if is_weekend {
        // In the holidays of schools make-up workdays would be open, on weekends not.
        let is_plain =
            !has(Named::Breaks) && all().all(|o| o.days.as_ref().is_some_and(|said| said.days.of_month.is_empty()));
        return if is_plain { Ok(Some(Follows::Weekends)) } else { Err(HoursPart::Days) };
    }
    if has(Named::Weekend) && has(Named::Breaks) {
        return Err(HoursPart::Days);
    }
    Ok(None)
}

/// What a make-up workday counts as, beyond what the days that the hours follow say of it.
pub(super) fn makeup(sheet: &Sheet, follows: Option<Follows>) -> Result<Option<MakeupWorkdays>, HoursPart> {
    use MakeupWorkdays::{AsWorkday, Closed};
    let names_workdays =
        sheet.openings.iter().any(|o| o.days.as_ref().is_some_and(|said| said.days.has(Named::Workdays)));
    let Some(said) = sheet.makeup else {
        // 工作日 are make-up workdays too.
        return Ok((names_workdays && follows.is_none()).then_some(AsWorkday));
    };
    let counts = match said {
        Makeup::AsUsual => AsWorkday,
        Makeup::Counts(counts) => counts,
    };
    match (follows, counts) {
        (Some(Follows::Workdays), AsWorkday) | (Some(Follows::Weekends), Closed) => return Ok(None),
        (Some(Follows::Workdays | Follows::Weekends), _) => return Err(HoursPart::MakeupDays),
        (None, counts) if names_workdays && counts != AsWorkday => return Err(HoursPart::MakeupDays),
        _ => {}
    }
    if counts == AsWorkday {
        for season in sheet.seasons() {
            let week = week(sheet, season)?;
            let monday = week.days[0].as_ref().ok_or(HoursPart::MakeupDays)?;
            let are_alike = week.days[..5].iter().all(|day| day.as_ref() == Some(monday));
            let weekend_differs = week.days[5..].iter().flatten().any(|day| day != monday);
            if !are_alike || said == Makeup::AsUsual && weekend_differs {
                return Err(HoursPart::MakeupDays);
            }
        }
    }
    Ok(Some(counts))
}
