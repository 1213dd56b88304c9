import { minorUnitExponent } from "../money/currency.ts";

export type Header = {
  /** As the file has it, trimmed; `#3` for a third column without a name. */
  readonly label: string;
  /** What is compared: lower case, no accents, no punctuation, no currency. */
  readonly key: string;
  /** From `Amount (EUR)`. */
  readonly currency?: string;
};

const codeAtEnd = /[([]\s*([A-Za-z]{3})?\s*[)\]]\s*$/;

/** Lower case, without accents, spaces, punctuation and byte order mark; `E-mail *` is `email`. */
export function headerKey(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Reads a header cell: its key, and the currency that stands behind it in brackets. */
export function readHeader(text: string, index: number): Header {
  const label = text.replace(/^\uFEFF/, "").trim();
  if (label === "") return { label: `#${index + 1}`, key: "" };
  const match = codeAtEnd.exec(label);
  const code = match?.[1]?.toUpperCase();
  const isCurrency = code !== undefined && minorUnitExponent(code) !== undefined;
  const named = match && (isCurrency || code === undefined) ? label.slice(0, match.index) : label;
  const withSign = named.replace(/[([]\s*[€$£]\s*[)\]]\s*$/, "");
  const key = headerKey(withSign);
  const sign = /€/.test(label) ? "EUR" : /£/.test(label) ? "GBP" : undefined;
  const currency = isCurrency ? code : sign;
  return { label, key, ...(currency && { currency }) };
}
