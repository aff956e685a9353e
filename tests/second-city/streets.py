"""The streets of an extract: made by the program, asked over HTTP, and held against a search of our own over another decoder's reading.

The search knows only streets that anyone may walk without a second look (see `PLAIN`), so its ways are ways of the program's too:
no time of the program may be longer. And no time may be shorter than the straight line allows.
"""

import heapq
import json
import math
import subprocess
import sys
import urllib.request
from pathlib import Path

import osmium
import shapely

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.checks import get_json  # noqa: E402
from support.yuren import binary, server  # noqa: E402

# Streets on which anyone walks in both directions.
PLAIN = {"residential", "living_street", "tertiary", "unclassified", "pedestrian", "footway"}
# Tags that make a street one to look at twice.
ODD = {"access", "foot", "area", "indoor", "level", "oneway:foot", "conveying"}
WALK_METRES_A_MINUTE = 75.0
# How many ways are compared.
PLACES = 40
# A time is told in tenths of a minute rounded up; ours may be so much shorter, in minutes.
DOUBT_MINUTES = 0.15


def metres(a, b):
    """The straight way between two points (`lon, lat`) of a city, to a thousandth."""
    radius, middle = 6_371_008.8, math.radians((a[1] + b[1]) / 2)
    return radius * math.hypot(math.radians(b[0] - a[0]) * math.cos(middle), math.radians(b[1] - a[1]))


def plain_streets(extract):
    """Nodes with their points, and the neighbours of each with the metres between, over plain streets."""
    points, beside = {}, {}
    for way in osmium.FileProcessor(str(extract), osmium.osm.WAY | osmium.osm.NODE).with_locations():
        if not way.is_way():
            continue
        tags = dict(way.tags)
        if tags.get("highway") not in PLAIN or ODD & tags.keys():
            continue
        nodes = [(node.ref, (node.lon, node.lat)) for node in way.nodes if node.location.valid()]
        for (a, at_a), (b, at_b) in zip(nodes, nodes[1:]):
            points[a], points[b] = at_a, at_b
            length = metres(at_a, at_b)
            beside.setdefault(a, []).append((b, length))
            beside.setdefault(b, []).append((a, length))
    return points, beside


def gated(extract):
    """Nodes that may stop one."""
    return {node.id for node in osmium.FileProcessor(str(extract), osmium.osm.NODE) if "barrier" in dict(node.tags)}


def metres_from(start, beside, shut):
    """The metres on streets from a node to all that it reaches (Dijkstra)."""
    found, heap = {}, [(0.0, start)]
    while heap:
        at, node = heapq.heappop(heap)
        if node in found or node in shut:
            continue
        found[node] = at
        for neighbour, length in beside[node]:
            if neighbour not in found:
                heapq.heappush(heap, (at + length, neighbour))
    return found


def post(port, path, body):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", json.dumps(body).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request) as answer:
        return json.loads(answer.read())


def refuses(tally, what, arguments, word, city):
    """A command that must fail in a sentence, and leave no file."""
    ended = subprocess.run([binary(), *map(str, arguments)], capture_output=True, text=True, check=False)
    said = ended.stdout + ended.stderr
    tally.check(f"{what} is refused in a sentence", ended.returncode != 0 and word in said and "panicked" not in said, said[-300:])
    tally.check(f"{what} leaves nothing behind", not list(city.glob("*.yuren*")), str(list(city.iterdir())))


