//! The credit that the data's licences ask for.

use yuren_index::Snapshot;

/// All sources' attributions in HTML, each once, in the order of their keys; linked where a source has a web page.
///
/// `TileJSON` and styles take attributions as HTML, so what a pack says is escaped.
pub(crate) fn attribution(snapshot: &Snapshot) -> String {
    let mut credits: Vec<String> = Vec::new();
    for source in snapshot.sources().values().filter(|source| !source.attribution.is_empty()) {
        let text = escape(&source.attribution);
        let web = source.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        let credit = match web {
            Some(url) => format!("<a href=\"{}\" target=\"_blank\" rel=\"noopener\">{text}</a>", escape(url)),
            None => text,
        };
        if !credits.contains(&credit) {
            credits.push(credit);
        }
    }
    credits.join(" · ")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_in_a_source_is_shown_and_not_obeyed() {
        assert_eq!(escape(r#"<img src="x"> & co"#), "&lt;img src=&quot;x&quot;&gt; &amp; co");
    }
}
