import fc from "fast-check";
import { expect, test } from "vitest";
import type { Dossier, DossierEvent } from "../../../src/choice/exceptions/dossier.ts";
import { missingContent } from "../../../src/choice/exceptions/missing-content.ts";
import { refusalOf } from "../../../src/choice/exceptions/refusal-of.ts";
import { afterEvent, replay } from "../../../src/choice/exceptions/replay.ts";
import { acts, circumstances, complete, dossierIn } from "./dossiers.ts";
import { everyone, people } from "./people.ts";

const arrows = new Set([
  "none create draft",
  "draft edit draft",
  "draft submit submitted",
  "submitted approve approved",
  "submitted refuse refused",
  "approved activate active",
  "approved end ended",
  "active end ended",
  "active supersede ended",
]);

const hour = 60 * 60 * 1000;

const content = fc.record({
  reason: fc.constantFrom("experience" as const, "cash-now" as const, null),
  endsOn: fc.constantFrom("2027-05-31", "2026-11-22", "2020-01-01", null),
  delivered: fc.constantFrom("Iets", null),
});

const step = fc.record({
  // Those that lead on come up more often, or most histories would end as drafts.
  act: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("create", "submit", "approve", "activate", "learned") },
    { weight: 2, arbitrary: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])) },
  ),
  who: fc.constantFrom(...everyone),
  content: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: content }),
  wait: fc.integer({ min: 0, max: 40 }),
});

const run = fc.record({
  steps: fc.array(step, { minLength: 25, maxLength: 60 }),
  peopleInFirm: fc.constantFrom(1, 2, 9),
});

type Run = typeof run extends fc.Arbitrary<infer T> ? T : never;

/** Does what is asked, one act after another, and keeps what was allowed. */
function play({ steps, peopleInFirm }: Run) {
  let dossier: Dossier | undefined;
  let now = circumstances.now.getTime();
  const events: DossierEvent[] = [];
  const states: string[] = ["none"];
  for (const { act: name, who, content: change, wait } of steps) {
    now += wait * hour;
    const at = new Date(now);
    const day = at.toISOString().slice(0, 10);
    const asked = acts[name];
    const act =
      asked.command === "create"
        ? { ...asked, content: { ...complete, ...change } }
        : asked.command === "edit"
          ? { ...asked, change }
          : asked;
    const actor = people[who];
    const known = { ...circumstances, now: at, today: day, peopleInFirm };
    const arrow = `${dossier?.state ?? "none"} ${act.command}`;
    const event = { sequence: (dossier?.version ?? 0) + 1, at, act, ...actor };
    if (refusalOf(dossier, act, actor, known) !== null) continue;
    expect(
      [...arrows].some((one) => one.startsWith(`${arrow} `)),
      arrow,
    ).toBe(true);
    if (act.command === "submit" && dossier !== undefined) {
      expect(missingContent(dossier.content, known)).toEqual([]);
    }
    dossier = afterEvent(dossier, event);
    events.push(event);
    states.push(dossier.state);
  }
  return { dossier, events, states };
}

test("no sequence of commands leaves the machine, and the history explains the state", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(run, (given) => {
      const { dossier, events, states } = play(given);
      expect(replay(events)).toEqual(dossier);
      const writers = new Set<string>();
      let submittedAt = 0;
      for (const [index, { act, at, via, accountId }] of events.entries()) {
        const arrow = `${states[index]} ${act.command} ${states[index + 1]}`;
        expect(arrows).toContain(arrow);
        seen.add(arrow);
        const who = accountId ?? "";
        if (act.command !== "create") expect(via).toBe("person");
        if (["create", "edit", "submit"].includes(act.command)) {
          if (accountId !== null) writers.add(accountId);
        } else expect(who.endsWith("member")).toBe(false);
        if (act.command === "submit") submittedAt = at.getTime();
        if (act.command === "approve" || act.command === "refuse") {
          const slept = given.peopleInFirm === 1 && at.getTime() - submittedAt >= 24 * hour;
          expect(!writers.has(who) || slept).toBe(true);
        }
      }
      if (dossier !== undefined) expect(new Set(dossier.requesters)).toEqual(writers);
    }),
    { numRuns: 3_000, seed: 4 },
  );
  // The histories went everywhere, or the above would say little.
  expect(seen).toEqual(arrows);
});

test("the outcome is what the end said, and renewed where a renewal took its place", () => {
  const ended = (act: DossierEvent["act"]) => {
    const before = dossierIn("active", []);
    const { now: at } = circumstances;
    const event = { sequence: before.version + 1, at, act, ...people["other owner"] };
    return afterEvent(before, event).outcome;
  };
  expect(dossierIn("active", []).outcome).toBeNull();
  const ends = [acts.learned, acts.converted, acts["broken off"], acts.supersede];
  expect(ends.map(ended)).toEqual(["learned", "converted", "broken-off", "renewed"]);
});

test("an event that does not follow is no part of a history", () => {
  const event = (sequence: number, act: DossierEvent["act"]): DossierEvent => ({
    sequence,
    act,
    at: circumstances.now,
    via: "person",
    accountId: "someone",
  });
  const created = event(1, acts.create);
  expect(() => replay([event(1, acts.submit)])).toThrow(RangeError);
  expect(() => replay([created, event(2, acts.approve)])).toThrow(RangeError);
  expect(() => replay([created, event(3, acts.submit)])).toThrow(RangeError);
  expect(() => replay([created, event(2, acts.create)])).toThrow(RangeError);
});
