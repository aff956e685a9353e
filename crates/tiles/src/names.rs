//! The words by which requests name layers, themes and languages.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// The text names nothing that could be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not one of those")]
pub struct UnknownName(pub String);

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $name:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $type {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $type {
            /// Every value, in the order in which messages list them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name used in requests.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $type {
            type Err = UnknownName;

            fn from_str(text: &str) -> Result<Self, UnknownName> {
                Self::ALL.iter().copied().find(|v| v.as_str() == text).ok_or_else(|| UnknownName(text.to_owned()))
            }
        }
    };
}

named! {
    /// A set of tiles.
    TileLayer {
        /// Places, alone or clustered.
        Places = "places",
        /// District polygons and the names of regions.
        Boundaries = "boundaries",
        /// Lakes and rivers.
        Water = "water",
    }
}

named! {
    /// Which of a style's two sets of colours.
    Theme {
        /// Ink on paper.
        Light = "light",
        /// For the night.
        Dark = "dark",
    }
}

named! {
    /// In which language a style names things.
    Lang {
        /// Chinese.
        Zh = "zh",
        /// English, where there is an English name.
        En = "en",
    }
}
