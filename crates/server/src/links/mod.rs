//! Links by which a place's staff say that what is known of it is still right.
//!
//! A link is no public address: whoever has it may confirm one place in the name of one office, and nothing else. It stands
//! in the fragment of the page's address, which no server, log or proxy sees. It changes no fact, only by whom and when
//! facts were checked.

mod token;

use chrono::{DateTime, Days, NaiveDate, Utc};
use thiserror::Error;
use yuren_catalog::{City, Office, Place, PlaceId, Status};
use yuren_store::{Author, LinkKey, Store, StoreError};

pub use token::Link;
pub(crate) use token::{Refused, verify};

use crate::clock;
use crate::people::token::random;

/// For so many days a link may hold.
pub const DAYS: std::ops::RangeInclusive<u16> = 1..=400;

/// A link that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Who will confirm.
    pub office: Office,
    /// For how many days it shall hold, of [`DAYS`].
    pub days: u16,
    /// Who makes it.
    pub by: Author,
}

/// A link that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Where the page is, from the server's own address on: `/confirm.html#t=…`.
    pub path: String,
    /// The city's day on which it ends to hold.
    pub expires_on: NaiveDate,
}

/// Why no link was made.
#[derive(Debug, Error)]
pub enum NotMade {
    /// The place is withdrawn: there is nobody to confirm it.
    #[error("the place {0} is withdrawn: nobody can confirm it")]
    Withdrawn(PlaceId),
    /// It would hold for too long, or not at all.
    #[error("the link would hold for {0} days; allowed: {from} to {to}", from = DAYS.start(), to = DAYS.end())]
    Days(u16),
    /// The store did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes a link for the staff of a place of this city, which holds from `now` on.
pub async fn make(
    store: &dyn Store,
    city: &City,
    place: &Place,
    wanted: Wanted,
    now: DateTime<Utc>,
) -> Result<Made, NotMade> {
    let Wanted { office, days, by } = wanted;
    if !DAYS.contains(&days) {
        return Err(NotMade::Days(days));
    }
    if place.status == Status::Withdrawn {
        return Err(NotMade::Withdrawn(place.id.clone()));
    }
    let key = store.keep_link_key(&LinkKey(random())).await?;
    let expires = now + Days::new(days.into());
    let link = Link { place: place.id.clone(), office, expires, by };
    let path = format!("/confirm.html#t={}", token::sign(&key, &link));
    Ok(Made { path, expires_on: clock::day(city, expires) })
}
