//! Who reports too often, without knowing who anybody is.
//!
//! An address is hashed with a secret of this process that is thrown away each day; nothing else of it is kept. So nobody
//! can tell from a hash whose it was, nor that two days' hashes are the same person's.

use std::net::IpAddr;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;
use yuren_store::ReporterHash;

use crate::people::token;

/// The secret of one day.
#[derive(Debug)]
struct Salt {
    day: NaiveDate,
    secret: String,
}

/// Hashes addresses, each day anew.
#[derive(Debug, Default)]
pub(crate) struct Reporters(Mutex<Option<Salt>>);

impl Reporters {
    /// The hash of an address on this day.
    pub(crate) async fn hash(&self, address: IpAddr, today: NaiveDate) -> ReporterHash {
        let mut salt = self.0.lock().await;
        if salt.as_ref().is_none_or(|salt| salt.day != today) {
            *salt = Some(Salt { day: today, secret: token::fresh() });
        }
        let secret = salt.as_ref().map_or("", |salt| salt.secret.as_str());
        ReporterHash(Sha256::digest(format!("{secret} {}", network(address))).into())
    }
}

/// The address, of IPv6 the network of 64 bits that a household has.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6((v6.to_bits() >> 64 << 64).into()),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[actix_web::test]
    async fn an_address_has_one_hash_a_day_and_another_the_next() {
        let reporters = Reporters::default();
        let [one, other] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        let today = reporters.hash(one, day("2026-11-24")).await;
        assert!(reporters.hash(one, day("2026-11-24")).await == today);
        assert!(reporters.hash(other, day("2026-11-24")).await != today);
        assert!(reporters.hash(one, day("2026-11-25")).await != today);
    }

    #[actix_web::test]
    async fn no_two_servers_give_an_address_the_same_hash() {
        let address = "192.0.2.1".parse().unwrap();
        let hash = |reporters: Reporters| async move { reporters.hash(address, day("2026-11-24")).await };
        assert!(hash(Reporters::default()).await != hash(Reporters::default()).await);
    }

    #[actix_web::test]
    async fn a_household_cannot_count_as_many_by_its_many_addresses() {
        let reporters = Reporters::default();
        let hash = |text: &str| reporters.hash(text.parse().unwrap(), day("2026-11-24"));
        assert!(hash("2001:db8:1:2::1").await == hash("2001:db8:1:2:ffff::9").await);
        assert!(hash("2001:db8:1:2::1").await != hash("2001:db8:1:3::1").await);
        assert!(hash("::ffff:192.0.2.1").await == hash("192.0.2.1").await);
    }
}
