import type { Place } from "../problem.ts";
import type { ProblemCode } from "../problem-code.ts";
import type { ProblemList } from "../problem-list.ts";
import { detached } from "../xml/detached.ts";

type Missing = { readonly place: Place; count: number };

// Beyond this many different unknown codes only their number is kept.
const mostMissing = 10_000;

/**
 * Holds the codes that lines refer to against the master data, whichever of the two comes first in the
 * file. Memory grows with the master data, not with the lines.
 */
export function createReferences(code: ProblemCode, field: string) {
  const known = new Set<string>();
  const missing = new Map<string, Missing>();
  let overflow = 0;

  return {
    /** False when the code was known before. */
    define(id: string): boolean {
      if (known.has(id)) return false;
      known.add(detached(id));
      return true;
    },
    use(id: string, line: number, column: number): void {
      if (known.has(id)) return;
      const seen = missing.get(id);
      if (seen !== undefined) seen.count += 1;
      else if (missing.size < mostMissing)
        missing.set(detached(id), { place: { line, column }, count: 1 });
      else overflow += 1;
    },
    report(problems: ProblemList): void {
      for (const [found, { place, count }] of missing) {
        if (!known.has(found)) problems.add({ code, severity: "flag", place, field, found, count });
      }
      if (overflow > 0) problems.add({ code, severity: "flag", place: {}, field, count: overflow });
    },
    get size(): number {
      return known.size;
    },
  };
}
