/**
 * A copy of a text that stands by itself. Engines make a part of a long text by pointing into it, so
 * that one short identifier kept can hold a whole piece of a file in memory.
 */
export function detached(text: string): string {
  let copy = "";
  for (let from = 0; from < text.length; from += 1000) {
    const codes: number[] = [];
    const to = Math.min(text.length, from + 1000);
    for (let at = from; at < to; at += 1) codes.push(text.charCodeAt(at));
    copy += String.fromCharCode(...codes);
  }
  return copy;
}
