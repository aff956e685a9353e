//! What a request may ask, read one way for every route.
//!
//! A route states its query as a type that is [`FromQuery`]: which parameters of [`table`] it takes, and what becomes of
//! them. [`Asked`] is the extractor: it refuses whatever was not declared, was given twice or stands empty, by name, and
//! describes the parameters to OpenAPI. A new parameter is a row in `table.rs` and an entry in the `DECLARED` of the
//! routes that take it.

mod common;
mod moment;
mod parameter;
mod query;
mod read;
pub(crate) mod table;

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter as OpenApiParameter, ParameterIn};
use yuren_index::Snapshot;

pub(crate) use common::{FILTER, Point, filter};
pub(crate) use moment::{Edge, Moment, WouldBook};
pub(crate) use parameter::Use;
pub(crate) use query::Query;

use crate::problem::Problem;
use crate::state::State;

/// A question that a query can put.
pub(crate) trait FromQuery: Sized {
    /// Every parameter that it takes.
    const DECLARED: &'static [Use];

    /// The question; `snapshot` knows what values can mean (regions).
    fn from_query(query: Query, snapshot: &Snapshot) -> Result<Self, Problem>;
}

/// Extracts a `T` from a request's query.
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: FromQuery> FromRequest for Asked<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let asked = || {
            let state = request
                .app_data::<web::Data<State>>()
                .ok_or_else(|| Problem::internal(&"the application was built without its state"))?;
            let query = Query::parse(request.query_string(), T::DECLARED)?;
            T::from_query(query, &state.edition().snapshot).map(Self)
        };
        ready(asked())
    }
}

impl<T: FromQuery> IntoParams for Asked<T> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<OpenApiParameter> {
        T::DECLARED.iter().map(|used| used.describe()).collect()
    }
}

/// The question that takes no parameter.
pub(crate) struct Nothing;

impl FromQuery for Nothing {
    const DECLARED: &'static [Use] = &[];

    fn from_query(_: Query, _: &Snapshot) -> Result<Self, Problem> {
        Ok(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::table::{CURSOR, DATUM, K, LANG, LIMIT, SEARCH_LIMIT, THEME};

    #[test]
    fn every_default_is_a_value_of_its_parameter() {
        macro_rules! check {
            ($($parameter:ident),+) => {$(
                if let Some(default) = $parameter.declaration.default {
                    assert!(($parameter.read)(&$parameter.declaration.shape, default).is_ok(), stringify!($parameter));
                }
            )+};
        }
        check!(DATUM, K, LIMIT, SEARCH_LIMIT, LANG, THEME, CURSOR);
    }
}
