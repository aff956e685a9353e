//! Examples that can be done by hand.

use yuren_coverage::{Model, NEVER, objective, place_quickly};

use crate::support::Owned;

#[test]
fn one_site_on_a_road_goes_where_most_live_within_reach() {
    // Within a minute of village 5: 10 + 1 + 10. Of any other: at most 10 + 9.
    let owned = Owned::road(&[9.0, 10.0, 0.0, 0.0, 10.0, 1.0, 10.0]);
    let placement = place_quickly(&owned.problem(), &Model::MaxCover { sites: 1, within: 600 }).expect("a road");
    assert_eq!((placement.chosen, placement.objective), (vec![5], 21.0));
}

#[test]
fn an_existing_site_is_not_built_again() {
    // Villages 0 to 2 have one; of the others, 3 alone and 4 to 6 together are left.
    let mut owned = Owned::road(&[5.0, 5.0, 5.0, 1.0, 1.0, 1.0, 1.0]);
    owned.existing = vec![600, 0, 600, NEVER, NEVER, NEVER, NEVER];
    let model = Model::MaxCover { sites: 1, within: 600 };
    assert_eq!(objective(&owned.problem(), &model, &[]), Ok(15.0));
    let placement = place_quickly(&owned.problem(), &model).expect("a road");
    assert_eq!((placement.objective, placement.bound), (18.0, 19.0));
    assert!([vec![4], vec![5]].contains(&placement.chosen), "{:?}", placement.chosen);
}
