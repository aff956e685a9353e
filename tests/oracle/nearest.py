"""Compares random nearest answers with brute force over the pack's own files and PROJ's geodesic."""

import argparse
import concurrent.futures
import http.client
import json
import random
import secrets
import sys
import threading
from pathlib import Path

import numpy as np
import pyproj

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.yuren import CITY, server  # noqa: E402

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
FEES = ["free", "paid", "unknown"]
GEOD = pyproj.Geod(ellps="WGS84")
CONNECTIONS = 3
# Distances nearer than this may be rounded to either millimetre by two correct programs.
DOUBT_MM = 0.001


class City:
    """The places of the pack, as arrays."""

    def __init__(self, folder):
        places = []
        for file in sorted((folder / "places").glob("*.geojson")):
            places += json.loads(file.read_text("utf-8"))["features"]
        places = [place for place in places if place["properties"].get("status", "active") != "withdrawn"]
        if len(places) < 1000:
            sys.exit(f"{folder} holds only {len(places)} places: nothing to compare with.")
        self.ids = np.array([place["id"] for place in places])
        self.index = {identifier: i for i, identifier in enumerate(self.ids)}
        self.lons, self.lats = np.array([place["geometry"]["coordinates"] for place in places]).T.copy()
        # Which places bear a role of a kind and a fee, and which lie in a region.
        self.bearers = {(kind, fee): np.zeros(len(places), bool) for kind in KINDS for fee in FEES}
        self.inside = {}
        for i, place in enumerate(places):
            for role in place["properties"]["roles"]:
                if role.get("status", "active") != "withdrawn":
                    self.bearers[role["kind"], role.get("fee", {}).get("value", "unknown")][i] = True
            region = place["properties"]["region"]
            # A code begins with its parent's; a district's parent is the city.
            for code in {region[:4] + "00", region[:6], region[:9], region}:
                self.inside.setdefault(code, np.zeros(len(places), bool))[i] = True
        self.codes = sorted(self.inside)

    def matches(self, kinds, fees, regions):
        """Which places bear one role of these kinds and fees, inside these regions. An empty list is no filter."""
        pairs = [(kind, fee) for kind in kinds or KINDS for fee in fees or FEES]
        wanted = np.logical_or.reduce([self.bearers[pair] for pair in pairs])
        if regions:
            wanted &= np.logical_or.reduce([self.inside[region] for region in regions])
        return wanted

    def distances(self, lon, lat, wanted):
        """Geodesic metres from a point to each place that is wanted; infinite to the others."""
        metres = np.full(len(self.ids), np.inf)
        many = np.count_nonzero(wanted)
        if many:
            metres[wanted] = GEOD.inv(np.full(many, lon), np.full(many, lat), self.lons[wanted], self.lats[wanted])[2]
        return metres


def question(random_, city):
    """A random question as (lon, lat, k, max_m, kinds, fees, regions)."""
    where = random_.random()
    some = random_.randrange(len(city.ids))
    if where < 0.4:  # near a place
        lon, lat = city.lons[some] + random_.gauss(0, 0.003), city.lats[some] + random_.gauss(0, 0.003)
    elif where < 0.45:  # right on a place
        lon, lat = city.lons[some], city.lats[some]
    elif where < 0.75:  # in the city's box
        lon, lat = random_.uniform(119.0, 119.91), random_.uniform(32.22, 33.42)
    elif where < 0.88:  # about 1,000 km away
        lon, lat, _ = GEOD.fwd(119.43, 32.4, random_.uniform(0, 360), random_.uniform(900e3, 1100e3))
    elif where < 0.98:  # anywhere on the Earth
        lon, lat = random_.uniform(-180, 180), float(np.degrees(np.arcsin(random_.uniform(-1, 1))))
    else:  # where longitudes end, at a pole, and on the other side of the Earth
        lon, lat = random_.choice([(180.0, 10.0), (-180.0, -10.0), (0.0, 90.0), (77.0, -90.0), (-60.57, -32.4)])
    # What is compared must be what is asked, to the last digit.
    lon, lat = round(float(lon), 9), round(float(lat), 9)
    k = random_.choice([1, 2, 3, 5, 10, 10, 10, 25, 50, 100])
    max_m = round(10 ** random_.uniform(2, 6), 3) if random_.random() < 0.25 else None
    kinds = random_.sample(KINDS, random_.choice([0, 0, 1, 1, 2, 4]))
    fees = random_.sample(FEES, random_.choice([0, 0, 0, 1, 2]))
    # Villages hold a place or two; were they asked for as they come, most answers would be empty.
    length = random_.choice([6, 6, 9, 12])
    level = [code for code in city.codes if len(code) == length]
    regions = random_.sample(level, random_.choice([0, 0, 0, 1, 1, 3]))
    return lon, lat, k, max_m, kinds, fees, regions


