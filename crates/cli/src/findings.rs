//! Findings as people read them.

use std::fmt::Write;

use yuren_server::catalog::{Finding, Severity};

use crate::terminal::Colours;

/// How many findings of a severity there are.
pub(crate) fn count(findings: &[Finding], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

/// `2 errors, 1 warning`.
pub(crate) fn summary(findings: &[Finding]) -> String {
    let plural = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    let (errors, warnings) = (count(findings, Severity::Error), count(findings, Severity::Warning));
    format!("{}, {}", plural(errors, "error"), plural(warnings, "warning"))
}

/// All findings, a paragraph a file, errors and warnings as they come.
pub(crate) fn text(findings: &[Finding], colours: Colours) -> String {
    let mut text = String::new();
    let mut file = None;
    for finding in findings {
        if file != Some(&finding.file) {
            let gap = if file.is_some() { "\n" } else { "" };
            file = Some(&finding.file);
            let _ = writeln!(text, "{gap}{}", colours.paint("1", &finding.file));
        }
        let severity = match finding.severity {
            Severity::Error => colours.paint("31", "error  "),
            Severity::Warning => colours.paint("33", "warning"),
        };
        let place = [&finding.feature, &finding.field].into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
        let place = if place.is_empty() { String::new() } else { format!("{}: ", place.join(", ")) };
        let _ = writeln!(text, "  {severity} {place}{}", finding.problem);
        let _ = writeln!(text, "          {} {}", colours.paint("32", "→"), finding.mend);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(severity: Severity, file: &str, field: Option<&str>) -> Finding {
        Finding {
            severity,
            file: file.to_owned(),
            feature: field.map(|_| "p-1".to_owned()),
            field: field.map(str::to_owned),
            problem: "it is wrong".to_owned(),
            mend: "make it right".to_owned(),
        }
    }

    #[test]
    fn findings_are_told_file_by_file_with_their_mend() {
        let findings = [
            finding(Severity::Error, "a.geojson", Some("name")),
            finding(Severity::Warning, "a.geojson", None),
            finding(Severity::Error, "b.geojson", None),
        ];
        assert_eq!(
            text(&findings, Colours::NONE),
            "a.geojson\n  error   p-1, name: it is wrong\n          → make it right\n  warning it is wrong\n          → make it \
             right\n\nb.geojson\n  error   it is wrong\n          → make it right\n"
        );
        assert_eq!(summary(&findings), "2 errors, 1 warning");
    }
}
