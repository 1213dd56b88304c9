import type { Flows } from "./stock-and-flow.ts";

/** A market into which an offering spreads. */
export type BassDiffusion = {
  /** How many could ever adopt. */
  readonly market: number;
  /** Chance a period to adopt by oneself (p). */
  readonly innovation: number;
  /** Chance a period to adopt by hearsay, when everyone else has (q). */
  readonly imitation: number;
};

/**
 * Bass (1969) as a model of one stock, those who adopted: gives what `simulate` needs.
 * @throws RangeError unless the market is above zero and the chances are finite and zero or more
 */
export function bassDiffusion(diffusion: BassDiffusion): {
  readonly initial: Float64Array;
  readonly flows: Flows;
} {
  checkDiffusion(diffusion);
  const { market, innovation, imitation } = diffusion;
  return {
    initial: new Float64Array(1),
    flows: (_time, levels, net) => {
      const adopted = levels[0] as number;
      net[0] = (innovation + (imitation * adopted) / market) * (market - adopted);
    },
  };
}

/** Those who adopted by a time, in closed form. Errors as `bassDiffusion`, and for a time below zero. */
export function bassAdopted(diffusion: BassDiffusion, time: number): number {
  checkDiffusion(diffusion);
  if (!(time >= 0)) throw new RangeError(`a time of zero or more is needed, got ${time}`);
  const { market, innovation, imitation } = diffusion;
  // Without innovation nobody begins.
  if (innovation === 0) return 0;
  const faded = Math.exp(-(innovation + imitation) * time);
  // Not divided by the innovation alone, which can be too small for that.
  return (
    (market * innovation * -Math.expm1(-(innovation + imitation) * time)) /
    (innovation + imitation * faded)
  );
}

/**
 * When most adopt at once: ln(q / p) / (p + q), or zero when imitation does not exceed innovation; null
 * without innovation, for then nobody begins. Errors as `bassDiffusion`.
 */
export function bassPeak(diffusion: BassDiffusion): number | null {
  checkDiffusion(diffusion);
  const { innovation, imitation } = diffusion;
  if (innovation === 0) return null;
  return imitation <= innovation
    ? 0
    : (Math.log(imitation) - Math.log(innovation)) / (innovation + imitation);
}

function checkDiffusion({ market, innovation, imitation }: BassDiffusion): void {
  if (!(market > 0 && Number.isFinite(market)))
    throw new RangeError(`a market above zero is needed, got ${market}`);
  for (const chance of [innovation, imitation])
    if (!(chance >= 0 && Number.isFinite(chance)))
      throw new RangeError(`a chance of zero or more is needed, got ${chance}`);
}
