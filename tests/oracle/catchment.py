"""Compares accessibility with PySAL's `access`, and Gini coefficients with its `inequality` where that is installed."""

import argparse
import json
import math
import os
import random
import secrets
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
from access import fca
from access import weights as pysal

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.checks import Tally  # noqa: E402

try:
    from inequality.gini import Gini
except ImportError:
    Gini = None

CLOSE = 1e-9
SIZES = [(1, 1), (2, 5), (25, 1), (60, 40), (60, 40), (300, 80)]


def decays(random_, longest):
    """Each decay as we are told it, and as PySAL is: the limit and the weight function."""
    limit = random_.randint(longest // 5, longest)
    thirds = {limit // 3: 1.0, limit * 2 // 3: 0.68, limit: 0.22}
    sigma = limit * random_.uniform(0.2, 2)
    scale = limit * random_.uniform(0.1, 2)
    edge = math.exp(-0.5)

    def dai(time):
        return (math.exp(-0.5 * (time / limit) ** 2) - edge) / (1 - edge)

    def exponential(time):
        return math.exp(-time / scale)

    # PySAL has no decay of Dai's and no exponential: it is handed them, and does all the rest.
    return [
        ({"step": {"limit": limit}}, limit, None),
        ({"zones": sorted(thirds.items())}, limit, pysal.step_fn(thirds)),
        ({"gaussian": {"limit": limit}}, limit, dai),
        ({"bell": {"sigma": sigma, "limit": limit}}, limit, pysal.gaussian(sigma)),
        ({"exponential": {"scale": scale, "limit": limit}}, limit, exponential),
    ]


def cases(random_):
    """Random cities: some sites out of reach, some without supply."""
    for demand, sites in SIZES:
        longest = random_.choice([600, 9_000, 36_000])
        times = [
            [None if random_.random() < 0.1 else random_.randint(0, longest) for _ in range(demand)]
            for _ in range(sites)
        ]
        people = [random_.choice([1.0, random_.uniform(0.01, 5_000)]) for _ in range(demand)]
        supply = [random_.choice([0.0, 1.0, random_.uniform(0.01, 300)]) for _ in range(sites)]
        for decay, limit, weight in decays(random_, longest):
            yield {"times": times, "demand": people, "supply": supply, "decay": decay}, limit, weight


def by_pysal(asked, limit, weight):
    """The accessibility of each demand point. PySAL leaves out those that reach nothing: they have none."""
    demand = pd.DataFrame({"geoid": range(len(asked["demand"])), "demand": asked["demand"]})
    supply = pd.DataFrame({"supply": asked["supply"]})
    pairs = [
        (point, site, time)
        for site, column in enumerate(asked["times"])
        for point, time in enumerate(column)
        if time is not None
    ]
    cost = pd.DataFrame(pairs, columns=["origin", "dest", "cost"])
    found = fca.two_stage_fca(demand, supply, cost, max_cost=limit, weight_fn=weight)
    return found.reindex(range(len(asked["demand"])), fill_value=0.0).fillna(0.0).to_numpy()


def ginis(random_):
    """Random values with whole weights, so that a weight can be written as so many equal values."""
    for count in (1, 2, 10, 500):
        values = [random_.choice([0.0, 1.0, random_.uniform(0, 1_000)]) for _ in range(count)]
        values[0] = 1.0
        yield {"values": values, "weights": [float(random_.randint(1, 4)) for _ in values]}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    seed = parser.parse_args().seed
    print(f"seed {seed}")
    random_ = random.Random(seed)
    # PySAL fills a column of its own as pandas will not have it done one day.
    warnings.filterwarnings("ignore", module="access")
    access, gini = list(cases(random_)), list(ginis(random_))
    asked = {"access": [case for case, _, _ in access], "gini": gini}
    told = subprocess.run([os.environ["ACCESS_TABLE"]], input=json.dumps(asked), stdout=subprocess.PIPE, text=True)
    if told.returncode:
        sys.exit("access_table gave no answer")
    ours = json.loads(told.stdout)

    tally = Tally()
    reached = 0
    for (case, limit, weight), found in zip(access, ours["access"], strict=True):
        name = f"{len(case['demand'])} points, {len(case['supply'])} sites, {json.dumps(case['decay'])}"
        theirs = by_pysal(case, limit, weight)
        reached += np.count_nonzero(theirs)
        farthest = np.max(np.abs(found - theirs) / np.maximum(np.abs(theirs), 1e-12))
        tally.check(name, farthest <= CLOSE, f"they differ by {farthest:g} of the value")
    tally.check("most demand points reach something", reached > sum(len(case["demand"]) for case, _, _ in access) / 2)
    if Gini is None:
        print("not run: Gini coefficients beside PySAL's inequality, which is not installed")
    else:
        for case, found in zip(gini, ours["gini"], strict=True):
            repeated = np.repeat(case["values"], np.array(case["weights"], int))
            theirs = float(Gini(repeated).g)
            tally.check(f"Gini of {len(repeated)}", abs(found - theirs) <= CLOSE, f"it is {theirs}, not {found}")
    tally.close()


if __name__ == "__main__":
    main()
