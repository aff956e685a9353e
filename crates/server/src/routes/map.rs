//! `/api/v1/tiles/…` and `/api/v1/style.json`: what a map is drawn from.

use std::sync::Arc;

use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use yuren_catalog::{Fee, RegionCode, RoleKind};
use yuren_geodesy::TileCoord;
use yuren_index::{Filter, Snapshot};
use yuren_tiles::{Lang, MAX_ZOOM, Theme, TileLayer};

use super::{JSON, REVALIDATE, bytes, json, no_such_resource};
use crate::body_cache::Kept;
use crate::edition::TileState;
use crate::params::table::{LANG, THEME};
use crate::params::{Asked, FILTER, FromQuery, Nothing, Query, Use, filter};
use crate::problem::{Code, Problem, Refusals};
use crate::state::State;

/// Mapbox Vector Tiles.
const MVT: &str = "application/vnd.mapbox-vector-tile";

/// Which places a map shows.
pub(crate) struct MapFilter {
    filter: Filter,
    /// The query as written, for the addresses of tiles.
    text: String,
}

impl FromQuery for MapFilter {
    const DECLARED: &'static [Use] = &FILTER;

    fn from_query(query: Query, snapshot: &Snapshot) -> Result<Self, Problem> {
        Ok(Self { filter: filter(&query, snapshot)?, text: query.to_text() })
    }
}

/// How a map looks.
pub(crate) struct StyleQuery {
    lang: Lang,
    theme: Theme,
}

impl FromQuery for StyleQuery {
    const DECLARED: &'static [Use] = &[LANG.optional(), THEME.optional()];

    fn from_query(query: Query, _: &Snapshot) -> Result<Self, Problem> {
        Ok(Self { lang: query.need(&LANG)?, theme: query.need(&THEME)? })
    }
}

/// Style
///
/// A `MapLibre` style (version 8) over the tiles below. It names no glyphs and no sprite.
#[utoipa::path(
    get, path = "/api/v1/style.json", operation_id = "style", tag = "map",
    params(Asked<StyleQuery>),
    responses((status = 200, description = "The style", body = serde_json::Value), Refusals)
)]
pub(crate) async fn style(
    request: HttpRequest,
    state: web::Data<State>,
    Asked(StyleQuery { lang, theme }): Asked<StyleQuery>,
) -> Result<HttpResponse, Problem> {
    let style = state.edition().tiles.style(theme, lang, &api_base(&state, &request));
    Ok(json(JSON, REVALIDATE, bytes(&style)?))
}

/// Places as tiles: `TileJSON`
///
/// `TileJSON` 3.0.0 of the places; the filters go on into the addresses of the tiles.
#[utoipa::path(
    get, path = "/api/v1/tiles/places.json", operation_id = "placeTileJson", tag = "map",
    params(Asked<MapFilter>),
    responses((status = 200, description = "The TileJSON", body = serde_json::Value), Refusals)
)]
pub(crate) async fn place_tile_json(
    request: HttpRequest,
    state: web::Data<State>,
    Asked(MapFilter { text, .. }): Asked<MapFilter>,
) -> Result<HttpResponse, Problem> {
    let document = state.edition().tiles.tile_json(TileLayer::Places, &api_base(&state, &request), &text);
    Ok(json(JSON, REVALIDATE, bytes(&document)?))
}

/// Boundaries or water as tiles: `TileJSON`
///
/// `TileJSON` 3.0.0 of a background layer.
#[utoipa::path(
    get, path = "/api/v1/tiles/{layer}.json", operation_id = "tileJson", tag = "map",
    params(("layer" = String, Path, description = "`boundaries` or `water`", example = "boundaries"), Asked<Nothing>),
    responses((status = 200, description = "The TileJSON", body = serde_json::Value), Refusals)
)]
pub(crate) async fn tile_json(
    request: HttpRequest,
    state: web::Data<State>,
    layer: web::Path<String>,
    _: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let layer = layer.parse().map_err(|_| no_such_resource(&request))?;
    let document = state.edition().tiles.tile_json(layer, &api_base(&state, &request), "");
    Ok(json(JSON, REVALIDATE, bytes(&document)?))
}

/// A tile of places
///
/// A Mapbox Vector Tile (2.1) of at most 50,000 bytes before compression: places, or clusters of them with a count for
/// each role kind. 204 where there are none.
#[utoipa::path(
    get, path = "/api/v1/tiles/places/{z}/{x}/{y}.mvt", operation_id = "placeTile", tag = "map",
    params(
        ("z" = u8, Path, description = "Zoom, 0 to 16", example = 12),
        ("x" = u32, Path, description = "Column from the west", example = 3407),
        ("y" = u32, Path, description = "Row from the north", example = 1656),
        Asked<MapFilter>
    ),
    responses(
        (status = 200, description = "The tile", body = Vec<u8>, content_type = "application/vnd.mapbox-vector-tile"),
        (status = 204, description = "Nothing is there"),
        Refusals
    )
)]
pub(crate) async fn place_tile(
    request: HttpRequest,
    state: web::Data<State>,
    zxy: web::Path<(String, String, String)>,
    Asked(MapFilter { filter, .. }): Asked<MapFilter>,
) -> Result<HttpResponse, Problem> {
    answer_tile(&request, &state, TileLayer::Places, &zxy, filter).await
}

