/** One figure, and whether it is where it has to be; `goal` and `holds` are null where nothing was set. */
export type Bar = {
  readonly bar: string;
  readonly figure: number;
  readonly unit: string;
  readonly goal: string | null;
  readonly holds: boolean | null;
};

export function bar(name: string, figure: number, unit: string, atMost?: number): Bar {
  return {
    bar: name,
    figure: Number(figure.toPrecision(4)),
    unit,
    goal: atMost === undefined ? null : `< ${atMost}`,
    holds: atMost === undefined ? null : figure < atMost,
  };
}

export function inWords({ bar: name, figure, unit, goal, holds }: Bar): string {
  const verdict = holds === null ? "" : `  ${holds ? "holds" : "MISSED"} (${goal ?? ""})`;
  return `${name.padEnd(48)} ${String(figure).padStart(10)} ${unit}${verdict}`;
}
