const placeholders = new Set([
  "nvt",
  "na",
  "geen",
  "none",
  "onbekend",
  "unknown",
  "nb",
  "null",
  "nihil",
  "x",
  "xx",
  "xxx",
  "tbd",
]);

/** True for what people type into a field that they must fill and cannot: "n.v.t.", "geen", "-". */
export function isPlaceholder(text: string): boolean {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.\-_/?*]/gu, "");
  return letters === "" || placeholders.has(letters);
}
