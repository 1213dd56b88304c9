/**
 * A material delay of order n is a chain of n stocks: what flows in leaves after `delay` on average, and none of it is
 * lost. The stocks stand beside each other in the model's levels from `at` on.
 *
 * @returns the initial levels of its stocks for a steady inflow
 * @throws RangeError unless order is a whole number above zero, delay is above zero and inflow finite
 */
export function delayLevels(order: number, inflow: number, delay: number): Float64Array {
  checkChain(order, delay, inflow);
  return new Float64Array(order).fill((inflow * delay) / order);
}

/**
 * Writes the net flows of a material delay; returns its outflow. For use inside `Flows`, where a delay that
 * is not above zero is the model's own mistake and shows as a course that diverged.
 *
 * @throws RangeError if the levels have no room for the chain
 */
export function delayFlows(
  order: number,
  inflow: number,
  delay: number,
  levels: Float64Array,
  flows: Float64Array,
  at: number,
): number {
  checkRoom(order, levels, at);
  let into = inflow;
  for (let stage = at; stage < at + order; stage += 1) {
    const out = ((levels[stage] as number) * order) / delay;
    flows[stage] = into - out;
    into = out;
  }
  return into;
}

/**
 * A smooth of order n is what an observer believes of a quantity that is seen late: a chain of n stocks that
 * each move towards the one before. Its last stock is the smoothed value.
 *
 * @throws RangeError unless order is a whole number above zero, delay is above zero and value finite
 */
export function smoothLevels(order: number, value: number, delay: number): Float64Array {
  checkChain(order, delay, value);
  return new Float64Array(order).fill(value);
}

/**
 * Writes the net flows of a smooth; returns the smoothed value.
 *
 * @throws RangeError if the levels have no room for the chain
 */
export function smoothFlows(
  order: number,
  value: number,
  delay: number,
  levels: Float64Array,
  flows: Float64Array,
  at: number,
): number {
  checkRoom(order, levels, at);
  let towards = value;
  for (let stage = at; stage < at + order; stage += 1) {
    const level = levels[stage] as number;
    flows[stage] = ((towards - level) * order) / delay;
    towards = level;
  }
  return towards;
}

function checkRoom(order: number, levels: Float64Array, at: number): void {
  if (!(at >= 0 && at + order <= levels.length))
    throw new RangeError(`no room for ${order} stocks from ${at} among ${levels.length}`);
}

function checkChain(order: number, delay: number, start: number): void {
  if (!Number.isSafeInteger(order) || order < 1)
    throw new RangeError(`the order of a delay is a whole number above zero, got ${order}`);
  if (!(delay > 0 && Number.isFinite(delay)))
    throw new RangeError(`a delay above zero is needed, got ${delay}`);
  if (!Number.isFinite(start)) throw new RangeError(`a chain cannot start at ${start}`);
}
