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
  /** How many elements were held when this one opened. */
  readonly heldBefore: number;
};

const mostHeld = 500_000;
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
  let held = 0;
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
    held += 1;
    if (held > mostHeld) {
      throw refusal({
        code: "FILE_TOO_LARGE",
        severity: "refuse",
        place: { line },
        field: parent?.name ?? name,
        found: String(held),
        expected: String(mostHeld),
      });
    }
  }

  function end(text: string): void {
    const closed = open.pop();
    if (closed === undefined) return;
    const { name, namespace, line, attributes, children } = closed;
    const element: Element = { name, namespace, line, attributes, children, text };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else if (options.isPart(name, parent.name)) {
      options.onPart(element);
      held = closed.heldBefore;
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
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    prefixes ??= new Map(inherited);
    prefixes.set(name === "xmlns" ? "" : name.slice("xmlns:".length), value.trim());
  }
  return prefixes ?? inherited;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function plainAttributes(attributes: XmlAttributes): ReadonlyMap<string, string> {
  const plain = Object.entries(attributes).filter(([name]) => !name.includes(":"));
  return plain.length === 0 ? noAttributes : new Map(plain);
}
