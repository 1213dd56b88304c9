export type ArgumentKind = "text" | "plural" | "select";

/** The arguments of an ICU message and how each is used, those inside its branches too. */
export function messageArguments(message: string): ReadonlyMap<string, ArgumentKind> {
  const found = new Map<string, ArgumentKind>();
  readMessage(message, 0, found);
  return found;
}

/** Reads text up to the brace that closes it (or the end), and returns where that is. */
function readMessage(text: string, from: number, found: Map<string, ArgumentKind>): number {
  let at = from;
  while (at < text.length && text[at] !== "}") {
    if (text[at] === "{") at = readArgument(text, at + 1, found);
    at += 1;
  }
  return at;
}

function readArgument(text: string, from: number, found: Map<string, ArgumentKind>): number {
  const [, name = "", kind] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*,)?/.exec(text.slice(from)) ?? [];
  if (kind !== "plural" && kind !== "select") {
    if (!found.has(name)) found.set(name, "text");
    return text.indexOf("}", from);
  }
  found.set(name, kind);
  let at = from;
  while (at < text.length && text[at] !== "}") {
    if (text[at] === "{") at = readMessage(text, at + 1, found);
    at += 1;
  }
  return at;
}
