//! School years: each in the file of its year, no date in two.

use chrono::Datelike;

use crate::pack::draft::Draft;
use crate::pack::report::{Report, Spot};
use crate::pack::{school_year_file, school_year_of};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for (path, year) in &draft.school_years {
        let begins = year.from.year();
        if school_year_of(path) != Some(begins) {
            let mend = format!("name the file {}, or correct the day", school_year_file(begins));
            report.error(Spot::file(path), "from", format!("the school year begins on {}", year.from), mend);
        }
    }
    for ((_, before), (path, year)) in draft.school_years.iter().zip(draft.school_years.iter().skip(1)) {
        if year.from <= before.to {
            let problem = format!("{} lies in the school year before, which ends on {}", year.from, before.to);
            report.error(Spot::file(path), "from", problem, "let one end before the other begins");
        }
    }
}
