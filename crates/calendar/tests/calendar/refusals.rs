//! A file that does not hold together is refused by field, value and what is allowed.

use yuren_calendar::{PublicCalendar, YearNotice};

use crate::support::{file, notice};

/// The notice of 2024 with a text in it replaced.
fn with(old: &str, new: &str) -> Result<YearNotice, String> {
    let text = String::from_utf8(file("data/calendar/cn-2024.toml")).unwrap();
    assert!(text.contains(old), "{old:?} is not in the file");
    YearNotice::from_toml(text.replacen(old, new, 1).as_bytes()).map_err(|error| error.to_string())
}

#[test]
fn each_slip_of_the_pen_is_named_with_its_value_and_what_is_allowed() {
    let spring = "from = \"2024-02-10\"\nto = \"2024-02-17\"";
    for (old, new, expected) in [
        ("year = 2024", "year = 24", "year: 24 is out of range; allowed: a year from 1900 to 9999"),
        ("year = 2024", "year = \"2024\"", "year: invalid type: string \"2024\"; allowed: i32"),
        ("year = 2024", "jahr = 2024", "unknown field `jahr`"),
        ("year = 2024", "year = 2024\nyear = 2025", "line 4 is not TOML: duplicate key"),
        ("title = \"", "title = \"\"\nfoo = \"", "unknown field `foo`"),
        (
            "number = \"国办发明电〔2023〕7号\"",
            "number = \" \"",
            "number: \" \" has 1 characters; allowed: 1 to 200 characters",
        ),
        (
            "issued_on = \"2023-10-25\"",
            "issued_on = \"2023-10-32\"",
            "issued_on: \"2023-10-32\" is no date; allowed: YYYY-MM-DD",
        ),
        ("url = \"https:", "url = \"ftp:", "url: \"ftp://www.gov.cn"),
        (
            "statutory = [\"2024-01-01\"]",
            "statutory = [\"2024-1-1\"]",
            "holiday[0].statutory[0]: \"2024-1-1\" is no date",
        ),
        (
            "statutory = [\"2024-01-01\"]",
            "statutory = []",
            "holiday[0].statutory: it names no day; allowed: days from 2024-01-01",
        ),
        (
            "statutory = [\"2024-01-01\"]",
            "statutory = [\"2024-01-02\"]",
            "holiday[0].statutory[0]: 2024-01-02 is not in the range",
        ),
        (
            spring,
            "from = \"2024-02-10\"\nto = \"2024-02-09\"",
            "holiday[1].to: 2024-02-09 is not in the 31 days from 2024-02-10",
        ),
        (spring, "from = \"2024-02-10\"\nto = \"2042-02-17\"", "holiday[1].to: 2042-02-17 is not in the 31 days"),
        (
            "from = \"2024-01-01\"\nto = \"2024-01-01\"",
            "from = \"2025-01-01\"\nto = \"2025-01-01\"",
            "holiday[0].from: 2025-01-01 to 2025-01-01 is not in 2024",
        ),
        (
            "\"2024-02-18\"",
            "\"2024-02-19\"",
            "holiday[1].makeup_workdays[1]: 2024-02-19 is a Monday; allowed: a Saturday or Sunday",
        ),
        ("\"2024-02-18\"", "\"2024-02-04\"", "holiday[1].makeup_workdays[1]: 2024-02-04 stands here twice"),
        (
            "\"2024-02-18\"",
            "\"2024-08-18\"",
            "holiday[1].makeup_workdays[1]: 2024-08-18 is far from 2024-02-10 to 2024-02-17",
        ),
        ("\"2024-02-04\"", "\"2023-12-31\"", "holiday[1].makeup_workdays[0]: 2023-12-31 is not in 2024"),
        (
            ", \"2024-02-18\"]",
            "]",
            "1 days are worked in exchange for 2 weekdays off (beside 3 statutory days and 2 substitutes)",
        ),
        (
            "to = \"2024-02-17\"",
            "to = \"2024-02-13\"",
            "2 statutory days fall on a weekend, and after the last of all there are 1 weekdays off",
        ),
        (
            "\"2024-05-11\"",
            "\"2024-04-06\"",
            "holiday[3].makeup_workdays: 2024-04-06 is worked for 劳动节 and off for 清明节",
        ),
        (
            "\"2024-04-28\"",
            "\"2024-04-07\"",
            "holiday[3].makeup_workdays: 2024-04-07 is worked both for 清明节 and for 劳动节",
        ),
        (
            "from = \"2024-05-01\"\nto = \"2024-05-05\"",
            "from = \"2024-05-01\"\nto = \"2024-06-10\"",
            "holiday[3].to: 2024-06-10",
        ),
    ] {
        let problem = with(old, new).expect_err(new);
        assert!(problem.contains(expected), "{new:?} was refused by {problem:?}, not by {expected:?}");
    }
}

#[test]
fn ranges_that_overlap_and_too_many_holidays_are_refused() {
    let text = String::from_utf8(file("data/calendar/cn-2024.toml")).unwrap();
    let again = "\n[[holiday]]\nname = \"元旦\"\nname_en = \"New Year\"\nfrom = \"2024-01-01\"\nto = \"2024-01-01\"\n\
                 statutory = [\"2024-01-01\"]\n";
    let problem = YearNotice::from_toml((text.clone() + again).as_bytes()).unwrap_err().to_string();
    assert!(
        problem.contains("holiday[7].from: 2024-01-01 and 2024-01-01 are off both for 元旦 and for 元旦"),
        "{problem}"
    );
    let problem = YearNotice::from_toml((text + &again.repeat(40)).as_bytes()).unwrap_err().to_string();
    assert_eq!(problem, "holiday: there are 47 holidays; allowed: at most 40");
}

#[test]
fn a_file_is_bounded_and_must_be_utf_8() {
    let problem = YearNotice::from_toml(&vec![b'#'; 64 * 1024 + 1]).unwrap_err().to_string();
    assert_eq!(problem, "the file has 65537 bytes; allowed: at most 65536");
    let problem = YearNotice::from_toml(b"title = \"\xff\"").unwrap_err().to_string();
    assert_eq!(problem, "byte 10 is not UTF-8; allowed: a file saved as UTF-8");
    let with_a_mark = [b"\xef\xbb\xbf".to_vec(), file("data/calendar/cn-2024.toml")].concat();
    assert_eq!(YearNotice::from_toml(&with_a_mark).unwrap(), notice(2024));
}

#[test]
fn two_notices_for_one_year_or_one_day_are_refused() {
    let problem = PublicCalendar::new(vec![notice(2025), notice(2024), notice(2025)]).unwrap_err().to_string();
    assert_eq!(
        problem,
        "2025: there are two notices: 国办发明电〔2024〕12号 and 国办发明电〔2024〕12号; allowed: one notice a year"
    );

    let mut crossing = notice(2025);
    // Into the last day of 2024, of which the notice for 2024 is made to speak as well.
    crossing.holidays[0].from = "2024-12-31".parse().unwrap();
    crossing.holidays[0].statutory = vec!["2024-12-31".parse().unwrap(), "2025-01-01".parse().unwrap()];
    let mut before = notice(2024);
    before.holidays[0].from = "2024-12-31".parse().unwrap();
    before.holidays[0].to = before.holidays[0].from;
    before.holidays[0].statutory = vec![before.holidays[0].from];
    let problem = PublicCalendar::new(vec![before, crossing]).unwrap_err().to_string();
    assert!(problem.starts_with("2024-12-31: it is named by two notices: 国办发明电〔2023〕7号 and"), "{problem}");
}
