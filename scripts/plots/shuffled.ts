import { randomStream } from "@koers/kernels";

/** The rows of a table in an order of chance, the same one each time. */
export function shuffled(count: number, seed: number): Int32Array {
  const stream = randomStream(seed);
  const order = Int32Array.from({ length: count }, (_, row) => row);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = stream.integer(last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
