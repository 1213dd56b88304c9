import type { RandomStream } from "../../src/numeric/random-stream.ts";
import type { GrowthHistory } from "../../src/simulation/growth-history.ts";
import { growthModel, growthStep } from "../../src/simulation/growth-model.ts";
import type { GrowthParameters } from "../../src/simulation/growth-parameters.ts";
import { growthStart } from "../../src/simulation/growth-start.ts";

type Lived = {
  readonly [Name in Exclude<keyof GrowthHistory["series"], "price">]-?: readonly number[];
};

/**
 * A firm that lives by the growth model, with chance: customers come and go by Poisson's chance, staff and selling wander,
 * hours, invoices and marks are seen with an error. Its own loop, apart from that of the calibration.
 */
export function livedFirm(
  parameters: GrowthParameters,
  { core, rest, months }: { readonly core: number; readonly rest: number; readonly months: number },
  random: RandomStream,
): { readonly core: number; readonly rest: number; readonly series: Lived } {
  const levels = growthStart(parameters, { core, rest });
  const { flows, momentOf } = growthModel(parameters, levels);
  const net = new Float64Array(levels.length);
  const blurred = (value: number, noise: number): number =>
    value * Math.exp(noise * random.normal());
  const seen: { [Name in keyof Lived]: number[] } = {
    wonCore: [],
    wonRest: [],
    lostCore: [],
    lostRest: [],
    revenue: [],
    sellingHours: [],
    servingHours: [],
    people: [],
    satisfaction: [],
  };
  for (let month = 0; month < months; month += 1) {
    const [core0 = 0, rest0 = 0] = levels;
    const share = levels[5] as number;
    const hours = blurred((levels[4] as number) * parameters.hoursPerPerson, parameters.hoursNoise);
    seen.people.push(levels[4] as number);
    seen.sellingHours.push(hours * share);
    seen.servingHours.push(hours * (1 - share));
    const flowed = { wonCore: 0, wonRest: 0, lostCore: 0, lostRest: 0, revenue: 0 };
    let satisfaction = 0;
    for (let time = 0; time < 1; time += growthStep) {
      const moment = momentOf(0, levels);
      for (const name of Object.keys(flowed) as (keyof typeof flowed)[])
        flowed[name] += growthStep * moment[name];
      satisfaction += growthStep * (levels[6] as number);
      flows(0, levels, net);
      for (const [stock, flow] of net.entries())
        levels[stock] = (levels[stock] as number) + growthStep * flow;
    }
    const lostCore = Math.min(core0, poisson(flowed.lostCore, random));
    const lostRest = Math.min(rest0, poisson(flowed.lostRest, random));
    const wonCore = poisson(flowed.wonCore, random);
    const wonRest = poisson(flowed.wonRest, random);
    seen.wonCore.push(wonCore);
    seen.wonRest.push(wonRest);
    seen.lostCore.push(lostCore);
    seen.lostRest.push(lostRest);
    seen.revenue.push(blurred(flowed.revenue, parameters.revenueNoise));
    seen.satisfaction.push(
      blurred(parameters.satisfactionMark * satisfaction, parameters.satisfactionNoise),
    );
    levels[0] = core0 + wonCore - lostCore;
    levels[1] = rest0 + wonRest - lostRest;
    levels[4] = blurred(levels[4] as number, parameters.peopleNoise);
    levels[5] = Math.min(0.9, blurred(levels[5] as number, parameters.sellingNoise));
  }
  return { core, rest, series: seen };
}

function poisson(mean: number, random: RandomStream): number {
  const bound = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > bound; product *= random.uniform()) count += 1;
  return count;
}
