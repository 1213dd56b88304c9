"""Runs FasterRisk (https://github.com/jiachangliu/FasterRisk) on a task: fasterrisk.py TASK FILE.

FILE is a CSV with a head, the 0/1 outcome first; the fold of each row stands in the file of the same
name with `cvindices` for `data`. TASK is the number of traits with points, such as `8`; the points lie
between -5 and 5. The best card of each fold's rest is tried on that fold. Prints one line of JSON: the
CPU seconds of all fits, and the mean AUC over the folds.
"""

import json
import sys
from time import process_time

# This file has the package's name, and its folder stands first among those that are searched.
del sys.path[0]

import numpy as np
from fasterrisk.fasterrisk import RiskScoreClassifier, RiskScoreOptimizer

task, file = sys.argv[1:]
rows = np.loadtxt(file, delimiter=",", skiprows=1)
outcome, traits = np.where(rows[:, 0] > 0, 1.0, -1.0), np.asfortranarray(rows[:, 1:])
folds = np.loadtxt(file.replace("_data", "_cvindices"), dtype=int)

spent, areas = 0.0, []
for fold in np.unique(folds):
    held = folds == fold
    before = process_time()
    optimizer = RiskScoreOptimizer(X=traits[~held], y=outcome[~held], k=int(task))
    optimizer.optimize()
    multiplier, intercept, points = optimizer.get_models(model_index=0)
    spent += process_time() - before
    card = RiskScoreClassifier(multiplier, intercept, points)
    areas.append(card.get_acc_and_auc(traits[held], outcome[held])[1])

print(json.dumps({"cpuSeconds": spent, "auc": float(np.mean(areas)), "folds": areas}))
