//! Ways of travelling that a street graph is made for.

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
