//! GCJ-02 and BD-09 against another implementation's figures (`make_gcj02.py`), and there and back.

use proptest::prelude::*;
use yuren_geodesy::{Bd09, Datum, DatumName, Gcj02, LonLat, Wgs84, geodesic_m, mainland};

fn point<D: Datum>(lon: f64, lat: f64) -> LonLat<D> {
    LonLat::new(lon, lat).expect("a coordinate")
}

/// Metres between two points of one datum, its numbers taken for WGS-84.
fn apart<D: Datum>(a: LonLat<D>, b: LonLat<D>) -> f64 {
    geodesic_m(point(a.lon(), a.lat()), point(b.lon(), b.lat()))
}

#[test]
fn conversions_equal_another_implementation_to_a_decimetre() {
    let mut rows = 0;
    for line in include_str!("gcj02.csv").lines().skip(1) {
        let numbers: Vec<f64> = line.split(',').map(|n| n.parse().expect("a number")).collect();
        let wgs84 = point::<Wgs84>(numbers[0], numbers[1]);
        let gcj02 = point::<Gcj02>(numbers[2], numbers[3]);
        let bd09 = point::<Bd09>(numbers[4], numbers[5]);
        assert!(apart(wgs84.to_gcj02(), gcj02) < 0.1, "{wgs84:?} became {:?}, not {gcj02:?}", wgs84.to_gcj02());
        assert!(apart(wgs84.to_bd09(), bd09) < 0.1, "{wgs84:?} became {:?}, not {bd09:?}", wgs84.to_bd09());
        assert!(apart(bd09.to_wgs84(), wgs84) < 0.1, "{bd09:?} became {:?}, not {wgs84:?}", bd09.to_wgs84());
        rows += 1;
    }
    assert_eq!(rows, 100);
}

#[test]
fn gcj02_meets_the_answers_of_the_amap_service_to_a_few_decimetres() {
    // Answers of 高德 coordinate/convert with coordsys=gps, as recorded in its users' public tests.
    for (gps, answer) in [
        ([116.481_499, 39.990_475], [116.487_585_177_952, 39.991_754_014_757]),
        ([116.481_499, 39.990_375], [116.487_585_177_952, 39.991_653_917_101]),
        ([114.07, 22.62], [114.075_130_75, 22.617_310_92]),
    ] {
        let ours = point::<Wgs84>(gps[0], gps[1]).to_gcj02();
        let off = apart(ours, point(answer[0], answer[1]));
        assert!(off < 0.2, "{gps:?} became {ours:?}, {off} m off");
    }
}

#[test]
fn both_datums_meet_the_answers_of_the_baidu_service_to_a_metre() {
    // Answers of 百度 geoconv v1, from=1 with to=3 and to=5, as recorded in its users' public tests.
    let gps = point::<Wgs84>(114.218_927_345_21, 29.575_429_778_924);
    let (gcj02, bd09) = (gps.to_gcj02(), gps.to_bd09());
    assert!(apart(gcj02, point(114.224_305_284_288_19, 29.572_849_121_093_75)) < 1.0, "{gcj02:?}");
    assert!(apart(bd09, point(114.230_751_954_676_3, 29.579_084_288_374_37)) < 1.0, "{bd09:?}");
}

