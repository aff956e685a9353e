//! A text in both languages, as answers show it.

use std::borrow::Cow;

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::calendar::Words;

/// The same in Chinese and in English.
#[derive(Serialize, ToSchema)]
pub(crate) struct Bilingual<'a> {
    #[schema(example = "国庆节")]
    pub(crate) zh: Cow<'a, str>,
    #[schema(example = "National Day")]
    pub(crate) en: Cow<'a, str>,
}

impl From<Words> for Bilingual<'_> {
    fn from(Words { zh, en }: Words) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }
}
