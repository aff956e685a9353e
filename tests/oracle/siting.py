"""Compares proven placements with PySAL's `spopt` (solved by CBC), and with HiGHS where spopt has no such model."""

import argparse
import json
import os
import random
import secrets
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pulp
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array
from spopt.locate import LSCP, MCLP, PCenter, PMedian

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support.checks import Tally  # noqa: E402

# Objectives that solvers call equal: their own tolerance on whether a number is whole.
CLOSE = 1e-6
# Demand points, candidates, sites to place.
SIZES = [(1, 1, 1), (12, 5, 2), (60, 25, 3), (150, 40, 5), (300, 60, 8)]
HORIZON = 36_000


def city(random_, demand, candidates):
    """A square town in which everyone goes straight; some lie on an island that nothing reaches but its own candidates."""
    side = 9_000

    def anywhere():
        return random_.uniform(0, side), random_.uniform(0, side)

    points = [anywhere() for _ in range(demand)]
    sites = [random_.choice(points) if random_.random() < 0.5 else anywhere() for _ in range(candidates)]

    def on_island(point):
        return point[0] < side * 0.1

    times = [
        [None if on_island(point) != on_island(site) else round(np.hypot(*np.subtract(point, site))) for point in points]
        for site in sites
    ]
    weights = [random_.choice([0.0, 1.0, float(random_.randint(1, 900)), random_.uniform(0, 90)]) for _ in range(demand)]
    weights[0] = 5.0
    # A site that is there already, in some cities.
    there = random_.choice(points) if random_.random() < 0.5 else None
    existing = [None if there is None else round(np.hypot(*np.subtract(point, there))) for point in points]
    return {"weights": weights, "existing": existing, "times": times, "horizon": HORIZON}


def cases(random_):
    for demand, candidates, sites in SIZES:
        asked = city(random_, demand, candidates)
        within = random_.randint(1_000, 2_500)
        mean = sum(asked["weights"]) / candidates
        capacities = [random_.choice([0.0, 1.0, 3.0]) * mean for _ in range(candidates)]
        for model in (
            {"max_cover": {"sites": sites, "within": within}},
            {"set_cover": {"within": within}},
            {"p_median": {"sites": sites}},
            {"p_center": {"sites": sites}},
            {"capacitated_max_cover": {"sites": sites, "within": within, "capacities": capacities}},
        ):
            yield {**asked, "model": model}


def table(asked):
    """Weights and times of who counts; the existing site, if any, is the first column."""
    weights = np.array(asked["weights"])
    columns = [asked["existing"], *asked["times"]]
    times = np.array([[HORIZON if time is None else min(time, HORIZON) for time in column] for column in columns]).T
    counts = weights > 0
    return weights[counts], times[counts].astype(float)


def solved(model):
    model.solve(pulp.PULP_CBC_CMD(msg=False, gapRel=0, gapAbs=0), results=False)
    # A sum of noughts has no value there.
    return model.problem.objective.value() or 0.0


def by_spopt(asked):
    """The best objective, by another program."""
    weights, times = table(asked)
    ((name, model),) = asked["model"].items()
    there = np.zeros(times.shape[1])
    there[0] = 1
    if name == "max_cover":
        return solved(
            MCLP.from_cost_matrix(times, weights, model["within"], model["sites"] + 1, predefined_facilities_arr=there)
        )
    if name == "set_cover":
        # spopt has no answer where somebody cannot be covered at all.
        times = times[(times <= model["within"]).any(axis=1) & (times[:, 0] > model["within"])]
        return solved(LSCP.from_cost_matrix(times[:, 1:], model["within"])) if len(times) else 0
    if name == "p_median":
        return solved(PMedian.from_cost_matrix(times, weights, model["sites"] + 1, predefined_facilities_arr=there))
    if name == "p_center":
        times = times[(times < HORIZON).any(axis=1)]
        return solved(PCenter.from_cost_matrix(times, model["sites"] + 1, predefined_facilities_arr=there))
    return by_highs(weights, times, model)


def by_highs(weights, times, model):
    """Maximal covering with capacities, as a mixed program: how much of each pair is served, and what is built."""
    before = times[:, 0] <= model["within"]
    points, sites = np.nonzero((times[:, 1:] <= model["within"]) & ~before[:, None])
    pairs, candidates = len(points), times.shape[1] - 1
    rows = np.arange(pairs)
    every = np.ones(pairs)
    capacities = np.array(model["capacities"])
    of_point = coo_array((every, (points, rows)), shape=(len(weights), pairs + candidates))
    of_site = coo_array(
        (np.r_[every, -capacities], (np.r_[sites, np.arange(candidates)], np.r_[rows, pairs + np.arange(candidates)])),
        shape=(candidates, pairs + candidates),
    )
    built = np.r_[np.zeros(pairs), np.ones(candidates)]
    answer = milp(
        -np.r_[every, np.zeros(candidates)],
        integrality=built,
        bounds=Bounds(0, np.r_[weights[points], np.ones(candidates)]),
        constraints=[
            LinearConstraint(of_point, ub=weights),
            LinearConstraint(of_site, ub=0),
            LinearConstraint(built[None, :], ub=model["sites"]),
        ],
        options={"mip_rel_gap": 0},
    )
    return weights[before].sum() - answer.fun


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    seed = parser.parse_args().seed
    print(f"seed {seed}")
    warnings.filterwarnings("ignore", module="spopt|pulp")
    asked = list(cases(random.Random(seed)))
    told = subprocess.run([os.environ["SITING_TABLE"]], input=json.dumps(asked), stdout=subprocess.PIPE, text=True)
    if told.returncode:
        sys.exit("siting_table gave no answer")

    tally = Tally()
    for case, found in zip(asked, json.loads(told.stdout), strict=True):
        ((model, _),) = case["model"].items()
        name = f"{model}, {len(case['weights'])} points, {len(case['times'])} candidates"
        ours, theirs = found["proven"]["objective"], by_spopt(case)
        tally.check(f"{name}: proven", found["proven"]["is_optimal"], "a bound was left open")
        tally.check(name, abs(ours - theirs) <= CLOSE * max(1.0, abs(theirs)), f"it is {theirs}, not {ours}")
    tally.close()


if __name__ == "__main__":
    main()
