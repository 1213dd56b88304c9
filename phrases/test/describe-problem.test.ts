import { type FileProblem, fileProblemCodes } from "@koers/contract";
import { describe, expect, test } from "vitest";
import { createPhrases, describeProblem, placeOf, sentenceOf, timesOf } from "../src/index.ts";
import { problems } from "../src/problems.ts";

const en = createPhrases("en");
const nl = createPhrases("nl");
const hostile = `it's {found} "B&B" <b>'{'</b> # }`;

function problem(code: string, rest: Partial<FileProblem> = {}): FileProblem {
  return { code, severity: "refuse", ...rest };
}

test("every code has a sentence, and every sentence a code", () => {
  expect(Object.keys(problems).sort()).toEqual([...fileProblemCodes].sort());
});

test("every sentence can be said with everything and with nothing filled in", () => {
  const full = { field: hostile, found: hostile, expected: hostile, count: 2 };
  for (const phrases of [en, nl]) {
    for (const code of fileProblemCodes) {
      for (const severity of ["refuse", "flag", "ask", "note"] as const) {
        // Readers fill in what a sentence needs; this only proves that nothing breaks without.
        const bare = sentenceOf(phrases, problem(code, { severity }));
        expect(bare, code).toMatch(/\.$/);
        expect(bare.replaceAll("“”", ""), code).not.toMatch(/[{}]|undefined/);
        expect(sentenceOf(phrases, problem(code, { ...full, severity })), code).not.toBe(code);
      }
    }
  }
});

test("what a file holds is quoted as it stands", () => {
  const sentence = sentenceOf(nl, problem("DATE_FORMAT", { field: "datum", found: hostile }));
  expect(sentence).toBe(
    `datum is geen datum: “${hostile}”. Verbeter dit of exporteer het bestand opnieuw.`,
  );
});

test("a problem without a value does not quote an empty one", () => {
  expect(sentenceOf(en, problem("DATE_FORMAT", { field: "BookgDt" }))).toBe(
    "BookgDt is not a date. Correct it or export the file again.",
  );
  expect(sentenceOf(en, problem("CSV_HEADER_DUPLICATE", { field: "" }))).toBe(
    "Two columns have no name. Give each column a name of its own.",
  );
});

test("questions list their answers in words", () => {
  const dates = problem("DATE_AMBIGUOUS", {
    severity: "ask",
    field: "Datum",
    found: "03-04-2026",
    expected: "dmy: 2026-04-03 | mdy: 2026-03-04",
  });
  expect(sentenceOf(nl, dates)).toBe(
    "In Datum kan “03-04-2026” met de dag of met de maand voorop worden gelezen. Zeg welke: dag eerst (2026-04-03) of maand eerst (2026-03-04).",
  );
  const vat = problem("VAT_UNDECIDED", {
    severity: "ask",
    field: "Bedrag",
    expected: "excluded | included",
  });
  expect(sentenceOf(en, vat)).toBe(
    "The file does not say whether amounts in Bedrag include VAT. Say which: excluding VAT or including VAT.",
  );
  const subject = problem("SUBJECT_UNDECIDED", {
    severity: "ask",
    field: "subject",
    expected: "customers | contacts | invoices | invoice-lines | open-items | hours | projects",
  });
  expect(sentenceOf(nl, subject)).toContain(
    "klanten, contacten, facturen, factuurregels, openstaande posten, uren of projecten.",
  );
});

test("fields of Koers are named in words, columns of the file as they are", () => {
  const missing = problem("COLUMN_MISSING", { field: "net | gross | amount" });
  expect(sentenceOf(en, missing)).toMatch(
    /^No column is read as amount excluding VAT, amount including VAT or amount\./,
  );
  expect(sentenceOf(en, problem("MAPPING", { field: "issueDate", found: "net" }))).toMatch(
    /^Column “net” cannot be read as invoice date:/,
  );
  expect(sentenceOf(en, problem("REQUIRED", { field: "name" }))).toMatch(/^name is missing\./);
});

test("sizes are written as sizes, counts as counts", () => {
  const bytes = { found: "3000000000", expected: "2147483648" };
  expect(sentenceOf(nl, problem("FILE_TOO_LARGE", bytes))).toContain("3 GB, hoogstens 2,1 GB");
  const lines = { field: "line", found: "100001", expected: "100000" };
  expect(sentenceOf(en, problem("FILE_TOO_LARGE", lines))).toContain("100,001, at most 100,000");
  const many = { field: "entries", found: "20001", expected: "20000" };
  expect(sentenceOf(nl, problem("ZIP_TOO_LARGE", many))).toMatch(
    /^Het archief bevat 20\.001 bestanden, hoogstens 20\.000\./,
  );
});

describe("how often", () => {
  test("stands behind the sentence, unless the sentence says it", () => {
    expect(timesOf(en, problem("UNKNOWN_ELEMENT", { count: 6 }))).toBe("(6 times in this file)");
    expect(timesOf(en, problem("UNKNOWN_ELEMENT", { count: 1 }))).toBe("");
    expect(timesOf(en, problem("ROWS_SKIPPED", { count: 6 }))).toBe("");
  });

  test("is counted in the sentence itself", () => {
    const skipped = problem("ROWS_SKIPPED", { severity: "note", line: 14, count: 5 });
    expect(describeProblem(nl, skipped)).toBe(
      "regel 14: 5 rijen zonder gegevens (lege regels, koppen, totalen) zijn overgeslagen.",
    );
    const suspect = problem("ROWS_SKIPPED", { severity: "flag", line: 14 });
    expect(describeProblem(en, suspect)).toBe(
      "line 14: One row looked like a total and was left out. Check that no sale is among them.",
    );
    const purchases = problem("PURCHASE_INVOICE", { found: "F-1", count: 2 });
    expect(sentenceOf(en, purchases)).toBe(
      "2 invoices (the first is F-1) were sent to you, so they are purchases and are left out. Bring the invoices that you sent.",
    );
  });
});

test("the place is as exact as the format allows", () => {
  expect(placeOf(nl, problem("EMPTY"))).toBe("");
  expect(placeOf(nl, problem("EMPTY", { line: 3, column: 7 }))).toBe("regel 3, kolom 7");
  expect(placeOf(nl, problem("EMPTY", { row: 3, line: 9 }))).toBe("rij 3");
  expect(placeOf(nl, problem("EMPTY", { row: 3, cell: "B3", sheet: "Blad1" }))).toBe(
    "blad Blad1, cel B3",
  );
  expect(placeOf(nl, problem("EMPTY", { sheet: "Blad1" }))).toBe("blad Blad1");
  expect(placeOf(en, problem("EMPTY", { entry: "a.xml", line: 2 }))).toBe("a.xml: line 2");
  expect(placeOf(en, problem("EMPTY", { entry: "a.xml" }))).toBe("a.xml");
});

test("a code that is not known shows as itself, whatever it is called", () => {
  expect(sentenceOf(en, problem("FROM_A_NEWER_KOERS"))).toBe("FROM_A_NEWER_KOERS");
  expect(sentenceOf(en, problem("__proto__"))).toBe("__proto__");
  expect(sentenceOf(en, problem("toString"))).toBe("toString");
});
