import type { Source } from "../source.ts";

/** One of several files that together are one set of books. */
export type SplitPart = {
  /**
   * `continuation`: the text was cut anywhere and goes on in the next file;
   * `masters-and-transactions`: each file is XML of its own, the first with the master data.
   */
  readonly kind: "continuation" | "masters-and-transactions";
  /** True when the file itself says so, and not only its name. */
  readonly certain: boolean;
  /** From 1. */
  readonly index: number;
  /** How many parts there are, where the file says so. */
  readonly count?: number;
};

const headSize = 4096;
const comment = /<!--[^>]*?Vervolgbestand\s+(\d{1,3})\s+van\s+(\d{1,3})[^>]*?-->/i;
const inName = /(\d{1,3})(?:of|van|_van_|_of_)(\d{1,3})\.x[am][fl]$/i;
const numbered = /_(\d)\.xaf$/i;
const firstElement = /<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]/;

/**
 * Tells from a file's name and first bytes whether it is one part of a split export: by the comment
 * "Vervolgbestand 2 van 2", by a root that is no `auditfile`, or by a name that counts
 * (`books_1of2.xaf`; `books_0.XAF` and `books_1.XAF` of Exact Globe). Undefined for a file by itself.
 */
export async function splitPart(source: Source): Promise<SplitPart | undefined> {
  const head = headText(await headBytes(source));
  const root = firstElement.exec(head.replace(/<!--[\s\S]*?-->/g, ""))?.[1]?.toLowerCase();
  const kind = "continuation";
  const inside = comment.exec(head);
  const said = inside ?? inName.exec(source.name);
  if (said !== null) {
    const [index, count] = [Number(said[1]), Number(said[2])];
    const known = index >= 1 && index <= count && count > 1;
    return known ? { kind, certain: inside !== null, index, count } : undefined;
  }
  if (root === "journal" || root === "transaction" || root === "trline") {
    return { kind, certain: true, index: 2 };
  }
  const number = numbered.exec(source.name)?.[1];
  if (number === undefined || root !== "auditfile") return undefined;
  return { kind: "masters-and-transactions", certain: false, index: Number(number) + 1 };
}

async function headBytes(source: Source): Promise<Uint8Array> {
  const head = new Uint8Array(headSize);
  let length = 0;
  for await (const chunk of source.open()) {
    const taken = chunk.subarray(0, headSize - length);
    head.set(taken, length);
    length += taken.length;
    if (length === headSize) break;
  }
  return head.subarray(0, length);
}

/** Enough to find tags and comments by: in UTF-16 the zero bytes are left out. */
function headText(head: Uint8Array): string {
  let text = "";
  for (const byte of head) if (byte !== 0) text += String.fromCharCode(byte);
  return text;
}
