/** A value of a row on its way into a table; what goes into a jsonb column is JSON text already. */
export type CopyValue = string | number | bigint | boolean | Date | Uint8Array | null;

/**
 * One row in PostgreSQL's text format for COPY: values between tabs, `\N` for null, and a backslash
 * before what would end a value or a row.
 */
export function copyText(row: readonly CopyValue[]): string {
  let text = "";
  for (let index = 0; index < row.length; index += 1) {
    if (index > 0) text += "\t";
    const value = row[index];
    text += typeof value === "string" ? escaped(value) : plain(value ?? null);
  }
  return `${text}\n`;
}

const special = /[\\\t\n\r]/;
const everySpecial = /[\\\t\n\r]/g;
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function escaped(value: string): string {
  if (!special.test(value)) return value;
  return value.replace(everySpecial, (character) => escapes[character] ?? character);
}

function plain(value: Exclude<CopyValue, string>): string {
  if (value === null) return "\\N";
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString("hex")}`;
  return String(value);
}
