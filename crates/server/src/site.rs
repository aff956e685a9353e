//! A server: made of a city and a page, bound to an address, run.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::from_fn;
use actix_web::{App, Error, HttpServer, web};
use yuren_catalog::CityPack;
use yuren_network::Streets;
use yuren_store::{Store, StoreError};

use crate::assets::Assets;
use crate::live::Live;
use crate::people::oidc;
use crate::state::State;
use crate::{bounds, docs, headers, observe, representation, routes};

/// How long a client may take over its request's head.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);
/// How long a connection may idle.
const KEEP_ALIVE: Duration = Duration::from_secs(30);
/// How long requests under way may take once the server is told to stop.
const SHUTDOWN_S: u64 = 5;

/// A city and its page, ready to be served.
pub struct Site {
    /// The city: all of it but its places, which are the store's.
    pub pack: CityPack,
    /// Where its places live.
    pub store: Arc<dyn Store>,
    /// The page.
    pub assets: Box<dyn Assets>,
    /// Where the server is reached from outside, such as `https://map.example.cn`, without a slash at its end; addresses
    /// in answers begin with it. `None` = with `http://` and the host that each client asks for.
    pub public_url: Option<String>,
    /// Streets, so that times go by them; `None` = times are estimates.
    pub streets: Option<Arc<Streets>>,
    /// A provider that may say who somebody is, beside passwords.
    pub oidc: Option<oidc::Settings>,
}

/// A server that has its address and does not answer yet.
pub struct Bound {
    server: Server,
    address: SocketAddr,
}

impl Site {
    /// Reads the city from its store, takes an address to listen on, such as `127.0.0.1:8080` (port 0 = any free one), and
    /// follows the store from then on.
    ///
    /// To be called inside an actix runtime. Fails as reading the store does, or as binding does: the port is taken, or not
    /// ours to take.
    pub async fn bind(self, listen: SocketAddr) -> Result<Bound, BindError> {
        let live = Live::start(self.pack, self.store).await?;
        let state = web::Data::new(State::new(live, self.assets, self.public_url, self.oidc, self.streets));
        let served = state.clone();
        let server = HttpServer::new(move || app(served.clone()))
            .client_request_timeout(HEAD_TIMEOUT)
            .keep_alive(KEEP_ALIVE)
            .shutdown_timeout(SHUTDOWN_S)
            .bind(listen)?;
        let address = server.addrs().first().copied().unwrap_or(listen);
        actix_web::rt::spawn(async move { state.live.follow().await });
        Ok(Bound { server: server.run(), address })
    }
}

/// Why a site cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// The city cannot be read from its store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The address cannot be had.
    #[error(transparent)]
    Address(#[from] io::Error),
}

impl Bound {
    /// The address that it has.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until the process is told to stop (SIGTERM, ctrl-c); requests under way are then let finish.
    pub async fn run(self) -> io::Result<()> {
        self.server.await
    }
}

impl fmt::Debug for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bound").field("address", &self.address).finish_non_exhaustive()
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site").field("public_url", &self.public_url).finish_non_exhaustive()
    }
}

/// The application. The middleware named last is the outermost.
pub(crate) fn app(
    state: web::Data<State>,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    App::new()
        .app_data(state)
        .wrap(from_fn(bounds::bound))
        .wrap(from_fn(representation::represent))
        .wrap(from_fn(headers::secure))
        .wrap(from_fn(observe::observe))
        .configure(docs::configure)
        .configure(routes::configure)
}
