//! A city at a terminal, ready for questions: as its store has it, with its streets.

use std::path::Path;

use yuren_server::store::StoreAddress;
use yuren_server::{Desk, StoredCity};

use crate::calendar::CalendarOptions;
use crate::{folder, store, streets};

/// The city in a folder, with the edits that live at `address` (`None` = where `serve` would keep them).
pub(crate) fn open(city: &Path, calendar: &CalendarOptions, address: Option<&StoreAddress>) -> Result<Desk, String> {
    let mut pack = folder::sound(city)?;
    calendar.fill(&mut pack)?;
    let streets = streets::of_city(city)?;
    let address = store::address(address, city)?;
    actix_web::rt::System::new().block_on(async move {
        let store = store::open_with(&address, &pack).await?;
        let stored = StoredCity::read(pack, &*store).await.map_err(|error| format!("the store {address}: {error}"))?;
        Ok(Desk::new(stored.snapshot, streets))
    })
}
