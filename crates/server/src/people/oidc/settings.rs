//! Which provider, and how it knows us.

use std::fmt;

use openidconnect::url::{Host, Url};
use openidconnect::{ClientId, ClientSecret, IssuerUrl, RedirectUrl};

/// Shortest secret, in bytes: its signatures are seen by everybody, so it must not be guessable.
const SHORTEST_SECRET: usize = 16;
/// Longest text of any setting, in bytes.
const LONGEST: usize = 512;
/// Longest name, in characters: it stands on a button.
const LONGEST_NAME: usize = 40;
/// Where the provider sends a browser back to.
const RETURN: &str = "/api/v1/session/oidc/return";

/// A provider that may say who somebody is.
#[derive(Clone)]
pub struct Settings {
    pub(super) issuer: IssuerUrl,
    pub(super) client_id: ClientId,
    pub(super) secret: ClientSecret,
    pub(super) redirect: RedirectUrl,
    pub(super) name: String,
    pub(super) claim: String,
}

/// Why a provider cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnfitSettings {
    /// The issuer is no address to trust.
    #[error(
        "the issuer {0:?} cannot be used; allowed: an https address without ? and #, or http on a loopback address"
    )]
    Issuer(String),
    /// The secret could be guessed.
    #[error("the client secret has {0} bytes; allowed: {SHORTEST_SECRET} to {LONGEST}")]
    Secret(usize),
    /// The name does not fit on a button.
    #[error("the provider's name {0:?} cannot be shown; allowed: 1 to {LONGEST_NAME} characters in one line")]
    Name(String),
    /// Another setting is empty or too long.
    #[error("the {0} has {1} bytes; allowed: 1 to {LONGEST}")]
    Length(&'static str, usize),
    /// The public address is none.
    #[error("{0:?} is no public address to come back to")]
    PublicUrl(String),
}

impl Settings {
    /// A provider. `name`: what the button calls it. `claim`: which claim holds an account's name. `public_url`: where
    /// this server is reached from outside, without a slash at its end.
    pub fn new(
        issuer: &str,
        client_id: &str,
        secret: String,
        name: &str,
        claim: &str,
        public_url: &str,
    ) -> Result<Self, UnfitSettings> {
        if !(SHORTEST_SECRET..=LONGEST).contains(&secret.len()) {
            return Err(UnfitSettings::Secret(secret.len()));
        }
        if !(1..=LONGEST_NAME).contains(&name.chars().count()) || name.chars().any(char::is_control) {
            return Err(UnfitSettings::Name(name.chars().take(80).collect()));
        }
        for (what, text) in [("client id", client_id), ("claim", claim), ("issuer", issuer)] {
            if !(1..=LONGEST).contains(&text.len()) {
                return Err(UnfitSettings::Length(what, text.len()));
            }
        }
        let unfit = || UnfitSettings::Issuer(issuer.to_owned());
        let url = Url::parse(issuer).map_err(|_| unfit())?;
        if !is_safe(&url, true) || url.query().is_some() || url.fragment().is_some() {
            return Err(unfit());
        }
        let redirect = RedirectUrl::new(format!("{public_url}{RETURN}"));
        Ok(Self {
            issuer: IssuerUrl::new(issuer.to_owned()).map_err(|_| unfit())?,
            client_id: ClientId::new(client_id.to_owned()),
            secret: ClientSecret::new(secret),
            redirect: redirect.map_err(|_| UnfitSettings::PublicUrl(public_url.to_owned()))?,
            name: name.to_owned(),
            claim: claim.to_owned(),
        })
    }

    /// Whether the provider runs on this very machine.
    pub(super) fn is_local(&self) -> bool {
        is_loopback(self.issuer.url())
    }
}

/// Whether a secret may be sent there: by https, or without leaving this machine if `local` allows that.
pub(super) fn is_safe(url: &Url, local: bool) -> bool {
    let has_host = url.host().is_some() && url.username().is_empty() && url.password().is_none();
    has_host && (url.scheme() == "https" || (local && url.scheme() == "http" && is_loopback(url)))
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(issuer: &str, secret: &str, name: &str, claim: &str) -> Result<Settings, UnfitSettings> {
        Settings::new(issuer, "yuren", secret.to_owned(), name, claim, "https://map.example.cn")
    }

    #[test]
    fn an_issuer_is_reached_by_https_or_does_not_leave_this_machine() {
        let of = |issuer| settings(issuer, "sixteen bytes or more", "教育云", "preferred_username");
        for good in
            ["https://id.example.cn/realms/edu", "http://127.0.0.1:8081", "http://[::1]:8081/", "http://localhost"]
        {
            assert!(of(good).is_ok(), "{good}");
        }
        for bad in [
            "http://id.example.cn",
            "http://10.0.0.1",
            "ftp://127.0.0.1",
            "https://a:b@id.example.cn",
            "https://x/?y",
            "x",
            "data:,x",
        ] {
            assert_eq!(of(bad).unwrap_err(), UnfitSettings::Issuer(bad.to_owned()));
        }
    }

    #[test]
    fn what_is_empty_or_too_long_or_guessable_is_refused_by_name() {
        let issuer = "https://id.example.cn";
        assert_eq!(settings(issuer, "short", "教育云", "sub").unwrap_err(), UnfitSettings::Secret(5));
        assert_eq!(
            settings(issuer, "sixteen bytes or more", "", "sub").unwrap_err(),
            UnfitSettings::Name(String::new())
        );
        assert_eq!(settings(issuer, "sixteen bytes or more", "云", "").unwrap_err(), UnfitSettings::Length("claim", 0));
    }

    #[test]
    fn a_provider_elsewhere_cannot_name_addresses_of_this_machine() {
        let url = Url::parse("http://127.0.0.1:9/token").unwrap();
        assert!(is_safe(&url, true) && !is_safe(&url, false));
    }

    #[test]
    fn the_secret_is_never_shown() {
        let shown = format!("{:?}", settings("https://x", "sixteen bytes or more", "云", "sub").unwrap());
        assert!(!shown.contains("sixteen"), "{shown}");
    }
}
