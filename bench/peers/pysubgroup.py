"""Runs pysubgroup (https://github.com/flemmerich/pysubgroup) on a task: pysubgroup.py TASK FILE.

FILE is a CSV with a head: columns of levels, `__target` (0 or 1) and `__num`. TASK is target, exponent
of the size and depth, such as `binary:0.5:3`; columns named after them are left out. Its two fastest
algorithms for the kind of target are run, and the faster one counts (best-first, GP-growth and the
simple search take 3 to 70 times as long). Prints one line of JSON: the CPU seconds of the search alone,
by which algorithm, and the best ten.
"""

import json
import resource
import sys
import warnings
from math import inf
from time import process_time

# This file has the package's name, and its folder stands first among those that are searched.
del sys.path[0]

import pandas as pd
import pysubgroup as ps

warnings.simplefilter("ignore")
task, file = sys.argv[1:]
kind, exponent, depth, *left_out = task.split(":")

columns = {"__target": int, "__num": float}
data = pd.read_csv(file, dtype=str, keep_default_na=False).astype(columns)
space = ps.create_nominal_selectors(data, ignore=[*columns, *left_out])
if kind == "binary":
    target, quality = ps.BinaryTarget("__target", 1), ps.StandardQF
    algorithms = {"apriori": ps.Apriori(use_numba=False), "dfs": ps.DFS(ps.BitSetRepresentation)}
else:
    target, quality = ps.NumericTarget("__num"), ps.StandardQFNumeric
    algorithms = {"apriori": ps.Apriori(use_numba=False), "dfs": ps.DFSNumeric()}
# Apriori keeps the cover of every candidate, over 20 GB at a million rows: what does not fit is not counted.
resource.setrlimit(resource.RLIMIT_AS, (12 << 30, 12 << 30))


def run(name):
    search = ps.SubgroupDiscoveryTask(
        data, target, space, quality(float(exponent)), result_set_size=10, depth=int(depth)
    )
    before = process_time()
    try:
        result = algorithms[name].execute(search)
    except MemoryError:
        return inf, name, None
    return process_time() - before, name, result


spent, fastest, result = min(map(run, algorithms), key=lambda ran: ran[0])
print(
    json.dumps(
        {
            "cpuSeconds": spent,
            "algorithm": fastest,
            "rows": len(data),
            "selectors": len(space),
            "best": [[value, sorted(map(str, rule.selectors))] for value, rule, _ in result.results],
        }
    )
)
