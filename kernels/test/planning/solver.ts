import loadHighs from "highs";
import { highsSolver } from "../../src/planning/highs-solver.ts";
import type { MixedIntegerSolver } from "../../src/planning/mixed-integer-solver.ts";

// The package's types describe its CommonJS form, where the loader is a property; as a module it is the default.
const load = loadHighs as unknown as typeof loadHighs.default;

/** HiGHS, loaded once for the tests. */
export const solver: MixedIntegerSolver = highsSolver(await load());
