//! Lists of activities (活动) and of courses (课程): rows that belong to places that are there already.
//!
//! `sheet` reads a row into an [`Offer`], with `when` for its times, `repeats` for its rule and `words` for the rest; `places` finds its
//! place; `plan` lays all offers of a list over their places.

mod places;
mod plan;
mod repeats;
mod sheet;
mod when;
mod words;

use yuren_catalog::{Activity, Course, PlaceId};

pub(crate) use plan::plan;
pub(crate) use sheet::read;

/// A row of such a list as far as it is understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The row's number.
    pub row: u32,
    /// The place that it names; `None` if it was not found, and the row is refused.
    pub place: Option<PlaceId>,
    /// What takes place or is taught there; `None` if an error keeps it from being imported.
    pub offered: Option<Offered>,
    /// The key from which its id follows, so that what stands in the list with a mistake is not taken for gone.
    pub key: Option<String>,
}

/// What a row offers.
#[derive(Clone, Debug, PartialEq)]
pub enum Offered {
    /// Something dated.
    Activity(Box<Activity>),
    /// A teaching resource.
    Course(Box<Course>),
}
