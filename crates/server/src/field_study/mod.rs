//! Days of field study (研学日程): which places a school visits on a day, in which order and when.
//!
//! A question is read from JSON ([`body`]) and held against the city ([`question`]). What may be visited, what a visit is worth and
//! when it can be are looked up in the snapshot and the calendars ([`candidate`], [`score`], [`hours`], [`booking`]); with the times
//! between ([`travel`]) that makes a problem of whole numbers ([`building`]), which `yuren-itinerary` solves ([`searching`], [`solving`]). No plan
//! leaves the server that its checker does not accept. What is told of it has the lines of its legs ([`lines`]).

mod alternatives;
mod arranging;
pub(crate) mod assumed;
pub(crate) mod body;
pub(crate) mod booking;
pub(crate) mod building;
pub(crate) mod by_route;
pub(crate) mod candidate;
pub(crate) mod changing;
mod checking;
mod fields;
mod format;
pub(crate) mod hours;
pub(crate) mod limits;
pub(crate) mod lines;
mod lunch;
mod now;
pub(crate) mod order;
pub(crate) mod question;
mod reading;
pub(crate) mod score;
pub(crate) mod searching;
pub(crate) mod several_days;
pub(crate) mod solving;
pub(crate) mod themes;
pub(crate) mod travel;

pub use format::DayFormat;

/// Minutes after midnight as a clock shows them; what is past midnight goes on counting hours.
pub(crate) fn clock_text(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
