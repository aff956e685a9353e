//! Counts read from what test runners print.

use std::ops::AddAssign;

/// How many checks a runner ran, and by name what did not pass or was not run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    /// What failed, as far as the runner names it.
    pub(crate) failures: Vec<String>,
    /// What the runner left out (ignored, skipped, to do).
    pub(crate) not_run: Vec<String>,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.failures.extend(other.failures);
        self.not_run.extend(other.not_run);
    }
}

/// Whose output is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Runner {
    /// A command that is one check: its exit status is the answer.
    Exit,
    /// `cargo test`.
    Cargo,
    /// `node --test` with the `spec` reporter.
    Node,
    /// `vitest run`.
    Vitest,
    /// Our own scripts: a closing line `N passed, M failed`, and `FAILED: what` for each failure.
    Ours,
}

impl Runner {
    /// The counts in `output`, which may carry terminal colours. [`Runner::Exit`] has none to read.
    pub(crate) fn read(self, output: &str) -> Counts {
        let mut counts = Counts::default();
        for line in output.lines().map(without_colours) {
            self.read_line(line.trim(), &mut counts);
        }
        counts
    }

    fn read_line(self, line: &str, counts: &mut Counts) {
        match self {
            Self::Exit => {}
            Self::Cargo => {
                if let Some(result) = line.strip_prefix("test result: ") {
                    counts.passed += number_before(result, " passed");
                    counts.failed += number_before(result, " failed");
                } else if let Some(name) = test_line(line, " ... FAILED") {
                    counts.failures.push(name);
                } else if let Some((name, _)) =
                    line.strip_prefix("test ").and_then(|test| test.split_once(" ... ignored"))
                {
                    counts.not_run.push(name.to_owned());
                }
            }
            Self::Node => {
                let line = line.trim_start_matches("ℹ ");
                counts.passed += line.strip_prefix("pass ").map_or(0, leading_number);
                for word in ["fail ", "cancelled "] {
                    counts.failed += line.strip_prefix(word).map_or(0, leading_number);
                }
                if let Some(name) = line.strip_prefix("✖ ").filter(|name| name.ends_with("ms)")) {
                    // The reporter names each failure where it happens and again at the end.
                    if !counts.failures.iter().any(|known| known == name) {
                        counts.failures.push(name.to_owned());
                    }
                } else if let Some(name) = line.strip_prefix("﹣ ") {
                    counts.not_run.push(name.to_owned());
                }
            }
            Self::Vitest => {
                if let Some(result) = line.strip_prefix("Tests ") {
                    counts.passed += number_before(result, " passed");
                    counts.failed += number_before(result, " failed");
                    let left_out = number_before(result, " skipped") + number_before(result, " todo");
                    if left_out > 0 {
                        counts.not_run.push(format!("{left_out} skipped or to do in vitest"));
                    }
                } else if let Some(name) = line.strip_prefix("FAIL ") {
                    counts.failures.push(name.trim().to_owned());
                }
            }
            Self::Ours => {
                if let Some(name) = line.strip_prefix("FAILED: ") {
                    counts.failures.push(name.to_owned());
                } else if line.ends_with(" failed") && line.contains(" passed, ") {
                    counts.passed += number_before(line, " passed");
                    counts.failed += number_before(line, " failed");
                }
            }
        }
    }
}

/// The name in `test NAME<ending>`.
fn test_line(line: &str, ending: &str) -> Option<String> {
    line.strip_prefix("test ")?.strip_suffix(ending).map(str::to_owned)
}

/// The number right before `word`, 0 if there is none.
fn number_before(line: &str, word: &str) -> u64 {
    let Some(end) = line.find(word) else { return 0 };
    let digits = line[..end].bytes().rev().take_while(u8::is_ascii_digit).count();
    line[end - digits..end].parse().unwrap_or(0)
}

/// The number with which `text` begins, 0 if it does not begin with one.
fn leading_number(text: &str) -> u64 {
    text.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or(0)
}

/// The line without ANSI colour sequences.
fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find("\x1b[") {
        plain.push_str(&rest[..start]);
        rest = rest[start..].split_once('m').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(runner: Runner, output: &str, expected: (u64, u64, &[&str], &[&str])) {
        let counts = runner.read(output);
        let (passed, failed, failures, not_run) = expected;
        assert_eq!((counts.passed, counts.failed), (passed, failed), "{output}");
        assert_eq!(counts.failures, failures, "{output}");
        assert_eq!(counts.not_run, not_run, "{output}");
    }

    #[test]
    fn cargo_results_of_several_binaries_are_added_up() {
        let output = "test a::b ... ok\ntest a::c ... FAILED\ntest a::d ... ignored, needs a disk\n\
            test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";
        check(Runner::Cargo, output, (13, 1, &["a::c"], &["a::d"]));
    }

    #[test]
    fn node_failures_are_named_once_though_the_reporter_names_them_twice() {
        let output = "✔ fine (3.1ms)\n✖ broken (2ms)\n﹣ left out (0.1ms) # SKIP\nℹ tests 3\nℹ pass 1\nℹ fail 1\n\
            ℹ cancelled 0\nℹ skipped 1\n✖ failing tests:\n✖ broken (2ms)\n";
        check(Runner::Node, output, (1, 1, &["broken (2ms)"], &["left out (0.1ms) # SKIP"]));
    }

    #[test]
    fn vitest_results_are_read_through_colours() {
        let output = " \x1b[31mFAIL\x1b[39m src/a.test.ts > a\n\x1b[2m      Tests \x1b[22m \x1b[31m1 failed\x1b[39m | \
            \x1b[32m41 passed\x1b[39m | 2 skipped (44)\n";
        check(Runner::Vitest, output, (41, 1, &["src/a.test.ts > a"], &["2 skipped or to do in vitest"]));
    }

    #[test]
    fn our_scripts_close_with_a_line_of_counts() {
        check(Runner::Ours, "FAILED: tile 9/1/2\n9999 passed, 1 failed\n", (9999, 1, &["tile 9/1/2"], &[]));
    }

    #[test]
    fn a_runner_that_prints_nothing_has_run_nothing() {
        for runner in [Runner::Exit, Runner::Cargo, Runner::Node, Runner::Vitest, Runner::Ours] {
            assert_eq!(runner.read("error: could not compile"), Counts::default());
        }
    }
}
