"""The streets of an extract: made by the program, asked over HTTP, and held against a search of our own over another decoder's reading.

The search has rules of its own that fit on a page: which sorts of way walkers may use, stairs at their own pace, gates that are shut. It
is asked from and to the middles of residential streets and footways, which leaves no doubt where a point meets the streets. Nearly all
times equal the program's, and no time is shorter than the straight line allows.
"""

import heapq
import json
import math
import subprocess
import sys
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path

import osmium
import shapely

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.checks import get, get_json  # noqa: E402
from support.yuren import binary, server  # noqa: E402

# Ways that are not for walkers, or not there.
NOT_ON_FOOT = {
    "motorway", "motorway_link", "construction", "proposed", "abandoned", "disused", "razed", "busway", "raceway",
}
# Streets that places are asked for on, unless one of these tags makes it doubtful where a point meets them.
ORDINARY = {"residential", "living_street", "footway", "pedestrian"}
DOUBTFUL = {"tunnel", "bridge", "area", "layer", "covered"}
# What an access tag says of a way or a gate that walkers may use.
OPEN = {"yes", "permissive", "designated", "official", "destination", "customers", "public"}
WALK_METRES_A_MINUTE = 75.0
STAIRS_METRES_A_MINUTE = 2000 / 60
# Places whose ways to one another are compared.
PLACES = 60
# A time is told in tenths of a minute rounded up; ours may be so much shorter, in minutes.
DOUBT_MINUTES = 0.15
# So many of the times equal the program's within so much, the greater of the two.
SAME_SHARE, SAME_PART, SAME_MINUTES = 0.95, 0.03, 10 / 60


def metres(a, b):
    """The straight way between two points (`lon, lat`) of a city, to a thousandth."""
    radius, middle = 6_371_008.8, math.radians((a[1] + b[1]) / 2)
    return radius * math.hypot(math.radians(b[0] - a[0]) * math.cos(middle), math.radians(b[1] - a[1]))


def is_open(tags):
    """Whether walkers may use a way."""
    highway = tags.get("highway")
    if highway is None or highway in NOT_ON_FOOT or tags.get("motorroad") == "yes":
        return False
    if tags.get("area") == "yes" and highway not in ("pedestrian", "footway"):
        return False
    said = tags.get("foot", tags.get("access"))
    return said is None or said in OPEN


def is_shut(tags):
    """Whether no walker gets past a node: a gate that says so, and what is no gate."""
    if "barrier" not in tags:
        return False
    if said := tags.get("foot", tags.get("access")):
        return said not in OPEN
    return tags.get("locked") == "yes" or tags["barrier"] in ("wall", "fence", "hedge")


