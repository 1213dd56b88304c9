import type { Problem } from "../problem.ts";
import type { Format } from "../reader.ts";
import type { XmlAttributes, XmlCursor } from "../xml/read-xml.ts";
import { namespaceClue } from "./xaf-version.ts";

export type RootReading = {
  readonly format?: Format;
  /** A `refuse` among them means that reading on has no sense. */
  readonly problems: readonly Problem[];
};

// Roots of the second half of books that were cut in two.
const innerNames = new Set(["company", "transactions", "journal", "transaction", "trLine"]);

/** Judges the root element: is this an audit file, and which version does its namespace promise? */
export function readRoot(name: string, attributes: XmlAttributes, cursor: XmlCursor): RootReading {
  const place = { line: cursor.line, column: cursor.column };
  const refuse = (
    problem: Pick<Problem, "code" | "field" | "found" | "expected">,
  ): RootReading => ({
    problems: [{ ...problem, severity: "refuse", place }],
  });
  if (name !== "auditfile") {
    if (innerNames.has(name))
      return refuse({ code: "SPLIT_PART_MISSING", field: name, expected: "1" });
    const clue = { field: name, expected: "auditfile" };
    const misspelt = name.toLowerCase() === "auditfile";
    return refuse({ ...clue, code: misspelt ? "UNEXPECTED_ELEMENT" : "UNKNOWN_FORMAT" });
  }
  const colon = cursor.qualifiedName.indexOf(":");
  const key = colon < 0 ? "xmlns" : `xmlns:${cursor.qualifiedName.slice(0, colon)}`;
  const found = attributes[key] ?? "";
  const clue = namespaceClue(found);
  switch (clue.kind) {
    case "foreign":
      return refuse({ code: "NAMESPACE", field: "auditfile/xmlns", found });
    case "newer":
      return refuse({ code: "VERSION", field: "auditfile/xmlns", found, expected: "4.0" });
    case "near":
      return {
        problems: [{ code: "VERSION", severity: "flag", place, field: "auditfile/xmlns", found }],
      };
    case "version":
      return { format: clue.format, problems: [] };
    case "none":
      return { problems: [] };
  }
}