def bad_extracts_leave_nothing(tally, extract, city):
    """A file cut short, and one of another city."""
    short = extract.with_name("short.osm.pbf")
    short.write_bytes(extract.read_bytes()[: extract.stat().st_size * 2 // 3])
    refuses(tally, "an extract that is cut short", ["network", "build", city, short], "byte", city)
    elsewhere = city.with_name("elsewhere")
    elsewhere.mkdir()
    text = (city / "city.toml").read_text("utf-8")
    bbox = next(line for line in text.splitlines() if line.startswith("bbox"))
    (elsewhere / "city.toml").write_text(text.replace(bbox, "bbox = [119.0, 32.0, 119.9, 33.4]"), "utf-8")
    for file in city.iterdir():
        if file.name != "city.toml" and file.is_file():
            (elsewhere / file.name).write_bytes(file.read_bytes())
    refuses(tally, "an extract of another city", ["network", "build", elsewhere, extract], "119", elsewhere)


def ways_equal_a_search(tally, port, extract):
    """Times from a place to others beside those of plain streets and of the straight line."""
    points, beside = plain_streets(extract)
    shut = gated(extract)
    start = max(beside, key=lambda node: (len(metres_from(node, beside, shut)) if node % 97 == 0 else 0, node))
    reached = metres_from(start, beside, shut)
    chosen = sorted(node for node in reached if node != start)[:: max(1, len(reached) // PLACES)]
    there = post(port, "/api/v1/matrix", {"mode": "walk", "from": [points[start]], "to": [points[node] for node in chosen]})
    back = post(port, "/api/v1/matrix", {"mode": "walk", "from": [points[node] for node in chosen], "to": [points[start]]})
    tally.check("times are by streets", there["travel_kind"] == "network", str(there["travel_kind"]))
    minutes = there["minutes"][0]
    longer = [
        (told, reached[node] / WALK_METRES_A_MINUTE)
        for told, node in zip(minutes, chosen)
        if told is None or told > reached[node] / WALK_METRES_A_MINUTE + DOUBT_MINUTES
    ]
    tally.check(f"none of {len(chosen)} ways is longer than that over plain streets", not longer, str(longer[:5]))
    shorter = [
        told for told, node in zip(minutes, chosen)
        if told is not None and told < metres(points[start], points[node]) / WALK_METRES_A_MINUTE - DOUBT_MINUTES
    ]
    tally.check("no way is shorter than the straight line", not shorter, str(shorter[:5]))
    same = sum(
        1 for told, node in zip(minutes, chosen)
        if told is not None and abs(told - reached[node] / WALK_METRES_A_MINUTE) <= max(DOUBT_MINUTES, 0.03 * told)
    )
    tally.check("a good part of them is that very way", same * 4 >= len(chosen), f"{same} of {len(chosen)}")
    tally.check("on foot the way back takes as long", minutes == [row[0] for row in back["minutes"]])
    print(f"{len(reached)} nodes of plain streets; {len(chosen)} ways compared, {same} of them the same way")
    return points[start], [points[node] for node in chosen], minutes


def areas_hold_what_is_reached(tally, port, start, places, minutes):
    """Isochrones lie in one another, and hold every place that is reached in their time."""
    lon, lat = start
    answer = get_json(port, f"/api/v1/isochrone?lon={lon}&lat={lat}&mode=walk&minutes=5,10,15")
    areas = {feature["properties"]["minutes"]: shapely.from_geojson(json.dumps(feature["geometry"])) for feature in answer["features"]}
    tally.check("there is an area for each time", sorted(areas) == [5, 10, 15], str(sorted(areas)))
    tally.check("areas are sound", all(area.is_valid and not area.is_empty for area in areas.values()))
    tally.check("a shorter time's area lies in a longer one's", areas[5].difference(areas[10]).area < 1e-12 and areas[10].difference(areas[15]).area < 1e-12)
    outside = [
        (limit, told) for limit, area in areas.items() for place, told in zip(places, minutes)
        if told is not None and told <= limit - DOUBT_MINUTES and not area.contains(shapely.Point(place))
    ]
    tally.check("what is reached in a time lies in its area", not outside, str(outside[:5]))


def nearest_goes_by_streets(tally, port, start):
    """What nearest tells is what the matrix tells, and the limit holds by it."""
    lon, lat = start
    ask = f"/api/v1/places/nearest?lon={lon}&lat={lat}&k=20&mode=walk"
    features = get_json(port, ask)["features"]
    kinds = {feature["properties"]["travel_kind"] for feature in features}
    tally.check("nearest tells times by streets", kinds == {"network"}, str(kinds))
    places = [feature["geometry"]["coordinates"] for feature in features]
    matrix = post(port, "/api/v1/matrix", {"mode": "walk", "from": [start], "to": places})["minutes"][0]
    apart = [
        (told, by_matrix) for told, by_matrix in zip((feature["properties"]["travel_minutes"] for feature in features), matrix)
        if (told is None) != (by_matrix is None) or (told is not None and math.ceil(by_matrix - 1e-9) != told)
    ]
    tally.check("nearest and matrix tell the same times", not apart, str(apart[:5]))
    limit = sorted(told for told in matrix if told is not None)[len(matrix) // 2]
    near = get_json(port, f"{ask}&max_minutes={limit}")["features"]
    beyond = [feature["properties"]["travel_minutes"] for feature in near if feature["properties"]["travel_minutes"] > math.ceil(limit)]
    tally.check("a limit of minutes is one of minutes on streets", near and not beyond, str(beyond))


def coverage_goes_by_streets(tally, port, start, places):
    """Coverage says both kinds; a street that is closed changes a time."""
    demand = {"name": "points", "points": [{"id": str(n), "name": str(n), "lon": lon, "lat": lat, "weight": 1} for n, (lon, lat) in enumerate(places)]}
    site = {"id": "a", "name": "a", "lon": start[0], "lat": start[1], "roles": ["counselling"]}
    question = {"demand": demand, "needs": [["counselling"]], "mode": "walk", "max_minutes": 15, "scenario": {"add": [site]}}
    answer = post(port, "/api/v1/coverage", question)
    tally.check("coverage goes by streets where there are some", answer["method"]["kind"] == "network", str(answer["method"]))
    tally.check("the straight line stands beside", (answer["other_kind"] or {}).get("kind") == "estimate", str(answer["other_kind"]))
    before = answer["points"]["minutes"]
    question["scenario"]["close"] = [{"lon": start[0], "lat": start[1]}]
    after = post(port, "/api/v1/coverage", question)["points"]["minutes"]
    grown = [(a, b) for a, b in zip(before, after) if a is not None and (b is None or b > a)]
    tally.check("with a street closed some ways are longer", bool(grown), f"{before[:5]} {after[:5]}")


def check(tally, extract, city, store):
    """All of it, on a city that has places and no streets yet."""
    bad_extracts_leave_nothing(tally, extract, city)
    ended = subprocess.run([binary(), "network", "build", city, extract], capture_output=True, text=True, check=False)
    tally.check("streets are made", ended.returncode == 0 and (city / "streets.yuren").is_file(), ended.stderr[-300:])
    with server(city, store) as port:
        streets = get_json(port, "/api/v1/planning")["streets"]
        tally.check("what planners may choose names the streets' source", "OpenStreetMap" in streets["attribution"], str(streets))
        start, places, minutes = ways_equal_a_search(tally, port, extract)
        areas_hold_what_is_reached(tally, port, start, places, minutes)
        nearest_goes_by_streets(tally, port, start)
        coverage_goes_by_streets(tally, port, start, places)
    damaged = (city / "streets.yuren").read_bytes()
    (city / "streets.yuren").write_bytes(damaged[:-1] + bytes([damaged[-1] ^ 1]))
    ended = subprocess.run([binary(), "serve", "--city", city, "--listen", "127.0.0.1:0", "--store", store], capture_output=True, text=True, check=False)
    tally.check("damaged streets are not served, and it is said how they are made anew", ended.returncode != 0 and "network build" in ended.stderr, ended.stderr[-300:])
