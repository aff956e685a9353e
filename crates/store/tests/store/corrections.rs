//! Corrections.

use yuren_store::{
    Closing, Correction, CorrectionKind, CorrectionState, NewCorrection, ReporterHash, Store, StoreError, Verdict,
};

use crate::accounts::name;
use crate::fixture::{at, id};
use crate::home::{Home, on_both_engines};

on_both_engines!(
    a_report_is_read_as_it_came_in,
    a_report_is_about_a_place_and_comes_in_once,
    a_closed_report_has_its_reply_and_neither_contact_nor_reporter,
    a_report_is_closed_once,
    a_long_queue_is_read_in_parts_oldest_first,
    a_report_out_of_bounds_is_refused,
);

fn report(number: u32) -> NewCorrection {
    NewCorrection {
        id: format!("c-{number}").parse().unwrap(),
        place: id("p-a"),
        kind: CorrectionKind::NotFree,
        text: "要收 10 元".to_owned(),
        contact: Some("someone@example.org".to_owned()),
        reporter: ReporterHash([7; 32]),
    }
}

fn closing(verdict: Verdict) -> Closing {
    Closing { verdict, reply: "已核实".to_owned(), by: name("li.na"), at: at(90) }
}

async fn open(store: &dyn Store) -> Vec<String> {
    let open = store.corrections(CorrectionState::Open, None, 100).await.unwrap();
    open.into_iter().map(|correction| correction.id.to_string()).collect()
}

async fn a_report_is_read_as_it_came_in(home: &Home) {
    let store = home.seeded().await;
    store.report(&report(1), at(30)).await.unwrap();
    let NewCorrection { id, place, kind, text, contact, reporter } = report(1);
    let expected = Correction { id: id.clone(), place, kind, text, contact, at: at(30), closing: None };
    assert_eq!(store.correction(&id).await.unwrap(), Some(expected));
    assert_eq!(store.reports_of(&reporter, at(30)).await, Ok(1));
    assert_eq!(store.reports_of(&reporter, at(31)).await, Ok(0));
    assert_eq!(store.reports_of(&ReporterHash([8; 32]), at(0)).await, Ok(0));
}

async fn a_report_is_about_a_place_and_comes_in_once(home: &Home) {
    let store = home.seeded().await;
    let lost = NewCorrection { place: id("p-x"), ..report(1) };
    assert_eq!(store.report(&lost, at(1)).await, Err(StoreError::Missing("place p-x".to_owned())));
    store.report(&report(1), at(1)).await.unwrap();
    assert_eq!(store.report(&report(1), at(2)).await, Err(StoreError::Exists("correction c-1".to_owned())));
}

async fn a_closed_report_has_its_reply_and_neither_contact_nor_reporter(home: &Home) {
    let store = home.seeded().await;
    store.report(&report(1), at(1)).await.unwrap();
    store.close_correction(&report(1).id, &closing(Verdict::Accepted)).await.unwrap();
    let closed = store.correction(&report(1).id).await.unwrap().unwrap();
    assert_eq!((closed.contact, closed.closing), (None, Some(closing(Verdict::Accepted))));
    assert_eq!(store.reports_of(&report(1).reporter, at(0)).await, Ok(0));
}

async fn a_report_is_closed_once(home: &Home) {
    let store = home.seeded().await;
    store.report(&report(1), at(1)).await.unwrap();
    store.close_correction(&report(1).id, &closing(Verdict::Rejected)).await.unwrap();
    let missing = Err(StoreError::Missing("open correction c-1".to_owned()));
    assert_eq!(store.close_correction(&report(1).id, &closing(Verdict::Accepted)).await, missing);
    let rejected = store.corrections(CorrectionState::Closed(Verdict::Rejected), None, 10).await.unwrap();
    assert_eq!(rejected.len(), 1);
    assert!(open(&*store).await.is_empty());
}

async fn a_long_queue_is_read_in_parts_oldest_first(home: &Home) {
    let store = home.seeded().await;
    for (number, seconds) in [(1, 50), (2, 10), (3, 10), (4, 30)] {
        store.report(&report(number), at(seconds)).await.unwrap();
    }
    let oldest_first = ["c-2", "c-3", "c-4", "c-1"];
    assert_eq!(open(&*store).await, oldest_first);
    let mut last = None;
    for expected in oldest_first {
        let part = store.corrections(CorrectionState::Open, last.as_ref(), 1).await.unwrap();
        assert_eq!(part[0].id.as_str(), expected);
        last = part.into_iter().next();
    }
    assert!(store.corrections(CorrectionState::Open, last.as_ref(), 1).await.unwrap().is_empty());
}

async fn a_report_out_of_bounds_is_refused(home: &Home) {
    let store = home.seeded().await;
    let long = NewCorrection { text: "字".repeat(2_001), ..report(1) };
    let refusal = store.report(&long, at(1)).await.unwrap_err().to_string();
    assert_eq!(refusal, "the report has 2001 characters; allowed: at most 2000");
    let odd = NewCorrection { contact: Some("\0".to_owned()), ..report(1) };
    assert_eq!(
        store.report(&odd, at(1)).await.unwrap_err().to_string(),
        "the contact holds a NUL character; allowed: none"
    );
}
