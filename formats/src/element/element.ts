/** A piece of an XML document in memory: its names are local, prefixes are gone. */
export type Element = {
  readonly name: string;
  readonly namespace: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Its own text in one piece, untrimmed. */
  readonly text: string;
};

/** A text as the file has it, with where it stands, for problems to name. */
export type Field = {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
};

/** The children with this local name. */
export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first descendant along a path of local names: `find(party, "PartyLegalEntity/CompanyID")`. */
export function find(element: Element | undefined, path: string): Element | undefined {
  let current = element;
  for (const name of path.split("/")) {
    current = current?.children.find((child) => child.name === name);
  }
  return current;
}

/** All descendants along a path of local names. */
export function findAll(element: Element | undefined, path: string): readonly Element[] {
  let current: readonly Element[] = element === undefined ? [] : [element];
  for (const name of path.split("/")) {
    current = current.flatMap((one) => childrenOf(one, name));
  }
  return current;
}

/** The trimmed text at a path; `undefined` where there is none or nothing in it. */
export function textAt(element: Element | undefined, path: string): string | undefined {
  return textOf(find(element, path));
}

/** The trimmed text of an element; `undefined` where there is nothing in it. */
export function textOf(element: Element | undefined): string | undefined {
  const text = element?.text.trim();
  return text === "" ? undefined : text;
}

/** The element at a path as a field, its text trimmed; present though empty when the element is. */
export function fieldAt(element: Element | undefined, path: string): Field | undefined {
  const found = find(element, path);
  return found && fieldOf(found);
}

/** An element as a field, its text trimmed. */
export function fieldOf(element: Element): Field {
  return {
    name: element.name,
    line: element.line,
    text: element.text.trim(),
    attributes: element.attributes,
  };
}

/** The `xs:boolean` at a path; anything but `true` and `1` is false. */
export function isTrueAt(element: Element | undefined, path: string): boolean {
  const text = textAt(element, path);
  return text === "true" || text === "1";
}
