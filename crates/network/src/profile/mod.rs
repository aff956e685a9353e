//! Ways of travelling that a street graph is made for: which streets each may use, in which direction, how fast.

mod access;
mod class;
mod duration;
mod max_speed;
mod one_way;
mod pace;
mod passing;
mod speeds;
mod tags;
#[cfg(test)]
mod tests;

pub(crate) use class::{Class, Unusable};
pub(crate) use duration::seconds;
pub(crate) use pace::{Pace, pace};
pub(crate) use passing::passes;
pub(crate) use tags::Tags;

/// A way of travelling: which streets one may use, in which direction, how fast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Profile {
    /// On foot (步行).
    Walk,
    /// By bicycle (骑行).
    Cycle,
    /// By car or coach (驾车).
    Drive,
}

impl Profile {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Walk, Self::Cycle, Self::Drive];

    /// The word for it in requests and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Walk => "walk",
            Self::Cycle => "cycle",
            Self::Drive => "drive",
        }
    }
}