def address(asked):
    lon, lat, k, max_m, kinds, fees, regions = asked
    text = f"/api/v1/places/nearest?lon={lon!r}&lat={lat!r}&k={k}"
    if max_m is not None:
        text += f"&max_m={max_m!r}"
    for name, values in (("role", kinds), ("fee", fees), ("region", regions)):
        if values:
            text += f"&{name}={','.join(values)}"
    return text


def difference(city, asked, answer):
    """What is wrong with an answer; None if it is right."""
    lon, lat, k, max_m, *filters = asked
    wanted = city.matches(*filters)
    metres = city.distances(lon, lat, wanted)
    if max_m is not None:
        # Whoever lies on the very edge may be in or out.
        wanted = wanted & (metres <= max_m + DOUBT_MM / 1000)
    candidates = np.flatnonzero(wanted)
    order = candidates[np.lexsort((city.ids[candidates], np.round(metres[candidates] * 1000)))]
    expected = order[:k]
    found = [feature["id"] for feature in answer["features"]]
    if len(found) != len(expected):
        return f"{len(found)} answers for {len(expected)}"
    if len(set(found)) != len(found):
        return "a place came twice"
    for position, (feature, right) in enumerate(zip(answer["features"], expected)):
        got = city.index.get(feature["id"])
        if got is None or not wanted[got]:
            return f"place {position} is {feature['id']}, which does not match"
        told = feature["properties"]["distance_m"]
        if abs(told - metres[got]) > 0.001:
            return f"{feature['id']} is {metres[got]:.4f} m away, not {told}"
        if got != right:
            # Another order is right only if the two distances, rounded to millimetres, are in doubt.
            near_edge = any(
                abs(abs(metres[i] * 1000 % 1.0) - 0.5) < DOUBT_MM * max(1.0, metres[i] / 1e6) for i in (got, right)
            )
            if abs(metres[got] - metres[right]) > 0.001 or not near_edge:
                return f"place {position} is {feature['id']}, not {city.ids[right]}"
    return None


class Client(threading.local):
    """A kept connection for each thread."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        return answer.status, answer.read()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.points} questions")
    city = City(CITY)
    random_ = random.Random(options.seed)
    questions = [question(random_, city) for _ in range(options.points)]

    failed = empty = 0
    with server() as port, concurrent.futures.ThreadPoolExecutor(CONNECTIONS) as pool:
        client = Client(port)
        paths = [address(asked) for asked in questions]
        for asked, path, (status, body) in zip(questions, paths, pool.map(client.ask, paths)):
            if status == 200:
                answer = json.loads(body)
                wrong = difference(city, asked, answer)
                empty += not answer["features"]
            else:
                wrong = f"status {status}: {body[:300].decode('utf-8', 'replace')}"
            if wrong:
                failed += 1
                if failed <= 20:
                    print(f"FAILED: {path}: {wrong}")
    if empty > options.points * 0.6:
        failed += 1
        print(f"FAILED: {empty} of {options.points} answers were empty: the questions say too little")
    print(f"{empty} answers were empty, as they had to be")
    print(f"{options.points - failed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
