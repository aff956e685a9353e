//! Something wrong in a file that is to be imported, said so that its maker can mend it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use utoipa::ToSchema;

use crate::RuleName;

/// So many findings of one rule are told; beyond it only their number. One wrong column may be in every row.
pub const TOLD_PER_RULE: usize = 1_000;

/// Longest value that a finding repeats, in characters.
const LONGEST_VALUE: usize = 80;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[schema(as = ImportSeverity)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Something was decided that its maker should know of.
    Note,
    /// The row is imported, and worth a look.
    Warning,
    /// The row, or the file if no row is named, is not imported.
    Error,
}

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// In Chinese.
    pub(crate) zh: String,
    /// In English.
    pub(crate) en: String,
}

/// A sentence in Chinese and in English.
pub(crate) fn said(zh: impl Into<String>, en: impl Into<String>) -> Said {
    Said { zh: zh.into(), en: en.into() }
}

/// Where in a file something is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The sheet's name; for files without sheets the file's.
    pub sheet: Option<Arc<str>>,
    /// The row's number as its maker sees it, from 1; `None` = the sheet as a whole.
    pub row: Option<u32>,
    /// The column's number from 0; `None` = the row as a whole.
    pub column: Option<u32>,
}

/// One thing wrong in a file. All its text is text: nothing of it is ever markup or a formula.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ImportFinding)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The rule that found it.
    #[schema(value_type = String)]
    pub rule: RuleName,
    /// The sheet's name.
    #[schema(required, value_type = Option<String>)]
    pub sheet: Option<Arc<str>>,
    /// The row's number as its maker sees it, from 1.
    #[schema(required)]
    pub row: Option<u32>,
    /// The column's number, from 0.
    #[schema(required)]
    pub column: Option<u32>,
    /// The value found, cut to 80 characters; empty where there is none.
    pub value: String,
    /// What is wrong, in Chinese.
    pub meaning_zh: String,
    /// What is wrong, in English.
    pub meaning_en: String,
    /// What would mend it, in Chinese.
    pub mend_zh: String,
    /// What would mend it, in English.
    pub mend_en: String,
}

/// Findings as they are made: at most [`TOLD_PER_RULE`] of a rule are kept, all are counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    told: Vec<Finding>,
    counts: BTreeMap<RuleName, usize>,
    worst: BTreeMap<RuleName, Severity>,
    has_file_error: bool,
}

impl Findings {
    /// Adds a finding.
    pub(crate) fn add(&mut self, severity: Severity, rule: RuleName, at: Spot, value: &str, meaning: Said, mend: Said) {
        self.has_file_error |= severity == Severity::Error && at.row.is_none();
        self.note(rule, severity);
        let count = self.counts.entry(rule).or_default();
        *count += 1;
        if *count > TOLD_PER_RULE {
            return;
        }
        self.told.push(Finding {
            severity,
            rule,
            sheet: at.sheet,
            row: at.row,
            column: at.column,
            value: cut(value),
            meaning_zh: meaning.zh,
            meaning_en: meaning.en,
            mend_zh: mend.zh,
            mend_en: mend.en,
        });
    }

    /// Those told, in the order in which they were found.
    pub fn told(&self) -> &[Finding] {
        &self.told
    }

    /// How many each rule found, told or not.
    pub fn counts(&self) -> &BTreeMap<RuleName, usize> {
        &self.counts
    }

    /// How many this rule found.
    pub fn count(&self, rule: RuleName) -> usize {
        self.counts.get(&rule).copied().unwrap_or_default()
    }

    /// The gravest that this rule found, told or not; `None` = it found nothing.
    pub fn worst(&self, rule: RuleName) -> Option<Severity> {
        self.worst.get(&rule).copied()
    }

    fn note(&mut self, rule: RuleName, severity: Severity) {
        let worst = self.worst.entry(rule).or_insert(severity);
        *worst = severity.max(*worst);
    }

    /// Whether something is wrong with the file as a whole, so that nothing of it is imported.
    pub fn has_file_error(&self) -> bool {
        self.has_file_error
    }

    /// Takes in what another stage found.
    pub(crate) fn append(&mut self, other: Self) {
        for (rule, count) in other.counts {
            *self.counts.entry(rule).or_default() += count;
        }
        for (rule, severity) in other.worst {
            self.note(rule, severity);
        }
        let mut room: BTreeMap<RuleName, usize> = BTreeMap::new();
        for finding in &self.told {
            *room.entry(finding.rule).or_default() += 1;
        }
        for finding in other.told {
            let told = room.entry(finding.rule).or_default();
            if *told < TOLD_PER_RULE {
                *told += 1;
                self.told.push(finding);
            }
        }
        self.has_file_error |= other.has_file_error;
    }
}

/// The text, cut to a length that a list can show.
pub(crate) fn cut(text: &str) -> String {
    let mut chars = text.chars();
    let mut short: String = chars.by_ref().take(LONGEST_VALUE).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}
