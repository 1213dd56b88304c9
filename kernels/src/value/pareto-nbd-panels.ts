/** Points of Gauss and Legendre's rule with four points on -1..1, and their weights. */
const gaussPoints = [
  -0.8611363115940526, -0.33998104358485626, 0.33998104358485626, 0.8611363115940526,
];
const gaussWeights = [
  0.34785484513745385, 0.6521451548625461, 0.6521451548625461, 0.34785484513745385,
];

/** Room that is used again by every evaluation: without it each would leave megabytes behind. */
export type PanelRoom = { numbers: Float64Array; used: number };

export function emptyPanelRoom(): PanelRoom {
  return { numbers: new Float64Array(1024), used: 0 };
}

/** So many numbers of the room, whatever stood there before. */
function take(room: PanelRoom, size: number): Float64Array {
  if (room.used + size > room.numbers.length) {
    room.numbers = new Float64Array(2 * (room.used + size));
    room.used = 0;
  }
  const taken = room.numbers.subarray(room.used, room.used + size);
  room.used += size;
  return taken;
}

/** What the rows of one number of repeat orders share: masses of leaving within each cell. */
export type GridPanels = {
  /** Logarithms of the times by which alpha + u and beta + u are divided. */
  readonly logScaleA: number;
  readonly logScaleB: number;
  /** The masses of cell k stand from `first[k]` up to `first[k + 1]`. */
  readonly first: Int32Array;
  readonly logA: Float64Array;
  readonly inverseA: Float64Array;
  readonly logB: Float64Array;
  readonly inverseB: Float64Array;
  readonly mass: Float64Array;
  readonly gridLogA: Float64Array;
  readonly gridInverseA: Float64Array;
  readonly gridLogB: Float64Array;
  readonly gridInverseB: Float64Array;
  /** The mass of being alive at each time of the grid. */
  readonly alive: Float64Array;
  /** Room to work in: five sums for each time, and two numbers for each. */
  readonly suffix: Float64Array;
  readonly cover: Float64Array;
  readonly standing: Float64Array;
};

type PanelParameters = {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
};

/** How many panels a cell needs, so that four points in each see no pole and little fall. */
function panelsIn(
  from: number,
  to: number,
  { r, alpha, s, beta }: PanelParameters,
  most: number,
): number {
  const near = Math.min(alpha, beta) + from;
  const fall = (r + most) / (alpha + from) + (s + 1) / (beta + from);
  return Math.ceil((to - from) * Math.max(10 / near, fall / 0.7));
}

/** Widths of the panels, and what masses are multiplied by for one repeat order more. */
type PanelSteps = {
  readonly width: Float64Array;
  readonly step: Float64Array;
  readonly gridStep: Float64Array;
};

