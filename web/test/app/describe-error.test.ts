import { errorCodes } from "@koers/contract";
import { RequestRefused } from "@koers/contract/client";
import { createPhrases } from "@koers/phrases";
import { expect, test } from "vitest";
import { describeError } from "#app/describe-error.ts";

const nl = createPhrases("nl");

test("a refusal is said with what it holds", () => {
  expect(describeError(nl, new RequestRefused(429, "too-many-attempts", { seconds: 1 }))).toBe(
    "Te veel pogingen. Wacht 1 seconde en probeer het opnieuw.",
  );
  expect(describeError(nl, new RequestRefused(413, "too-large", { limit: "2 GB" }))).toMatch(
    /^Dit bestand is te groot: hoogstens 2 GB\./,
  );
});

test("every code is said, also when its data is missing", () => {
  for (const code of errorCodes) {
    expect(describeError(nl, new RequestRefused(400, code, {}))).not.toMatch(/[{}]|undefined/);
  }
});

test("what a dossier still needs is said in words", () => {
  const refused = new RequestRefused(409, "exception-incomplete", { field: "excluded, endsOn" });
  expect(describeError(nl, refused)).toBe(
    "Het dossier kan nog niet worden ingediend. Ontbreekt of klopt niet: wat uitdrukkelijk niet wordt geleverd; een einddatum na vandaag.",
  );
});

test("no network and anything else have a sentence too", () => {
  expect(describeError(nl, new TypeError("fetch failed"))).toMatch(/^De database antwoordt niet/);
  expect(describeError(nl, new Error("x"))).toMatch(/^Er ging iets mis in Koers zelf/);
  expect(describeError(nl, "x")).toMatch(/^Er ging iets mis in Koers zelf/);
});
