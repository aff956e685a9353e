//! `yuren coverage`: who is served, by district.

use std::process::ExitCode;

use serde_json::Value;

use super::{Asked, minutes, percent};
use crate::terminal::answer;

/// What `coverage` can be told.
#[derive(clap::Args)]
pub(crate) struct CoverageOptions {
    #[command(flatten)]
    asked: Asked,
}

/// Prints who is served.
pub(crate) fn coverage(options: &CoverageOptions) -> Result<ExitCode, String> {
    let desk = options.asked.desk()?;
    let coverage = desk.coverage(&options.asked.body(&desk)?)?;
    answer(&if options.asked.json { format!("{coverage:#}") } else { text(&coverage) });
    Ok(ExitCode::SUCCESS)
}

fn text(coverage: &Value) -> String {
    let row = |name: &str, of: &Value| {
        format!(
            "{:>8} {:>8} {:>10} {:>10}  {name}",
            of["points"].to_string(),
            percent(&of["served_share"]),
            minutes(&of["median_minutes"]),
            minutes(&of["p90_minutes"]),
        )
    };
    let mut lines = vec![format!("{:>8} {:>8} {:>10} {:>10}", "points", "served", "median", "p90")];
    let regions = coverage["regions"].as_array().map(Vec::as_slice).unwrap_or_default();
    let districts = regions.iter().filter(|region| region["level"] == "district");
    lines.extend(districts.map(|region| row(region["name"].as_str().unwrap_or_default(), region)));
    lines.push(row("全市 all", &coverage["summary"]));
    let notes = coverage["method"]["notes"].as_array().map(Vec::as_slice).unwrap_or_default();
    lines.extend(notes.iter().filter_map(|note| note["en"].as_str()).map(|note| format!("· {note}")));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_table_has_a_line_a_district_and_says_what_is_estimated() {
        let part = json!({ "points": 3, "served_share": 0.5, "median_minutes": 10.0, "p90_minutes": null });
        let mut district = part.clone();
        district["level"] = "district".into();
        district["name"] = "广陵区".into();
        let notes = json!({ "notes": [{ "en": "Times are estimates." }] });
        let text = text(&json!({ "regions": [district], "summary": part, "method": notes }));
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[1], "       3   50.0 %   10.0 min          –  广陵区");
        assert_eq!(lines[3], "· Times are estimates.");
    }
}
