import type { ExceptionContent } from "@koers/contract";
import { describe, expect, test } from "vitest";
import { emptyContent } from "../../../src/choice/exceptions/dossier.ts";
import { isExpired } from "../../../src/choice/exceptions/is-expired.ts";
import { missingContent } from "../../../src/choice/exceptions/missing-content.ts";
import { refusalOf } from "../../../src/choice/exceptions/refusal-of.ts";
import { acts, circumstances, complete, dossierIn } from "./dossiers.ts";
import { people } from "./people.ts";

const cash: ExceptionContent = {
  ...complete,
  reason: "cash-now",
  targetGroup: null,
  learningQuestions: [],
  cash: { amount: "12500.00", by: "2027-01-31" },
};
const cover: ExceptionContent = {
  ...complete,
  reason: "cover-fixed-costs",
  targetGroup: null,
  learningQuestions: [],
  minimumMargin: 0.45,
  maximumHours: 120,
};

const missing = (content: ExceptionContent, coreMargin: number | null = 0.4) =>
  missingContent(content, { today: circumstances.today, coreMargin });

test("each of the three reasons is complete with what it requires", () => {
  for (const content of [complete, cash, cover]) expect(missing(content)).toEqual([]);
});

test("an empty draft lacks its reason, its terms and its end", () => {
  expect(missing(emptyContent)).toEqual(["reason", "delivered", "excluded", "endsOn"]);
});

type Lack = readonly [
  what: string,
  content: ExceptionContent,
  change: Partial<ExceptionContent>,
  field: string,
];

describe("without what it requires a reason is not complete", () => {
  test.each<Lack>([
    ["experience", complete, { targetGroup: null }, "targetGroup"],
    ["experience", complete, { targetGroup: "  " }, "targetGroup"],
    ["experience", complete, { learningQuestions: [] }, "learningQuestions"],
    ["cash now", cash, { cash: null }, "cash"],
    ["cash now, nothing", cash, { cash: { amount: "0.00", by: "2027-01-31" } }, "cash"],
    ["cash now, today", cash, { cash: { amount: "1", by: "2026-11-21" } }, "cash"],
    ["cash now, after the end", cash, { cash: { amount: "1", by: "2027-06-01" } }, "cash"],
    ["cover fixed costs", cover, { minimumMargin: null }, "minimumMargin"],
    ["cover fixed costs", cover, { maximumHours: null }, "maximumHours"],
    ["a margin no better than that of the core", cover, { minimumMargin: 0.4 }, "minimumMargin"],
    ["a margin beside experience, too", complete, { minimumMargin: 0.1 }, "minimumMargin"],
    ["no terms", complete, { delivered: null }, "delivered"],
    ["no limits", complete, { excluded: null }, "excluded"],
    ["no end", complete, { endsOn: null }, "endsOn"],
    ["an end today", complete, { endsOn: "2026-11-21" }, "endsOn"],
  ])("%s", (_, content, change, field) => {
    const changed = { ...content, ...change };
    expect(missing(changed)).toEqual([field]);
    const draft = dossierIn("draft", [], changed);
    expect(refusalOf(draft, acts.submit, people["asking owner"], circumstances)).toEqual({
      code: "exception-incomplete",
      data: { field },
    });
  });
});

test("while the margin of the core is not known, any promise of margin is taken", () => {
  expect(missing({ ...cover, minimumMargin: 0.01 }, null)).toEqual([]);
});

test("cash may come on the last day", () => {
  expect(missing({ ...cash, cash: { amount: "1", by: "2027-05-31" } })).toEqual([]);
});

test("what is served past its last day is expired; nothing else is", () => {
  const states = ["draft", "submitted", "approved", "refused", "active", "ended"] as const;
  const on = (today: string) => states.filter((state) => isExpired(dossierIn(state, []), today));
  expect(on("2027-05-31")).toEqual([]);
  expect(on("2027-06-01")).toEqual(["approved", "active"]);
});
