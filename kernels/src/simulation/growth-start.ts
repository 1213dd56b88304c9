import { mostSelling } from "./growth-model.ts";
import type { GrowthParameters } from "./growth-parameters.ts";
import { normalLoad, normalWait, waitOf, workAtHand } from "./service-wait.ts";

/**
 * Levels at which work, satisfaction and customers being won neither pile up nor drain: what is
 * taken to hold at the start of a firm's figures where they do not say.
 *
 * @throws RangeError for a parameter that is not above zero, customers, people or a price that are not zero or
 *   more, or a selling share outside 0 to 1
 */
export function growthStart(
  parameters: GrowthParameters,
  known: {
    readonly core: number;
    readonly rest: number;
    readonly people?: number;
    readonly sellingShare?: number;
    readonly price?: number;
  },
): Float64Array {
  for (const [name, value] of Object.entries(known))
    if (!(value >= 0 && Number.isFinite(value) && (name !== "sellingShare" || value <= 1)))
      throw new RangeError(`${name} starts at ${value}`);
  const p = parameters;
  for (const [name, value] of Object.entries(p))
    if (!(value >= 1e-100 && value <= 1e100)) throw new RangeError(`${name} is ${value}`);
  const {
    core,
    rest,
    sellingShare = Math.min(mostSelling, p.usualSellingShare),
    price = 1,
  } = known;
  const asked = p.hoursPerCore * core + p.hoursPerRest * rest;
  const people =
    known.people ??
    asked / (normalLoad * (1 - Math.min(mostSelling, sellingShare)) * p.hoursPerPerson);
  const hours = people * p.hoursPerPerson;
  const serving = (1 - sellingShare) * hours;
  const atHand = workAtHand(serving > 0 ? asked / serving : 0);
  const satisfaction = (waitOf(atHand) / normalWait) ** -p.waitToSatisfaction;
  const courted =
    (p.winsPerHour * sellingShare * hours + p.referral * satisfaction * (core + rest)) *
    price ** -p.priceToWins;
  return Float64Array.of(
    core,
    rest,
    courted * p.salesCycle,
    atHand * p.handlingTime * serving,
    people,
    sellingShare,
    satisfaction,
    satisfaction,
    price,
    p.hourlyRate * price * serving * -Math.expm1(-atHand),
  );
}
