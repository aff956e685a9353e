//! Signing in by an `OpenID` Connect provider: it says who somebody is, the store says whether they have an account.
//!
//! The authorization code flow with PKCE, state and nonce. What a browser takes along is in a signed cookie
//! ([`handshake`]), so that the server that it comes back to need share nothing with the one that it left from.

mod client;
mod handshake;
mod provider;
mod refusal;
mod settings;

pub(crate) use handshake::Handshake;
pub(crate) use provider::{MINUTES, Provider};
pub(crate) use refusal::Refusal;
pub use settings::{Settings, UnfitSettings};