/** The points of all panels over the grid, good for up to `most` repeat orders. */
function placePanels(
  grid: Float64Array,
  parameters: PanelParameters,
  first: Int32Array,
  room: PanelRoom,
): Omit<GridPanels, "mass"> & PanelSteps {
  const { alpha, beta } = parameters;
  const size = first[grid.length - 1] as number;
  const middle = ((grid[0] as number) + (grid[grid.length - 1] as number)) / 2;
  const scaleA = alpha + middle;
  const scaleB = beta + middle;
  const logA = take(room, size);
  const inverseA = take(room, size);
  const logB = take(room, size);
  const inverseB = take(room, size);
  const width = take(room, size);
  const step = take(room, size);
  const onGrid = (value: (time: number) => number) => {
    const values = take(room, grid.length);
    for (let k = 0; k < grid.length; k += 1) values[k] = value(grid[k] as number);
    return values;
  };
  let node = 0;
  for (let cell = 0; cell + 1 < grid.length; cell += 1) {
    const from = grid[cell] as number;
    const panels = ((first[cell + 1] as number) - (first[cell] as number)) / 4;
    const half = ((grid[cell + 1] as number) - from) / panels / 2;
    for (let panel = 0; panel < panels; panel += 1)
      for (let k = 0; k < 4; k += 1) {
        const u = from + half * (2 * panel + 1 + (gaussPoints[k] as number));
        logA[node] = Math.log((alpha + u) / scaleA);
        inverseA[node] = 1 / (alpha + u);
        logB[node] = Math.log((beta + u) / scaleB);
        inverseB[node] = 1 / (beta + u);
        step[node] = scaleA / (alpha + u);
        width[node] = half * (gaussWeights[k] as number);
        node += 1;
      }
  }
  return {
    logScaleA: Math.log(scaleA),
    logScaleB: Math.log(scaleB),
    first,
    logA,
    inverseA,
    logB,
    inverseB,
    width,
    step,
    gridLogA: onGrid((time) => Math.log((alpha + time) / scaleA)),
    gridStep: onGrid((time) => scaleA / (alpha + time)),
    gridInverseA: onGrid((time) => 1 / (alpha + time)),
    gridLogB: onGrid((time) => Math.log((beta + time) / scaleB)),
    gridInverseB: onGrid((time) => 1 / (beta + time)),
    suffix: take(room, 5 * grid.length),
    cover: take(room, grid.length),
    alive: take(room, grid.length),
    standing: take(room, grid.length),
  };
}

/**
 * Gives the panels for the rows of x repeat orders, x ascending from call to call; null where the
 * rows had better be taken one by one: too few of them for so many points, or powers that would
 * leave the range of numbers.
 */
export function panelsOf(
  grid: Float64Array,
  parameters: PanelParameters,
  room: PanelRoom,
): (x: number, rows: number) => GridPanels | null {
  const { r, alpha, s, beta } = parameters;
  const end = grid[grid.length - 1] as number;
  const rangeA = Math.log1p(end / alpha);
  const rangeB = (s + 1) * Math.log1p(end / beta);
  let most = -1;
  let first = new Int32Array();
  let placed: ReturnType<typeof placePanels> | null = null;
  let mass: Float64Array = new Float64Array();
  let reached = Number.NEGATIVE_INFINITY;
  return (x, rows) => {
    if ((r + x) * rangeA + rangeB > 500) return null;
    if (x > most) {
      most = Math.max(8, 2 ** Math.ceil(Math.log2(x)));
      placed = null;
      first = new Int32Array(grid.length);
      for (let cell = 0; cell + 1 < grid.length; cell += 1)
        first[cell + 1] =
          (first[cell] as number) +
          Math.min(
            1e6,
            4 * panelsIn(grid[cell] as number, grid[cell + 1] as number, parameters, most),
          );
    }
    const size = first[grid.length - 1] as number;
    // Points that stand already cost a row of its own less than a quarter of new ones.
    if (rows * (placed === null ? 64 : 256) < size) return null;
    if (placed === null) {
      room.used = 0;
      placed = placePanels(grid, parameters, first, room);
      reached = Number.NEGATIVE_INFINITY;
      mass = take(room, size);
    }
    const { logA, logB, step, inverseB, width, alive, gridLogA, gridLogB, gridStep } = placed;
    if (x - reached > 4) {
      for (let k = 0; k < grid.length; k += 1)
        alive[k] = Math.exp(-(r + x) * (gridLogA[k] as number) - s * (gridLogB[k] as number));
      for (let node = 0; node < size; node += 1)
        mass[node] =
          s *
          (width[node] as number) *
          (inverseB[node] as number) *
          Math.exp(-(r + x) * (logA[node] as number) - s * (logB[node] as number));
    } else
      for (; reached < x; reached += 1) {
        for (let k = 0; k < grid.length; k += 1)
          alive[k] = (alive[k] as number) * (gridStep[k] as number);
        for (let node = 0; node < size; node += 1)
          mass[node] = (mass[node] as number) * (step[node] as number);
      }
    reached = x;
    return { ...placed, mass };
  };
}
