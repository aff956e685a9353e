//! The page, handed to the server.

use yuren_server::{Asset, Assets};

/// The page that `yuren-web` has built in.
pub(crate) struct Page;

impl Assets for Page {
    fn get(&self, path: &str) -> Option<Asset> {
        let asset = yuren_web::asset(path)?;
        Some(Asset { bytes: asset.bytes, content_type: asset.content_type.into(), immutable: asset.immutable })
    }
}
