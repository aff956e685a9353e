//! Why nobody is signed in: what the page says in words.

/// Why somebody who went to the provider is not signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// There is no account of that name, or it is shut.
    NoAccount,
    /// The provider cannot be reached, is too slow, or answers what cannot be read.
    ProviderAway,
    /// The provider did not confirm who it is, or not in a way that can be believed.
    NotConfirmed,
    /// This browser did not set out from here, or too long ago, or has come back already.
    Over,
    /// Too many are signing in just now.
    Busy,
    /// The store cannot be reached.
    StoreAway,
}

impl Refusal {
    /// Its name in the page's address.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::NoAccount => "no_account",
            Self::ProviderAway => "provider_away",
            Self::NotConfirmed => "not_confirmed",
            Self::Over => "sign_in_over",
            Self::Busy => "too_many_attempts",
            Self::StoreAway => "store_unavailable",
        }
    }
}
