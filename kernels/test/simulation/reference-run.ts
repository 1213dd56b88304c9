import { profileSample } from "../survey/profile-samples.ts";

/** The series of a run that Vensim published (.dat): values by time, for each name. */
export function vensimRun(name: string): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const runs = new Map<string, Map<number, number>>();
  let current = new Map<number, number>();
  for (const line of profileSample(`golden/${name}`).trim().split(/\r?\n/)) {
    const [first = "", second] = line.split("\t");
    if (second === undefined) {
      current = new Map();
      runs.set(first, current);
    } else current.set(Number(first), Number(second));
  }
  return runs;
}

/** The rows of a comma-separated run, by column; lines end with a carriage return, a line feed or both. */
export function tableRun(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = profileSample(`golden/${name}`)
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(head.map((column, at) => [column, row[at] ?? ""])));
}

/** Difference of two numbers relative to the larger, or to `floor` when both are smaller. */
export function relativeGap(first: number, second: number, floor = 1e-3): number {
  return Math.abs(first - second) / Math.max(Math.abs(first), Math.abs(second), floor);
}
