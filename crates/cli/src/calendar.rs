//! The folder of public calendars: a city's notices as bytes. What they mean is the calendar's business.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use yuren_server::catalog::CityPack;
use yuren_server::catalog::calendar::{PublicCalendar, YearNotice};

/// No notice's file may be larger; the calendar's own bound is below.
const LARGEST_FILE: u64 = 1 << 20;
/// More notices than this are not read: 1949 is long ago, and nobody announces a century.
const MOST_NOTICES: usize = 200;

/// Where the notices lie.
#[derive(clap::Args)]
pub(crate) struct CalendarOptions {
    /// The folder of public calendars: a file a year, such as cn-2026.toml. Which one holds is the city's to say.
    #[arg(long, value_name = "DIR", env = "YUREN_CALENDAR", default_value = "data/calendar")]
    calendar: PathBuf,
}

impl CalendarOptions {
    /// Puts into a pack the public calendar that its city names. A city that names none keeps an empty one. The error is a
    /// sentence for people.
    pub(crate) fn fill(&self, pack: &mut CityPack) -> Result<(), String> {
        if let Some(name) = &pack.city.calendar {
            pack.calendar.public = read(&self.calendar, name)?;
        }
        Ok(())
    }
}

/// The calendar with this name, from its files in the folder.
fn read(folder: &Path, name: &str) -> Result<PublicCalendar, String> {
    let shown = folder.display();
    let mend = format!(
        "the city's calendar is {name:?}: add {name}-2026.toml and the like there, name another folder by --calendar, or leave \
         `calendar` out of city.toml"
    );
    let entries = fs::read_dir(folder).map_err(|error| format!("{shown} cannot be read ({error}); {mend}"))?;
    let mut years = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| format!("{shown} cannot be read: {error}"))?;
        years.extend(year_of(&entry.file_name().to_string_lossy(), name));
    }
    if years.is_empty() {
        return Err(format!("{shown} has no notice; {mend}"));
    }
    if years.len() > MOST_NOTICES {
        return Err(format!("{shown} has {} notices of {name:?}; allowed: at most {MOST_NOTICES}", years.len()));
    }
    years.sort_unstable();
    let notices = years.into_iter().map(|year| notice(folder, name, year)).collect::<Result<_, _>>()?;
    PublicCalendar::new(notices).map_err(|error| format!("{shown}: {error}"))
}

/// The notice in the file of this year.
fn notice(folder: &Path, name: &str, year: i32) -> Result<YearNotice, String> {
    let path = folder.join(format!("{name}-{year}.toml"));
    let shown = path.display();
    let mut bytes = Vec::new();
    let file = fs::File::open(&path).and_then(|file| file.take(LARGEST_FILE).read_to_end(&mut bytes));
    file.map_err(|error| format!("{shown} cannot be read: {error}"))?;
    let notice = YearNotice::from_toml(&bytes).map_err(|error| format!("{shown}: {error}"))?;
    if notice.year != year {
        return Err(format!("{shown}: year: it is {}; allowed: {year}, as the file is named", notice.year));
    }
    Ok(notice)
}

/// The year in `cn-2026.toml`, of the calendar with this name.
fn year_of(file: &str, name: &str) -> Option<i32> {
    let year = file.strip_prefix(name)?.strip_prefix('-')?.strip_suffix(".toml")?;
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| year.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_file_of_this_calendar_and_a_year_is_its_notice() {
        assert_eq!(year_of("cn-2026.toml", "cn"), Some(2026));
        for file in ["cn-hk-2026.toml", "cn-26.toml", "cn-2026.toml~", "cn2026.toml", "README.md", "cn-+202.toml"] {
            assert_eq!(year_of(file, "cn"), None, "{file}");
        }
    }
}
