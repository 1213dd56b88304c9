import type { ExceptionContent } from "@koers/contract";
import { createPhrases } from "@koers/phrases";
import { expect, test } from "vitest";
import { agreedLines } from "../../../src/rooms/choice/agreed-lines.ts";

const nothing: ExceptionContent = {
  reason: null,
  targetGroup: null,
  delivered: null,
  excluded: null,
  minimumMargin: null,
  cash: null,
  learningQuestions: [],
  maximumHours: null,
  extraActivities: [],
  endsOn: null,
};

function lines(content: Partial<ExceptionContent>) {
  return agreedLines(createPhrases("nl"), { ...nothing, ...content }, "EUR").map(
    ({ field, texts }) => [field, ...texts.map((text) => text.replaceAll("\u00a0", " "))],
  );
}

test("what is not agreed is left out", () => {
  expect(lines({})).toEqual([]);
  expect(lines({ endsOn: "2027-03-01" })).toEqual([["endsOn", "1 mrt 2027"]]);
});

test("amounts, shares, hours and days are said in the reader's way", () => {
  expect(
    lines({
      cash: { amount: "12500.00", by: "2027-01-31" },
      minimumMargin: 0.455,
      maximumHours: 37.25,
    }),
  ).toEqual([
    ["cash", "€ 12.500,00, uiterlijk 31 jan 2027"],
    ["minimumMargin", "45,5%"],
    ["maximumHours", "37,25 uur"],
  ]);
  expect(lines({ minimumMargin: 0.29 })).toEqual([["minimumMargin", "29%"]]);
});

test("reason first and end last, each question of its own", () => {
  expect(
    lines({
      endsOn: "2027-06-30",
      learningQuestions: ["Wie koopt?", "Wie betaalt?"],
      targetGroup: "Zorg",
      delivered: "Advies",
      excluded: "Spoed",
      reason: "experience",
    }),
  ).toEqual([
    ["reason", "Ervaring opdoen met een toekomstige doelgroep"],
    ["targetGroup", "Zorg"],
    ["delivered", "Advies"],
    ["excluded", "Spoed"],
    ["learningQuestions", "Wie koopt?", "Wie betaalt?"],
    ["endsOn", "30 jun 2027"],
  ]);
});
