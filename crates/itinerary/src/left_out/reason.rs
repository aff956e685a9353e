//! Why a point is left out.

/// Why a group does not visit a point. The kinds are in the order in which they are looked for, and the first that holds is the
/// reason; only what would fit as it is, is never told to be too far. "Alone" is a day on which the group visits nothing else, and
/// goes there and on to the end directly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has no window on that day.
    Closed,
    /// The group is smaller than the smallest that is let in.
    GroupTooSmall {
        /// Which.
        group: usize,
        /// How many they are.
        people: u32,
        /// How many they would have to be.
        least: u32,
    },
    /// The group is larger than the largest that is let in, that fits inside, or that any slot admits.
    GroupTooLarge {
        /// Which.
        group: usize,
        /// How many they are.
        people: u32,
        /// How many they could be.
        most: u32,
        /// In how many even parts each would be let in; none, if parts would be too small or nobody is let in.
        parts: Option<u32>,
    },
    /// No window is long enough for what a visit takes the group.
    StayTooLong {
        /// Which.
        group: usize,
        /// What it takes, in ticks.
        stay: u64,
        /// The longest window, in ticks.
        longest: u64,
    },
    /// There are slots, and in none of them can a visit begin so that it lies in a window.
    SlotsOutsideWindows,
    /// Alone, the group is there when the last visit has begun.
    TooLateThere {
        /// Which.
        group: usize,
        /// When it would be there.
        arrive: u64,
        /// The latest start.
        last: u64,
    },
    /// Alone, the group is back too late.
    TooLateBack {
        /// Which.
        group: usize,
        /// When it would be back.
        back: u64,
        /// When it has to be.
        back_by: u32,
    },
    /// The shortest leg to it, or the shortest from it, is over `max_leg`.
    TooFarForOneLeg {
        /// Which.
        group: usize,
        /// That leg, in ticks.
        travel: u32,
        /// The longest that may be.
        most: u32,
    },
    /// Alone, the group walks further than `max_walk_m`.
    TooFarOnFoot {
        /// Which.
        group: usize,
        /// How far, in metres.
        walk_m: u64,
        /// How far it may be.
        most: u32,
    },
    /// Alone and with nobody else there it could be visited; other groups have taken its slots or its room.
    Taken {
        /// Which could not get in.
        group: usize,
        /// Who is there.
        by: Vec<usize>,
    },
    /// The group visits another point of a set of which it can visit one.
    ChoiceTaken {
        /// Which group.
        group: usize,
        /// Which set.
        set: usize,
        /// The point that it visits.
        by: usize,
    },
    /// It would have to come after one point of the route and before another, which come the other way round or are the same.
    NoPlaceInOrder {
        /// Which group.
        group: usize,
        /// The point that it would have to come after.
        after: usize,
        /// The point that it would have to come before.
        before: usize,
    },
    /// Wherever in the route it is put, something else fails.
    NoRoom {
        /// Which group.
        group: usize,
        /// Before which visit of the route it does least harm.
        position: usize,
        /// What fails there.
        obstacle: Obstacle,
        /// The visited point of least score in whose place it would fit.
        instead_of: Option<usize>,
    },
    /// It could simply be put in: it is worth nothing, or the plan is not the best.
    WouldFit {
        /// Which group.
        group: usize,
        /// Before which visit of the route.
        position: usize,
        /// When the group would be back.
        back: u64,
    },
}

/// What fails once a point is put into a route. Where several do it is the first of: a leg, a stop that is missed, the time back,
/// the way on foot, the toilets. They are ordered by the harm that they do: what a later hour would mend comes before what a rule
/// would have to be dropped for, and then what is over by less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Obstacle {
    /// The group would be back too late.
    BackLate {
        /// By how much, in ticks.
        late: u64,
        /// When it would be back.
        back: u64,
    },
    /// It would be without a toilet for too long.
    NoToilet {
        /// By how much, in ticks.
        over: u64,
        /// How long it would be without one.
        time: u64,
    },
    /// It would walk too far.
    TooFarOnFoot {
        /// By how much, in metres.
        over: u64,
        /// How far it would walk.
        walk_m: u64,
    },
    /// It would come too late to a stop: windows, slots and other groups let it in until an earlier time.
    Misses {
        /// By how much, in ticks.
        late: u64,
        /// The point, which may be the new one.
        point: usize,
        /// When it would be there.
        arrive: u64,
    },
    /// A leg would be too long.
    LegTooLong {
        /// By how much, in ticks.
        over: u64,
        /// How long it would be.
        travel: u64,
    },
}

impl Reason {
    /// How far the search for the reason got: the further, the nearer the group is to visiting the point.
    pub(super) fn reach(&self) -> u8 {
        match self {
            Self::Closed => 0,
            Self::GroupTooSmall { .. } => 1,
            Self::GroupTooLarge { .. } => 2,
            Self::StayTooLong { .. } => 3,
            Self::SlotsOutsideWindows => 4,
            Self::TooLateThere { .. } => 5,
            Self::TooLateBack { .. } => 6,
            Self::TooFarForOneLeg { .. } => 7,
            Self::TooFarOnFoot { .. } => 8,
            Self::Taken { .. } => 9,
            Self::ChoiceTaken { .. } => 10,
            Self::NoPlaceInOrder { .. } => 11,
            Self::NoRoom { .. } => 12,
            Self::WouldFit { .. } => 13,
        }
    }
}
