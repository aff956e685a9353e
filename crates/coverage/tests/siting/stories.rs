//! Examples that can be done by hand.

use std::ops::ControlFlow;

use yuren_coverage::{Model, NEVER, Placement, Proof, objective, place_quickly, prove};

use crate::support::Owned;

/// Placed at once, and then proven to the end.
fn placed(owned: &Owned, model: &Model) -> Placement {
    let start = place_quickly(&owned.problem(), model).expect("a problem in order");
    prove(&owned.problem(), model, start, &mut |_| ControlFlow::Continue(())).expect("a problem in order")
}

/// What is chosen and its objective, once that is proven.
fn best(owned: &Owned, model: &Model) -> (Vec<u32>, f64) {
    let placement = placed(owned, model);
    assert_eq!((placement.proof, placement.bound), (Proof::Optimal, placement.objective));
    (placement.chosen, placement.objective)
}

#[test]
fn one_site_on_a_road_goes_where_most_live_within_reach() {
    // Within a minute of village 5: 10 + 1 + 10. Of any other: at most 10 + 9.
    let owned = Owned::road(&[9.0, 10.0, 0.0, 0.0, 10.0, 1.0, 10.0]);
    assert_eq!(best(&owned, &Model::MaxCover { sites: 1, within: 600 }), (vec![5], 21.0));
}

#[test]
fn an_existing_site_is_not_built_again() {
    // Villages 0 to 2 have one; of the others, 3 alone and 4 to 6 together are left.
    let mut owned = Owned::road(&[5.0, 5.0, 5.0, 1.0, 1.0, 1.0, 1.0]);
    owned.existing = vec![600, 0, 600, NEVER, NEVER, NEVER, NEVER];
    let model = Model::MaxCover { sites: 1, within: 600 };
    assert_eq!(objective(&owned.problem(), &model, &[]), Ok(15.0));
    let (chosen, served) = best(&owned, &model);
    assert!([vec![4], vec![5]].contains(&chosen), "{chosen:?}");
    assert_eq!((served, placed(&owned, &model).bound), (18.0, 18.0));
}

#[test]
fn greed_is_mended_by_exchanging() {
    // The middle serves 12 of 16, and after it one end; both ends' neighbours serve all.
    let owned = Owned::road(&[2.0, 3.0, 3.0, 3.0, 3.0, 2.0]);
    let quick = place_quickly(&owned.problem(), &Model::MaxCover { sites: 2, within: 600 }).expect("a road");
    assert_eq!((quick.chosen, quick.objective, quick.proof), (vec![1, 4], 16.0, Proof::Optimal));
}

#[test]
fn everyone_on_a_road_of_seven_is_within_a_minute_of_three_sites() {
    // A site serves three villages at most, so two serve six.
    let owned = Owned::road(&[1.0; 7]);
    let (chosen, count) = best(&owned, &Model::SetCover { within: 600 });
    assert_eq!((chosen.len(), count), (3, 3.0));
}

#[test]
fn whom_nobody_can_serve_is_named_and_the_others_are_served() {
    let times = [vec![300, NEVER, 900], vec![NEVER, NEVER, 400]];
    let owned = Owned::new(&[1.0, 1.0, 1.0], &[NEVER; 3], &times, 6000);
    let placement = placed(&owned, &Model::SetCover { within: 600 });
    assert_eq!((placement.chosen, placement.unreachable), (vec![0, 1], vec![1]));
    // Of times, too: the farthest that anybody reaches is what counts.
    let placement = placed(&owned, &Model::PCenter { sites: 2 });
    assert_eq!((placement.chosen, placement.objective, placement.unreachable), (vec![0, 1], 400.0, vec![1]));
    // And where sums are made, nobody's way counts as the horizon.
    let placement = placed(&owned, &Model::PMedian { sites: 2 });
    assert_eq!((placement.objective, placement.unreachable), (300.0 + 6000.0 + 400.0, vec![1]));
}

#[test]
fn nothing_is_built_where_everyone_is_served() {
    let mut owned = Owned::road(&[1.0; 4]);
    owned.existing = vec![0; 4];
    for model in [
        Model::SetCover { within: 600 },
        Model::MaxCover { sites: 2, within: 600 },
        Model::PMedian { sites: 2 },
        Model::PCenter { sites: 2 },
        Model::CapacitatedMaxCover { sites: 2, within: 600, capacities: vec![1.0; 4] },
    ] {
        assert_eq!(best(&owned, &model).0, Vec::<u32>::new(), "{model:?}");
    }
}

