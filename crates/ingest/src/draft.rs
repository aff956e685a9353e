//! A row as far as it is understood.

use yuren_calendar::Admission;
use yuren_catalog::{Audience, Booking, Fee, Place, Precision, RegionCode, RoleKind, Status, Wheelchair};
use yuren_geodesy::{LonLat, Wgs84};

/// Where a row's place is.
#[derive(Clone, Debug, PartialEq)]
pub struct Spotted {
    /// The point, with 7 decimals as files keep it.
    pub point: LonLat<Wgs84>,
    /// How well it is known.
    pub precision: Precision,
    /// The true spot lies within this many metres.
    pub radius_m: f64,
}

/// A row as far as it is understood. A blank cell is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The row's number.
    pub row: u32,
    /// Its key in its list; made from name and region where the list has none.
    pub key: String,
    /// Whether the list itself has the key.
    pub has_own_key: bool,
    /// Name in Chinese.
    pub name: String,
    /// Name in English.
    pub name_en: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Postal address.
    pub address: Option<String>,
    /// The finest region that it names or, without that, the district around its point.
    pub region: Option<RegionCode>,
    /// Longitude and latitude as the file means them, in the file's datum.
    pub numbers: Option<[f64; 2]>,
    /// Where it is.
    pub position: Option<Spotted>,
    /// What it is to the programme.
    pub kinds: Vec<RoleKind>,
    /// The role's own name.
    pub role_name: Option<String>,
    /// What it costs.
    pub fee: Option<Fee>,
    /// When it is open: in OpenStreetMap's grammar where that is certain, else as the file says.
    pub hours: Option<String>,
    /// What the text of the hours and columns of their own say of admission.
    pub admission: Option<Admission>,
    /// What the text of the hours says of booking.
    pub booking_in_hours: Option<Booking>,
    /// What the text of the hours says of whom it is for.
    pub audience_in_hours: Option<Audience>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Web page.
    pub website: Option<String>,
    /// How many persons fit in.
    pub capacity: Option<u32>,
    /// Usual length of a visit in minutes.
    pub visit_minutes: Option<u16>,
    /// Whether one can get in with a wheelchair.
    pub wheelchair: Option<Wheelchair>,
    /// Youngest age admitted.
    pub min_age: Option<u8>,
    /// Whether a booking is needed.
    pub booking: Option<bool>,
    /// Whether it stands.
    pub status: Option<Status>,
    /// The place as a whole, where the row is a feature of our own.
    pub place: Option<Box<Place>>,
    /// Whether an error keeps it from being imported.
    pub refused: bool,
}

impl Draft {
    /// Whether it is known where its place is. A row of which it is not is refused.
    pub(crate) fn is_placed(&self) -> bool {
        self.place.is_some() || self.position.is_some() && self.region.is_some()
    }
}
