import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inspectFiles } from "../../src/books/index.ts";
import { samplesFolder } from "./office.ts";

const hostile = join(samplesFolder, "hostile");

type Expected = { readonly file: string; readonly expect: string; readonly code?: string };

function manifest(folder: string): readonly Expected[] {
  const path = join(hostile, folder, "manifest.jsonl");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Expected)
    .filter(({ file }) => existsSync(join(hostile, folder, file)));
}

async function verdict(path: string, name: string) {
  const open = () => createReadStream(path);
  const [report] = await inspectFiles([{ name, size: statSync(path).size, open }], {
    today: "2026-11-21",
  });
  const severities = new Set(report?.problems.map((problem) => problem.severity));
  const worst = (["refuse", "ask", "flag"] as const).find((one) => severities.has(one));
  return { verdict: worst ?? "accept", problems: report?.problems ?? [] };
}

describe
  .skipIf(!existsSync(hostile))
  .each(["xaf-mutants", "ubl-mutants", "csv-mutants", "xlsx-mutants"])("%s", (folder) => {
  it.each(manifest(folder))("$file: $expect", async (expected) => {
    const got = await verdict(join(hostile, folder, expected.file), expected.file);
    const free = {
      "accept-or-refuse": ["accept", "flag", "refuse", "ask"],
      "accept-or-flag": ["accept", "flag"],
    };
    expect(free[expected.expect as keyof typeof free] ?? [expected.expect]).toContain(got.verdict);
    // Whatever stands in the way says where it stands.
    for (const problem of got.problems.filter((one) => one.severity === "refuse")) {
      const { line, row, cell, sheet, entry, field } = problem;
      const place = [line, row, cell, sheet, entry, field, problem.found];
      const whole = ["EMPTY", "NOT_XLSX", "NOT_CSV", "OLD_XLS", "ENCODING_UNSUPPORTED"];
      expect(
        place.some((part) => part !== undefined) ||
          whole.includes(problem.code) ||
          problem.code.startsWith("ZIP_"),
      ).toBe(true);
    }
  });
});
