//! What a city's folder says otherwise than its editors do, as a report to the reviewers: the editors' facts stand on the
//! map until somebody has looked at both.

use serde_json::Value;
use sha2::{Digest, Sha256};
use yuren_catalog::{Place, PlaceId};
use yuren_store::{CorrectionKind, NewCorrection, ReporterHash, StoreError};

/// Longest value that is repeated, in characters.
const LONGEST_VALUE: usize = 200;
/// Longest report, in characters.
const LONGEST_REPORT: usize = 1_900;
/// Nobody reported it: it counts for no one.
const NOBODY: ReporterHash = ReporterHash([0; 32]);

/// The report of a place whose `kept` facts the folder, with this fingerprint, has otherwise; `packed` = as the folder has
/// the place, `None` = it has it no more. The same difference of the same folder is the same report, by its id.
pub(crate) fn report(
    fingerprint: &str,
    id: &PlaceId,
    packed: Option<&Place>,
    kept: &[String],
) -> Result<NewCorrection, StoreError> {
    let text = packed.map_or_else(gone, |packed| differences(packed, kept));
    let digest = Sha256::digest(format!("{fingerprint} {id}"));
    let number = digest.iter().take(16).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    Ok(NewCorrection {
        id: format!("{number:032x}")
            .parse()
            .map_err(|error| StoreError::Unexpected(format!("a report's id: {error}")))?,
        place: id.clone(),
        kind: CorrectionKind::Other,
        text: text.chars().take(LONGEST_REPORT).collect(),
        contact: None,
        reporter: NOBODY,
    })
}

fn gone() -> String {
    "城市数据包里已经没有这个地点；编辑改过它，所以图上保留。\nThe city's folder has this place no more; its editors changed it, so it stays."
        .to_owned()
}

fn differences(packed: &Place, kept: &[String]) -> String {
    let packed: Value = serde_json::from_str(&packed.to_feature_json()).unwrap_or_default();
    let mut lines = vec![
        "城市数据包与编辑的说法不同，图上保留编辑的。数据包里是：".to_owned(),
        "The city's folder and the editors differ; the editors' facts stand. The folder says:".to_owned(),
    ];
    lines.extend(kept.iter().map(|fact| format!("{fact} = {}", stated(&packed, fact))));
    lines.join("\n")
}

/// What a feature says of a fact, by its name in [`yuren_catalog::merge`].
fn stated(feature: &Value, fact: &str) -> String {
    let properties = &feature["properties"];
    let entry = fact.split_once('[').and_then(|(list, rest)| Some((list, rest.split_once(']')?)));
    let value = match entry {
        Some((list, (id, field))) => {
            let entry = properties[list].as_array().into_iter().flatten().find(|other| other["id"] == id);
            let entry = entry.unwrap_or(&Value::Null);
            field.strip_prefix('.').map_or(entry, |field| &entry[field])
        }
        None if fact == "position" => &feature["geometry"]["coordinates"],
        None => &properties[fact],
    };
    let value = value.get("value").unwrap_or(value);
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    text.chars().take(LONGEST_VALUE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed() -> Place {
        let feature = serde_json::json!({
            "type": "Feature", "id": "p-1", "geometry": { "type": "Point", "coordinates": [119.4, 32.4] },
            "properties": {
                "name": "图书馆", "name_source": { "source": "list" },
                "position": { "precision": "osm", "radius_m": 10.0, "source": "list" },
                "region": "321002",
                "roles": [{ "id": "r-1", "kind": "venue", "claim": { "source": "list" },
                    "hours": { "value": "Mo 09:00-17:00", "source": "list" } }],
            },
        });
        Place::from_feature_json(&feature.to_string()).expect("a place")
    }

    #[test]
    fn a_report_says_what_the_folder_has_fact_by_fact() {
        let kept = ["name", "position", "roles[r-1].hours", "roles[r-1].fee"].map(str::to_owned);
        let report = report("f", &packed().id, Some(&packed()), &kept).expect("a report");
        for line in
            ["name = 图书馆", "position = [119.4,32.4]", "roles[r-1].hours = Mo 09:00-17:00", "roles[r-1].fee = null"]
        {
            assert!(report.text.lines().any(|said| said == line), "{line}: {}", report.text);
        }
    }

    #[test]
    fn the_same_difference_of_the_same_folder_is_the_same_report() {
        let id = |fingerprint| report(fingerprint, &packed().id, None, &[]).expect("a report").id;
        assert_eq!(id("one"), id("one"));
        assert_ne!(id("one"), id("other"));
    }
}