/// Name, WGS-84 longitude and latitude, whether it is in mainland China.
const SPOTS: &[(&str, f64, f64, bool)] = &[
    ("扬州个园", 119.4382, 32.4012, true),
    ("北京", 116.397, 39.909, true),
    ("深圳市民中心", 114.0579, 22.5431, true),
    ("深圳盐田", 114.272, 22.585, true),
    ("深圳蛇口", 113.915, 22.485, true),
    ("珠海拱北", 113.5491, 22.2180, true),
    ("深圳大鹏南澳", 114.487, 22.537, true),
    ("珠海横琴", 113.52, 22.13, true),
    ("珠海桂山岛", 113.82, 22.14, true),
    ("珠海外伶仃岛", 114.04, 22.105, true),
    ("厦门", 118.08, 24.48, true),
    ("平潭", 119.79, 25.50, true),
    ("三亚", 109.51, 18.25, true),
    ("霍尔果斯", 80.42, 44.21, true),
    ("喀什", 75.99, 39.47, true),
    ("拉萨", 91.13, 29.65, true),
    ("漠河", 122.54, 52.97, true),
    ("呼伦贝尔", 119.76, 49.21, true),
    ("黑河", 127.50, 50.24, true),
    ("抚远", 134.298, 48.363, true),
    ("满洲里", 117.43, 49.59, true),
    ("二连浩特", 111.977, 43.653, true),
    ("绥芬河", 131.148, 44.40, true),
    ("丹东", 124.38, 40.13, true),
    ("瑞丽", 97.85, 24.012, true),
    ("河口", 104.0, 22.53, true),
    ("东兴", 107.97, 21.547, true),
    ("珲春", 130.36, 42.87, true),
    ("普洱", 100.97, 22.78, true),
    ("香港上水", 114.128, 22.502, false),
    ("香港国际机场", 113.91, 22.31, false),
    ("香港中环", 114.158, 22.281, false),
    ("香港罗湖站", 114.113, 22.528, false),
    ("香港东平洲", 114.43, 22.543, false),
    ("香港蒲台岛", 114.27, 22.165, false),
    ("香港大屿山", 113.94, 22.25, false),
    ("澳门国际机场", 113.591, 22.15, false),
    ("澳门半岛", 113.5439, 22.1987, false),
    ("澳门路环", 113.565, 22.12, false),
    ("台北", 121.56, 25.04, false),
    ("金门", 118.32, 24.44, false),
    ("马祖南竿", 119.93, 26.15, false),
    ("Ulaanbaatar", 106.92, 47.92, false),
    ("Pyongyang", 125.75, 39.03, false),
    ("Hà Nội", 105.85, 21.03, false),
    ("Vladivostok", 131.89, 43.12, false),
    ("Kathmandu", 85.32, 27.71, false),
    ("Almaty", 76.95, 43.24, false),
    ("Sinŭiju", 124.398, 40.101, false),
    ("Lào Cai", 103.97, 22.486, false),
    ("Muse", 97.901, 23.997, false),
    ("Blagoveshchensk", 127.54, 50.275, false),
    ("Null Island", 0.0, 0.0, false),
];

#[test]
fn the_outline_tells_mainland_cities_from_their_neighbours() {
    for &(name, lon, lat, inside) in SPOTS {
        assert_eq!(mainland::contains(lon, lat), inside, "{name}");
    }
}

#[test]
fn outside_the_mainland_all_datums_have_the_same_numbers() {
    for &(name, lon, lat, _) in SPOTS.iter().filter(|spot| !spot.3) {
        let spot = point::<Wgs84>(lon, lat);
        assert_eq!((spot.to_gcj02().lon(), spot.to_gcj02().lat()), (lon, lat), "{name}");
        assert_eq!((spot.to_bd09().lon(), spot.to_bd09().lat()), (lon, lat), "{name}");
    }
}

#[test]
fn outside_far_from_the_outline_numbers_are_kept_on_the_way_back() {
    for (name, lon, lat, _) in
        SPOTS.iter().filter(|spot| ["台北", "香港国际机场", "Almaty", "Null Island"].contains(&spot.0))
    {
        assert_eq!(point::<Gcj02>(*lon, *lat).to_wgs84(), point(*lon, *lat), "{name}");
        assert_eq!(point::<Bd09>(*lon, *lat).to_wgs84(), point(*lon, *lat), "{name}");
        assert_eq!(point::<Bd09>(*lon, *lat).to_gcj02(), point(*lon, *lat), "{name}");
    }
}

#[test]
fn by_the_outline_shared_numbers_mean_the_spot_inside() {
    // GCJ-02 leads from 横琴, south-east over the channel, into Macao's numbers.
    let inside = point::<Wgs84>(113.5455, 22.130);
    assert!(mainland::contains(inside.lon(), inside.lat()));
    let numbers = inside.to_gcj02();
    assert!(!mainland::contains(numbers.lon(), numbers.lat()));
    let outside = point::<Wgs84>(numbers.lon(), numbers.lat());
    assert_eq!((outside.to_gcj02().lon(), outside.to_gcj02().lat()), (numbers.lon(), numbers.lat()));
    assert!(apart(numbers.to_wgs84(), inside) < 1e-3, "{:?}", numbers.to_wgs84());
}

