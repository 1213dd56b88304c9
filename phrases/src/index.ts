export { choice } from "./choice.ts";
export { createPhrases, type Phrases } from "./create-phrases.ts";
export { describeProblem, placeOf, sentenceOf, timesOf } from "./describe-problem.ts";
export { conventionNames, fieldNames } from "./fields.ts";
export type { Formats } from "./formats.ts";
export { auditActions } from "./kinds.ts";
export type { Language } from "./phrase.ts";
