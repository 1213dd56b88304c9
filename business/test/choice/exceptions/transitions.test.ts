import type { ExceptionState } from "@koers/contract";
import { describe, expect, test } from "vitest";
import { nextState } from "../../../src/choice/exceptions/next-state.ts";
import { refusalOf } from "../../../src/choice/exceptions/refusal-of.ts";
import { acts, circumstances, dossierIn, submittedAt } from "./dossiers.ts";
import { everyone, people, type Who } from "./people.ts";

type ActName = keyof typeof acts;
type Arrow = { readonly to: ExceptionState; readonly by: readonly Who[] };

const persons = everyone.filter((who) => people[who].via === "person");
const managers = persons.filter((who) => !who.endsWith("member"));
const writers: readonly Who[] = ["asking member", ...managers];
const deciders: readonly Who[] = ["other manager", "other owner"];

/** The machine once more, written down apart from the code: state, act, and who may do it. */
const table: Readonly<Record<ExceptionState | "none", Partial<Record<ActName, Arrow>>>> = {
  none: { create: { to: "draft", by: everyone } },
  draft: { edit: { to: "draft", by: writers }, submit: { to: "submitted", by: writers } },
  submitted: {
    approve: { to: "approved", by: deciders },
    refuse: { to: "refused", by: deciders },
  },
  approved: {
    activate: { to: "active", by: managers },
    "broken off": { to: "ended", by: managers },
  },
  refused: {},
  active: {
    learned: { to: "ended", by: managers },
    converted: { to: "ended", by: managers },
    "broken off": { to: "ended", by: managers },
    supersede: { to: "ended", by: managers },
  },
  ended: {},
};

const asking = persons.filter((who) => who.startsWith("asking"));
const allStates = Object.keys(table) as readonly (keyof typeof table)[];
const allActs = Object.keys(acts) as readonly ActName[];

describe.each(allStates)("from %s", (state) => {
  const dossier = state === "none" ? undefined : dossierIn(state, asking);
  test.each(allActs)("%s leads where it should, for who may", (name) => {
    const arrow = table[state][name];
    for (const who of everyone) {
      const refusal = refusalOf(dossier, acts[name], people[who], circumstances);
      const expected = arrow?.by.includes(who) === true;
      expect(refusal === null, `${who}: ${JSON.stringify(refusal)}`).toBe(expected);
      if (expected) expect(nextState(state, acts[name].command)).toBe(arrow?.to);
    }
  });
});

test("the table has all states, acts and people: 560 cells", () => {
  expect(allStates.length * allActs.length * everyone.length).toBe(560);
});

describe("requester is not approver", () => {
  const submitted = dossierIn("submitted", asking);

  test("and is told so, owners included", () => {
    for (const who of ["asking manager", "asking owner"] as const) {
      for (const act of [acts.approve, acts.refuse]) {
        expect(refusalOf(submitted, act, people[who], circumstances)?.code).toBe(
          "exception-own-request",
        );
      }
    }
  });

  test("alone in a firm one waits 24 hours, to the millisecond", () => {
    const waited = (milliseconds: number) => ({
      ...circumstances,
      peopleInFirm: 1,
      now: new Date(submittedAt.getTime() + milliseconds),
    });
    const decide = (milliseconds: number) =>
      refusalOf(submitted, acts.approve, people["asking owner"], waited(milliseconds))?.code;
    const day = 24 * 60 * 60 * 1000;
    expect(decide(0)).toBe("exception-too-early");
    expect(decide(day - 1)).toBe("exception-too-early");
    expect(decide(day)).toBeUndefined();
  });

  test("alone in a firm one still is no manager by being a member", () => {
    const alone = { ...circumstances, peopleInFirm: 1 };
    expect(refusalOf(submitted, acts.approve, people["asking member"], alone)?.code).toBe(
      "forbidden",
    );
  });
});

test("a draft that no person wrote is anyone's to take up", () => {
  const imported = dossierIn("draft", []);
  for (const who of persons) {
    expect(refusalOf(imported, acts.edit, people[who], circumstances)).toBeNull();
    expect(refusalOf(imported, acts.submit, people[who], circumstances)).toBeNull();
  }
});

test("what was approved is not started after its last day, and is on that day", () => {
  const approved = dossierIn("approved", asking);
  const on = (today: string) =>
    refusalOf(approved, acts.activate, people["other owner"], { ...circumstances, today })?.code;
  expect(on("2027-05-31")).toBeUndefined();
  expect(on("2027-06-01")).toBe("exception-expired");
});
