"""Writes geodesics.csv: pairs of WGS-84 points and the geodesic between them, by PyPI geographiclib 2.1.

Run it in a Python with geographiclib==2.1; the same version gives the same bytes.
"""

import math
import random
from pathlib import Path

from geographiclib.geodesic import Geodesic

EARTH = Geodesic.WGS84
random.seed(20250214)
rows = []


def add(kind, lon1, lat1, lon2, lat2):
    lon1, lat1, lon2, lat2 = (round(v, 9) for v in (lon1, lat1, lon2, lat2))
    metres = EARTH.Inverse(lat1, lon1, lat2, lon2)["s12"]
    rows.append(f"{kind},{lon1},{lat1},{lon2},{lat2},{metres:.9f}")


def from_distance(kind, lat_limit, metres):
    lat = math.degrees(math.asin(random.uniform(-1, 1) * math.sin(math.radians(lat_limit))))
    lon = random.uniform(-180, 180)
    end = EARTH.Direct(lat, lon, random.uniform(0, 360), metres)
    add(kind, lon, lat, end["lon2"], end["lat2"])


for metres in (0.01, 1, 100, 1_000, 5_000, 20_000, 100_000, 199_000):
    for _ in range(30):
        from_distance("near", 89.5, metres)
for _ in range(60):
    from_distance("far", 90, random.uniform(2e5, 2e7))
for _ in range(20):  # across the antimeridian
    lat = random.uniform(-80, 80)
    add("near", 180 - random.uniform(0, 0.4), lat, -180 + random.uniform(0, 0.4), lat + random.uniform(-0.4, 0.4))
for _ in range(20):  # nearly antipodal: where Vincenty's iteration fails
    lon, lat = random.uniform(-180, 0), random.uniform(-80, 80)
    add("far", lon, lat, lon + 180 + random.uniform(-0.5, 0.5), -lat + random.uniform(-0.5, 0.5))
add("near", 119.4382, 32.4012, 119.4382, 32.4012)
add("near", 0, 0, 1, 0)
add("far", 0, 0, 179.5, 0)
add("far", 0, 90, 0, -90)
add("near", 0, 90, 77, 89.5)
add("far", 119.4, 32.4, 116.4, 39.9)

Path(__file__).with_name("geodesics.csv").write_text(
    "kind,lon1,lat1,lon2,lat2,metres\n" + "\n".join(rows) + "\n", encoding="utf-8"
)
