//! `yuren link`: a link by which a place's staff say that what is known of it is still right.

use std::path::PathBuf;
use std::process::ExitCode;

use yuren_server::catalog::{Office, PlaceId};
use yuren_server::links::{self, Made, Wanted};
use yuren_server::store::{Author, Revised, StoreAddress};

use crate::serve::public_url;
use crate::terminal::{answer, tell};
use crate::{folder, store};

/// What `link` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The place's id, as in its address on the map.
    place: PlaceId,
    /// Who will confirm: an office, never a private person.
    #[arg(long, value_name = "NAME")]
    office: Office,
    /// For how many days the link holds, 1 to 400.
    #[arg(long, value_name = "DAYS", default_value_t = 180)]
    days: u16,
    /// Scheme and host under which the map is reached; left out, the link begins with the path.
    #[arg(long, value_name = "URL", value_parser = public_url)]
    public_url: Option<String>,
    /// The city's folder.
    #[arg(long, value_name = "DIR", default_value = "data/yangzhou")]
    city: PathBuf,
    /// Where edits live, as for `serve`.
    #[arg(long, value_name = "ADDRESS", env = "YUREN_STORE", hide_env_values = true)]
    store: Option<StoreAddress>,
}

/// Prints a link, and on standard error until when it holds.
pub(crate) fn link(options: Options) -> Result<ExitCode, String> {
    let Options { place: id, office, days, public_url, city, store } = options;
    let pack = folder::sound(&city)?;
    let address = store::address(store.as_ref(), &city)?;
    let made = actix_web::rt::System::new().block_on(async move {
        let store = store::open_with(&address, &pack).await?;
        let found = store.place(&id).await.map_err(|error| format!("the store {address}: {error}"))?;
        let Revised { place, .. } = found.ok_or_else(|| format!("there is no place {id} in {}", pack.city.name))?;
        let wanted = Wanted { office, days, by: Author::Operator };
        let made = links::make(&*store, &pack.city, &place, wanted, yuren_server::now()).await;
        made.map_err(|error| error.to_string())
    })?;
    let Made { path, expires_on } = made;
    answer(&format!("{}{path}", public_url.unwrap_or_default()));
    tell(&format!("It holds until {expires_on}. Whoever has it can confirm the place: send it to that office only."));
    Ok(ExitCode::SUCCESS)
}