#[test]
fn by_the_outline_numbers_that_no_spot_bears_are_kept() {
    // At the western end the offset leads east, into the mainland: a strip inside is never reached.
    let numbers = point::<Gcj02>(73.7505, 39.45);
    assert!(mainland::contains(numbers.lon(), numbers.lat()));
    assert_eq!(numbers.to_wgs84(), point(73.7505, 39.45));
}

#[test]
fn in_the_mainland_gcj02_lies_some_hundreds_of_metres_off() {
    for &(name, lon, lat, _) in SPOTS.iter().filter(|spot| spot.3) {
        let gcj02 = point::<Wgs84>(lon, lat).to_gcj02();
        let off = geodesic_m(point(lon, lat), point(gcj02.lon(), gcj02.lat()));
        assert!((50.0..1_500.0).contains(&off), "{name}: {off} m");
    }
}

#[test]
fn a_datum_is_read_by_its_name_and_no_other() {
    for datum in DatumName::ALL {
        assert_eq!(datum.as_str().parse(), Ok(datum));
    }
    let error = "WGS84".parse::<DatumName>().expect_err("names are lower case");
    assert_eq!(error.to_string(), "\"WGS84\" is not a datum; allowed: wgs84, gcj02, bd09");
}

#[test]
fn a_coordinate_off_the_earth_is_refused_with_its_value() {
    for (lon, lat, message) in [
        (180.5, 0.0, "longitude 180.5 is not a finite number between -180 and 180"),
        (f64::NAN, 0.0, "longitude NaN is not a finite number between -180 and 180"),
        (0.0, 91.0, "latitude 91 is not a finite number between -90 and 90"),
        (0.0, f64::NEG_INFINITY, "latitude -inf is not a finite number between -90 and 90"),
    ] {
        assert_eq!(LonLat::<Wgs84>::new(lon, lat).expect_err("off the Earth").to_string(), message);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, max_global_rejects: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn there_and_back_is_the_same_spot_to_a_millimetre_all_over_the_mainland(lon in 73.5..135.1, lat in 18.0..53.6) {
        prop_assume!(mainland::contains(lon, lat));
        let spot = point::<Wgs84>(lon, lat);
        prop_assert!(apart(spot.to_gcj02().to_wgs84(), spot) < 1e-3, "GCJ-02 gave {:?}", spot.to_gcj02().to_wgs84());
        prop_assert!(apart(spot.to_bd09().to_wgs84(), spot) < 1e-3, "BD-09 gave {:?}", spot.to_bd09().to_wgs84());
    }

    #[test]
    fn any_numbers_convert_without_a_panic(lon in -180.0..=180.0, lat in -90.0..=90.0) {
        point::<Wgs84>(lon, lat).to_bd09();
        point::<Gcj02>(lon, lat).to_bd09();
        point::<Bd09>(lon, lat).to_wgs84();
    }

    #[test]
    fn no_numbers_are_read_as_a_spot_more_than_two_kilometres_off(lon in -180.0..=180.0, lat in -90.0..=90.0) {
        let (gcj02, bd09) = (point::<Gcj02>(lon, lat), point::<Bd09>(lon, lat));
        prop_assert!(geodesic_m(gcj02.to_wgs84(), point(lon, lat)) < 1_000.0);
        prop_assert!(geodesic_m(bd09.to_wgs84(), point(lon, lat)) < 2_000.0);
    }

    #[test]
    fn by_way_of_gcj02_or_straight_bd09_is_the_same(lon in 73.5..135.1, lat in 18.0..53.6) {
        prop_assume!(mainland::contains(lon, lat));
        let spot = point::<Wgs84>(lon, lat);
        prop_assert_eq!(spot.to_gcj02().to_bd09(), spot.to_bd09());
        prop_assert_eq!(spot.to_bd09().to_gcj02().to_wgs84(), spot.to_bd09().to_wgs84());
    }
}