#[test]
fn the_median_of_a_road_is_where_half_live_on_either_side() {
    // 4 live before village 2 and 4 after it: ways are 3 × 2 + 1 × 1 + 4 × 2 minutes.
    let owned = Owned::road(&[3.0, 1.0, 1.0, 0.0, 4.0]);
    assert_eq!(best(&owned, &Model::PMedian { sites: 1 }), (vec![2], 15.0 * 600.0));
}

#[test]
fn the_center_of_a_road_is_its_middle_wherever_most_live() {
    let owned = Owned::road(&[900.0, 1.0, 1.0, 1.0, 1.0]);
    assert_eq!(best(&owned, &Model::PCenter { sites: 1 }), (vec![2], 1200.0));
}

#[test]
fn two_candidates_in_one_place_are_not_both_chosen_unless_both_have_room_to_give() {
    let times = [vec![300, 300, NEVER], vec![300, 300, NEVER], vec![NEVER, NEVER, 300]];
    let owned = Owned::new(&[5.0, 5.0, 1.0], &[NEVER; 3], &times, 6000);
    assert_eq!(best(&owned, &Model::MaxCover { sites: 2, within: 600 }), (vec![0, 2], 11.0));
    assert_eq!(best(&owned, &Model::MaxCover { sites: 3, within: 600 }), (vec![0, 2], 11.0));
    assert_eq!(best(&owned, &Model::PMedian { sites: 3 }), (vec![0, 2], 11.0 * 300.0));
    // Where each has room for 6, one leaves 4 over: more than live by the third.
    let model = Model::CapacitatedMaxCover { sites: 2, within: 600, capacities: vec![6.0; 3] };
    assert_eq!(best(&owned, &model), (vec![0, 1], 10.0));
}

#[test]
fn a_village_may_be_shared_by_two_sites() {
    // Neither has room for all ten, both together have.
    let owned = Owned::new(&[10.0], &[NEVER], &[vec![60], vec![90]], 600);
    let model = Model::CapacitatedMaxCover { sites: 2, within: 100, capacities: vec![4.0, 7.5] };
    assert_eq!(best(&owned, &model), (vec![0, 1], 10.0));
}

#[test]
fn a_site_without_room_is_not_built() {
    let owned = Owned::road(&[1.0, 1.0, 1.0]);
    let model = Model::CapacitatedMaxCover { sites: 3, within: 600, capacities: vec![0.0, 2.0, 0.0] };
    assert_eq!(best(&owned, &model), (vec![1], 2.0));
}

#[test]
fn a_proof_begins_anew_where_what_it_is_given_is_not_allowed() {
    let owned = Owned::road(&[1.0; 7]);
    let model = Model::SetCover { within: 600 };
    let quick = place_quickly(&owned.problem(), &model).expect("a road");
    let leaves_some_out = Placement { chosen: vec![3], objective: 1.0, bound: 1.0, ..quick };
    let proven = prove(&owned.problem(), &model, leaves_some_out, &mut |_| ControlFlow::Continue(())).expect("a road");
    assert_eq!((proven.objective, proven.proof), (3.0, Proof::Optimal));
}

#[test]
fn progress_counts_and_its_bound_only_closes_in() {
    // Twelve by ten villages a minute apart, one goes along the streets; people are few and many in no order.
    let at = |village: u32| (village % 12, village / 12);
    let times = |site: u32| -> Vec<u32> {
        let away = |village: u32| at(site).0.abs_diff(at(village).0) + at(site).1.abs_diff(at(village).1);
        (0..120).map(|village| 600 * away(village)).collect()
    };
    let weights: Vec<f64> = (0..120_u32).map(|village| f64::from(village * village % 97)).collect();
    let columns: Vec<Vec<u32>> = (0..120).map(times).collect();
    let owned = Owned::new(&weights, &[NEVER; 120], &columns, 72_000);
    for model in [Model::MaxCover { sites: 7, within: 1200 }, Model::PMedian { sites: 7 }] {
        let start = place_quickly(&owned.problem(), &model).expect("a city");
        let mut told = Vec::new();
        let proven = prove(&owned.problem(), &model, start, &mut |progress| {
            told.push(*progress);
            ControlFlow::Continue(())
        })
        .expect("a city");
        assert_eq!(proven.proof, Proof::Optimal);
        assert!(told.len() > 10, "{} bounds were worked out", told.len());
        let sign = if model.is_maximum() { 1.0 } else { -1.0 };
        for pair in told.windows(2) {
            assert_eq!(pair[1].iterations, pair[0].iterations + 1);
            assert!(pair[1].nodes >= pair[0].nodes);
            assert!(sign * (pair[0].bound - pair[1].bound) >= 0.0, "{pair:?}");
            assert!(sign * (pair[1].objective - pair[0].objective) >= 0.0, "{pair:?}");
        }
    }
}
