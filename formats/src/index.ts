export type { Place, Problem, Severity } from "./problem.ts";
export { type ProblemCode, problemCodes } from "./problem-code.ts";
export {
  type Administration,
  accepted,
  type Format,
  type Reader,
  type ReadOptions,
  type ReadResult,
} from "./reader.ts";
export type * from "./record.ts";
export { type Source, sourceFromBytes } from "./source.ts";
