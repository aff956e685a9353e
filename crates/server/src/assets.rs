//! The page, as this server needs it: files by path. Where they come from is the caller's business.

use std::borrow::Cow;

/// A file of the page.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its content.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type, such as `text/html; charset=utf-8`.
    pub content_type: Cow<'static, str>,
    /// Whether its content never changes under its path, because the path holds a hash of it.
    pub immutable: bool,
}

/// The files of the page.
pub trait Assets: Send + Sync + 'static {
    /// The file at a path relative to the page's root, without a slash before it: `index.html`,
    /// `assets/index-3f2a.js`. `None` = there is none.
    fn get(&self, path: &str) -> Option<Asset>;
}

/// No page: the interface alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoAssets;

impl Assets for NoAssets {
    fn get(&self, _: &str) -> Option<Asset> {
        None
    }
}
