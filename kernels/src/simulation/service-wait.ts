/** Part of the serving hours that is in demand where waiting and satisfaction are normal. */
export const normalLoad = 0.8;
/** The wait where so much is in demand, in handling times. */
export const normalWait = -Math.log(1 - normalLoad) / normalLoad;

/** Wait in handling times when so much work is at hand: backlog over delivery, x / (1 - e^-x). */
export function waitOf(atHand: number): number {
  return atHand < 1e-8 ? 1 : atHand / -Math.expm1(-atHand);
}

/**
 * Handling times of work that lie ready where so much of the serving hours is in demand: -ln(1 -
 * load). A firm that is asked for more than nine tenths began to be so lately: from there on the
 * line is straight.
 */
export function workAtHand(load: number): number {
  return -Math.log1p(-Math.min(load, 0.9)) + Math.max(0, load - 0.9) / 0.1;
}
