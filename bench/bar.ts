/** One figure, and whether it is where it has to be; `goal` and `holds` are null where nothing was set. */
export type Bar = {
  readonly bar: string;
  readonly figure: number;
  readonly unit: string;
  readonly goal: string | null;
  readonly holds: boolean | null;
};

/** A figure that has to stay below a goal, or one without a goal. */
export function bar(name: string, figure: number, unit: string, atMost?: number): Bar {
  const told = rounded(figure);
  return atMost === undefined
    ? { bar: name, figure: told, unit, goal: null, holds: null }
    : { bar: name, figure: told, unit, goal: `< ${atMost}`, holds: figure < atMost };
}

/** A figure that has to reach a goal, such as a ratio to a peer. */
export function atLeast(name: string, figure: number, unit: string, goal: number): Bar {
  return { bar: name, figure: rounded(figure), unit, goal: `>= ${goal}`, holds: figure >= goal };
}

function rounded(figure: number): number {
  return Number(figure.toPrecision(4));
}

export function inWords({ bar: name, figure, unit, goal, holds }: Bar): string {
  const verdict = holds === null ? "" : `  ${holds ? "holds" : "MISSED"} (${goal ?? ""})`;
  return `${name.padEnd(48)} ${String(figure).padStart(10)} ${unit}${verdict}`;
}
