//! The places that are fought over.

use yuren_tests::Server;

/// Ids of so many places of the sample city.
pub(crate) fn places(server: &Server, count: usize) -> Vec<String> {
    let ids = server.get(&format!("/api/v1/places?region=321002&role=heritage&limit={count}")).ids();
    assert_eq!(ids.len(), count);
    ids
}
