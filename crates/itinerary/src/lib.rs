//! A feasible field-study day (研学日程): team orienteering with time windows, for groups that set out together, split and rotate.
//!
//! | module | what it is for |
//! | --- | --- |
//! | [`Problem`] | what is asked, in whole numbers; [`Problem::checked`] holds it against its bounds |
//! | [`Plan`] | an answer: who is where, from when until when |
//! | [`solve`] | makes an answer, and better ones as long as one likes |
//! | [`arrange`] | the times of an answer whose sequences somebody gave, and all that is wrong with it |
//! | [`check`] | all that is wrong with an answer, told from its JSON by rules of its own |
//! | [`left_out`] | why an answer does without a point |
//! | [`relaxations`] | where there is no answer: what might be asked less |
#![forbid(unsafe_code)]

mod check;
mod left_out;
mod plan;
mod problem;
mod relax;
mod solve;

pub use check::{Report, Stop, Unreadable, Violation, check};
pub use left_out::{LeftOut, Obstacle, Reason, left_out};
pub use plan::{Plan, Route, Visit};
pub use problem::{
    Defect, Group, LONGEST_TIME, MOST_GROUPS, MOST_NODES, MOST_PEOPLE, MOST_POINTS, MOST_SCORE, MOST_SPANS, OneOf,
    Point, Problem, Slot, Stay, Window,
};
pub use relax::{Change, Reach, Relaxation, Steps, relaxations};
pub use solve::{Arranged, Missing, Outcome, Progress, arrange, solve};
