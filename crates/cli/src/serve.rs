//! `yuren serve`.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, ToSocketAddrs};
use std::path::PathBuf;
use std::process::ExitCode;

use tracing_subscriber::filter::LevelFilter;
use yuren_server::catalog::Severity;
use yuren_server::store::StoreAddress;
use yuren_server::{BindError, Site};

use crate::calendar::CalendarOptions;
use crate::findings::{count, summary, text};
use crate::folder;
use crate::oidc::OidcOptions;
use crate::page::Page;
use crate::store;
use crate::streets;
use crate::terminal::{Colours, answer, tell};

/// What `serve` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The city's folder.
    #[arg(long, value_name = "DIR", default_value = "data/yangzhou")]
    city: PathBuf,
    #[command(flatten)]
    calendar: CalendarOptions,
    /// Where edits live: a SQLite file (sqlite:PATH) or a `PostgreSQL` database with `PostGIS`
    /// (postgres:, user, password, one host or several, database). Left out: sqlite:var/CITY.db.
    #[arg(long, value_name = "ADDRESS", env = "YUREN_STORE", hide_env_values = true)]
    store: Option<StoreAddress>,
    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    listen: String,
    /// Scheme and host under which the server is reached from outside, if it stands behind a proxy.
    #[arg(long, value_name = "URL", value_parser = public_url)]
    public_url: Option<String>,
    #[command(flatten)]
    oidc: OidcOptions,
    /// How much to log on standard error: off, error, warn, info (a line a request, without its query), debug.
    #[arg(long, value_name = "LEVEL", env = "YUREN_LOG", default_value = "warn")]
    log: LevelFilter,
}

/// Serves a city until told to stop.
pub(crate) fn serve(options: &Options) -> Result<ExitCode, String> {
    tracing_subscriber::fmt()
        .with_max_level(options.log)
        .with_ansi(Colours::of_stderr().shown())
        .with_writer(io::stderr)
        .init();
    let listen = resolve(&options.listen)?;
    let oidc = options.oidc.settings(options.public_url.as_deref())?;
    let city = options.city.display();
    let reading = folder::read(&options.city)?;
    let found = summary(&reading.findings);
    let Some(mut pack) = reading.pack else {
        let findings = text(&reading.findings, Colours::of_stderr());
        tell(&format!("{findings}\n{found} in {city}: nothing is served until the errors are mended."));
        return Ok(ExitCode::FAILURE);
    };
    if count(&reading.findings, Severity::Warning) > 0 {
        tell(&format!("{found} in {city}; `yuren check {city}` shows them."));
    }
    options.calendar.fill(&mut pack)?;
    let streets = streets::of_city(&options.city)?;
    let name = pack.city.name.clone();
    let address = store::address(options.store.as_ref(), &options.city)?;
    actix_web::rt::System::new().block_on(async move {
        let store = store::open_with(&address, &pack).await?;
        let site = Site { pack, store, assets: Box::new(Page), public_url: options.public_url.clone(), streets, oidc };
        let bound = site.bind(listen).await.map_err(|error| match error {
            BindError::Address(error) => refusal(listen, &error),
            BindError::Store(error) => format!("the store {address}: {error}"),
        })?;
        // One line, whole and at once: scripts wait for it.
        answer(&format!("Yuren Map · {name} · http://{}/", reachable(bound.address())));
        bound.run().await.map_err(|error| format!("the server failed: {error}"))
    })?;
    Ok(ExitCode::SUCCESS)
}

fn resolve(listen: &str) -> Result<SocketAddr, String> {
    let resolved = listen.to_socket_addrs().ok().and_then(|mut addresses| addresses.next());
    resolved.ok_or_else(|| format!("--listen {listen:?} is no address; write one such as 127.0.0.1:8080"))
}

/// Why an address could not be had, and what to do.
fn refusal(listen: SocketAddr, error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::AddrInUse => {
            format!("port {} is taken; stop what uses it, or choose another: --listen {}:0", listen.port(), listen.ip())
        }
        ErrorKind::PermissionDenied => {
            format!("port {} is not ours to take; choose one above 1023: --listen {}:8080", listen.port(), listen.ip())
        }
        ErrorKind::AddrNotAvailable => format!("{} is no address of this machine", listen.ip()),
        _ => format!("cannot listen on {listen}: {error}"),
    }
}

/// An address under which a browser on this machine finds the server.
fn reachable(address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), address.port())
    } else {
        address
    }
}

/// A scheme and a host, without a slash at the end.
pub(crate) fn public_url(text: &str) -> Result<String, String> {
    let url = text.trim_end_matches('/');
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._:[]".contains(&b);
    if !host.is_empty() && host.bytes().all(is_plain) {
        Ok(url.to_owned())
    } else {
        Err("write a scheme and a host, such as https://map.example.cn".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_url_is_a_scheme_and_a_host() {
        assert_eq!(public_url("https://map.example.cn/").as_deref(), Ok("https://map.example.cn"));
        for text in ["map.example.cn", "ftp://x", "https://", "https://a/b", "https://a b"] {
            assert!(public_url(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_address_of_every_interface_is_shown_as_this_machine() {
        assert_eq!(reachable("0.0.0.0:80".parse().unwrap()).to_string(), "127.0.0.1:80");
        assert_eq!(reachable("192.0.2.1:80".parse().unwrap()).to_string(), "192.0.2.1:80");
    }
}
