import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { exampleFiles } from "../src/example-files.ts";
import { exampleFirm } from "../src/example-firm.ts";

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const { name, bytes } of exampleFiles(exampleFirm())) hash.update(name).update(bytes);
  return hash.digest("hex");
}

const files = exampleFiles(exampleFirm());
const text = (name: string) => {
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`no file ${name}`);
  return new TextDecoder().decode(file.bytes);
};

describe("the files of the example firm", () => {
  // A change of the generator changes this on purpose; a change of machine or Node must not.
  test("are the same to the byte on every machine", () => {
    expect(fingerprint()).toBe("ed638456bf1079a8b7c1f11db9e590c1a4602656b78f016d81175ba9adeff6a6");
  });

  test("come within 15 MB", () => {
    const size = files.reduce((total, { bytes }) => total + bytes.byteLength, 0);
    expect(size).toBeLessThan(15_000_000);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  });

  test("have right control totals in every audit file", () => {
    for (const year of [2022, 2023, 2024, 2025, 2026]) {
      const body = text(`auditfile-${year}.xaf`).replace(/^[\s\S]*<transactions>/, "");
      const journals = body.replace(/<subledgers>[\s\S]*/, "");
      const lines = [...journals.matchAll(/<trLine>.*?<amnt>([\d.]+)<\/amnt><amntTp>([DC])/g)];
      const total = (type: string) =>
        lines
          .filter((line) => line[2] === type)
          .reduce((sum, line) => sum + BigInt((line[1] ?? "").replace(".", "")), 0n);
      const declared = (name: string) =>
        new RegExp(`<${name}>([\\d.]+)</${name}>`).exec(journals)?.[1]?.replace(".", "");
      expect(declared("linesCount"), String(year)).toBe(String(lines.length));
      expect(declared("totalDebit"), String(year)).toBe(String(total("D")));
      expect(declared("totalCredit"), String(year)).toBe(String(total("C")));
      expect(total("D")).toBe(total("C"));
    }
  });

  test("leave the relation off revenue lines in every other year", () => {
    const revenueLine = (year: number) =>
      /<accID>8010<\/accID><docRef>.*/.exec(text(`auditfile-${year}.xaf`))?.[0] ?? "";
    for (const year of [2022, 2024, 2026]) expect(revenueLine(year)).toContain("<custSupID>");
    for (const year of [2023, 2025]) expect(revenueLine(year)).not.toContain("<custSupID>");
    expect(text("auditfile-2024.xaf")).toContain("<RGScode>WPerLesLon</RGScode>");
    expect(text("auditfile-2025.xaf")).toContain("<leadCode>WPerLesLon</leadCode>");
  });

  test("have the header of the time sheets and nobody on leave", () => {
    const rows = text("uren-2025.csv").split("\r\n");
    expect(rows[0]).toBe(
      "Datum;Medewerker;Klant;Project;Activiteit;Uren;Declarabel;Uurtarief;Omschrijving",
    );
    expect(rows.some((row) => /verlof/i.test(row))).toBe(false);
    expect(rows[1]).toMatch(/^\d\d-\d\d-2025;[^;]+;[^;]*;[^;]*;[^;]+;\d+,\d\d;(Ja|Nee);/);
  });

  test("name only addresses that lead nowhere", () => {
    for (const name of ["auditfile-2024.xaf", "klantonderzoek.csv"]) {
      for (const [, domain] of text(name).matchAll(/@([a-z0-9.-]+)/g)) {
        expect(domain).toMatch(/\.example$/);
      }
    }
  });
});
