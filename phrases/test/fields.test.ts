import { problemCodes, tableFields } from "@koers/formats";
import { expect, test } from "vitest";
import { createPhrases, fieldNames, sentenceOf } from "../src/index.ts";

test("every field that a column can be read as has a name, and no name is left over", () => {
  const known = new Set(Object.values(tableFields).flatMap((fields) => Object.keys(fields)));
  expect([...fieldNames].filter((name) => name !== "trait").sort()).toEqual([...known].sort());
});

test("every code that a reader can report has a sentence", () => {
  const phrases = createPhrases("nl");
  for (const code of problemCodes) {
    expect(sentenceOf(phrases, { code, severity: "refuse" })).not.toBe(code);
  }
});
