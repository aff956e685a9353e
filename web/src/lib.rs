//! The page of Yuren Map, built by npm and embedded: files by path, and nothing else.

#![forbid(unsafe_code)]

use std::borrow::Cow;

/// The built files as `(path, content)`, sorted by path in bytes.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// A file of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its content.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type, such as `text/html; charset=utf-8`.
    pub content_type: &'static str,
    /// Whether its name holds a hash of its content, so that it may be kept for ever.
    pub immutable: bool,
}

/// The file at a path without a leading slash: `index.html` (or nothing, which is the same), `assets/index-3f2a.js`.
/// `None` = there is no such file.
pub fn asset(path: &str) -> Option<Asset> {
    let path = if path.is_empty() { "index.html" } else { path };
    let (_, bytes) = FILES.iter().find(|(name, _)| *name == path)?;
    Some(Asset {
        bytes: Cow::Borrowed(bytes),
        content_type: content_type(path),
        immutable: path.starts_with("assets/"),
    })
}

/// The paths of all files, sorted.
pub fn paths() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|&(path, _)| path)
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "json" | "map" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "pbf" => "application/x-protobuf",
        "pmtiles" => "application/vnd.pmtiles",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{asset, content_type, paths};

    fn page() -> String {
        String::from_utf8(asset("").expect("there is a page").bytes.into_owned()).expect("the page is UTF-8")
    }

    #[test]
    fn no_path_is_the_page_itself_and_is_not_kept_for_ever() {
        assert_eq!(asset(""), asset("index.html"));
        assert!(!asset("").expect("there is a page").immutable);
    }

    #[test]
    fn everything_that_the_page_names_is_there_and_immutable() {
        let page = page();
        let named: Vec<_> = page
            .split('"')
            .filter_map(|part| part.strip_prefix('/'))
            .filter(|part| part.starts_with("assets/"))
            .collect();
        assert!(!named.is_empty());
        for path in named {
            assert!(asset(path).unwrap_or_else(|| panic!("{path} is missing")).immutable);
        }
    }

    #[test]
    fn the_page_has_no_inline_script_or_style() {
        let page = page();
        assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains(" onload="));
        assert!(page.split("<script").skip(1).all(|script| script.contains("src=\"/assets/")));
    }

    #[test]
    fn every_file_has_a_type_that_browsers_know() {
        assert!(paths().all(|path| content_type(path) != "application/octet-stream"));
        assert_eq!(content_type("assets/a.woff2"), "font/woff2");
        assert_eq!(content_type("a.pbf"), "application/x-protobuf");
    }

    #[test]
    fn the_licences_of_what_the_page_carries_come_with_it_in_full() {
        let text =
            String::from_utf8(asset("third-party.txt").expect("the licences").bytes.into_owned()).expect("UTF-8");
        let parts = [
            "@fontsource/noto-sans-sc",
            "SIL OPEN FONT LICENSE",
            "maplibre-gl",
            "lit",
            "@mapbox/maki",
            "terra-draw",
            "Copyright 2022 James Milner",
        ];
        for part in parts {
            assert!(text.contains(part), "{part} is missing");
        }
    }

    #[test]
    fn a_path_that_is_no_file_is_nothing() {
        assert!(asset("../Cargo.toml").is_none() && asset("assets").is_none() && asset("assets/").is_none());
    }
}
