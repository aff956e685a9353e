"""Where a point lies among web map tiles, for the scripts beside."""

import math


def tile_at(lon, lat, zoom):
    """The x and y of the tile that holds a point."""
    many = 2**zoom
    x = int((lon + 180) / 360 * many)
    y = int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * many)
    return x, y


def tiles_over(bbox, zoom):
    """The x and y of every tile that touches a box."""
    west, south, east, north = bbox
    (left, bottom), (right, top) = tile_at(west, south, zoom), tile_at(east, north, zoom)
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]
