/** A value of a PDF file. Strings keep one character per byte. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfString
  | PdfName
  | PdfReference
  | PdfDictionary
  | PdfStream
  | readonly PdfValue[];

export type PdfString = { readonly kind: "string"; readonly bytes: string };
export type PdfName = { readonly kind: "name"; readonly name: string };
export type PdfReference = { readonly kind: "reference"; readonly number: number };
export type PdfDictionary = {
  readonly kind: "dictionary";
  readonly entries: ReadonlyMap<string, PdfValue>;
};
/** A stream's dictionary, and where its raw bytes start in the bytes it was parsed from. */
export type PdfStream = {
  readonly kind: "stream";
  readonly entries: ReadonlyMap<string, PdfValue>;
  readonly start: number;
};

type Kind = "string" | "name" | "reference" | "dictionary" | "stream";

/** Narrows a value to one of the kinds that are written with braces of any sort. */
export function isKind<K extends Kind>(
  value: PdfValue | undefined,
  kind: K,
): value is Extract<PdfValue, { readonly kind: K }> {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === kind;
}
