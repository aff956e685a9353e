//! Something wrong in a pack, said so that its editor can mend it.

use std::fmt;

use serde::Serialize;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth a look; the pack can be served.
    Warning,
    /// The pack is not served until it is mended.
    Error,
}

/// One thing wrong in a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The file's path inside the pack.
    pub file: String,
    /// The feature's id, or its number in the file (`#17`) where it has none; `None` = the file as a whole.
    pub feature: Option<String>,
    /// The field's path, such as `roles[0].fee.source`; `None` = the feature as a whole.
    pub field: Option<String>,
    /// What is wrong, with the value found.
    pub problem: String,
    /// What would mend it.
    pub mend: String,
}

impl fmt::Display for Finding {
    /// `error places/321002.geojson, p-3f2a, roles[0].fee: "gratis" is no fee; write free, paid or unknown`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, "{severity} {}", self.file)?;
        for part in [&self.feature, &self.field].into_iter().flatten() {
            write!(f, ", {part}")?;
        }
        write!(f, ": {}; {}", self.problem, self.mend)
    }
}