class Walks:
    """Nodes with their points, the minutes from each to its neighbours, and the places to ask for."""

    def __init__(self, extract):
        self.points, self.beside = {}, {}
        shut, ways, middles = set(), Counter(), set()
        # An extract has its nodes before its ways.
        for item in osmium.FileProcessor(str(extract), osmium.osm.WAY | osmium.osm.NODE).with_locations():
            tags = dict(item.tags)
            if item.is_node() and is_shut(tags):
                shut.add(item.id)
            if not item.is_way() or not is_open(tags):
                continue
            nodes = [(node.ref, node.location) for node in item.nodes]
            self.join(nodes, STAIRS_METRES_A_MINUTE if tags["highway"] == "steps" else WALK_METRES_A_MINUTE, shut)
            ways.update(node for node, _ in nodes)
            if tags["highway"] in ORDINARY and not DOUBTFUL & tags.keys():
                middles.update(node for node, _ in nodes[1:-1])
        # What is joined to most of the streets; islands are left out.
        self.joined = max((self.minutes_from(start) for start in list(self.beside)[::100]), key=len).keys()
        is_middle = lambda node: ways[node] == 1 and node in self.joined and len(self.beside[node]) == 2  # noqa: E731
        middles = sorted(filter(is_middle, middles))
        self.places = middles[:: max(1, len(middles) // PLACES)][:PLACES]

    def join(self, nodes, metres_a_minute, shut):
        for (a, at_a), (b, at_b) in zip(nodes, nodes[1:]):
            if at_a.valid() and at_b.valid() and shut.isdisjoint((a, b)):
                self.points[a], self.points[b] = (at_a.lon, at_a.lat), (at_b.lon, at_b.lat)
                minutes = metres(self.points[a], self.points[b]) / metres_a_minute
                self.beside.setdefault(a, []).append((b, minutes))
                self.beside.setdefault(b, []).append((a, minutes))

    def minutes_from(self, start):
        """The minutes on streets from a node to all that it reaches (Dijkstra)."""
        found, heap = {}, [(0.0, start)]
        while heap:
            at, node = heapq.heappop(heap)
            if node in found:
                continue
            found[node] = at
            for neighbour, minutes in self.beside[node]:
                if neighbour not in found:
                    heapq.heappush(heap, (at + minutes, neighbour))
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


def ways_equal_a_search(tally, port, walks):
    """Times between all places beside those of the search and of the straight line; gives the places and the times."""
    places = [walks.points[node] for node in walks.places]
    answer = post(port, "/api/v1/matrix", {"mode": "walk", "from": places, "to": places})
    tally.check("times are by streets", answer["travel_kind"] == "network", str(answer["travel_kind"]))
    told = answer["minutes"]
    pairs = [(a, b) for a in range(len(places)) for b in range(len(places)) if a != b]
    unreached = [pair for pair in pairs if told[pair[0]][pair[1]] is None]
    tally.check("every place is reached from every other", not unreached, str(unreached[:5]))
    if unreached:
        return places, told
    own = [walks.minutes_from(node) for node in walks.places]
    # Told times are rounded up to a tenth: they may be so much longer.
    apart = {(a, b): max(own[a][walks.places[b]] - told[a][b], told[a][b] - 0.1 - own[a][walks.places[b]]) for a, b in pairs}
    same = sum(by <= max(SAME_MINUTES, SAME_PART * own[a][walks.places[b]]) for (a, b), by in apart.items())
    worst = max(apart, key=apart.get)
    tally.check("times are those of the search", same >= SAME_SHARE * len(pairs), f"{same} of {len(pairs)}, {worst}: {apart[worst]}")
    # The round earth makes a line shorter by half a percent at most than a spheroid's.
    line = lambda a, b: 0.995 * metres(places[a], places[b]) / WALK_METRES_A_MINUTE  # noqa: E731
    shorter = [pair for pair in pairs if told[pair[0]][pair[1]] < line(*pair) - 0.01]
    tally.check("no way is shorter than the straight line", not shorter, str(shorter[:5]))
    uneven = [(a, b) for a, b in pairs if abs(told[a][b] - told[b][a]) > 0.11]
    tally.check("on foot the way back takes as long", not uneven, str(uneven[:5]))
    print(f"{same} of {len(pairs)} times on foot are the search's; the worst is {apart[worst] * 60:.0f} s apart")
    return places, told


def areas_hold_what_is_reached(tally, port, start, places, minutes):
    """Isochrones lie in one another, and hold every place that is reached in their time; gives their tolerances and them."""
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
    return {feature["properties"]["minutes"]: feature["properties"]["tolerance_m"] for feature in answer["features"]}, areas


def areas_hold_no_more(tally, walks, start, tolerances, areas):
    """Nodes farther than twice the tolerance from every street that the search reaches lie outside."""
    found, beyond = walks.minutes_from(start), 0
    middle = math.cos(math.radians(walks.points[start][1])) * 6_371_008.8
    flat = {node: (math.radians(lon) * middle, math.radians(lat) * 6_371_008.8) for node, (lon, lat) in walks.points.items()}
    for limit, area in areas.items():
        # With the search's doubt on top, and the whole of each street that begins to be walked in time.
        within = {node for node, minutes in found.items() if minutes <= limit * (1 + SAME_PART) + SAME_MINUTES}
        streets = shapely.STRtree(shapely.linestrings([(flat[a], flat[b]) for a in within for b, _ in walks.beside[a]]))
        far = [
            node for node in sorted(walks.joined - within)
            if len(streets.query(shapely.Point(flat[node]), "dwithin", 2 * tolerances[limit])) == 0
        ]
        beyond += len(far)
        inside = [node for node in far if area.contains(shapely.Point(walks.points[node]))]
        tally.check(f"what is far from all that is reached in {limit} minutes lies outside", not inside, str(inside[:5]))
    tally.check("some streets are far from what is reached", beyond > 100, str(beyond))


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


def closed_streets_are_told(tally, start, closed):
    """The stretch that is closed is the one under the spot: the spot is a node in the middle of a way."""
    tally.check("each closed street is told", len(closed) == 1, str(closed))
    if len(closed) != 1:
        return
    stretch = closed[0]
    tally.check("it is closed where it was asked for", metres(start, (stretch["lon"], stretch["lat"])) < 0.2, str(stretch))
    line = shapely.LineString(stretch["line"])
    tally.check("its line goes through that spot", line.distance(shapely.Point(start)) < 1e-6, str(stretch))
    long = sum(metres(a, b) for a, b in zip(stretch["line"], stretch["line"][1:]))
    tally.check("it is as long as its line", abs(long - stretch["length_m"]) < 0.01 * long + 0.2, f"{long} {stretch['length_m']}")


def closed_streets_are_closed_everywhere(tally, port, start, places, spot, by_coverage):
    """Matrix and isochrones heed a closed street as coverage does."""
    # Coverage tells the ways to the site, this the ways back: on foot they take as long.
    times = lambda close: post(port, "/api/v1/matrix", {"mode": "walk", "from": [start], "to": places, "close": close})["minutes"][0]  # noqa: E731
    matrix = times([spot])
    apart = [(a, b) for a, b in zip(by_coverage, matrix) if (a is None) != (b is None) or (a is not None and abs(a - b) > 0.11)]
    tally.check("matrix and coverage tell the same times beside a closed street", not apart, str(apart[:5]))
    lon, lat = start
    ask = f"/api/v1/isochrone?lon={lon}&lat={lat}&mode=walk&minutes=10"
    area = lambda more: shapely.from_geojson(json.dumps(get_json(port, ask + more)["features"][0]["geometry"]))  # noqa: E731
    # Not the street on which one begins: one would begin on another.
    closed = [place for place in places if place != start][:30]
    whole, beside = area(""), area("&close=" + ",".join(f"{lon};{lat}" for lon, lat in closed))
    tally.check("with streets closed one gets less far", whole.difference(beside).area > 1e-8, f"{whole.area} {beside.area}")
    tally.check("with streets closed one gets nowhere else", beside.difference(whole).area < 1e-12, f"{whole.area} {beside.area}")
    told = times([{"lon": lon, "lat": lat} for lon, lat in closed])
    outside = [place for place, minutes in zip(places, told) if minutes is not None and minutes <= 10 - DOUBT_MINUTES and not beside.contains(shapely.Point(place))]
    tally.check("what is reached beside a closed street lies in its area", not outside, str(outside[:5]))
    estimate = get_json(port, f"{ask}&kind=estimate")
    tally.check("an isochrone may be an estimate where there are streets", estimate["travel_kind"] == "estimate", str(estimate["travel_kind"]))
    status, problem = refusal(port, f"{ask}&close=24.81;60.29")
    tally.check("a street that is not there is not closed for an isochrone", (status, problem["parameter"]) == (400, "close"), str(problem))


def refusal(port, path, body=None):
    """The status and the document of a question that must be refused."""
    if body is None:
        status, told = get(port, path)
        return status, json.loads(told)
    try:
        return 200, post(port, path, body)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def coverage_goes_by_streets(tally, port, start, places):
    """Coverage says both kinds; a street that is closed changes a time."""
    demand = {"name": "points", "points": [{"id": str(n), "name": str(n), "lon": lon, "lat": lat, "weight": 1} for n, (lon, lat) in enumerate(places)]}
    site = {"id": "a", "name": "a", "lon": start[0], "lat": start[1], "roles": ["counselling"]}
    question = {"demand": demand, "needs": [["counselling"]], "mode": "walk", "max_minutes": 15, "scenario": {"add": [site]}}
    answer = post(port, "/api/v1/coverage", question)
    tally.check("coverage goes by streets where there are some", answer["method"]["kind"] == "network", str(answer["method"]))
    tally.check("the straight line stands beside", (answer["other_kind"] or {}).get("kind") == "estimate", str(answer["other_kind"]))
    before = answer["points"]["minutes"]
    tally.check("nothing is closed unasked", answer["closed"] == [], str(answer["closed"]))
    spot = {"lon": start[0], "lat": start[1]}
    question["scenario"]["close"] = [spot]
    answer = post(port, "/api/v1/coverage", question)
    after = answer["points"]["minutes"]
    grown = [(a, b) for a, b in zip(before, after) if a is not None and (b is None or b > a)]
    tally.check("with a street closed some ways are longer", bool(grown), f"{before[:5]} {after[:5]}")
    closed_streets_are_told(tally, start, answer["closed"])
    closed_streets_are_closed_everywhere(tally, port, start, places, spot, after)
    question["scenario"]["close"] = [spot, {"lon": 24.81, "lat": 60.29}]
    status, problem = refusal(port, "/api/v1/coverage", question)
    tally.check("a spot without a street is named", (status, problem["parameter"]) == (400, "/scenario/close/1"), str(problem))


def check(tally, extract, city, store):
    """All of it, on a city that has places and no streets yet."""
    bad_extracts_leave_nothing(tally, extract, city)
    ended = subprocess.run([binary(), "network", "build", city, extract], capture_output=True, text=True, check=False)
    tally.check("streets are made", ended.returncode == 0 and (city / "streets.yuren").is_file(), ended.stderr[-300:])
    with server(city, store) as port:
        streets = get_json(port, "/api/v1/planning")["streets"]
        tally.check("what planners may choose names the streets' source", "OpenStreetMap" in streets["attribution"], str(streets))
        walks = Walks(extract)
        places, minutes = ways_equal_a_search(tally, port, walks)
        # From the edge of the extract, so that there is something beyond a quarter of an hour.
        edge = places.index(min(places))
        held = areas_hold_what_is_reached(tally, port, places[edge], places, minutes[edge])
        areas_hold_no_more(tally, walks, walks.places[edge], *held)
        nearest_goes_by_streets(tally, port, places[edge])
        coverage_goes_by_streets(tally, port, places[edge], places)
    damaged = (city / "streets.yuren").read_bytes()
    (city / "streets.yuren").write_bytes(damaged[:-1] + bytes([damaged[-1] ^ 1]))
    ended = subprocess.run([binary(), "serve", "--city", city, "--listen", "127.0.0.1:0", "--store", store], capture_output=True, text=True, check=False)
    tally.check("damaged streets are not served, and it is said how they are made anew", ended.returncode != 0 and "network build" in ended.stderr, ended.stderr[-300:])
