import { errors } from "./errors.ts";
import { facts, unknown } from "./facts.ts";
import { places, problems } from "./problems.ts";

/** Every sentence of the product, by room. */
export const allPhrases = { errors, facts, unknown, problems, places } as const;
