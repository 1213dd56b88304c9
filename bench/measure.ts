/** What a piece of work cost the processor, over all threads of this process, and what it gave. */
export type Measured<Result> = { readonly seconds: number; readonly result: Result };

/** CPU seconds (user and system) of one run; waiting for other programs does not count. */
export function cpuSeconds<Result>(work: () => Result): Measured<Result> {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
}

/** The middle of several measured runs, after as many unmeasured ones as `warm` says. */
export function medianCpuSeconds<Result>(
  work: () => Result,
  { runs, warm }: { readonly runs: number; readonly warm: number },
): Measured<Result> {
  for (let run = 0; run < warm; run += 1) work();
  const measured = Array.from({ length: runs }, () => cpuSeconds(work)).toSorted(
    (one, other) => one.seconds - other.seconds,
  );
  return measured[Math.floor(runs / 2)] as Measured<Result>;
}
