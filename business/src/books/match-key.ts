import { createHash } from "node:crypto";

/** How a decision on two records is handed back and forth: a hash, whichever of the two comes first. */
export function matchKey(left: string, right: string): string {
  const pair = decisionPair(left, right);
  return createHash("sha256").update(`${pair.left}\n${pair.right}`).digest("base64url");
}

/** The two keys in the order in which a decision on them is stored. */
export function decisionPair(
  one: string,
  other: string,
): { readonly left: string; readonly right: string } {
  return one < other ? { left: one, right: other } : { left: other, right: one };
}
