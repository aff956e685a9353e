//! `city.toml` itself.

use yuren_geodesy::BBox;

use super::names;
use crate::pack::CITY;
use crate::pack::draft::Draft;
use crate::pack::report::{Report, Spot};
use crate::{LocatedBy, RegionLevel};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    let Some(city) = &draft.city else { return };
    let at = Spot::file(CITY);

    if city.adcode.level() != RegionLevel::City {
        let problem = format!("\"{}\" is not the code of a city", city.adcode);
        report.error(at, "adcode", problem, "write its six digits, which end in 00");
    }

    let [west, south, east, north] = city.bbox;
    match BBox::new(west, south, east, north) {
        Ok(_) if west < east && south < north => {}
        Ok(_) => report.error(at, "bbox", "the box has no area", "write [west, south, east, north] in degrees"),
        Err(error) => report.error(at, "bbox", error.to_string(), "write [west, south, east, north] in degrees"),
    }

    let zone = &city.time_zone;
    let zone_allows = |c: char| c.is_ascii_alphanumeric() || "/_+-".contains(c);
    if zone.is_empty() || zone.len() > 64 || !zone.chars().all(zone_allows) {
        let problem = format!("{zone:?} is not the name of a time zone");
        report.error(at, "time_zone", problem, "write its IANA name, such as \"Asia/Shanghai\"");
    }

    if let Some(name) = &city.calendar {
        let allows = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !(2..=16).contains(&name.len()) || !name.chars().all(allows) {
            let problem = format!("{name:?} is not the name of a public calendar");
            let mend = "write 2 to 16 of a-z, 0-9 and -, such as \"cn\", or leave it out";
            report.error(at, "calendar", problem, mend);
        }
    }

    if let Some(number) = &city.map_approval {
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if !number.ends_with('号') || digits < 5 || number.chars().count() > 40 {
            let problem = format!("{number:?} is not a map approval number");
            report.error(at, "map_approval", problem, "write it as issued, such as \"苏S(2024)12号\", or leave it out");
        }
    }

    names::check_text(at, "name", &city.name, names::LONGEST, report);
    names::check_text(at, "name_en", &city.name_en, names::LONGEST_EN, report);
    names::check_text(at, "article.publisher", &city.article.publisher, names::LONGEST, report);
    names::check_text(at, "article.author", &city.article.author, names::LONGEST, report);
    for (i, fact) in city.facts.iter().enumerate() {
        names::check_text(at, &format!("facts[{i}].name"), &fact.name, names::LONGEST, report);
        names::check_text(at, &format!("facts[{i}].name_en"), &fact.name_en, names::LONGEST_EN, report);
        if let Some(LocatedBy::Series(series)) = &fact.located_by {
            names::check_text(at, &format!("facts[{i}].located_by.series"), series, names::LONGEST, report);
        }
    }
}
