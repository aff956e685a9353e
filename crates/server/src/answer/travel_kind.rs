//! What a travel time is made from, as questions and answers have it.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a travel time is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TravelKind {
    /// The straight distance, a detour and a speed.
    Estimate,
    /// Streets.
    Network,
}

impl TravelKind {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Estimate, Self::Network];

    /// As requests and answers have it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Estimate => "estimate",
            Self::Network => "network",
        }
    }
}

impl FromStr for TravelKind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(())
    }
}