/// A tile of boundaries or water
///
/// A Mapbox Vector Tile (2.1) of at most 50,000 bytes before compression. 204 where there is nothing.
#[utoipa::path(
    get, path = "/api/v1/tiles/{layer}/{z}/{x}/{y}.mvt", operation_id = "tile", tag = "map",
    params(
        ("layer" = String, Path, description = "`boundaries` or `water`", example = "water"),
        ("z" = u8, Path, description = "Zoom, 0 to 16", example = 12),
        ("x" = u32, Path, description = "Column from the west", example = 3407),
        ("y" = u32, Path, description = "Row from the north", example = 1656),
        Asked<Nothing>
    ),
    responses(
        (status = 200, description = "The tile", body = Vec<u8>, content_type = "application/vnd.mapbox-vector-tile"),
        (status = 204, description = "Nothing is there"),
        Refusals
    )
)]
pub(crate) async fn tile(
    request: HttpRequest,
    state: web::Data<State>,
    address: web::Path<(String, String, String, String)>,
    _: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    let (layer, z, x, y) = address.into_inner();
    let layer = layer.parse().map_err(|_| no_such_resource(&request))?;
    answer_tile(&request, &state, layer, &(z, x, y), Filter::default()).await
}

async fn answer_tile(
    request: &HttpRequest,
    state: &State,
    layer: TileLayer,
    zxy: &(String, String, String),
    filter: Filter,
) -> Result<HttpResponse, Problem> {
    let tile = tile_coord(zxy)?;
    let edition = state.edition();
    // Boundaries and water change with no edit.
    let state_of_tile = if layer == TileLayer::Places { edition.tile_state(tile) } else { TileState::default() };
    let key = tile_key(layer, tile, &filter, state_of_tile);
    let kept = Kept { key, content_type: MVT.to_owned(), cache_control: REVALIDATE };
    let tiles = Arc::clone(&edition.tiles);
    state.bodies.respond(request, kept, move || Ok(Bytes::from(tiles.tile(layer, tile, &filter)))).await
}

/// The name of a tile in this state in the cache; equal filters have equal names.
fn tile_key(layer: TileLayer, tile: TileCoord, filter: &Filter, state: TileState) -> String {
    let roles: Vec<&str> = filter.roles.iter().map(RoleKind::as_str).collect();
    let fees: Vec<&str> = filter.fees.iter().map(Fee::as_str).collect();
    let regions: Vec<&str> = filter.regions.iter().map(RegionCode::as_str).collect();
    let words = [roles, fees, regions].concat().join(",");
    format!("tile:{layer}/{}/{}/{}@{state}?{words}", tile.z(), tile.x(), tile.y())
}

fn tile_coord((z, x, y): &(String, String, String)) -> Result<TileCoord, Problem> {
    let refused = |name: &str, value: &str, largest: u32| {
        let detail = format!("The tile's {name} is {:?}; allowed: 0 to {largest}.", crate::problem::shortened(value));
        let allowed = format!("a whole number from 0 to {largest}");
        Problem::new(Code::TileOutOfRange, detail).parameter(name).value(value).allowed(allowed)
    };
    let whole = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u32>().ok()).flatten();
    let within = |name: &str, text: &str, largest: u32| {
        whole(text).filter(|&number| number <= largest).ok_or_else(|| refused(name, text, largest))
    };
    let zoom = within("z", z, u32::from(MAX_ZOOM))?;
    let largest = (1 << zoom) - 1;
    let (column, row) = (within("x", x, largest)?, within("y", y, largest)?);
    // All three are within their bounds now.
    TileCoord::new(zoom as u8, column, row).map_err(|error| Problem::internal(&error))
}

/// The address under which tiles and style are found.
fn api_base(state: &State, request: &HttpRequest) -> String {
    format!("{}/api/v1", state.base_url(request))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coord(z: &str, x: &str, y: &str) -> Result<TileCoord, Problem> {
        tile_coord(&(z.to_owned(), x.to_owned(), y.to_owned()))
    }

    #[test]
    fn a_tile_outside_its_zoom_is_refused_with_what_is_allowed() {
        assert!(coord("16", "65535", "0").is_ok());
        for (z, x, y) in [
            ("17", "0", "0"),
            ("3", "8", "0"),
            ("3", "0", "8"),
            ("-1", "0", "0"),
            ("a", "0", "0"),
            ("0", "0", "4294967296"),
        ] {
            assert_eq!(coord(z, x, y).unwrap_err().code(), Code::TileOutOfRange, "{z}/{x}/{y}");
        }
        assert!(coord("3", "8", "0").unwrap_err().to_string().contains("0 to 7"));
    }

    #[test]
    fn a_tile_is_kept_under_its_filter() {
        let tile = coord("3", "1", "2").unwrap();
        let filter = Filter {
            roles: [RoleKind::Venue].into_iter().collect(),
            fees: [Fee::Free].into_iter().collect(),
            regions: vec!["321002".parse().unwrap()],
        };
        assert_eq!(
            tile_key(TileLayer::Places, tile, &filter, TileState::default()),
            "tile:places/3/1/2@0.0?venue,free,321002"
        );
        assert_eq!(tile_key(TileLayer::Water, tile, &Filter::default(), TileState::default()), "tile:water/3/1/2@0.0?");
    }
}
