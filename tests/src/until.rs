//! Waiting for a condition.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// Longer than anything that tests wait for takes on a busy machine.
const DEADLINE: Duration = Duration::from_mins(1);
/// How long to wait before asking again.
const PAUSE: Duration = Duration::from_millis(20);

/// Asks until the answer is something, and fails the test if none comes: `what` is what was waited for.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(begun.elapsed() < DEADLINE, "{what}: not within {} s", DEADLINE.as_secs());
        sleep(PAUSE);
    }
}
