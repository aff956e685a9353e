//! How people travel, as long as no streets are known.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A way of travelling (出行方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TravelMode {
    /// 步行.
    Walk,
    /// 骑行.
    Cycle,
    /// 驾车.
    Drive,
}

impl TravelMode {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Walk, Self::Cycle, Self::Drive];

    /// The name used in requests and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Walk => "walk",
            Self::Cycle => "cycle",
            Self::Drive => "drive",
        }
    }
}

impl fmt::Display for TravelMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for TravelMode {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == text).ok_or(())
    }
}

/// How a travel time is estimated from a straight distance: `distance × detour ÷ speed`. Without streets it is an estimate, and is
/// said to be one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Travel {
    /// How much longer the way is than the straight line.
    pub detour: f64,
    /// Kilometres an hour on foot.
    pub walk_km_h: f64,
    /// Kilometres an hour on a bicycle.
    pub cycle_km_h: f64,
    /// Kilometres an hour in a car in a city.
    pub drive_km_h: f64,
}

impl Default for Travel {
    /// This project's own figures, for a city that gives none.
    fn default() -> Self {
        Self { detour: 1.35, walk_km_h: 4.5, cycle_km_h: 13.0, drive_km_h: 28.0 }
    }
}

impl Travel {
    /// Kilometres an hour.
    pub fn km_h(&self, mode: TravelMode) -> f64 {
        match mode {
            TravelMode::Walk => self.walk_km_h,
            TravelMode::Cycle => self.cycle_km_h,
            TravelMode::Drive => self.drive_km_h,
        }
    }
}
