"""Measures pandana, access and spopt on the inputs that `benches/benches/coverage/` left in a folder, and prints them beside its figures.

The folder holds `manifest.json` and arrays as plain little-endian numbers. Every peer gets the same graph, the same points,
the same table of times; what it says is compared with ours, so that a ratio never stands beside a different answer.
"""

import contextlib
import ctypes
import json
import logging
import multiprocessing
import os
import signal
import sys
import time
import warnings
from pathlib import Path

import numpy as np

warnings.filterwarnings("ignore")
logging.disable(logging.INFO)

# Seconds that a solver of mixed integer programs may take for one model.
SOLVER_SECONDS = 60
# Seconds after which it is ended, with the making of the model: CBC looks at its clock between steps only, and one may take minutes.
ENDED_SECONDS = 180
NEVER = 2**32 - 1


def timed(work, again=1):
    """The shortest of some runs in milliseconds, and what the last one gave."""
    best = None
    for _ in range(again):
        start = time.perf_counter()
        answer = work()
        took = (time.perf_counter() - start) * 1000
        best = took if best is None else min(best, took)
    return best, answer


def line(what, ours, peer, name, same):
    """One row of the table: ours, the peer's, the ratio, and whether both say the same."""
    ratio = f"{peer / ours:9.1f} x" if ours and peer else "        -"
    peer = "      none" if peer is None else f"{peer:10.2f}"
    print(f"{what:58} {ours:10.2f} {peer} {ratio}  {name}: {same}", flush=True)


@contextlib.contextmanager
def without_output():
    """Keeps what a library writes to standard output on its own, past Python, out of the table."""
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        # What the C library still holds must go nowhere, too.
        ctypes.CDLL(None).fflush(None)
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


class Folder:
    """The folder of inputs."""

    def __init__(self, path):
        self.path = Path(path)
        self.manifest = json.loads((self.path / "manifest.json").read_text())

    def array(self, name, dtype):
        return np.fromfile(self.path / name, dtype=dtype)


def matrices(folder):
    import pandana
    import pandas

    for entry in folder.manifest["matrices"]:
        name = entry["name"]
        x, y = folder.array(f"streets.{name}.lon", "<f8"), folder.array(f"streets.{name}.lat", "<f8")
        tail, head = folder.array(f"streets.{name}.tail", "<u4"), folder.array(f"streets.{name}.head", "<u4")
        weight = folder.array(f"streets.{name}.time", "<u4")
        start, end = folder.array(f"streets.{name}.from", "<u4"), folder.array(f"streets.{name}.to", "<u4")
        expected = folder.array(f"streets.{name}.matrix", "<u4")
        ids = np.arange(len(x))
        with without_output():
            network = pandana.Network(
                pandas.Series(x, ids), pandas.Series(y, ids), pandas.Series(tail.astype(int)),
                pandas.Series(head.astype(int)), pandas.DataFrame({"time": weight.astype(float)}), twoway=False,
            )
        pairs_from, pairs_to = np.repeat(start, len(end)), np.tile(end, len(start))
        took, answer = timed(lambda: network.shortest_path_lengths(pairs_from.astype(int), pairs_to.astype(int)))
        answer = np.asarray(answer)
        reached = expected != NEVER
        # pandana says 4294967.295 where there is no way; its times are sums of our whole tenths of a second.
        same = int((np.abs(answer[reached] - expected[reached]) < 0.5).sum())
        what = f"{name} matrix {len(start)} x {len(end)}, ms"
        line(what, entry["ms"], took, "pandana", f"{same} of {int(reached.sum())} ways equal")


def catchments(folder):
    import pandas
    from access import Access, weights

    for entry in folder.manifest["catchments"]:
        name, limit = entry["name"], entry["limit_minutes"]
        demand, supply = folder.array(f"catchments.{name}.demand", "<f8"), folder.array(f"catchments.{name}.supply", "<f8")
        minutes = folder.array(f"catchments.{name}.minutes", "<f8")
        cost = pandas.DataFrame(
            {
                "origin": np.repeat(np.arange(len(demand)), len(supply)),
                "dest": np.tile(np.arange(len(supply)), len(demand)),
                "cost": minutes,
            }
        )
        cost = cost[np.isfinite(cost.cost) & (cost.cost <= limit)]
        table = Access(
            demand_df=pandas.DataFrame({"id": np.arange(len(demand)), "pop": demand}), demand_index="id",
            demand_value="pop", supply_df=pandas.DataFrame({"id": np.arange(len(supply)), "sup": supply}),
            supply_index="id", supply_value=["sup"], cost_df=cost, cost_origin="origin", cost_dest="dest", cost_name="cost",
        )
        methods = {
            "2sfca": lambda: table.two_stage_fca(name="a", max_cost=limit),
            "gaussian": lambda: table.enhanced_two_stage_fca(name="b", max_cost=limit, weight_fn=weights.gaussian(limit / 2)),
        }
        for method, work in methods.items():
            if method not in entry["methods"]:
                continue
            took, answer = timed(work, 2)
            theirs = np.asarray(answer.reindex(range(len(demand))).iloc[:, -1].fillna(0.0))
            ours = folder.array(f"catchments.{name}.{method}", "<f8")
            apart = float(np.abs(theirs - ours).max())
            line(f"{name} {method}, ms", entry["methods"][method], took, "access", f"largest difference {apart:.1e}")


def solved(answers, cost, weight, entry):
    """Makes and solves a model in a process group of its own; sends how long it took, whether it is proven, and the objective."""
    import pulp
    from spopt.locate import MCLP, PMedian

    os.setsid()
    solver = pulp.PULP_CBC_CMD(msg=False, timeLimit=SOLVER_SECONDS)

    def solve():
        if entry["model"] == "max_cover":
            problem = MCLP.from_cost_matrix(cost, weight, entry["within_seconds"], entry["sites"])
        else:
            problem = PMedian.from_cost_matrix(cost, weight, entry["sites"])
        problem.problem.solve(solver)
        return problem.problem

    took, problem = timed(solve)
    proven = problem.sol_status == pulp.LpSolutionOptimal and took < SOLVER_SECONDS * 1000
    answers.send((took, proven, pulp.value(problem.objective)))


def placements(folder):
    fork = multiprocessing.get_context("fork")
    for entry in folder.manifest["placements"]:
        name, model, sites = entry["name"], entry["model"], entry["sites"]
        weight = folder.array(f"placements.{name}.weight", "<f8")
        cost = folder.array(f"placements.{name}.time", "<u4").reshape(len(weight), -1).astype(float) / 10
        answer, answers = fork.Pipe(duplex=False)
        work = fork.Process(target=solved, args=(answers, cost, weight, entry))
        work.start()
        answers.close()
        if answer.poll(ENDED_SECONDS):
            took, proven, objective = answer.recv()
            objective = objective if objective is None else round(objective, 3)
            theirs = f"{'optimal' if proven else f'not proven in {SOLVER_SECONDS} s'}, {objective}"
        else:
            # The solver is a process of its own, of the same group.
            os.killpg(work.pid, signal.SIGKILL)
            took, proven, theirs = None, False, f"ended after {ENDED_SECONDS} s without an answer"
        work.join()
        what = f"{name} {model} p={sites}, {entry['proof']}, {entry['objective']:.3f}, ms"
        line(what, entry["ms"], took if proven else None, "spopt with CBC", theirs)


def main():
    folder = Folder(sys.argv[1])
    print(f"\n{'beside its peers':58} {'ours':>10} {'peer':>10} {'ratio':>11}")
    matrices(folder)
    catchments(folder)
    placements(folder)


main()
