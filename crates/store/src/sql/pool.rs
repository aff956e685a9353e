//! A few connections that are used by turns.
//!
//! The driver's own pool waits out its whole patience on a host that refuses it, and knows one host only; a store moves on to
//! the next. A connection comes back only from a transaction that ended in order; any other is closed.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sqlx::Connection;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::StoreError;

/// How many connections a store has at most.
const MOST: usize = 6;
/// How long one waits for a connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a connection that lay idle may take to show that it lives.
const SIGN_OF_LIFE: Duration = Duration::from_secs(1);

/// What opens connections.
#[async_trait::async_trait]
pub(crate) trait Connector: Send + Sync + 'static {
    type Connection: Connection + Send + 'static;

    /// A new connection that takes writes.
    async fn connect(&self) -> Result<Self::Connection, StoreError>;
}

/// The connections.
pub(crate) struct Pool<C: Connector> {
    connector: C,
    permits: Arc<Semaphore>,
    idle: Arc<Mutex<Vec<C::Connection>>>,
}

impl<C: Connector> Pool<C> {
    pub(crate) fn new(connector: C) -> Self {
        Self { connector, permits: Arc::new(Semaphore::new(MOST)), idle: Arc::default() }
    }

    /// A connection that was alive just now.
    pub(crate) async fn lease(&self) -> Result<Lease<C::Connection>, StoreError> {
        let permit = timeout(PATIENCE, Arc::clone(&self.permits).acquire_owned()).await;
        let permit = permit.map_err(|_| StoreError::Unavailable("all connections are in use".to_owned()))?;
        let permit = permit.expect("nobody closes the semaphore");
        let idle = Arc::clone(&self.idle);
        loop {
            let next = idle.lock().expect("nobody panics with the lock").pop();
            let Some(mut connection) = next else { break };
            if matches!(timeout(SIGN_OF_LIFE, connection.ping()).await, Ok(Ok(()))) {
                return Ok(Lease { connection: Some(connection), idle, _permit: permit });
            }
        }
        let connection = timeout(PATIENCE, self.connector.connect()).await;
        let connection = connection.map_err(|_| StoreError::Unavailable("connecting took too long".to_owned()))??;
        Ok(Lease { connection: Some(connection), idle, _permit: permit })
    }
}

/// A connection in use. Dropped, it is closed: what hung in it is over.
pub(crate) struct Lease<T> {
    connection: Option<T>,
    idle: Arc<Mutex<Vec<T>>>,
    _permit: OwnedSemaphorePermit,
}

impl<T> Lease<T> {
    /// Hands the connection back for the next one.
    pub(crate) fn hand_back(mut self) {
        let connection = self.connection.take();
        self.idle.lock().expect("nobody panics with the lock").extend(connection);
    }
}

impl<T> Deref for Lease<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.connection.as_ref().expect("a connection until it is handed back")
    }
}

impl<T> DerefMut for Lease<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.connection.as_mut().expect("a connection until it is handed back")
    }
}
