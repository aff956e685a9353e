//! What a question for a day of field study may ask for at most.

/// Largest body in bytes.
pub(crate) const LARGEST_BODY: usize = 256 << 10;
/// Pupils.
pub(crate) const PUPILS: u32 = 5_000;
/// Adults who go with them.
pub(crate) const ADULTS: u32 = 1_000;
/// Groups that go their own ways.
pub(crate) const GROUPS: usize = 12;
/// Places that are wanted, that are not, whose stay is told, that were done.
pub(crate) const LISTED: usize = 300;
/// Pairs of which the first comes before the second.
pub(crate) const BEFORE: usize = 100;
/// Stops of one group in a sequence that is given.
pub(crate) const STOPS: usize = 40;
/// Longest stay, lunch and leg, in minutes.
pub(crate) const MINUTES: u32 = 480;
/// Most metres on foot.
pub(crate) const WALK_M: u32 = 100_000;
/// Characters of the words sought.
pub(crate) const WORDS_CHARS: usize = 60;
/// Longest search for a better plan, in seconds.
pub(crate) const SECONDS: u64 = 10;
/// Places that go to the solver; of more, the best by score.
pub(crate) const CANDIDATES: usize = 150;
/// Places that were left out of a plan, as an answer tells them; of more, the best by score.
pub(crate) const LEFT_OUT: usize = 60;
/// Courses that a stop names.
pub(crate) const COURSES: usize = 5;
