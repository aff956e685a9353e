//! Faults: servers that are killed, editors who race, a database that is lost. Whatever was acknowledged must be there.
//!
//! Each test tells what it counted; `cargo test --test faults -- --show-output` shows it.

mod audit;
mod failover;
mod home;
mod journal;
mod kills;
mod places;
mod random;
mod rivals;
