"""Runs lifetimes (https://github.com/CamDavidsonPilon/lifetimes) on a task: lifetimes.py TASK FILE.

FILE is a CSV with a head: repeats,last,age (one row a customer, in days). TASK is `bgnbd` or
`pareto`, with `-folded` where equal customers are taken together first, as its manual advises.
Prints one line of JSON: the CPU seconds (of folding too, which is also given apart) and the parameters.
"""

import json
import sys
import warnings
from time import process_time

# This file has the package's name, and its folder stands first among those that are searched.
del sys.path[0]

import numpy as np
import pandas as pd
from lifetimes import BetaGeoFitter, ParetoNBDFitter

warnings.simplefilter("ignore")
task, file = sys.argv[1:]
model, _, way = task.partition("-")
fitter = {"bgnbd": BetaGeoFitter, "pareto": ParetoNBDFitter}[model]()
customers = pd.read_csv(file)

folding_from = process_time()
if way == "folded":
    customers = customers.groupby(["repeats", "last", "age"]).size().reset_index(name="weight")
else:
    customers["weight"] = np.ones(len(customers), dtype=int)
fitting_from = process_time()
fitter.fit(customers["repeats"], customers["last"], customers["age"], weights=customers["weight"])
done = process_time()

print(
    json.dumps(
        {
            "cpuSeconds": done - folding_from,
            "foldingCpuSeconds": fitting_from - folding_from,
            "parameters": dict(fitter.params_),
            "rows": len(customers),
        }
    )
)
