import { expect, test } from "vitest";
import { changedContent, contentOfForm } from "../../../src/rooms/choice/content-of-form.ts";

function filled(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const nothing = {
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

test("what is left empty is not agreed", () => {
  expect(contentOfForm(filled({}))).toEqual(nothing);
  expect(contentOfForm(filled({ targetGroup: "  ", cashAmount: "", cashBy: "" }))).toEqual(nothing);
});

test("amounts and shares are read with a comma and with a point", () => {
  const form = {
    reason: "cover-fixed-costs",
    minimumMargin: "28,7",
    maximumHours: "37.25",
    cashAmount: "12500,50",
    cashBy: "2027-01-31",
  };
  expect(contentOfForm(filled(form))).toEqual({
    ...nothing,
    reason: "cover-fixed-costs",
    minimumMargin: 0.287,
    maximumHours: 37.25,
    cash: { amount: "12500.50", by: "2027-01-31" },
  });
});

test("each line is a question of its own, and a text keeps its lines", () => {
  const form = { learningQuestions: " Wie?\r\n\r\nWat? \n", delivered: "Een scan\r\nEen advies" };
  const content = contentOfForm(filled(form));
  expect(content?.learningQuestions).toEqual(["Wie?", "Wat?"]);
  expect(content?.delivered).toBe("Een scan\nEen advies");
});

test("an amount without a day is no promise, nor a day without an amount", () => {
  expect(contentOfForm(filled({ cashAmount: "100" }))).toBeNull();
  expect(contentOfForm(filled({ cashBy: "2027-01-31" }))).toBeNull();
});

test("only what was changed is sent, whatever the order of its parts", () => {
  const before = { ...nothing, delivered: "Een scan", cash: { by: "2027-01-31", amount: "100" } };
  const same = { ...before, cash: { amount: "100", by: "2027-01-31" } };
  expect(changedContent(before, same)).toEqual({});
  expect(changedContent(before, { ...same, delivered: null, learningQuestions: ["Wie?"] })).toEqual(
    {
      delivered: null,
      learningQuestions: ["Wie?"],
    },
  );
  expect(changedContent(before, { ...same, cash: { amount: "101", by: "2027-01-31" } })).toEqual({
    cash: { amount: "101", by: "2027-01-31" },
  });
});
