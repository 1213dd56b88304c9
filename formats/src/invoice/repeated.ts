import { childrenOf, type Element, type Field, fieldOf } from "../element/element.ts";

/** The second of each child that may stand once and stands more often. */
export function repeatedIn(
  element: Element | undefined,
  names: readonly string[],
): readonly Field[] {
  return names.flatMap((name) => {
    const second = childrenOf(element, name)[1];
    return second === undefined ? [] : fieldOf(second);
  });
}
