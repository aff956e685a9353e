//! Web addresses that can be followed.

use super::Judged;
use crate::finding::{Severity, said};
use crate::{Field, RuleName};

/// Longest address in bytes, as the city's rules have it.
const LONGEST: usize = 2_048;

pub(super) fn check(judged: &mut Judged<'_>) {
    let Some(text) = judged.text(Field::Website) else { return };
    let url = if text.starts_with("www.") { format!("http://{text}") } else { text.clone() };
    if is_url(&url) {
        judged.draft.website = Some(url);
        return;
    }
    let meaning = said("不是网址；不采用", "it is no web address, and is not taken");
    let mend =
        said("请写完整，如 https://www.example.cn/visit", "write it in full, such as https://www.example.cn/visit");
    judged.say(Severity::Warning, RuleName::Website, Some(Field::Website), &text, meaning, mend);
}

fn is_url(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    // A user name before the host makes a link look like another site's.
    let host_fits = host.is_some_and(|host| host.contains('.') && !host.contains('@') && !host.contains(".."));
    let can_be_linked = |c: char| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c);
    host_fits && url.len() <= LONGEST && url.chars().all(can_be_linked)
}
