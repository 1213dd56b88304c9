/** Counts lines as XML does: a line feed, a carriage return, or the two together end one. */
export function createLineCounter() {
  let line = 1;
  let afterReturn = false;
  return {
    get line(): number {
      return line;
    },
    pass(text: string, from = 0, to = text.length): void {
      for (let at = from; at < to; at += 1) {
        const code = text.charCodeAt(at);
        if (code === 10 ? !afterReturn : code === 13) line += 1;
        afterReturn = code === 13;
      }
    },
    /** The same for text in which these two are single bytes. */
    passBytes(bytes: Uint8Array): void {
      for (const code of bytes) {
        if (code === 10 ? !afterReturn : code === 13) line += 1;
        afterReturn = code === 13;
      }
    },
  };
}
