/** What no business file comes near; a file beyond one of these is refused, not read slowly. */
export const xmlLimits = {
  /** Bytes of the whole file. */
  bytes: 2 * 1024 ** 3,
  depth: 64,
  attributes: 64,
  /** Characters of one element's own text, and of one attribute's value. */
  text: 64 * 1024,
  /** Bytes of a name. */
  name: 256,
  comment: 1024 ** 2,
  instruction: 64 * 1024,
  /** CDATA may hold an attachment inside an element whose text is skipped. */
  cdata: 64 * 1024 ** 2,
} as const;
