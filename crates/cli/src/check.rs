//! `yuren check`.

use std::path::Path;
use std::process::ExitCode;

use serde_json::json;
use yuren_server::catalog::Severity;

use crate::findings::{count, summary, text};
use crate::folder;
use crate::terminal::{Colours, answer};

/// Prints what is wrong with a pack; fails if any of it is an error.
pub(crate) fn check(folder: &Path, as_json: bool) -> Result<ExitCode, String> {
    let reading = folder::read(folder)?;
    let findings = &reading.findings;
    if as_json {
        let document = json!({
            "findings": findings,
            "errors": count(findings, Severity::Error),
            "warnings": count(findings, Severity::Warning),
        });
        answer(&format!("{document:#}"));
    } else {
        if !findings.is_empty() {
            answer(&text(findings, Colours::of_stdout()));
        }
        let held = reading.pack.as_ref().map(|pack| {
            let roles: usize = pack.places.iter().map(|place| place.roles.len()).sum();
            let routes = pack.study_routes.len();
            format!("{}: {} places with {roles} roles, {routes} study routes. ", pack.city.name, pack.places.len())
        });
        answer(&format!("{}{}", held.unwrap_or_default(), summary(findings)));
    }
    Ok(if reading.pack.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
