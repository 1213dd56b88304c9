/**
 * Natural logarithms of the chance of at least x hits among rows drawn without replacement: Fisher's exact test, one
 * side. Entry x of the result, from 0 to `drawn`; minus infinity where so many hits cannot be.
 *
 * @param rows all rows, `hits` of which are hits
 * @param drawn how many rows are drawn
 * @param logFactorials logarithms of 0!, 1!, ... rows!
 */
export function upperTails(
  rows: number,
  hits: number,
  drawn: number,
  logFactorials: Float64Array,
): Float64Array {
  const tails = new Float64Array(drawn + 1).fill(Number.NEGATIVE_INFINITY);
  const fewest = Math.max(0, drawn - (rows - hits));
  const most = Math.min(drawn, hits);
  const log = (n: number): number => logFactorials[n] as number;
  const logChoose = (n: number, k: number): number => log(n) - log(k) - log(n - k);
  const all = logChoose(rows, drawn);
  let tail = Number.NEGATIVE_INFINITY;
  for (let x = most; x > fewest; x -= 1) {
    const own = logChoose(hits, x) + logChoose(rows - hits, drawn - x) - all;
    const [high, low] = own > tail ? [own, tail] : [tail, own];
    tail = Math.min(0, high + Math.log1p(Math.exp(low - high)));
    tails[x] = tail;
  }
  tails.fill(0, 0, fewest + 1);
  return tails;
}

/** Logarithms of 0!, 1!, ... n!. */
export function logFactorialsTo(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 1; k <= n; k += 1) logs[k] = (logs[k - 1] as number) + Math.log(k);
  return logs;
}
