import type { Precedence } from "./apportion.ts";

/**
 * Parts in the order of the customers' names, not of their ids, which are drawn anew at every import. With
 * several parts a customer (all customers' first parts, then all second ones, ...) a customer's first part
 * comes first; a part beyond those, of nobody, comes last.
 */
export function byName(names: readonly string[]): Precedence {
  const { length } = names;
  return (one, other) => {
    const mine = names[one % length] ?? "";
    const theirs = names[other % length] ?? "";
    const group = Math.floor(one / length) - Math.floor(other / length);
    return group || Number(mine > theirs) - Number(mine < theirs) || one - other;
  };
}
