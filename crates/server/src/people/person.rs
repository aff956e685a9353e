//! Who asks: the session's cookie, the second token, and what the account may do.

use std::future::Future;
use std::pin::Pin;

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::{FromRequest, HttpRequest, web};
use yuren_catalog::{Place, RegionCode, RoleKind, StudyRoute};
use yuren_index::Snapshot;
use yuren_store::{Account, AccountRole, Author, SignedIn};

use super::scope::{Outside, StopOutside, outside, stop_outside};
use super::token;
use crate::clock;
use crate::problem::{Code, Problem};
use crate::state::State;

/// The session's cookie.
const COOKIE: &str = "yuren_session";
/// The header that carries the second token.
pub(crate) const CSRF_HEADER: &str = "x-csrf-token";
/// How long a session lasts: a day's work.
pub(crate) const SESSION_HOURS: i64 = 12;

/// Somebody who has signed in. Extracting one refuses whoever has not, and whatever another site's page may have sent.
#[derive(Debug)]
pub(crate) struct Person {
    /// The account as it is now.
    pub(crate) account: Account,
    /// The session's secret.
    pub(crate) session: String,
}

impl FromRequest for Person {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let state = request.app_data::<web::Data<State>>().cloned();
        let session = request.cookie(COOKIE).map(|cookie| cookie.value().to_owned());
        let csrf = request.headers().get(CSRF_HEADER).and_then(|token| token.to_str().ok()).map(str::to_owned);
        let changes = !matches!(*request.method(), Method::GET | Method::HEAD);
        Box::pin(async move {
            let state = state.ok_or_else(|| Problem::internal(&"the application was built without its state"))?;
            let not_signed_in = || Problem::new(Code::NotSignedIn, "This is for those who have signed in.");
            let session = session.ok_or_else(not_signed_in)?;
            let signed_in = state.live.store.signed_in(&token::hashed(&session), clock::now()).await?;
            let SignedIn { session: known, account } = signed_in.ok_or_else(not_signed_in)?;
            if changes && !csrf.is_some_and(|csrf| token::is_of(&csrf, known.csrf)) {
                let detail = "The request does not carry the session's second token.";
                return Err(Problem::new(Code::ForgedRequest, detail).parameter("X-CSRF-Token"));
            }
            Ok(Self { account, session })
        })
    }
}

impl Person {
    /// Who makes this person's changes.
    pub(crate) fn author(&self) -> Author {
        Author::Account(self.account.name.clone())
    }

    /// Refuses whoever has less than this role.
    pub(crate) fn need(&self, role: AccountRole) -> Result<(), Problem> {
        if self.account.access.role >= role {
            return Ok(());
        }
        let detail = format!("This takes the role {}; yours is {}.", role.as_str(), self.account.access.role.as_str());
        Err(Problem::new(Code::NotAllowed, detail).allowed(role.as_str()))
    }

    /// Refuses a change of a place outside the account's districts, or of a role outside its kinds. `before` is the place
    /// as it stands, if it does.
    pub(crate) fn need_scope(&self, before: Option<&Place>, after: &Place) -> Result<(), Problem> {
        let access = &self.account.access;
        match outside(access, before, after) {
            None => Ok(()),
            Some(Outside::District(region)) => {
                let detail = format!("The place {} lies in {region}, which is not among your districts.", after.id);
                Err(Problem::new(Code::NotAllowed, detail).value(region.as_str()).allowed(self.districts()))
            }
            Some(Outside::Kind(kind)) => {
                let detail = format!("The change touches a {kind}, which is not among your kinds.");
                Err(Problem::new(Code::NotAllowed, detail).value(kind.as_str()).allowed(self.kinds()))
            }
        }
    }

    /// Refuses a change of a study route that stops, or stopped, outside the account's districts, or at a place without a role of its
    /// kinds. What is no place of the map, the rules refuse.
    pub(crate) fn need_scope_of_stops(&self, snapshot: &Snapshot, after: &StudyRoute) -> Result<(), Problem> {
        let before = snapshot.study_route(&after.id).filter(|before| *before != after);
        let routes = [("route.stops", Some(after)), ("the stops as they stand: stops", before)];
        for (list, route) in routes {
            for (i, stop) in route.iter().flat_map(|route| &route.stops).enumerate() {
                let Some(place) = snapshot.place(&stop.place) else { continue };
                let (why, allowed) = match stop_outside(&self.account.access, place) {
                    None => continue,
                    Some(StopOutside::District(region)) => {
                        (format!("lies in {region}, which is not among your districts"), self.districts())
                    }
                    Some(StopOutside::Kinds) => ("bears no role of your kinds".to_owned(), self.kinds()),
                };
                let detail = format!("Stop {} of the route, {} ({}), {why}.", i + 1, place.name, place.id);
                let problem = Problem::new(Code::NotAllowed, detail).parameter(&format!("{list}[{i}].place"));
                return Err(problem.value(place.id.as_str()).allowed(allowed));
            }
        }
        Ok(())
    }

    /// The account's districts, in a line.
    fn districts(&self) -> String {
        self.account.access.districts.iter().map(RegionCode::as_str).collect::<Vec<_>>().join(", ")
    }

    /// The account's kinds, in a line.
    fn kinds(&self) -> String {
        self.account.access.kinds.iter().map(RoleKind::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// The cookie of a new session. Scripts cannot read it, and no other site's page can make a browser send it.
pub(crate) fn cookie(session: String, is_https: bool) -> Cookie<'static> {
    Cookie::build(COOKIE, session)
        .path("/api")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(is_https)
        .max_age(Duration::hours(SESSION_HOURS))
        .finish()
}

/// The cookie that takes the session away.
pub(crate) fn no_cookie() -> Cookie<'static> {
    let mut cookie = Cookie::build(COOKIE, "").path("/api").finish();
    cookie.make_removal();
    cookie
}
