import type {
  MixedIntegerProgramme,
  MixedIntegerSolver,
  ProgrammeSolution,
} from "./mixed-integer-solver.ts";

/** What is used of a model of the npm package `highs` (1.15). */
type HighsModel = {
  readonly options: { set(values: Readonly<Record<string, boolean | number | string>>): unknown };
  readonly info: { get(name: string): number | bigint };
  run(callbacks?: { readonly 6?: (event: HighsInterrupt) => undefined }): {
    readonly modelStatus: number;
  };
  getSolution(): { readonly colValue: Float64Array; readonly rowDual: Float64Array };
  setSolution(solution: { readonly colValue: Float64Array }): unknown;
};

type HighsInterrupt = {
  readonly data: { readonly mip_total_lp_iterations?: bigint };
  interrupt(): void;
};

/** The loaded solver, `await loadHighs()` of the npm package `highs` (1.15); given by the caller. */
export type Highs = {
  withModel<Result>(
    source: {
      readonly numCols: number;
      readonly numRows: number;
      readonly colCost: Float64Array;
      readonly colLower: Float64Array;
      readonly colUpper: Float64Array;
      readonly rowLower: Float64Array;
      readonly rowUpper: Float64Array;
      readonly matrix: {
        readonly format: "csc";
        readonly numRows: number;
        readonly numCols: number;
        readonly starts: Int32Array;
        readonly indices: Int32Array;
        readonly values: Float64Array;
      };
      readonly integrality?: Int32Array;
    },
    operation: (model: HighsModel) => Result,
  ): Result;
};

const optimal = 7;
const infeasible = 8;
const feasiblePoint = 2;

/**
 * Lets HiGHS solve programmes. They are handed over as arrays: its text form breaks on long lines. Work is
 * limited by iterations of its simplex method, so the answer does not depend on how busy the machine is.
 *
 * @param highs the loaded WebAssembly module
 */
export function highsSolver(highs: Highs): MixedIntegerSolver {
  return (programme) => {
    const { rewards, columnLower, columnUpper, rowLower, rowUpper, starts, rows, values } =
      programme;
    const numCols = rewards.length;
    const numRows = rowLower.length;
    if (numCols === 0) return { kind: "no-solution" };
    const source = {
      numCols,
      numRows,
      colCost: rewards.map((reward) => -reward),
      colLower: columnLower,
      colUpper: columnUpper,
      rowLower,
      rowUpper,
      matrix: { format: "csc", numRows, numCols, starts, indices: rows, values } as const,
      ...(programme.whole ? { integrality: new Int32Array(numCols).fill(1) } : {}),
    };
    return highs.withModel(source, (model) => solve(model, programme));
  };
}

function solve(model: HighsModel, programme: MixedIntegerProgramme): ProgrammeSolution {
  const { whole, known, relativeGap, mostIterations } = programme;
  model.options.set({
    output_flag: false,
    random_seed: 0,
    mip_rel_gap: relativeGap,
    mip_abs_gap: 0,
    mip_feasibility_tolerance: 1e-9,
    mip_max_nodes: mostIterations,
    simplex_iteration_limit: whole ? 2147483647 : mostIterations,
  });
  if (known !== undefined) model.setSolution({ colValue: known });
  const { modelStatus } = model.run(
    whole
      ? {
          6: (event) => {
            if (Number(event.data.mip_total_lp_iterations ?? 0) > mostIterations) event.interrupt();
          },
        }
      : {},
  );
  if (modelStatus === infeasible) return { kind: "infeasible" };
  const usable = whole
    ? model.info.get("primal_solution_status") === feasiblePoint
    : modelStatus === optimal;
  if (!usable) return { kind: "no-solution" };
  const { colValue, rowDual } = model.getSolution();
  if (whole)
    return {
      kind: "solved",
      x: colValue,
      bound: -Number(model.info.get("mip_dual_bound")),
      rowPrices: null,
    };
  return {
    kind: "solved",
    x: colValue,
    bound: -Number(model.info.get("objective_function_value")),
    rowPrices: rowDual.map((dual) => Math.abs(dual)),
  };
}
