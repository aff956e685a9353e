"""Has GDAL and independent decoders read what the server serves."""

import collections
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import mapbox_vector_tile

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.checks import Tally, get, get_json  # noqa: E402
from support.tiles import tiles_over  # noqa: E402
from support.yuren import server  # noqa: E402

from calendars import calendars_are_read  # noqa: E402
from field_study import field_study_is_read  # noqa: E402

KINDS = [
    "venue",
    "parent_school",
    "waiting_station",
    "school",
    "lead_parent_school",
    "heritage",
    "demo_community",
    "demo_station",
    "counselling",
    "practice_centre",
]
LARGEST_TILE = 50_000
ZOOMS = range(6, 15)


def ogrinfo(*arguments):
    """What ogrinfo prints, its complaints with it."""
    command = ["ogrinfo", "-ro", "-al", "-so", *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    return ended.returncode, ended.stdout + ended.stderr


def gdal_reads_an_answer(tally, port, folder):
    for name, path in [
        ("nearest", "/api/v1/places/nearest?lon=119.4382&lat=32.4012&k=50"),
        ("places", "/api/v1/places?region=321002&limit=1000"),
        ("search", "/api/v1/search?q=sxh"),
    ]:
        status, body = get(port, path)
        saved = folder / f"{name}.geojson"
        saved.write_bytes(body)
        code, said = ogrinfo(saved)
        many = len(json.loads(body)["features"])
        tally.check(f"ogrinfo opens {name}", status == 200 and code == 0, said)
        tally.check(f"ogrinfo counts the features of {name}", f"Feature Count: {many}" in said, said)
        tally.check(f"ogrinfo has nothing to complain of in {name}", "ERROR" not in said and "Warning" not in said, said)
        tally.check(f"ogrinfo sees WGS-84 in {name}", "WGS 84" in said, said)
        tally.check(f"ogrinfo sees points in {name}", "Geometry: Point" in said or name == "search", said)


def gdal_reads_tiles(tally, port, folder):
    for layer, z, x, y, names in [
        ("places", 12, 3406, 1657, ["places"]),
        ("boundaries", 9, 425, 207, ["district", "region"]),
        ("water", 9, 425, 207, ["water", "water_name"]),
    ]:
        status, body = get(port, f"/api/v1/tiles/{layer}/{z}/{x}/{y}.mvt")
        # GDAL takes the tile's place from the path, {z}/{x}/{y}.mvt.
        saved = folder / layer / str(z) / str(x) / f"{y}.mvt"
        saved.parent.mkdir(parents=True)
        saved.write_bytes(body)
        code, said = ogrinfo(saved)
        tally.check(f"ogrinfo opens a tile of {layer}", status == 200 and code == 0, said)
        tally.check(f"ogrinfo has nothing to complain of in {layer}", "ERROR" not in said and "Warning" not in said, said)
        decoded = mapbox_vector_tile.decode(body)
        tally.check(f"a tile of {layer} has its layers", set(decoded) <= set(names) and decoded, str(set(decoded)))
        for name, content in decoded.items():
            both = f"Layer name: {name}" in said and f"Feature Count: {len(content['features'])}" in said
            tally.check(f"GDAL and the decoder count alike in {layer}/{name}", both, said)
            tally.check(f"{layer}/{name} is version 2 with extent 4096", (content["version"], content["extent"]) == (2, 4096))


def polygons_are_wound(tally, port, bbox):
    """Outer rings run clockwise on the screen, holes the other way (MVT 2.1, section 4.3.3.3), and every ring closes."""
    for layer, name in [("boundaries", "district"), ("water", "water")]:
        rings = bad = 0
        for x, y in tiles_over(bbox, 9):
            status, body = get(port, f"/api/v1/tiles/{layer}/9/{x}/{y}.mvt")
            if status != 200:
                continue
            tile = mapbox_vector_tile.decode(body, default_options={"y_coord_down": True})
            for feature in tile.get(name, {"features": []})["features"]:
                geometry = feature["geometry"]
                polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
                for polygon in polygons:
                    for number, ring in enumerate(polygon):
                        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))
                        rings += 1
                        bad += ring[0] != ring[-1] or (area > 0) != (number == 0)
        tally.check(f"{layer} has polygons", rings > 0)
        tally.check(f"every ring of {layer} is wound as the specification says", bad == 0, f"{bad} of {rings}")


def tiles_hold_the_ledger(tally, port, city):
    """At every zoom each role's bearers are in the tiles once, within the buffer or not; and no tile is too large."""
    located = {role["kind"]: role["located"] for role in city["roles"]}
    for zoom in ZOOMS:
        kinds = collections.Counter()
        places = largest = tiles = 0
        for layer in ("places", "boundaries", "water"):
            for x, y in tiles_over(city["bbox"], zoom):
                status, body = get(port, f"/api/v1/tiles/{layer}/{zoom}/{x}/{y}.mvt")
                if status not in (200, 204) or len(body) > LARGEST_TILE:
                    tally.check(f"{layer}/{zoom}/{x}/{y}", False, f"status {status}, {len(body)} bytes")
                tiles += 1
                largest = max(largest, len(body))
                if layer != "places" or not body:
                    continue
                for feature in mapbox_vector_tile.decode(body)["places"]["features"]:
                    properties = feature["properties"]
                    across, down = feature["geometry"]["coordinates"]
                    if not (0 <= across < 4096 and 0 < down <= 4096):
                        continue  # in the buffer: it is another tile's
                    if properties.get("cluster"):
                        places += properties["count"]
                        for kind in KINDS:
                            kinds[kind] += properties.get(f"n_{kind}", 0)
                        if max((properties.get(f"n_{kind}", 0) for kind in KINDS), default=0) > properties["count"]:
                            tally.check(f"a cluster in {zoom}/{x}/{y}", False, f"more bearers than places: {properties}")
                    else:
                        places += 1
                        kinds.update(properties["kinds"].split(","))
        print(f"z{zoom}: {tiles} tiles, the largest {largest} bytes, {places} places")
        tally.check(f"no tile at z{zoom} is over {LARGEST_TILE} bytes", largest <= LARGEST_TILE, str(largest))
        tally.check(f"every place is in the tiles of z{zoom} once", places == city["places"], f"{places}, not {city['places']}")
        for kind in KINDS:
            tally.check(f"{kind} at z{zoom}", kinds[kind] == located[kind], f"{kinds[kind]}, not {located[kind]}")


def main():
    tally = Tally()
    with server() as port, tempfile.TemporaryDirectory() as folder:
        city = get_json(port, "/api/v1/city")
        gdal_reads_an_answer(tally, port, Path(folder))
        gdal_reads_tiles(tally, port, Path(folder))
        polygons_are_wound(tally, port, city["bbox"])
        tiles_hold_the_ledger(tally, port, city)
        calendars_are_read(tally, port)
        field_study_is_read(tally, port, Path(folder))
    tally.close()


if __name__ == "__main__":
    main()
