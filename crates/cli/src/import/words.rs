//! What an import would do, or did, for people.

use yuren_server::ingest::{Finding, Findings, Plan, Severity};

use super::Options;
use crate::terminal::Colours;

/// Findings shown at most; a report has them all.
const SHOWN: usize = 40;

/// The plan in words.
pub(super) fn of(plan: &Plan, changes: usize, revision: Option<u64>, options: &Options, colours: Colours) -> String {
    let mut lines = vec![format!(
        "{} added, {} changed, {} withdrawn, {} unchanged, {} to confirm, {} rows refused",
        plan.added.len(),
        plan.changed.len(),
        plan.withdrawn.len(),
        plan.unchanged.len(),
        plan.to_confirm.len(),
        plan.refused,
    )];
    let approximate = plan.approximate().count();
    if approximate > 0 {
        lines.push(format!("{approximate} stand at the centre of a region, to be fixed on the map"));
    }
    lines.extend(findings(&plan.findings, "--report FILE.xlsx has them all", colours));
    lines.push(match revision {
        Some(revision) => format!("{changes} places changed, revision {revision}."),
        None if options.dry_run => format!("A dry run: {changes} places would change, nothing was done."),
        None => "Nothing to change.".to_owned(),
    });
    if !plan.to_confirm.is_empty() && options.confirm.is_none() {
        lines.push(
            "Rows to confirm wait: --confirm same takes them for the places that are there, --confirm new for others."
                .to_owned(),
        );
    }
    lines.join("\n")
}

/// How often each rule found something, and the first errors and warnings; `rest` says where the others are.
pub(crate) fn findings(findings: &Findings, rest: &str, colours: Colours) -> Vec<String> {
    let mut lines = Vec::new();
    let counts = findings.counts();
    if !counts.is_empty() {
        lines.push(String::new());
        lines.extend(counts.iter().map(|(rule, count)| format!("  {count:6}  {rule}")));
        lines.push(String::new());
    }
    let told = findings.told();
    let mut grave: Vec<&Finding> = told.iter().filter(|finding| finding.severity != Severity::Note).collect();
    grave.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    lines.extend(grave.iter().take(SHOWN).map(|finding| line(finding, colours)));
    if grave.len() > SHOWN {
        lines.push(format!("  … and {} more; {rest}", grave.len() - SHOWN));
    }
    lines
}

fn line(finding: &Finding, colours: Colours) -> String {
    let severity = match finding.severity {
        Severity::Error => colours.paint("31", "error  "),
        Severity::Warning => colours.paint("33", "warning"),
        Severity::Note => "note   ".to_owned(),
    };
    let place = [
        finding.sheet.as_deref().map(str::to_owned),
        finding.row.map(|row| format!("row {row}")),
        finding.column.map(|column| format!("column {}", column + 1)),
    ];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let value = if finding.value.is_empty() { String::new() } else { format!(" [{}]", finding.value) };
    format!(
        "  {severity} {place}: {}{value}\n          {} {}",
        finding.meaning_en,
        colours.paint("32", "→"),
        finding.mend_en
    )
}
