import type { FirmFacts } from "../firm-facts.ts";
import { type FactImplementation, hoursFact } from "./fact-implementation.ts";

const secondsOf = (group: "direct" | "serving" | "failure") => (firm: FirmFacts) => {
  const { unknown } = firm.economics.seconds;
  return unknown === undefined ? { values: firm.economics.columns[group].seconds } : { unknown };
};

/** The time that a customer took. */
export const hourFacts: readonly FactImplementation[] = [
  hoursFact("hours", (firm) => firm.economics.seconds, {
    parts: { directHours: "+", servingHours: "+", failureHours: "+" },
    lines: "all-hours",
  }),
  hoursFact("directHours", secondsOf("direct"), { lines: "direct-hours" }),
  hoursFact("servingHours", secondsOf("serving"), { lines: "serving-hours" }),
  hoursFact("failureHours", secondsOf("failure"), { lines: "failure-hours" }),
];
