//! `yuren serve`, from its first line to its end, and `yuren` on the command line.

use yuren_tests::{Server, run};

#[test]
fn serve_prints_its_city_and_its_address_in_one_line_and_ends_when_told() {
    let server = Server::start(None, &[]);
    let base = server.base().to_owned();
    assert_eq!(server.get("/healthz").status, 200);
    let ended = server.stop();
    assert!(ended.status.success(), "{}: {}", ended.status, ended.stderr);
    let lines: Vec<&str> = ended.stdout.lines().collect();
    assert_eq!(lines, [format!("Yuren Map · 扬州市 · {base}/")]);
}

#[test]
fn the_binary_says_what_it_can_do() {
    let help = run(&["--help"]);
    assert!(help.status.success());
    assert!(help.stdout.contains("serve") && help.stdout.contains("check"), "{}", help.stdout);
    assert!(run(&["--version"]).status.success());
}

#[test]
fn a_command_or_an_address_that_is_none_is_refused_with_a_sentence() {
    for arguments in [&["fly"][..], &["serve", "--listen", "nowhere"], &["serve", "--city"], &["check"]] {
        let ended = run(arguments);
        assert!(!ended.status.success(), "{arguments:?}");
        assert!(
            !ended.stderr.trim().is_empty() && !ended.stderr.contains("panicked"),
            "{arguments:?}: {}",
            ended.stderr
        );
    }
}

#[test]
fn a_port_that_is_taken_is_named() {
    let server = Server::shared();
    let ended = run(&["serve", "--listen", server.host()]);
    assert!(!ended.status.success());
    let (_, port) = server.host().split_once(':').expect("a port");
    assert!(ended.stderr.contains(port) && !ended.stderr.contains("panicked"), "{}", ended.stderr);
}

#[test]
fn a_city_that_is_not_there_is_named() {
    let ended = run(&["serve", "--city", "data/atlantis", "--listen", "127.0.0.1:0"]);
    assert!(!ended.status.success());
    assert!(ended.stderr.contains("atlantis") && !ended.stderr.contains("panicked"), "{}", ended.stderr);
}
