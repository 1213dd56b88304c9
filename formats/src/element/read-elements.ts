import type { Problem } from "../problem.ts";
import { refusal } from "../refusal.ts";
import type { Source } from "../source.ts";
import { readXml, type XmlAttributes } from "../xml/read-xml.ts";
import type { Element } from "./element.ts";

/** The head of an element that is still open. */
export type OpenElement = {
  readonly name: string;
  readonly namespace: string;
  readonly line: number;
};

export type ElementOptions = {
  /** Called for the root before anything else is read; throws a refusal for a document of another kind. */
  readonly onRoot: (root: OpenElement) => void;
  /** Whether elements of this namespace belong to the vocabulary; others are left out with all in them. */
  readonly isKnown: (namespace: string) => boolean;
  /** Whether an element is handed over by itself and then forgotten, so that long lists take no memory. */
  readonly isPart: (name: string, parent: string) => boolean;
  readonly onPart: (part: Element) => void;
  /** True when the receiver keeps what it is handed: then all of it counts towards the limit. */
  readonly keepsParts?: boolean;
  /** Awaited between pieces of the file. */
  readonly afterPiece?: () => void | Promise<void>;
  /** Local names of elements whose text is left out, however long. */
  readonly skipText?: ReadonlySet<string>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytes: number) => void) | undefined;
};

export type ElementResult = {
  /** The document without its parts; absent when it could not be read to its end. */
  readonly root?: Element;
  readonly encoding?: string;
  readonly problems: readonly Problem[];
};

type Growing = OpenElement & {
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  readonly prefixes: ReadonlyMap<string, string>;
  /** What was held when this one opened. */
  readonly heldBefore: Held;
};

/** What is in memory: elements, and characters of their texts and attributes. */
type Held = { readonly elements: number; readonly characters: number };

const mostHeld: Held = { elements: 500_000, characters: 50_000_000 };
const noPrefixes: ReadonlyMap<string, string> = new Map([
  ["xml", "http://www.w3.org/XML/1998/namespace"],
]);

/** Reads a document into elements by local name, with their namespaces resolved. Never throws for content. */
export async function readElements(
  source: Source,
  options: ElementOptions,
): Promise<ElementResult> {
  const open: Growing[] = [];
  let root: Element | undefined;
  let held: Held = { elements: 0, characters: 0 };
  let skippedBelow: number | undefined;

  function start(name: string, attributes: XmlAttributes, qualified: string, line: number): void {
    const parent = open.at(-1);
    const prefixes = prefixesWith(parent?.prefixes ?? noPrefixes, attributes);
    const namespace = prefixes.get(prefixOf(qualified)) ?? "";
    if (parent === undefined) options.onRoot({ name, namespace, line });
    else if (!options.isKnown(namespace)) {
      skippedBelow = open.length;
      return;
    }
    const element: Growing = {
      name,
      namespace,
      line,
      attributes: plainAttributes(attributes),
      children: [],
      prefixes,
      heldBefore: held,
    };
    open.push(element);
    let characters = 0;
    for (const value of element.attributes.values()) characters += value.length;
    hold(1, characters, element);
  }

  function hold(elements: number, characters: number, at: OpenElement): void {
    held = { elements: held.elements + elements, characters: held.characters + characters };
    const which = held.elements > mostHeld.elements ? "elements" : "characters";
    if (held[which] <= mostHeld[which]) return;
    throw refusal({
      code: "FILE_TOO_LARGE",
      severity: "refuse",
      place: { line: at.line },
      field: at.name,
      found: String(held[which]),
      expected: String(mostHeld[which]),
    });
  }

  function end(text: string): void {
    const closed = open.pop();
    if (closed === undefined) return;
    const { name, namespace, line, attributes, children } = closed;
    hold(0, text.length, closed);
    const element: Element = { name, namespace, line, attributes, children, text };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else if (options.isPart(name, parent.name)) {
      options.onPart(element);
      const characters = options.keepsParts ? held.characters : closed.heldBefore.characters;
      held = { elements: closed.heldBefore.elements, characters };
    } else parent.children.push(element);
  }

  const result = await readXml(
    source,
    {
      open(name, attributes, cursor) {
        if (skippedBelow === undefined) start(name, attributes, cursor.qualifiedName, cursor.line);
      },
      close(_name, text, cursor) {
        // The depth still counts the element that closes.
        if (skippedBelow === undefined) end(text);
        else if (cursor.depth === skippedBelow + 1) skippedBelow = undefined;
      },
      ...(options.afterPiece && { afterPiece: options.afterPiece }),
    },
    {
      signal: options.signal,
      onProgress: options.onProgress,
      ...(options.skipText && { skipText: options.skipText }),
    },
  );
  return {
    ...(result.complete && root !== undefined && { root }),
    ...(result.encoding !== undefined && { encoding: result.encoding }),
    problems: result.problems,
  };
}

function prefixOf(qualified: string): string {
  const colon = qualified.indexOf(":");
  return colon === -1 ? "" : qualified.slice(0, colon);
}

function prefixesWith(
  inherited: ReadonlyMap<string, string>,
  attributes: XmlAttributes,
): ReadonlyMap<string, string> {
  let prefixes: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!name.startsWith("xmlns") || (name.length > 5 && name[5] !== ":")) continue;
    prefixes ??= new Map(inherited);
    prefixes.set(name.slice("xmlns:".length), (attributes[name] ?? "").trim());
  }
  return prefixes ?? inherited;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function plainAttributes(attributes: XmlAttributes): ReadonlyMap<string, string> {
  let plain: Map<string, string> | undefined;
  for (const name in attributes) {
    if (name.startsWith("xmlns") || name.includes(":")) continue;
    plain ??= new Map();
    plain.set(name, attributes[name] ?? "");
  }
  return plain ?? noAttributes;
}
