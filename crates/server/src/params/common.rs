//! Questions that several routes put the same way: about a point, about a filter.

use yuren_geodesy::{DatumName, LonLat, Wgs84};
use yuren_index::{Filter, Snapshot};

use super::parameter::{Parameter, Use};
use super::query::Query;
use super::table::{DATUM, FEE, LAT, LON, REGION, ROLE};
use crate::answer::datum;
use crate::problem::{Code, Problem};

/// The parameters that [`filter`] reads.
pub(crate) const FILTER: [Use; 3] = [ROLE.optional(), FEE.optional(), REGION.optional()];

/// Which places a question is about.
pub(crate) fn filter(query: &Query, snapshot: &Snapshot) -> Result<Filter, Problem> {
    let mut regions = query.get(&REGION)?.unwrap_or_default();
    if let Some(unknown) = regions.iter().find(|code| snapshot.regions().get(code).is_none()) {
        let detail = format!("There is no region {unknown} in {}.", snapshot.city().name);
        return Err(Problem::new(Code::UnknownRegion, detail)
            .parameter(REGION.declaration.name)
            .value(unknown.as_str())
            .allowed("codes of regions in this city"));
    }
    // In one order, so that one filter has one cache entry however it is written.
    regions.sort();
    Ok(Filter {
        roles: query.get(&ROLE)?.unwrap_or_default().into_iter().collect(),
        fees: query.get(&FEE)?.unwrap_or_default().into_iter().map(|fee| fee.0).collect(),
        regions,
    })
}

/// A point as asked, and the datum of the answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Point {
    /// Where it is.
    pub(crate) at: LonLat<Wgs84>,
    /// The datum in which it was given.
    pub(crate) datum: DatumName,
}

impl Point {
    /// The parameters of a point that must be given.
    pub(crate) const REQUIRED: [Use; 3] = [LON.required(), LAT.required(), DATUM.optional()];
    /// The parameters of a point that may be given.
    pub(crate) const OPTIONAL: [Use; 3] = [LON.optional(), LAT.optional(), DATUM.optional()];

    /// The point of `lon`, `lat` and `datum`.
    pub(crate) fn required(query: &Query) -> Result<Self, Problem> {
        let datum = query.need(&DATUM)?;
        let (lon, lat) = (query.need(&LON)?, query.need(&LAT)?);
        let at = datum::to_wgs84(datum, lon, lat).map_err(|error| Problem::internal(&error))?;
        Ok(Self { at, datum })
    }

    /// The point, if any of it is given: half a point is refused.
    pub(crate) fn optional(query: &Query) -> Result<Option<Self>, Problem> {
        if query.has(&LON) || query.has(&LAT) { Self::required(query).map(Some) } else { Ok(None) }
    }

    /// The point of a parameter that holds both numbers.
    pub(crate) fn pair(
        query: &Query,
        parameter: &Parameter<[f64; 2]>,
        datum: DatumName,
    ) -> Result<Option<Self>, Problem> {
        let Some([lon, lat]) = query.get(parameter)? else { return Ok(None) };
        let at = datum::to_wgs84(datum, lon, lat)
            .map_err(|error| parameter.invalid(&format!("{lon},{lat}"), &format!("is no point: {error}")))?;
        Ok(Some(Self { at, datum }))
    }
}
