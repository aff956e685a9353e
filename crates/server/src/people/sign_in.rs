//! Signing in: the right password, not too often the wrong one; or a provider that has said who it is.

use chrono::{DateTime, TimeDelta, Utc};
use yuren_store::{Account, AccountName, Session};

use super::{password, person::SESSION_HOURS, token};
use crate::aside::aside;
use crate::clock;
use crate::problem::{Code, Problem};
use crate::state::State;

/// So many wrong passwords in a row lock an account.
const MOST_FAILED: u32 = 5;
/// How long the first lock lasts, in seconds; each further wrong password doubles it.
const FIRST_LOCK_S: i64 = 30;
/// How long a lock lasts at most, in seconds.
const LONGEST_LOCK_S: i64 = 3_600;

/// Begins a session: its secret, and whose it is. Whoever is refused does not learn whether there is such an account.
pub(crate) async fn sign_in(state: &State, name: &str, given: String) -> Result<(String, Account), Problem> {
    let store = &state.live.store;
    let now = clock::now();
    let account = match name.parse::<AccountName>() {
        Ok(name) => store.account(&name).await?,
        Err(_) => None,
    };
    if let Some(until) = account.as_ref().and_then(|account| account.locked_until).filter(|&until| until > now) {
        return Err(locked(until, now));
    }
    let busy = || Problem::new(Code::TooManyAttempts, "Too many people are signing in just now.").retry_after_s(1);
    let turn = state.sign_ins.try_acquire().map_err(|_| busy())?;
    let hash = account.as_ref().and_then(|account| account.password.as_ref().map(|hash| hash.as_str().to_owned()));
    let is_right = aside(move || password::is_right(&given, hash.as_deref())).await?;
    drop(turn);
    let wrong = || Problem::new(Code::WrongNameOrPassword, "There is no account with this name and password.");
    let Some(account) = account else { return Err(wrong()) };
    if !is_right {
        let failed = account.failed + 1;
        let until = now + lock(failed);
        store.sign_in_failed(&account.name, MOST_FAILED, until).await?;
        return Err(if failed >= u64::from(MOST_FAILED) { locked(until, now) } else { wrong() });
    }
    if account.disabled {
        return Err(wrong());
    }
    store.sign_in_succeeded(&account.name).await?;
    Ok((begin_session(state, &account, now).await?, account))
}

/// Begins a session of whom a provider has named: its secret; `None` if there is no such account, or it is shut.
///
/// Wrong passwords do not lock this way in: whoever tries them could lock everybody out.
pub(crate) async fn sign_in_as(state: &State, name: &AccountName) -> Result<Option<String>, Problem> {
    match state.live.store.account(name).await?.filter(|account| !account.disabled) {
        Some(account) => begin_session(state, &account, clock::now()).await.map(Some),
        None => Ok(None),
    }
}

/// Begins a session of an account that is not shut: its secret.
async fn begin_session(state: &State, account: &Account, now: DateTime<Utc>) -> Result<String, Problem> {
    let store = &state.live.store;
    store.delete_expired(now).await?;
    let secret = token::fresh();
    let session = Session {
        token: token::hashed(&secret),
        account: account.name.clone(),
        csrf: token::hashed(&token::csrf_of(&secret)),
        created: now,
        expires: now + TimeDelta::hours(SESSION_HOURS),
    };
    store.begin_session(&session).await?;
    Ok(secret)
}

/// How long so many wrong passwords lock an account.
fn lock(failed: u64) -> TimeDelta {
    let doubled = u32::try_from(failed.saturating_sub(u64::from(MOST_FAILED))).unwrap_or(u32::MAX).min(16);
    TimeDelta::seconds((FIRST_LOCK_S << doubled).min(LONGEST_LOCK_S))
}

fn locked(until: DateTime<Utc>, now: DateTime<Utc>) -> Problem {
    let seconds = (until - now).num_seconds().max(1).unsigned_abs();
    Problem::new(Code::TooManyAttempts, "The password was wrong too often.").retry_after_s(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_further_wrong_password_locks_twice_as_long_up_to_an_hour() {
        let seconds = |failed| lock(failed).num_seconds();
        assert_eq!([5, 6, 7, 11, 12, 1_000_000].map(seconds), [30, 60, 120, 1_920, 3_600, 3_600]);
    }
}
