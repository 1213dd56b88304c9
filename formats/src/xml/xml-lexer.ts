import type { Writable } from "../writable.ts";
import { createLineCounter } from "./line-counter.ts";
import { xmlLimits } from "./xml-limits.ts";

/** Something that real packages write and XML forbids: how often, and the line of the first. */
export type Defect = {
  readonly count: number;
  readonly line: number;
  /** The element in whose tag or text the first one stood, where one does. */
  readonly field?: string;
};

export type XmlDefects = {
  readonly ampersands?: Defect;
  readonly controlCharacters?: Defect;
  readonly leadingSpace?: Defect;
};

/** What forbids reading on at all. */
export type XmlObstacle = {
  readonly kind: "not-xml" | "doctype" | "comment" | "instruction" | "cdata";
  /** Absent where lines are no longer counted: past the prolog, in a scan. */
  readonly line?: number;
};

type State = "start" | "prolog" | "content" | "comment" | "cdata" | "instruction" | "declaration";

// Written with escapes in strings: tools take control characters in a pattern for a slip.
const control = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff";
const patterns = {
  prolog: new RegExp(`[&<${control}]`, "g"),
  content: new RegExp(`[&${control}]|<[!?]`, "g"),
  comment: new RegExp(`[${control}]|-->`, "g"),
  cdata: new RegExp(`[${control}]|\\]\\]>`, "g"),
  instruction: new RegExp(`[${control}]|\\?>`, "g"),
  declaration: new RegExp(`[${control}]|\\?>`, "g"),
} as const;
const tagName = /[^\s/>:]+(?=[\s/>])/y;
const notSpace = /[^\s\ufeff]/g;
// An entity, as long as entities are; and a character reference, well-formed or nearly so.
const entity = /&(?:[A-Za-z_:\u00c0-\uffff][\w:.\-\u00b7-\uffff]{0,62};|#)/y;
const characterReference = /&#(?:x([0-9a-fA-F]{1,8})|(\d{1,10}));/y;

// How far a decision looks ahead: the longest entity and its two signs.
const lookahead = 80;

/**
 * Walks through the text of an XML file and knows just enough of it (comment, CDATA, instruction, all
 * else) to see what the parser would refuse and a person would not: bare ampersands, control characters,
 * white space before the XML declaration. With `repair` it hands the text on without them; without, it
 * hands on nothing and is a scan.
 *
 * The result does not depend on how the text is cut into pieces: the last characters are held back until
 * what follows them is known.
 */
export function createXmlLexer(repair: boolean) {
  const lines = createLineCounter();
  const found: { -readonly [Kind in keyof XmlDefects]?: Writable<Defect> } = {};
  let element: string | undefined;
  let state: State = "start";
  let afterSpace = false;
  let rest = "";
  let seenRoot = false;
  let obstacle: XmlObstacle | undefined;
  let opened = 0;
  let passed = 0;

  function note(kind: keyof XmlDefects): void {
    const defect = found[kind];
    if (defect !== undefined) {
      defect.count += 1;
    } else {
      const field = element === undefined ? {} : { field: element };
      found[kind] = { count: 1, line: lines.line, ...field };
    }
  }

  function push(text: string, final = false): string {
    const buffer = rest === "" ? text : rest + text;
    const limit = final ? buffer.length : Math.max(0, buffer.length - lookahead);
    let output = "";
    let copied = 0;
    let counted = 0;
    let at = 0;

    // Lines are counted only where they may be asked for: in the prolog, and when repairing.
    const countTo = (index: number) => {
      if (repair || !seenRoot) lines.pass(buffer, counted, index);
      counted = index;
    };
    const drop = (from: number, to: number, instead: string) => {
      if (repair) output += buffer.slice(copied, from) + instead;
      copied = to;
    };
    const enter = (next: State, length: number) => {
      state = next;
      opened = passed + at;
      at += length;
    };

    while (obstacle === undefined && at < limit) {
      if (state === "start") {
        notSpace.lastIndex = at;
        const first = notSpace.exec(buffer)?.index ?? limit;
        if (first > at) afterSpace = true;
        at = Math.min(first, limit);
        if (at === limit) break;
        countTo(at);
        if (buffer[at] !== "<") {
          obstacle = { kind: "not-xml", line: lines.line };
        } else if (afterSpace && /^<\?xml\s/.test(buffer.slice(at, at + 6))) {
          note("leadingSpace");
          // The parser allows the space once the declaration is gone, and so keeps the line numbers.
          enter("declaration", 5);
          drop(at - 5, at, "");
        } else {
          state = "prolog";
        }
        continue;
      }
      // A repair also follows the tags, to name the element in which it was needed.
      const pattern = repair && state === "content" ? patterns.prolog : patterns[state];
      pattern.lastIndex = at;
      const match = pattern.exec(buffer);
      if (match === null || match.index >= limit) break;
      at = match.index;
      const sign = match[0];
      if (sign === "&") {
        at = ampersand(buffer, at, final, countTo, drop);
      } else if (sign[0] === "<") {
        if (buffer.startsWith("<!--", at)) enter("comment", 4);
        else if (buffer.startsWith("<![CDATA[", at)) enter("cdata", 9);
        else if (buffer.startsWith("<?", at)) enter("instruction", 2);
        else if (!seenRoot && /^<!doctype/i.test(buffer.slice(at, at + 9))) {
          countTo(at);
          obstacle = { kind: "doctype", line: lines.line };
        } else {
          if (buffer[at + 1] !== "!" && !seenRoot) {
            countTo(at);
            seenRoot = true;
            state = "content";
          }
          if (repair) element = elementAt(buffer, at);
          at += sign.length;
        }
      } else if (sign === "-->" || sign === "]]>" || sign === "?>") {
        if (state === "declaration") drop(copied, at + 2, "");
        state = seenRoot ? "content" : "prolog";
        at += sign.length;
      } else {
        countTo(at);
        note("controlCharacters");
        if (state === "declaration") drop(copied, at + 1, "");
        else drop(at, at + 1, "");
        at += 1;
      }
    }

    const end = Math.max(at, limit);
    if (state === "declaration") drop(copied, end, "");
    countTo(end);
    if (repair) output += buffer.slice(copied, end);
    rest = buffer.slice(end);
    passed += end;
    obstacle ??= tooLong();
    if (final && state === "start") obstacle ??= { kind: "not-xml", line: 1 };
    return output;
  }

  /** The element whose start tag is here; none at an end tag. */
  function elementAt(buffer: string, at: number): string | undefined {
    const name = buffer.slice(at + 1, at + lookahead);
    tagName.lastIndex = name.indexOf(":") + 1;
    return tagName.exec(name)?.[0];
  }

  function ampersand(
    buffer: string,
    at: number,
    final: boolean,
    countTo: (index: number) => void,
    drop: (from: number, to: number, instead: string) => void,
  ): number {
    entity.lastIndex = at;
    const match = entity.exec(buffer);
    if (match === null) {
      // At the very end of a file that is cut short nobody can tell.
      if (final && /^&[\w:.-]*$/.test(buffer.slice(at, at + lookahead))) return buffer.length;
      countTo(at);
      note("ampersands");
      drop(at, at + 1, "&amp;");
      return at + 1;
    }
    if (match[0] !== "&#") return at + match[0].length;
    characterReference.lastIndex = at;
    const reference = characterReference.exec(buffer);
    if (reference === null) return at + 2;
    const [whole, hexadecimal, decimal = ""] = reference;
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    const forbidden =
      code < 0x20 ? code !== 9 && code !== 10 && code !== 13 : code === 0xfffe || code === 0xffff;
    if (forbidden) {
      countTo(at);
      note("controlCharacters");
      drop(at, at + whole.length, "");
    }
    return at + whole.length;
  }

  function tooLong(): XmlObstacle | undefined {
    const kind = state === "declaration" ? "instruction" : state;
    if (kind !== "comment" && kind !== "instruction" && kind !== "cdata") return undefined;
    if (passed - opened <= xmlLimits[kind]) return undefined;
    return repair || !seenRoot ? { kind, line: lines.line } : { kind };
  }

  return {
    push,
    get defects(): XmlDefects {
      return found;
    },
    get obstacle(): XmlObstacle | undefined {
      return obstacle;
    },
  };
}
