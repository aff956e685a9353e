"""Writes gcj02.csv: spots of mainland China in the three datums, by PyPI coord-convert 0.2.1.

Run it in a Python with coord-convert==0.2.1; the same version gives the same bytes. It is MIT licensed; only
figures are taken from it. It shares its formula's origin with every open implementation, so it checks the arithmetic; the
vendors' own answers in datums.rs check the formula.
"""

import random
from pathlib import Path

from coord_convert import transform

random.seed(20250214)
# Rectangles that lie well inside the mainland: [west, south, east, north].
INSIDE = [(119, 32, 120, 33), (114, 23, 117, 40), (81, 38, 95, 42), (101, 25, 109, 38), (124, 44, 129, 49)]
rows = []
for west, south, east, north in INSIDE:
    for _ in range(20):
        lon, lat = round(random.uniform(west, east), 7), round(random.uniform(south, north), 7)
        gcj = transform.wgs2gcj(lon, lat)
        bd = transform.gcj2bd(*gcj)
        rows.append(",".join(f"{v:.9f}" for v in (lon, lat, *gcj, *bd)))

Path(__file__).with_name("gcj02.csv").write_text(
    "wgs84_lon,wgs84_lat,gcj02_lon,gcj02_lat,bd09_lon,bd09_lat\n" + "\n".join(rows) + "\n", encoding="utf-8"
)
