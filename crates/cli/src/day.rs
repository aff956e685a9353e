//! `yuren day`.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use yuren_server::catalog::calendar::{Day, InvalidDate, SchoolDay, SchoolStage, parse_date};

use crate::calendar::CalendarOptions;
use crate::folder;
use crate::terminal::answer;

/// What `day` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The date, such as 2026-10-10. Left out: today, in the city.
    #[arg(value_parser = date)]
    date: Option<NaiveDate>,
    /// The city's folder.
    #[arg(long, value_name = "DIR", default_value = "data/yangzhou")]
    city: PathBuf,
    #[command(flatten)]
    calendar: CalendarOptions,
}

fn date(text: &str) -> Result<NaiveDate, InvalidDate> {
    parse_date(text)
}

/// Says what kind of day it is.
pub(crate) fn day(options: &Options) -> Result<ExitCode, String> {
    let mut pack = folder::sound(&options.city)?;
    options.calendar.fill(&mut pack)?;
    let date = options.date.unwrap_or_else(|| yuren_server::today(&pack.city));
    answer(&text(&pack.calendar.day(date)));
    Ok(ExitCode::SUCCESS)
}

/// The day in a line each for its kind, school and notice.
fn text(day: &Day<'_>) -> String {
    let words = day.words();
    let mut lines =
        vec![day.date.format("%A, %Y-%m-%d").to_string(), format!("{} · {}", words.zh, words.en), school(day)];
    if let Some(year) = day.school_year {
        lines.push(format!("  {} · {} ({})", year.title, year.title_en, year.issuer));
        if year.example {
            lines.push("  示例，不是正式校历 · An example, nobody's real school year".to_owned());
        }
    }
    if let Some(notice) = day.public.notice {
        let url = notice.url.as_ref().map(|url| format!("\n  {url}")).unwrap_or_default();
        lines.push(format!("{}, {}, {}{url}", notice.title, notice.number, notice.issued_on));
    }
    lines.join("\n")
}

/// What the schools do.
fn school(day: &Day<'_>) -> String {
    match (day.school, day.school_year) {
        (Some(SchoolDay::School), _) => {
            let out = SchoolStage::ALL.into_iter().filter_map(|stage| {
                let name = match stage {
                    SchoolStage::Primary => "primary",
                    SchoolStage::Junior => "junior middle",
                    SchoolStage::Senior => "senior middle",
                };
                day.dismissal(stage).map(|time| format!("{name} until {time}"))
            });
            let out: Vec<_> = out.collect();
            let out = if out.is_empty() { "dismissal is not known".to_owned() } else { out.join(", ") };
            format!("上学日 · School day: {out}")
        }
        (Some(SchoolDay::Free), _) => "不上学 · No school".to_owned(),
        (Some(SchoolDay::WinterBreak), _) => "寒假 · Winter break".to_owned(),
        (Some(SchoolDay::SummerBreak), _) => "暑假 · Summer break".to_owned(),
        (None, Some(_)) => "是否上学未知 · Whether there is school is not known: the day lies in a term".to_owned(),
        (None, None) => "是否上学未知 · Whether there is school is not known: no school year covers the day".to_owned(),
    }
}
