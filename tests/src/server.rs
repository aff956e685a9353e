//! A server of the built binary, ended with its guard.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::{Answer, Ended, Scratch, yuren};

/// Longer than any start or end takes on a busy machine; what is not there by then will not come.
const DEADLINE: Duration = Duration::from_mins(1);

/// A running `yuren serve` on a port of its own. Dropping it ends it.
pub struct Server {
    child: Child,
    base: String,
    agent: ureq::Agent,
    stdout: Option<JoinHandle<String>>,
    stderr: Option<JoinHandle<String>>,
    /// Where its store is, if that is its own; removed after the server has ended.
    scratch: Option<Scratch>,
    store: String,
}

impl Server {
    /// The server of the sample city that tests share while one of them holds it.
    pub fn shared() -> Arc<Self> {
        static SHARED: Mutex<Weak<Server>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let server = Arc::new(Self::start(None, &[]));
            *shared = Arc::downgrade(&server);
            server
        })
    }

    /// A server of its own, of this city (`None` = the default one), on an empty store, with these variables set.
    pub fn start(city: Option<&Path>, variables: &[(&str, &str)]) -> Self {
        let scratch = Scratch::new();
        let store = scratch.store();
        let mut server = Self::start_on(&store, city, variables);
        server.scratch = Some(scratch);
        server
    }

    /// A server of its own, of the default city on an empty store, with these options and variables besides.
    pub fn start_with(options: &[&str], variables: &[(&str, &str)]) -> Self {
        let scratch = Scratch::new();
        let store = scratch.store();
        let mut command = yuren();
        command.arg("serve").args(options).envs(variables.iter().copied());
        let mut server = Self::run(command, &store);
        server.scratch = Some(scratch);
        server
    }

    /// A server on the store with this address.
    pub fn start_on(store: &str, city: Option<&Path>, variables: &[(&str, &str)]) -> Self {
        let mut command = yuren();
        command.arg("serve").envs(variables.iter().copied());
        if let Some(city) = city {
            command.arg("--city").arg(city);
        }
        Self::run(command, store)
    }

    /// Starts `yuren serve` and waits for its address.
    fn run(mut command: Command, store: &str) -> Self {
        command.args(["--listen", "127.0.0.1:0"]).env("YUREN_STORE", store);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("yuren starts");
        let (address_line, addresses) = mpsc::channel();
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        let stdout = thread::spawn(move || {
            let mut said = String::new();
            for line in out.lines().map_while(Result::ok) {
                // Nobody listens any more once the address is known.
                let _ = address_line.send(line.clone());
                said.push_str(&line);
                said.push('\n');
            }
            said
        });
        let mut err = child.stderr.take().expect("a pipe");
        let stderr = thread::spawn(move || {
            let mut said = Vec::new();
            // An error ends the log where it is.
            let _ = err.read_to_end(&mut said);
            String::from_utf8_lossy(&said).into_owned()
        });
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .timeout_global(Some(DEADLINE))
            .build()
            .new_agent();
        let (stdout, stderr) = (Some(stdout), Some(stderr));
        let mut server =
            Self { child, base: String::new(), agent, stdout, stderr, scratch: None, store: store.to_owned() };
        match address(&addresses) {
            Some(base) => server.base = base,
            None => panic!("yuren printed no address; its log: {}", server.end(true).stderr),
        }
        server
    }

    /// `http://127.0.0.1:PORT`.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The address of its store.
    pub fn store(&self) -> &str {
        &self.store
    }

    /// `127.0.0.1:PORT`.
    pub fn host(&self) -> &str {
        self.base.trim_start_matches("http://")
    }

    /// GET of a path, without any Accept headers.
    pub fn get(&self, path: &str) -> Answer {
        self.request("GET", path, &[])
    }

    /// A request of a path with these headers.
    pub fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(method, path, headers, Vec::new())
    }

    /// A request with a body, which may be empty.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
        self.try_send(method, path, headers, body).unwrap_or_else(|error| panic!("{method} {path}: no answer: {error}"))
    }

    /// The same of a server that may be gone before it has answered: the error says how.
    pub fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Result<Answer, ureq::Error> {
        let mut request = ureq::http::Request::builder().method(method).uri(format!("{}{path}", self.base));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let asked = format!("{method} {path}");
        let request = request.body(body).unwrap_or_else(|error| panic!("{asked}: no request: {error}"));
        let mut answer = self.agent.run(request)?;
        let headers = answer
            .headers()
            .iter()
            .map(|(name, value)| (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
        Ok(Answer {
            status: answer.status().as_u16(),
            headers: headers.collect(),
            body: answer.body_mut().with_config().limit(64 << 20).read_to_vec()?,
            asked,
        })
    }

    /// Sends bytes as they are and answers with the status of what comes back, and all of it as text. An empty answer,
    /// a connection closed at once, has status 0.
    pub fn raw(&self, bytes: &[u8]) -> (u16, String) {
        let mut stream = TcpStream::connect(self.host()).expect("a connection");
        stream.set_read_timeout(Some(DEADLINE)).expect("a deadline");
        // The server may answer and close before it has read everything: that is an answer, too.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let text = String::from_utf8_lossy(&answer).into_owned();
        let status = text.split_whitespace().nth(1).and_then(|status| status.parse().ok());
        (status.unwrap_or(0), text)
    }

    /// Asks the server to end as an operating system does (SIGTERM), and waits for it.
    pub fn stop(mut self) -> Ended {
        self.end(false)
    }

    /// Kills it as a power failure would (SIGKILL), under whoever is asking it something.
    pub fn kill(&self) {
        let killed = Command::new("kill").args(["-KILL", &self.child.id().to_string()]).status();
        assert!(killed.expect("kill starts").success(), "the server had ended by itself");
    }

    fn end(&mut self, at_once: bool) -> Ended {
        if at_once {
            self.child.kill().expect("a child that is not yet waited for can be killed");
        } else {
            let killed = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
            assert!(killed.expect("kill starts").success(), "the server had ended by itself");
        }
        // Both pipes close when the process ends: their readers tell when that is, with a deadline.
        let (done, ended) = mpsc::channel();
        let (stdout, stderr) = (self.stdout.take(), self.stderr.take());
        thread::spawn(move || {
            let text = |reader: Option<JoinHandle<String>>| reader.and_then(|reader| reader.join().ok());
            let _ = done.send((text(stdout).unwrap_or_default(), text(stderr).unwrap_or_default()));
        });
        let Ok((stdout, stderr)) = ended.recv_timeout(DEADLINE) else { panic!("the server did not end when told") };
        Ended { status: self.child.wait().expect("a status"), stdout, stderr }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Errs only if the server has ended already, which is all that is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The address in the first line that has one: `Yuren Map · 扬州市 · http://127.0.0.1:PORT/`.
fn address(lines: &Receiver<String>) -> Option<String> {
    loop {
        let line = lines.recv_timeout(DEADLINE).ok()?;
        if let Some(start) = line.find("http://127.0.0.1:") {
            return Some(line[start..].trim_end().trim_end_matches('/').to_owned());
        }
    }
}
